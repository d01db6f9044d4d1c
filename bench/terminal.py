"""First frames on a real pty: the program, and a Textual app that holds one Static."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.figure import Figure, interleaved, ms
from bench.stores import Stores

_PAIRS = 30
_LONGEST = 60.0
_BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("one static")

Bare().run()
"""
_MENTOR = """
from mentor_tui.start import main

main()
"""
_FIRST_FRAME, _TODAY, _BARE_FRAME = b"Today", b"NOW", b"one static"


class Scripts:
    """The scripts both sides are started with, compiled once, as an installed program is."""

    def __init__(self, stores: Stores) -> None:
        self.bare = _script(stores.place("bare_app.py"), _BARE)
        self.mentor = _script(stores.place("mentor_app.py"), _MENTOR)


def first_frames(stores: Stores) -> list[Figure]:
    """The first frame and a usable Today at 10k and 100k."""
    return [figure for size in (10_000, 100_000) for figure in _frames(stores, size)]


def _frames(stores: Stores, size: int) -> list[Figure]:
    scripts, folder = Scripts(stores), str(stores.copy(size))
    usable: list[float] = []

    def mentor() -> float:
        frame, today = painted([scripts.mentor, "--data", folder], (_FIRST_FRAME, _TODAY))
        usable.append(today)
        return frame

    def bare() -> float:
        return painted([scripts.bare], (_BARE_FRAME,))[0]

    mentor(), bare()  # what the first start leaves in the file cache is there for both
    usable.clear()
    pairs = stores.pairs(_PAIRS)
    ours, theirs = interleaved((mentor, bare), pairs)
    today, short = median(usable), f"{size // 1000}k"
    detail = {"ours ms": ms(ours), "bare ms": ms(theirs), "Today usable ms": ms(today)}
    what = f"first frame at {short}, against a bare app"
    return [
        Figure(f"first-frame-{short}", what, ours / theirs, 1.25, "x", pairs, detail),
        *_today(short, today, ours, theirs, pairs),
    ]


def _today(short: str, today: float, ours: float, bare: float, pairs: int) -> list[Figure]:
    if short != "10k":  # at 100k the target is that no key waits while it loads: the row "load-stall"
        return []
    detail = {
        "Today ms": ms(today),
        "first frame ms": ms(ours),
        "against the bare app": f"{today / bare:.2f}x",
    }
    what = f"Today usable at {short}, against our own first frame"
    return [Figure(f"today-{short}", what, today / ours, 1.5, "x", pairs, detail)]


def painted(words: list[str], marks: tuple[bytes, ...]) -> list[float]:
    """Seconds from the start of a program in a terminal of 80x24 until each mark stands on it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    around = dict(os.environ, TERM="xterm-256color")
    began = perf_counter()
    program = subprocess.Popen(
        [sys.executable, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=around,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        return _seen(ours, marks, began)
    finally:
        program.kill()
        program.wait()
        os.close(ours)


def _seen(terminal: int, marks: tuple[bytes, ...], began: float) -> list[float]:
    screen, found = b"", []
    for mark in marks:
        while mark not in screen:
            if perf_counter() - began > _LONGEST or not select.select([terminal], [], [], _LONGEST)[0]:
                raise TimeoutError(f"{mark!r} was not painted within {_LONGEST:g} seconds")
            screen += os.read(terminal, 65_536)
        found.append(perf_counter() - began)
    return found


def _script(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)
