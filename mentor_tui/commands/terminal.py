"""The terminal itself, wherever stdin and stdout lead: for questions, and for what only she may see."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from mentor_tui.commands.stopping import tidy_when_stopped
from store.errors import PassphraseNeeded
from store.text import clean_lines

_IN, _OUT = ("CONIN$", "CONOUT$") if os.name == "nt" else ("/dev/tty", "/dev/tty")


def is_there() -> bool:
    """Whether somebody can be asked."""
    if os.name == "nt":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open(_IN, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def ask(words: str, without: str) -> str:
    """A line typed without being shown.

    Args:
        without: what is said where there is no terminal.

    Raises:
        PassphraseNeeded: there is none, or it was closed.
    """
    from getpass import getpass

    if not is_there():
        raise PassphraseNeeded(without)
    try:
        with tidy_when_stopped():  # else a terminal that shows nothing any more would be left behind
            return getpass(words)
    except EOFError:
        raise PassphraseNeeded("Nothing was typed, so nothing was opened.") from None


def ask_openly(words: str) -> str:
    """A line that shows as it is typed; "" where there is no terminal, or it was closed."""
    tell(words, end="")
    with suppress(OSError), Path(_IN).open(encoding="utf-8", errors="replace") as typed:
        return typed.readline().strip()
    return ""


def tell(words: str, end: str = "\n") -> None:
    """Words for her eyes alone."""
    with suppress(OSError), Path(_OUT).open("w", encoding="utf-8", errors="replace") as shown:
        shown.write(clean_lines(words) + end)
