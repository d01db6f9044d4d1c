"""The passphrase as the shell asks for it on a real terminal: never shown, three tries, and echo is back."""

import os
import termios
from pathlib import Path

import pytest

from store.clock import FixedClock, moment_from
from store.folder import DataFolder


@pytest.fixture
def asked(own_lock, open_terminal, mentor):
    """`mentor clients` on an encrypted folder with Dee in it, at its question."""
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    place = Path(os.environ["MENTOR_DATA"])
    with DataFolder.create(place, clock, own_lock.lock) as folder, folder.act("person, Dee") as act:
        act.insert("clients", {"name": "Dee"})
    terminal = open_terminal(mentor, "clients")
    terminal.until("Passphrase:")
    return terminal


def echoes(modes):
    return bool(modes[3] & termios.ECHO)


def test_the_right_one_opens_it_and_is_never_shown(asked, own_lock):
    assert echoes(asked.modes_before)
    assert not echoes(asked.modes())
    asked.press(own_lock.passphrase, "enter")
    assert asked.end() == 0
    assert "Dee" in asked.text()
    assert own_lock.passphrase.encode() not in asked.raw
    assert asked.modes() == asked.modes_before


def test_three_wrong_ones_end_in_77(asked):
    for number in (1, 2, 3):
        asked.press(f"harbor wren planted {number}", "enter")
        if number < 3:
            while asked.raw.count(b"Passphrase:") <= number:
                assert asked._read(20), asked.text()
    assert asked.end() == 77
    assert asked.raw.count(b"Passphrase:") == 3
    assert asked.raw.count(b"That is not the passphrase") == 3
    assert b"planted" not in asked.raw and b"Dee" not in asked.raw
    assert asked.modes() == asked.modes_before


def test_ctrl_c_ends_in_130_and_the_terminal_shows_what_is_typed_again(asked):
    asked.press("half of it", "ctrl+c")
    assert asked.end() == 130
    assert b"half of it" not in asked.raw
    assert "Stopped" in asked.text() and "Traceback" not in asked.text()
    assert asked.modes() == asked.modes_before
    assert echoes(asked.modes())


def test_a_closed_input_ends_in_77(asked):
    asked.press("\x04")
    assert asked.end() == 77
    assert "Nothing was typed" in asked.text()
    assert asked.modes() == asked.modes_before
