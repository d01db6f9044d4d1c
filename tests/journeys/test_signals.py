"""However the program is ended, the terminal is as it was before, and nothing typed is lost."""

import os
import signal
from pathlib import Path

import pytest

from store.drafts import Drafts

ENDED_FROM_OUTSIDE = [
    pytest.param(signal.SIGTERM, id="SIGTERM"),
    pytest.param(signal.SIGHUP, id="SIGHUP"),
    pytest.param(signal.SIGINT, id="SIGINT"),
    pytest.param(signal.SIGQUIT, id="SIGQUIT"),
]
WAY_BACK = {
    b"\x1b[?1049l": "the screen that was there before",
    b"\x1b[?25h": "the cursor",
    b"\x1b[?1000l": "the mouse",
    b"\x1b[?2004l": "plain pasting",
}


@pytest.fixture
def today(open_terminal, mentor, kept):
    """The program, open on Today."""
    terminal = open_terminal(mentor)
    terminal.until("Dee", "COMING UP")
    return terminal


@pytest.fixture
def writing(today):
    """The same, with half a note in it."""
    today.press("n")
    today.until("enter save")
    today.press("dee call 15m got the bo")
    today.until('"got the bo"')  # as it was understood, not only as it was typed
    return today


@pytest.mark.parametrize("ended_by", ENDED_FROM_OUTSIDE)
def test_a_program_that_is_ended_gives_the_terminal_back_and_keeps_the_words(writing, clock, ended_by):
    """It says by its code how it ended, prints nobody, and does not stay to make a backup."""
    drawn = len(writing.raw)
    writing.process.kill(ended_by)
    assert writing.end() == 128 + ended_by
    assert b"Dee" not in writing.raw[drawn:]
    assert [what for sequence, what in WAY_BACK.items() if sequence not in writing.raw] == []
    assert writing.left_on() == []
    assert writing.modes() == writing.modes_before
    data = Path(os.environ["MENTOR_DATA"])
    assert list((data / "backups").iterdir()) == []
    assert [draft.words for draft in Drafts(data, clock).all()] == ["dee call 15m got the bo"]


def test_a_window_that_is_closed_ends_the_program_and_the_words_are_there_again(
    writing, open_terminal, mentor
):
    assert writing.hang_up()
    again = open_terminal(mentor)
    again.until("put aside")
    again.press("n")
    again.until("dee call 15m got the bo")


def test_a_program_that_was_held_and_let_go_on_still_answers_and_ctrl_c_ends_no_words(writing):
    writing.process.kill(signal.SIGSTOP)
    writing.process.kill(signal.SIGCONT)
    writing.press("ctrl+c")
    writing.press("o")
    writing.until('"got the boo"')
    writing.press("esc")
    writing.until_gone("enter save")
    writing.press("q")
    assert writing.end() == 0
