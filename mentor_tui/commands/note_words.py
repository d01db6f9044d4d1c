"""The words of `mentor note`: the line, and its options as the marks they stand for. Nothing is read yet."""

from __future__ import annotations

import sys
from typing import NamedTuple

from mentor_tui.commands.printing import say
from store.text import clean_lines

EMPTY = 'Nothing to save: the note is empty. Try: mentor note "dee call 15m got the boots"'


class Said(NamedTuple):
    """What the options say, in the place of marks."""

    who: str = ""
    next: str = ""
    when: str = ""
    promise: str = ""
    spent: str = ""


def is_typed(text: list[str]) -> bool:
    """Whether the line stands in the command, where an arrow key brings it back."""
    return bool(text) and text != ["-"]


def line_of(text: list[str]) -> str:
    """The line: "-" alone reads all of stdin, nothing asks for one line."""
    if is_typed(text):
        return clean_lines(" ".join(text))
    if sys.stdin is None:
        return ""
    if not text and sys.stdin.isatty():
        say("One line, then enter:")
    read = sys.stdin.buffer.read() if text else sys.stdin.buffer.readline()
    return clean_lines(read.decode("utf-8", "replace")).rstrip("\n")


def with_marks(line: str, said: Said) -> str:
    """The options as the marks they stand for, at the end of the first line."""
    given = (("<", said.when), (">", said.next), ("!", said.promise))
    marks = "".join(f" {mark} {words}" for mark, words in given if words)
    first, newline, rest = line.partition("\n")
    return first.rstrip() + marks + newline + rest if marks else line
