"""After the lock: the small dialogs are open again, and a note about a plan still says what became of it."""

import shutil
from contextlib import asynccontextmanager
from datetime import date

import pytest

from mentor_tui.books import books_of
from store.drafts import Drafts
from store.folder import DataFolder
from store.records import Appointment, CheckIn, Repeat, SavedView
from tests.screens.at_the_door import at_the_door
from tests.screens.conftest import TODAY, add_people

LOCKED = "Your notes are locked"
WEEKLY = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=date(2026, 11, 24))
COURT = Appointment(client_id=1, kind="court", on=TODAY, what="hearing")
GROUP = Appointment(client_id=1, on=WEEKLY.begins, what="group", series="a" * 32, repeats=WEEKLY)


@pytest.fixture(scope="module")
def as_written(tmp_path_factory, clock, own_lock):
    path = tmp_path_factory.mktemp("encrypted") / "store"
    with DataFolder.create(path, clock, own_lock.lock) as folder:
        caseload = books_of(folder, clock).caseload
        add_people(caseload)
        for plan in (COURT, GROUP):
            caseload.add(plan)
    return path


@pytest.fixture
def opened(tmp_path, as_written, clock, own_lock):
    place = shutil.copytree(as_written, tmp_path / "store")

    @asynccontextmanager
    async def opening():
        async with at_the_door(place, clock, size=(100, 30)) as page:
            page.app.unlocked(own_lock.lock.keys)
            await page.until("COMING UP")
            page.locked_and_back = lambda words: locked_and_back(page, own_lock, words)
            yield page

    return opening


async def locked_and_back(page, own_lock, words):
    await page.press("ctrl+l")
    await page.until(LOCKED)
    page.app.unlocked(own_lock.lock.keys)
    await page.until(words)
    await page.pilot.pause()


def kept(page, what):
    return [one for one in page.app.caseload.all(Appointment) if one.what == what]


async def close_with_note(page, plan, words):
    """Open the line that closes a plan, as `d` does, and type."""
    from store.noting import About

    page.app.open_dialog("note", plan.client_id, About(plan.id, plan.on, "went"))
    await page.pilot.pause()
    await page.paste(words)


async def test_a_note_that_closes_a_plan_closes_it_after_the_lock_too(opened):
    async with opened() as page:
        (court,) = kept(page, "hearing")
        await close_with_note(page, court, "it was short")
        await page.locked_and_back("it was short")
        assert "went" in page.lines[page.lines.index(next(one for one in page.lines if "note, Dee" in one))]
        await page.press("enter")
        assert [one.result for one in kept(page, "hearing")] == ["went"]


async def test_put_aside_it_closes_the_same_day_of_a_series_when_it_is_gone_on_with(opened):
    async with opened() as page:
        (head,) = kept(page, "group")
        later = page.app.caseload.plan_on(head.id, date(2026, 12, 8))
        await close_with_note(page, later, "we both went")
        await page.press("f3", "escape")
        (draft,) = page.app.caseload.folder.drafts().all()
        assert draft.words == "we both went"
        page.app.open_dialog("put-aside")
        await page.pilot.pause()
        await page.press("enter")
        await page.until("we both went")
        await page.press("enter")
        closed = [one.on for one in kept(page, "group") if one.result == "went"]
        assert closed == [date(2026, 12, 8)]


async def test_how_a_plan_comes_back_is_asked_again_after_the_lock(opened):
    async with opened() as page:
        (court,) = kept(page, "hearing")
        from mentor_tui.screens.repeat_form import RepeatForm

        page.app.push_screen(RepeatForm(court, ""))
        await page.pilot.pause()
        await page.paste("every thu")
        await page.locked_and_back("every thu")
        assert "“hearing”: how it comes back" in page.flat.replace("court, ", "")
        await page.press("ctrl+s")
        assert [one.repeats.rule for one in kept(page, "hearing")] == ["FREQ=WEEKLY;BYDAY=TH"]


async def test_words_for_from_here_on_are_not_shown_for_all_or_another_day(opened):
    from mentor_tui.screens.repeat_form import RepeatForm
    from store.series_acts import ALL, FROM

    async with opened() as page:
        (head,) = kept(page, "group")
        later = [page.app.caseload.plan_on(head.id, date(2026, 12, day)) for day in (8, 15)]
        for plan, scope, is_there in (
            (later[0], FROM, True), (later[1], FROM, False), (head, ALL, False), (later[0], FROM, True)
        ):  # fmt: skip
            screen = RepeatForm(plan, scope)
            page.app.push_screen(screen)
            await page.pilot.pause()
            if plan is later[0]:
                screen.form.restore({"again": "every fri"})
            assert (screen.form.answers["again"] == "every fri") is is_there
            await page.press("escape")


async def test_the_day_to_go_to_and_the_name_of_a_view_are_asked_again_after_the_lock(opened):
    async with opened() as page:
        await page.press("3", "f")
        await page.paste("12 jan")
        await page.locked_and_back("12 jan")
        await page.press("ctrl+s")
        assert page.app.screen.day_here == date(2027, 1, 12)
        await page.press("2", "slash")
        page.app.screen.filter_line.value = "dee"
        await page.press("down", "s")
        page.app.screen.query_one("#write-path").value = "just her"
        await page.locked_and_back("just her")
        await page.press("enter")
        await page.pilot.pause()
        (view,) = page.app.caseload.all(SavedView)
        assert (view.name, view.words) == ("just her", "dee")
        assert page.app.screen.saved_view == view
        folder = page.app.caseload.folder
        assert not list((folder.path / "drafts").iterdir())


async def test_after_the_lock_a_sentence_goes_on_under_the_question_it_was_begun_on(opened):
    async with opened() as page:
        page.app.open_dialog("check-in", 1, at="hope-with-b")
        await page.press("enter", *"mid ")
        await page.locked_and_back("mid")
        await page.press(*"on", "ctrl+s")
        (kept,) = page.app.caseload.of(CheckIn, 1)
        assert [(one.question_id, one.words) for one in kept.answers] == [("hope-with-b", "mid on")]


def test_a_draft_that_says_nothing_we_read_of_its_plan_closes_none(tmp_path, clock):
    from mentor_tui.note_in_hand import closing_in
    from store.drafts import CLOSES, Draft

    for said, number in (("", 1), ("won 2026-12-01", 1), ("went soon", 1), ("went 2026-12-01", 0)):
        assert closing_in(Draft("note", 1, {CLOSES: said}, number)) is None
    drafts = Drafts(tmp_path, clock)
    assert drafts.keep(Draft("note", 1, {"text": "", CLOSES: "went"}, 1)).name == ""
