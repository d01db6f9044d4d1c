"""However the program is ended, the terminal is as it was before, and nothing typed is lost."""

import os
import signal
from pathlib import Path

import pytest

ENDED_FROM_OUTSIDE = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT]
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


@pytest.mark.parametrize("ended_by", ENDED_FROM_OUTSIDE, ids=lambda ended_by: ended_by.name)
def test_a_program_that_is_ended_gives_the_terminal_back(today, ended_by):
    today.process.kill(ended_by)
    today.end()
    assert [what for sequence, what in WAY_BACK.items() if sequence not in today.raw] == []
    assert today.left_on() == []
    assert today.modes() == today.modes_before


@pytest.mark.parametrize("ended_by", ENDED_FROM_OUTSIDE, ids=lambda ended_by: ended_by.name)
def test_a_program_that_is_ended_says_so_by_its_code_and_prints_nobody(today, ended_by):
    drawn = len(today.raw)
    today.process.kill(ended_by)
    assert today.end() == 128 + ended_by
    assert b"Dee" not in today.raw[drawn:]


def test_a_program_that_is_ended_does_not_stay_to_make_a_backup(today):
    today.process.kill(signal.SIGTERM)
    today.end()
    assert list((Path(os.environ["MENTOR_DATA"]) / "backups").iterdir()) == []


@pytest.mark.parametrize("ended_by", ENDED_FROM_OUTSIDE, ids=lambda ended_by: ended_by.name)
def test_a_half_written_note_is_there_again_after_the_program_was_ended(
    today, open_terminal, mentor, ended_by
):
    today.press("n")
    today.until("enter save")
    today.press("dee call 15m got the bo")
    today.until('"got the bo"')  # as it was understood, not only as it was typed
    today.process.kill(ended_by)
    today.end()
    again = open_terminal(mentor)
    again.until("put aside")
    again.press("n")
    again.until("dee call 15m got the bo")


def test_a_window_that_is_closed_ends_the_program_and_keeps_the_words(today, open_terminal, mentor):
    today.press("n")
    today.until("enter save")
    today.press("dee call 15m got the bo")
    today.until('"got the bo"')
    assert today.hang_up()
    open_terminal(mentor).until("put aside")


def test_ctrl_c_does_not_end_the_program_with_words_in_it(today):
    today.press("n")
    today.until("enter save")
    today.press("dee call 15m got the boots")
    today.until("got the boots")
    today.press("ctrl+c")
    today.until("got the boots")
    assert today.process.isalive()


def test_a_program_that_was_held_and_let_go_on_still_answers(today):
    today.process.kill(signal.SIGSTOP)
    today.process.kill(signal.SIGCONT)
    today.press("n")
    today.until("enter save")
    today.press("esc")
    today.until_gone("enter save")
    today.press("q")
    assert today.end() == 0
