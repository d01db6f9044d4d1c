"""First start with a passphrase, the wrong one, the right one, a lock within a note: on a real terminal."""

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from mentor_tui.books import books_of
from store.folder import DataFolder
from store.records import Client, Episode

PASSPHRASE = "maple quilt harbor wren"
OUT = Episode(on=date(2026, 11, 21))


def groups_on(text):
    return {int(number): group for number, group in re.findall(r"(\d+) ([A-Z0-9]{2,4})\b", text)}


def test_a_first_start_behind_a_passphrase(open_terminal, mentor):
    """The one walk through scrypt in earnest: from nothing to a person, and locked the next time."""
    terminal = open_terminal(mentor)
    terminal.until("A passphrase for your notes", "both lost")
    terminal.press(PASSPHRASE, "enter", PASSPHRASE, "enter")
    paper = groups_on(terminal.until("Your recovery key", "15 "))
    terminal.press("enter")
    asked = re.search(r"groups (\d+) and (\d+)", terminal.until("Is it on paper?", "groups "))
    terminal.press(paper[int(asked[1])], "enter", paper[int(asked[2])], "enter")
    terminal.until("Who are you walking with?")
    terminal.press("Quillon out 21 nov weekly text\x13")
    terminal.until("day 2 since release")
    terminal.press("q")
    assert terminal.end() == 0
    assert_nothing_is_left(terminal)
    open_terminal(mentor).until("Your notes are locked")


@pytest.fixture
def locked_folder(own_lock, clock):
    """The usual data folder, encrypted, with Quillon in it."""
    with DataFolder.create(Path(os.environ["MENTOR_DATA"]), clock, own_lock.lock) as folder:
        books_of(folder, clock).caseload.add(Client(name="Quillon", episodes=(OUT,)))


@pytest.fixture
def typing(open_terminal, mentor, locked_folder, own_lock):
    """The program, unlocked after a wrong passphrase, with half a note in it."""
    terminal = open_terminal(mentor)
    terminal.until("Your notes are locked")
    terminal.press("something else", "enter")
    terminal.until("That is not the passphrase")
    terminal.press(own_lock.passphrase, "enter")
    terminal.until("Quillon", "COMING UP")
    terminal.press("n")
    terminal.until("enter save")
    terminal.press("quillon call 15m got the boots")
    terminal.until('"got the boots"')
    return terminal


def test_a_lock_within_a_note_and_the_words_are_back(typing, own_lock):
    typing.press("ctrl+l")
    typing.until("Your notes are locked")
    typing.until_gone("boots")
    assert "Quillon" not in typing.text()
    typing.press(own_lock.passphrase, "enter")
    typing.until("got the boots", "enter save")
    typing.press("enter")
    typing.until("Saved 14:02")
    typing.press("q")
    assert typing.end() == 0
    assert_nothing_is_left(typing)


def test_a_line_posted_while_it_is_locked_is_counted_and_waits_for_her(typing, mentor, own_lock):
    typing.press("ctrl+l")
    typing.until_gone("boots")
    drawn = len(typing.raw)
    note = subprocess.run([mentor, "note", "quillon text shoes"], capture_output=True, text=True, check=True)
    assert "waits in the inbox" in note.stdout
    typing.until("1 line waits in the inbox.")
    assert b"Quillon" not in typing.raw[drawn:] and b"shoes" not in typing.raw[drawn:]
    typing.press(own_lock.passphrase, "enter")
    typing.until("1 note in the inbox")


def assert_nothing_is_left(terminal):
    assert titles_of(terminal.raw) == []
    assert b"Quillon" not in after_the_screen(terminal.raw)


def titles_of(raw):
    """What was written into the terminal's title."""
    return re.findall(rb"\x1b\][012];[^\x07\x1b]*", raw)


def after_the_screen(raw):
    """What stands in the scrollback: everything outside the alternate screen."""
    before, _, rest = raw.partition(b"\x1b[?1049h")
    return before + rest.rpartition(b"\x1b[?1049l")[2]


@pytest.fixture
def covered(open_terminal, mentor, kept):
    terminal = open_terminal(mentor)
    terminal.until("Dee", "COMING UP", "not encrypted")
    terminal.press("ctrl+l")
    terminal.until("Covered")
    return terminal


def test_a_plain_folder_is_covered_and_comes_back(covered):
    covered.until_gone("Dee")
    covered.press("enter")
    covered.until("Dee", "COMING UP")
    covered.press("q")
    assert covered.end() == 0
