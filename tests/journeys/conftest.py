"""A real terminal: a pty with the program on one end and a screen of 80 by 24 on the other."""

import os
import re
import sys
import termios
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pexpect
import pyte
import pytest

from mentor_tui.books import books_of
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import Client, Episode, Rhythm

MENTOR = str(Path(sys.executable).with_name("mentor"))
PATIENCE = 20.0
"""Seconds until something that should be on the screen is missed: long, for busy machines."""

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "space": " ",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "ctrl+c": "\x03",
    "ctrl+l": "\x0c",
    "ctrl+o": "\x0f",
    "ctrl+s": "\x13",
    "f7": "\x1b[18~",
}

# Private sequences that pyte would print as text; and a sequence whose end has not been read yet.
NOT_FOR_PYTE = re.compile(rb"\x1b\[(?:[<>=][0-9;]*[a-zA-Z]|\?[0-9;]*(?:\$p|[a-gi-km-zA-Z]))")
UNFINISHED = re.compile(rb"(?:\x1b(?:\[[<>=?]?[0-9;]*\$?)?)?\Z")


class Terminal:
    """What a mentor has in front of her: she types, and reads the screen."""

    def __init__(self, words, environment, columns=80, rows=24):
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._unread = b""
        self.process = pexpect.spawn(
            words[0], list(words[1:]), env=environment, dimensions=(rows, columns), timeout=PATIENCE
        )
        self.modes_before = self.modes()

    def modes(self):
        """How the terminal treats keys: echo, whole lines, signals."""
        return termios.tcgetattr(self.process.child_fd)[:4]

    def left_on(self):
        """The terminal's own modes that the program turned on and never off, or the other way about."""
        last, first = {}, {}
        for number, way in re.findall(rb"\x1b\[\?([0-9]+)([hl])", self.raw):
            first.setdefault(number, way)
            last[number] = way
        keyboard = self.raw.count(b"\x1b[>1u") - self.raw.count(b"\x1b[<u")
        return (
            [number for number in last if first[number] == last[number] == b"h" and number != b"25"]
            + ["the cursor" for _ in range(last.get(b"25") == b"l")]
            + ["the keyboard" for _ in range(keyboard > 0)]
        )

    def text(self):
        """The screen as lines of text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys):
        """Type words, or press keys named in KEYS."""
        for key in keys:
            self.process.send(KEYS.get(key, key))

    def _read(self, seconds):
        """Take what the program drew; False when it has ended."""
        try:
            drawn = self.process.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += drawn
        self._unread += drawn
        whole = len(self._unread) - len(UNFINISHED.search(self._unread)[0])
        self._stream.feed(NOT_FOR_PYTE.sub(b"", self._unread[:whole]))
        self._unread = self._unread[whole:]
        return True

    def until(self, *wanted):
        """Wait until all of this is on the screen."""
        deadline = time.monotonic() + PATIENCE
        while not all(words in self.text() for words in wanted):
            if time.monotonic() > deadline or not self._read(0.2):
                missing = [words for words in wanted if words not in self.text()]
                raise AssertionError(f"{missing} did not appear:\n{self.text()}")
        return self.text()

    def until_gone(self, words):
        """Wait until this is no longer on the screen."""
        deadline = time.monotonic() + PATIENCE
        while words in self.text():
            if time.monotonic() > deadline or not self._read(0.2):
                raise AssertionError(f"{words!r} is still there:\n{self.text()}")

    def end(self):
        """Wait for the program to end; its exit code, or minus the signal that ended it."""
        deadline = time.monotonic() + PATIENCE
        while self._read(0.2):
            if time.monotonic() > deadline:
                raise AssertionError(f"the program is still running:\n{self.text()}")
        self.process.wait()
        status = self.process
        return -status.signalstatus if status.signalstatus is not None else status.exitstatus

    def hang_up(self):
        """Take the terminal away, as a closed window does; True when the program has ended by itself."""
        self.process.ptyproc.fileobj.close()
        deadline = time.monotonic() + PATIENCE
        while self.process.isalive() and time.monotonic() < deadline:
            time.sleep(0.02)
        return not self.process.isalive()


@pytest.fixture
def open_terminal():
    """Start a program on a terminal of its own; what still runs at the end of a test is ended."""
    opened = []

    def start(*words, **size):
        environment = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST")}
        terminal = Terminal(words, environment, **size)
        opened.append(terminal)
        return terminal

    yield start
    for terminal in opened:
        with suppress(OSError, pexpect.ExceptionPexpect):
            terminal.process.close(force=True)


@pytest.fixture
def mentor():
    """The program as it is installed."""
    return MENTOR


@pytest.fixture(autouse=True)
def still_clock(monkeypatch):
    """Monday 23 November 2026, 14:02 in Vancouver, for every program these tests start."""
    monkeypatch.setenv("MENTOR_NOW", "2026-11-23T14:02:00-08:00")


@pytest.fixture(scope="session")
def clock():
    """The same moment, for what is written before a program starts."""
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def kept(clock):
    """The usual data folder, with Dee in it, who came out two days ago."""
    dee = Client(
        name="Dee",
        episodes=(Episode(on=date(2026, 11, 21)),),
        rhythm=Rhythm(every_days=7, agreed_on=date(2026, 11, 23)),
    )
    with DataFolder.create(Path(os.environ["MENTOR_DATA"]), clock) as folder:
        books_of(folder, clock).caseload.add(dee)
