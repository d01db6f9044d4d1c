"""The bytes that a terminal is given: only the drawing of the program, never a byte of what a record says."""

import os
import re
from pathlib import Path

import pytest

from store.clock import SystemClock
from store.folder import DataFolder
from tests.hostile import ESCAPES, poisoned

pytestmark = pytest.mark.trust("hostile text")

# What the program itself draws with: colours, places, and the modes of a full screen, each with its numbers.
DRAWING = re.compile(
    rb"\x1b\[[0-9;:]*[mHKJABCDr]|\x1b\[[<>=?][0-9;]*\$?[a-zA-Z]|\x1b\[[0-9]* ?[cqnt]"
    rb"|\x1b\]22;[a-z-]+\x07|\x1b[78=>]|\x1b\(B|[\r\n]"
)
LEFT = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
# Numbers that no drawing of ours has: a mark set here by one of the sequences would still be seen.
OWN = ["\x1b[31;91;5mplant", "\x1b]0;plant\x07", "\x1b]2;plant\x1b\\", "\x1b[8;5;5tplant", "\x1b[?47hplant"]
PLANTED = (b"\x1b[31;91;5m", b"\x1b]", b"\x1b[8;5;5t", b"\x1b[?47h", b"\x1bP", b"\x1bc", b"\x1b[2J\x1b[Hcl")


@pytest.fixture
def poisoned_folder():
    with DataFolder.create(Path(os.environ["MENTOR_DATA"]), SystemClock()) as folder:
        poisoned(folder, [*ESCAPES, *OWN])


def test_no_byte_of_a_record_moves_the_terminal(poisoned_folder, open_terminal, mentor):
    terminal = open_terminal(mentor, columns=100, rows=60)
    terminal.until("Today", "COMING UP")
    for place, seen in (
        ("2", "Clients"),
        ("3", "Agenda"),
        ("4", "Reflect"),
        ("5", "Services"),
        ("1", "Today"),
    ):
        terminal.press(place)
        terminal.until(f" {seen} ")
    terminal.press("n")
    terminal.until("enter save")
    terminal.press("\x11")
    terminal.end()
    raw = terminal.raw.replace(b"\x1b]22;default\x07", b"")  # the shape of the mouse's pointer
    assert len(raw) > 20_000 and b"plant" in raw
    assert [planted for planted in PLANTED if planted in raw] == []
    assert set(LEFT.findall(DRAWING.sub(b"", raw).decode("utf-8", "replace"))) == set()
