"""Keys that arrive in one read, as a terminal gives them after a slow moment: each has its turn."""

import pytest
from textual import events

from mentor_tui.screens import dialog
from mentor_tui.screens.base import MentorScreen
from mentor_tui.screens.help import HelpScreen
from store.records import Contact, Referral


async def at_once(page, *keys):
    """All of these keys before any of them has done its work."""
    for key in keys:
        page.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await until_done(page)


async def until_done(page):
    await page.pilot.pause()
    while page.app.is_running and page.app.has_keys_waiting:
        await page.pilot.pause(0.01)
    await page.pilot.pause()


@pytest.mark.parametrize("key", ["enter", "ctrl+s"])
async def test_a_note_is_saved_once_however_often_save_is_pressed(open_page, books, key):
    before = len(books.caseload.all(Contact))
    async with open_page(books) as page:
        await page.press("n")
        page.app.post_message(events.Paste("dee 15c got the boots"))
        await at_once(page, *[key] * 6)
        assert len(books.caseload.all(Contact)) == before + 1


async def test_a_double_click_on_save_saves_once(open_page, books):
    before = len(books.caseload.all(Contact))
    async with open_page(books) as page:
        await page.press("n")
        page.app.post_message(events.Paste("dee 15c got the boots"))
        await until_done(page)
        page.app.screen.line.submit()
        page.app.screen.line.submit()
        await page.pilot.pause()
        assert len(books.caseload.all(Contact)) == before + 1


async def test_a_held_enter_does_not_take_the_proposed_touch(open_page, books):
    marcus = books.caseload.find_person("marcus").id
    async with open_page(books) as page:
        await page.press("n")
        page.app.post_message(events.Paste("marcus 15c got the boots"))
        await at_once(page, *["enter"] * 6)
        assert "enter plan it" in page.text
        assert books.caseload.appointments_of(marcus) == ()


@pytest.mark.parametrize(
    "keys",
    [
        ["enter"] * 30,
        ["u", *["enter"] * 9],
        ["d", *["enter"] * 9],
        ["x", *["enter"] * 9],
        ["v"] * 20,
        ["y"] * 20,
        ["u"] * 20,
        ["question_mark"] * 10,
        ["enter", "l", "escape", "escape", "escape"],
        ["p", "t", "ctrl+s", "ctrl+s", "ctrl+s"],
        ["a", "z", "ctrl+s", "ctrl+s", "ctrl+s"],
        ["r", *["space"] * 30],
        ["slash", "d", "enter", "enter", "escape", "escape"],
        ["7", "enter", "enter", "enter", "escape"],
    ],
    ids=" ".join,
)
async def test_no_number_of_keys_ends_the_program(open_page, books, keys):
    async with open_page(books) as page:
        await at_once(page, *keys)
        assert page.app.is_running
        assert page.text.strip()


async def test_a_held_u_takes_nothing_back(open_page, books):
    people = len(books.caseload.people())
    async with open_page(books) as page:
        await at_once(page, *["u"] * 20)
        assert "Undo:" in page.text
        assert len(books.caseload.people()) == people
        assert len(books.caseload.all(Referral)) == 1


async def test_u_pressed_again_is_a_yes(open_page, books, monkeypatch):
    monkeypatch.setattr(dialog, "HELD_SECONDS", 0.0)
    async with open_page(books) as page:
        await page.press("u", "u")
        assert books.caseload.all(Referral) == ()


async def test_letters_typed_ahead_of_the_line_are_all_in_it(open_page, books):
    async with open_page(books) as page:
        await at_once(page, "n", *"dee 15c")
        assert page.app.screen.line.text == "dee 15c"


async def test_closing_twice_closes_only_what_was_closed(open_page, books):
    async with open_page(books) as page:
        await page.press("enter", "l")
        note = page.app.screen
        note.dismiss(None)
        note.dismiss(None)
        await page.pilot.pause()
        assert len(page.app.screen_stack) == 2


async def test_what_closes_under_another_screen_closes_once_it_is_in_front(open_page, books):
    async with open_page(books) as page:
        await page.press("l")
        note = page.app.screen
        await page.app.push_screen(HelpScreen(note))
        note.dismiss(None)
        assert len(page.app.screen_stack) == 3
        await page.press("escape")
        await page.pilot.pause()
        assert len(page.app.screen_stack) == 1


async def test_a_screen_does_nothing_before_its_parts_are_there(open_page, books):
    async with open_page(books) as page:
        page.app.open_dialog("client", books.caseload.find_person("dee").id)
        new = page.app.screen
        assert isinstance(new, MentorScreen)
        await page.app.run_action("open", new)
        await page.pilot.pause()
        assert "Dee" in page.lines[0]
