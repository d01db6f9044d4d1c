"""Several lines pasted where one is typed: all of them are there, with spaces between them."""

import re
from pathlib import Path

import pytest
from textual import events

from mentor_tui.screens.one_line import OneLineScreen

LINES = "the boots\r\nand\tthe coat\n\n\x1b[31m[red]hers[/red]\n"
ONE = "the boots and    the coat [red]hers[/red]"


@pytest.mark.parametrize("keys", [("slash",), ("2", "slash"), ("4", "slash"), ("2", "s")])
async def test_lines_pasted_into_one_line_are_all_kept(open_page, books, keys):
    async with open_page(books) as page:
        await page.press(*keys)
        page.app.post_message(events.Paste(LINES))
        await page.pilot.pause()
        assert page.app.focused.value.replace("[31m", "") == ONE
        assert isinstance(page.app.screen, OneLineScreen) or "the boots and" in page.text
        page.app.copy_to_clipboard("a\nb")
        page.app.focused.action_paste()
        assert page.app.focused.value.endswith("a b")


def test_every_line_in_the_program_takes_in_a_whole_paste():
    """A bare `Input` keeps the first line alone."""
    root = Path(__file__).parents[2]
    files = (path for room in ("mentor_tui", "widgets") for path in (root / room).rglob("*.py"))
    bare = re.compile(r"(?:yield|return|=|\() ?Input\(")
    assert [path.name for path in files if bare.search(path.read_text("utf-8"))] == []
