"""However a form is left, what was typed into it is there when it is opened again."""

from datetime import timedelta

import pytest
from textual import events

from mentor_tui.screens.day_form import DayForm
from mentor_tui.screens.go_to_day import GoToDay
from mentor_tui.screens.one_line import OneLineScreen
from mentor_tui.screens.own_question import OwnQuestionScreen
from store.clock import FixedClock, Moment
from store.drafts import SMALL, Draft
from store.records import Client, Goal


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
        page.app.push_screen(DayForm("Dee, out since", lambda day: None))
        await page.pilot.pause()
        page.app.post_message(events.Paste("zorb"))
        await page.press("escape")
        page.app.push_screen(DayForm("Marcus, out since", lambda day: None))
        await page.pilot.pause()
        assert "zorb" not in page.text
        assert not books.folder.drafts().all()  # nothing waits on Today for a day


async def test_what_was_typed_into_a_small_question_is_gone_by_tomorrow(open_page, books, clock):
    line = Draft(f"{SMALL}dayform", None, {"on": "zorb"}, 7)
    books.folder.drafts().keep(line)
    books.folder.drafts().keep(Draft("note", 1, {"text": "boots"}))
    tomorrow = FixedClock(Moment(clock.now().local + timedelta(days=1), clock.now().zone))
    async with open_page(books, clock=clock):
        assert books.folder.drafts().of(line.kind, None, 7)
    async with open_page(books, clock=tomorrow):
        assert books.folder.drafts().of(line.kind, None, 7) is None
        assert [draft.words for draft in books.folder.drafts().all()] == ["boots"]
