"""What happens before the books are open: keys wait, and whatever breaks is said on the way out."""

import asyncio
import threading
from contextlib import asynccontextmanager

import pytest
from textual import events

from mentor_tui.app import MentorApp
from mentor_tui.textual_private import screen_lines
from store.errors import StoreDamaged


@asynccontextmanager
async def opening(books, clock):
    """The program while its books are being opened, and a way to have them open."""
    may_open = threading.Event()

    def open_books():
        may_open.wait(20)
        return books

    app = MentorApp(open_books, clock)

    async def opened():
        may_open.set()
        while app.is_opening:
            await asyncio.sleep(0.01)
        await pilot.pause()

    async with app.run_test(size=(80, 24)) as pilot:
        try:
            yield app, pilot, opened
        finally:
            may_open.set()


def shown(app):
    return "\n".join(screen_lines(app))


async def test_a_key_pressed_while_the_books_are_opened_acts_once_they_are(books, clock):
    async with opening(books, clock) as (app, pilot, opened):
        await pilot.press("2")
        assert app.current_mode == "today"
        await opened()
        assert app.current_mode == "clients"


async def test_words_typed_ahead_reach_the_note_they_were_meant_for_in_order(books, clock):
    async with opening(books, clock) as (app, pilot, opened):
        await pilot.press("n", *"dee call 15m quick talk")
        await opened()
        assert app.screen.line.text == "dee call 15m quick talk"


async def test_a_paste_waits_its_turn_too(books, clock):
    async with opening(books, clock) as (app, pilot, opened):
        await pilot.press("N")
        app.post_message(events.Paste("dee 15c boots\nmarcus text"))
        await pilot.pause()
        await opened()
        assert "dee 15c boots" in shown(app)


async def test_a_dialog_opened_by_a_row_has_the_next_key(books, clock):
    async with opening(books, clock) as (app, pilot, opened):
        await pilot.press("enter", "l", *"ok", "escape", "escape")
        await opened()
        assert "Today" in shown(app)


async def test_no_key_passes_the_first_start_by(empty_books, clock):
    async with opening(empty_books, clock) as (app, pilot, opened):
        await pilot.press("2", *" dee")
        await opened()
        assert app.screen.query_one("#first-lines").answer == "2 dee"


async def test_q_closes_the_program_at_once(books, clock):
    async with opening(books, clock) as (app, pilot, _):
        await pilot.press("q")
        assert not app.is_running


async def test_a_q_among_words_typed_ahead_is_a_letter(books, clock):
    async with opening(books, clock) as (app, pilot, opened):
        await pilot.press("n", "q")
        await opened()
        assert app.screen.line.text == "q"


async def ended_on(error, clock):
    def broken():
        raise error

    app = MentorApp(broken, clock)
    async with app.run_test() as pilot:
        while app.is_running:
            await pilot.pause(0.01)
    return app


@pytest.mark.parametrize("error", [ValueError("Dee Planted-Name"), KeyError("Dee Planted-Name")])
async def test_whatever_breaks_while_the_books_are_opened_ends_the_program_with_a_sentence(error, clock):
    app = await ended_on(error, clock)
    assert app.return_code == 1
    assert str(app.refusal).startswith("Something in mentor itself went wrong")
    assert "Planted-Name" not in str(app.refusal)


async def test_a_refusal_of_the_store_is_said_in_its_own_words(clock):
    app = await ended_on(StoreDamaged("The record is damaged: see mentor doctor."), clock)
    assert (app.return_code, str(app.refusal)) == (1, "The record is damaged: see mentor doctor.")


async def test_what_breaks_while_the_rest_is_read_ends_the_program_too(books, clock, monkeypatch):
    def breaks():
        raise ValueError("Dee Planted-Name")
        yield

    monkeypatch.setattr(books.folder, "load_steps", breaks)
    app = MentorApp(lambda: books, clock)
    async with app.run_test() as pilot:
        while app.is_running:
            await pilot.pause(0.01)
    assert app.return_code == 1
    assert "Planted-Name" not in str(app.refusal)
