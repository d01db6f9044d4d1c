"""What we use of Textual's private parts still does what we count on."""

import pytest
from textual._context import active_message_pump
from textual.content import Content
from textual.widgets import Static

from mentor_tui.app import MentorApp
from mentor_tui.textual_private import (
    crash_report,
    forget_clipboard,
    of_its_own_accord,
    screen_lines,
    start_in_mode,
    title_of,
)


class Crash(RuntimeError):
    pass


async def test_a_crash_report_names_the_place_and_none_of_the_words(books, clock, capsys):
    app = MentorApp(lambda: books, clock)

    def break_down(secret="Dee Planted-Name"):
        words = f"{secret} said"
        raise Crash(words)

    with pytest.raises(Crash):
        async with app.run_test() as pilot:
            app.call_later(break_down)
            await pilot.pause()
    said = capsys.readouterr()
    assert "Planted-Name" not in said.out + said.err
    assert "break_down" in said.err
    assert "Crash" in said.err


def test_a_crash_report_without_a_reason_is_still_a_sentence():
    assert crash_report(None).startswith("The program stopped.")


async def test_screen_lines_are_the_lines_of_the_screen(open_page, books):
    async with open_page(books) as page:
        lines = screen_lines(page.app)
        assert len(lines) == 24
        assert lines[0].startswith(" Today")


@pytest.mark.parametrize("title", ["Dee", "[/", "a \\[b]", "[bold]Dee[/bold]"])
def test_the_title_of_a_frame_comes_out_as_it_was_put_in(title):
    framed = Static()
    framed.border_title = Content(title)
    assert title_of(framed).plain == title


def test_a_frame_without_a_title_has_an_empty_one():
    assert not title_of(Static())


async def test_an_app_can_start_in_another_mode(books, clock):
    app = MentorApp(lambda: books, clock)
    start_in_mode(app, "cover")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.current_mode == "cover"
        assert "Covered" in "\n".join(screen_lines(app))


async def test_the_clipboard_of_the_program_can_be_emptied(open_page, books):
    async with open_page(books) as page:
        page.app.copy_to_clipboard("her shoes")
        forget_clipboard(page.app)
        assert page.app.clipboard == ""


async def test_what_the_app_begins_is_begun_by_no_screen(open_page, books):
    async with open_page(books) as page:
        with of_its_own_accord(page.app):
            assert active_message_pump.get() is page.app
