"""However a form is left, what was typed into it is there when it is opened again."""

import shutil
from datetime import date, timedelta
from zlib import crc32

import pytest
from textual import events

from mentor_tui.books import books_of
from mentor_tui.screens.day_form import DayForm
from mentor_tui.screens.go_to_day import GoToDay
from mentor_tui.screens.one_line import OneLineScreen
from mentor_tui.screens.own_question import OwnQuestionScreen, form_of
from mentor_tui.screens.repeat_form import RepeatForm
from store.clock import FixedClock, Moment
from store.drafts import SMALL, Draft, Drafts
from store.folder import DataFolder
from store.own_questions import known_question
from store.records import Appointment, Client, Goal


@pytest.fixture
def path(tmp_path, everybody):
    return shutil.copytree(everybody, tmp_path / "other")


def forms(page):
    dee = page.app.caseload.find_person("dee").id
    push, dialog = page.app.push_screen, page.app.open_dialog
    return {
        "a note": lambda: dialog("note", dee),
        "the catch-up sheet": lambda: dialog("catch-up"),
        "a new record": lambda: dialog("form", Goal, dee),
        "a correction": lambda: dialog("form", Client, dee, page.app.caseload.get(Client, dee)),
        "a page of the notebook": lambda: dialog("write", page.app.day_question()),
        "leave until": lambda: dialog("leave-until", dee),
        "a question of her own": lambda: push(OwnQuestionScreen()),
        "a question in her words": lambda: push(form_of(known_question(page.app.notebook, "hope-b1"))),
        "a day": lambda: push(DayForm("Dee, out since", lambda day: None)),
        "go to a day": lambda: push(GoToDay(lambda day: None)),
        "one line": lambda: push(OneLineScreen("copies go to", "", "A folder.")),
        "first people": lambda: dialog("first-start"),
    }


def by_esc(page):
    return page.press("escape")


def by_the_lock(page):
    return page.press("ctrl+l", "enter")


async def by_another_place(page):
    page.app.action_place("agenda")
    page.app.action_place("today")


async def by_the_end(page):
    await page.app.pop_screen()  # as the program takes its screens down when its terminal goes


ROUTES = (by_esc, by_the_lock, by_another_place, by_the_end)


@pytest.mark.parametrize(
    "first", [0, *(pytest.param(at, marks=pytest.mark.long) for at in range(1, len(ROUTES)))]
)
async def test_words_are_back_in_every_form_whatever_way_it_was_left(open_page, books, first):
    """Each form is left by one of the ways; in the long run by all of them."""
    async with open_page(books, size=(120, 40)) as page:
        for at, (called, opened) in enumerate(forms(page).items()):
            route = ROUTES[(first + at) % len(ROUTES)]
            opened()
            await page.pilot.pause()
            page.app.post_message(events.Paste("zorb"))
            await page.pilot.pause()
            assert "zorb" in page.text, called
            await route(page)
            await page.pilot.pause()
            while len(page.app.screen_stack) > 1:
                await page.app.pop_screen()
            opened()
            await page.pilot.pause()
            if "brings it back" in page.text:
                await page.press("down")
            assert "zorb" in page.text, called
            await page.app.pop_screen()


async def test_what_was_typed_about_one_day_is_not_shown_under_another_name(open_page, books):
    async with open_page(books) as page:
        page.app.push_screen(DayForm("Dee, out since", lambda day: None, person=1))
        await page.pilot.pause()
        page.app.post_message(events.Paste("zorb"))
        await page.press("escape")
        for name, person in (("Marcus", 2), ("Dee", 3)):  # two may have one name
            page.app.push_screen(DayForm(f"{name}, out since", lambda day: None, person=person))
            await page.pilot.pause()
            assert "zorb" not in page.text
            await page.press("escape")
        assert not books.folder.drafts().all()  # nothing waits on Today for a day


async def test_what_was_typed_into_a_small_question_waits_there_until_it_is_used(open_page, path, clock):
    monday = Drafts(path, clock)
    spring = FixedClock(Moment(clock.now().local + timedelta(days=120), clock.now().zone))
    shown = DayForm("Dee, out since", lambda day: None)
    monday.keep(Draft(f"{SMALL}DayForm", None, {"on": "last night"}, crc32(shown.called().encode())))
    with DataFolder.open(path, spring) as folder:
        async with open_page(books_of(folder, spring), clock=spring) as page:
            assert not folder.drafts().all()  # it is no draft that waits on Today
            page.app.push_screen(shown)
            await page.pilot.pause()
            assert "22 Nov 2026" in page.text and "your words of Mon 23 Nov 2026 14:02 are back" in page.text


async def test_words_that_are_back_in_one_line_are_not_wiped_by_the_next_key(open_page, books):
    async with open_page(books) as page:
        for keys in (("z", "o", "escape"), ("r", "b")):  # what is proposed gives way, her own words do not
            page.app.push_screen(OneLineScreen("keep this view", "With us", ""))
            await page.pilot.pause()
            await page.press(*keys)
        assert "zorb" in page.text and "With us" not in page.text


async def test_what_is_said_of_one_person_in_one_line_is_not_shown_under_another_name(open_page, books):
    async with open_page(books) as page:
        for person, keys, words in (
            (1, ("z", "o", "r", "b", "escape"), ""),
            (2, ("escape",), ""),
            (1, (), "zorb"),
        ):
            page.app.push_screen(OneLineScreen("who stands beside them", "", "", person=person))
            await page.pilot.pause()
            assert page.app.screen.query_one("Input").value == words
            await page.press(*keys)


async def test_how_one_plan_comes_back_is_not_shown_for_another_of_the_same_name(open_page, books):
    async with open_page(books) as page:
        plans = [
            books.caseload.add(Appointment(client_id=who, on=date(2026, 12, 1), what="clinic")).records[0]
            for who in (1, 2)
        ]
        for plan, words in ((plans[0], ""), (plans[1], ""), (plans[0], "every tue")):
            screen = RepeatForm(plan, "")
            page.app.push_screen(screen)
            await page.pilot.pause()
            assert screen.form.answers["again"] == words
            if plan is plans[0]:
                screen.form.restore({"again": "every tue"})
            await page.press("escape")
