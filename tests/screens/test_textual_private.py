"""What we use of Textual's private parts still does what we count on."""

import pytest
from textual.content import Content
from textual.widgets import Static

from mentor_tui.app import MentorApp
from mentor_tui.textual_private import crash_report, screen_lines, title_of


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
