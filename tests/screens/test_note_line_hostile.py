"""Words that break programs, through the note line."""

import json
import re
from pathlib import Path

import pytest
from textual import events

from mentor_tui.note_chips import note_view
from mentor_tui.textual_private import screen_lines
from store.records import Contact
from widgets.long_text import tidy

OWN = (
    "\x1b[31mred",
    "\x9b31m",
    "\x1b]0;a title\x07",
    "\u202eabc",
    "[/",
    "[b",
    "]]",
    "[@click=app.quit]x[/]",
    "\ud800",
    "a" * 5000,
)
ACTED_UPON = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def hostile():
    """The published list, where it is at hand, and some of our own."""
    listed = Path(__file__).parents[3] / "shared" / "data" / "naughty-strings" / "blns.json"
    return (*OWN, *(json.loads(listed.read_text("utf-8")) if listed.exists() else ()))


def test_every_string_is_read_and_none_of_it_is_a_control(books):
    for words in hostile():
        view = note_view(books.caseload.read_note(tidy(f"dee 15c {words}")), books.caseload)
        shown = "".join(text for row in view.rows for text, _ in row)
        assert not ACTED_UPON.search(shown), words


async def test_all_of_them_in_one_note_reach_the_disk_and_no_control_the_screen(open_page, books):
    async with open_page(books) as page:
        page.app.open_dialog("note")
        await page.pilot.pause()
        page.app.post_message(events.Paste("dee 15c\n" + "\n".join(hostile())))
        await page.pilot.pause()
        assert not ACTED_UPON.search("".join(screen_lines(page.app)))
        await page.press("ctrl+s")
    dee = books.caseload.find_person("dee").id
    words = next(books.caseload.contacts_with(dee)).words
    assert "[@click=app.quit]x[/]" in words
    assert words.count("\n") >= len(hostile()) - 1
    assert not ACTED_UPON.search(words)


@pytest.mark.parametrize("words", OWN[:8])
async def test_one_alone_in_the_first_line_is_shown_and_saved(open_page, books, words):
    async with open_page(books) as page:
        page.app.open_dialog("note")
        await page.pilot.pause()
        page.app.post_message(events.Paste(f"dee 15c boots {words}"))
        await page.pilot.pause()
        assert not ACTED_UPON.search("".join(screen_lines(page.app)))
        await page.press("enter")
    assert len(books.caseload.all(Contact)) == 4
