"""One line of a story, read into the fields of a contact.

"-2 09:15 gate 180 | Picked her up. +clothes #steady": the day, the time, how, the minutes, the words.
Inside a phase of a story the day and the time are left out. What follows `+` was done, what follows `#`
is a theme the mentor saw; `!quote` means that their words may be quoted.
"""

import re
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, Self

HOW: dict[str, dict[str, str]] = {
    "call": {"mode": "phone", "direction": "out", "kind": "check-in", "outcome": "talked"},
    "rang-me": {"mode": "phone", "direction": "in", "kind": "check-in", "outcome": "in"},
    "text": {"mode": "text", "direction": "out", "kind": "check-in", "outcome": "back"},
    "texted-me": {"mode": "text", "direction": "in", "kind": "check-in", "outcome": "in"},
    "email": {"mode": "email", "direction": "in", "kind": "check-in", "outcome": "in"},
    "video": {"mode": "video", "direction": "out", "kind": "talk", "outcome": "talked"},
    "met": {"mode": "in-person", "direction": "out", "kind": "talk", "outcome": "met"},
    "bumped": {"mode": "in-person", "direction": "met", "kind": "check-in", "outcome": "met"},
    "help": {"mode": "in-person", "direction": "out", "kind": "help", "outcome": "met"},
    "along": {"mode": "in-person", "direction": "out", "kind": "along", "outcome": "met"},
    "handover": {"mode": "in-person", "direction": "out", "kind": "hand-over", "outcome": "met"},
    "ride": {"mode": "driving", "direction": "out", "kind": "ride", "outcome": "met"},
    "gate": {"mode": "gate", "direction": "out", "kind": "gate-pickup", "outcome": "met"},
    "celebrate": {"mode": "in-person", "direction": "out", "kind": "celebration", "outcome": "met"},
    "hard-day": {"mode": "phone", "direction": "in", "kind": "crisis", "outcome": "in"},
    "letter": {"mode": "letter", "direction": "in", "kind": "before-release", "outcome": "in"},
    "inside": {"mode": "phone", "direction": "in", "kind": "before-release", "outcome": "in"},
    "behalf": {"mode": "phone", "direction": "out", "kind": "behalf"},
    "family": {"mode": "phone", "direction": "out", "kind": "with-family", "outcome": "talked"},
    "another-time": {"mode": "text", "direction": "out", "kind": "check-in", "outcome": "another-time"},
    "space": {"mode": "text", "direction": "out", "kind": "check-in", "outcome": "space"},
    "no-answer": {"mode": "phone", "direction": "out", "kind": "check-in", "outcome": "no-answer"},
    "message-left": {"mode": "phone", "direction": "out", "kind": "check-in", "outcome": "message-left"},
    "sent": {"mode": "text", "direction": "out", "kind": "check-in", "outcome": "sent"},
    "sent-letter": {"mode": "letter", "direction": "out", "kind": "before-release", "outcome": "sent"},
    "dead-number": {"mode": "phone", "direction": "out", "kind": "check-in", "outcome": "dead-number"},
    "not-theirs": {
        "mode": "in-person",
        "direction": "out",
        "kind": "talk",
        "outcome": "could-not-theirs",
    },
    "not-mine": {"mode": "in-person", "direction": "out", "kind": "talk", "outcome": "could-not-mine"},
    "not-place": {"mode": "in-person", "direction": "out", "kind": "talk", "outcome": "could-not-place"},
    "note": {},
}
"""How it happened, in one word, and what that says."""

ATTEMPTS = frozenset(
    {
        "no-answer",
        "message-left",
        "sent",
        "sent-letter",
        "dead-number",
        "not-theirs",
        "not-mine",
        "not-place",
    }
)
MINUTES: dict[str, tuple[int, ...]] = {
    "call": (5, 10, 10, 15, 15, 20, 25, 30, 40),
    "rang-me": (5, 5, 10, 15, 20, 35),
    "hard-day": (30, 45, 60, 75),
    "text": (5, 5, 5, 10),
    "texted-me": (5, 5, 10),
    "email": (10, 15),
    "video": (20, 30, 45),
    "met": (30, 45, 60, 60, 75, 90),
    "bumped": (5, 10, 15),
    "help": (30, 45, 60, 90, 120),
    "along": (60, 75, 90, 120, 150, 180),
    "handover": (45, 60, 90),
    "ride": (30, 40, 60, 90),
    "gate": (180,),
    "celebrate": (60, 90, 120),
    "letter": (15, 20, 30),
    "inside": (10, 15),
    "behalf": (10, 15, 20, 30, 45),
    "family": (10, 15, 20, 30),
}
"""How long each kind usually takes; drawn from when a line does not say."""

_LINE = re.compile(
    r"(?:(?P<day>-\d+)\s+(?P<at>\d\d:\d\d)\s+)?(?P<how>[a-z-]+)(?:\s+(?P<minutes>\d+))?\s*\|\s*(?P<words>.*)"
)
_TAG = re.compile(r"\s+([+#!])([a-z-]+)")


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One thing that happened."""

    how: str
    words: str
    day: int = 0
    at: time | None = None
    minutes: int | None = None
    activities: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    may_be_quoted: bool = False

    @classmethod
    def of_words(cls, how: str, text: str) -> Self:
        """A line that says only words and what was done."""
        words, tags = _untag(text)
        done, themes = _marked("+", tags), _marked("#", tags)
        return cls(how, words, activities=done, themes=themes, may_be_quoted="quote" in _marked("!", tags))

    def saying(self, words: str) -> Self:
        """The same with other words."""
        return replace(self, words=words)

    def fields(self, minutes: int | None) -> dict[str, Any]:
        """What HOW says of it, with the longer calls as talks."""
        fields: dict[str, Any] = dict(HOW[self.how])
        if self.how in {"call", "rang-me"} and (minutes or 0) > 15:
            fields["kind"] = "talk"
        return fields


def read_line(text: str) -> StoryLine:
    """The story line written in one line of text."""
    found = _LINE.fullmatch(text.strip())
    if found is None or found["how"] not in HOW:
        raise ValueError(f"not a line of a story: {text!r}")
    return replace(
        StoryLine.of_words(found["how"], found["words"]),
        day=int(found["day"] or 0),
        at=time.fromisoformat(found["at"]) if found["at"] else None,
        minutes=int(found["minutes"]) if found["minutes"] else None,
    )


def read_lines(text: str) -> list[StoryLine]:
    """Every line of a block; empty lines and notes to the reader ("//") are skipped."""
    rows = (row.strip() for row in text.splitlines())
    return [read_line(row) for row in rows if row and not row.startswith("//")]


def _untag(words: str) -> tuple[str, list[tuple[str, str]]]:
    tags = [(found[1], found[2]) for found in _TAG.finditer(" " + words)]
    return _TAG.sub("", " " + words).strip(), tags


def _marked(mark: str, tags: list[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(word for sign, word in tags if sign == mark)
