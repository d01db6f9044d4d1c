"""What the words of a consent to share ("next dates, how to reach me") let through: pure.

They say which parts of a paper they are about. What they do not name is not shared; words that name no
part share nothing but themselves. Whatever is made for somebody else asks here, the sealed envelope too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from store.text import fold

REACH, DATES, PROMISES, BRIDGES, GOALS, CONTACTS = (
    "how to reach them",
    "next dates",
    "what was promised",
    "bridges",
    "goals",
    "contacts",
)
PARTS = frozenset({REACH, DATES, PROMISES, BRIDGES, GOALS, CONTACTS})
_WORDS_OF = {
    REACH: ("reach", "phone", "phones", "number", "numbers", "contact", "call", "text", "email", "address"),
    # Not "date" or "appointment": one date is not all of them.
    DATES: ("dates", "appointments", "plans", "calendar"),
    PROMISES: ("promise", "promises", "promised"),
    BRIDGES: ("bridge", "bridges", "service", "services", "referral", "referrals"),
    GOALS: ("goal", "goals", "need", "needs"),
    CONTACTS: ("contacts", "notes", "visits"),
}
_PART_OF = {word: part for part, words in _WORDS_OF.items() for word in words}
_ALL = ("everything", "all", "record")
# What comes after one of these is held back, up to the end of the sentence.
_HOLDS_BACK = ("not", "no", "never", "but", "except", "without", "nothing")
_TOKEN = re.compile(r"\w+(?:['’]\w+)?|[.;\n]")
# Words of a sentence that are about nothing by themselves.
_SMALL = frozenset(
    _TOKEN.findall(
        "a an the and or of to for in on at with about my his her their our me i it is are that this any "
        "anything else other only just"
    )
)


@dataclass(frozen=True, slots=True)
class Shared:
    """What the words of a consent let through."""

    parts: frozenset[str]
    """Of PARTS."""
    held_back: frozenset[str] = frozenset()
    """Words that are not parts and came after "but" or "not": what has one of them is left out."""

    def lets(self, row: Iterable[str]) -> bool:
        """Whether nothing stands in this row that is held back."""
        return self.held_back.isdisjoint(_words(" ".join(row)))

    def rows(self, rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        """Those of these rows in which nothing stands that is held back."""
        return tuple(filter(self.lets, rows))


ALL = Shared(PARTS)


def shared_by(information: str) -> Shared:
    """What the words of a consent share; all parts where it has no words."""
    if not information.strip():
        return ALL
    given: set[str] = set()
    held: set[str] = set()
    words: set[str] = set()
    is_held = is_all = False
    for word, following in pairwise((*_words(information), ".")):
        part = _part(word, following)
        if word in ".;\n":
            is_held = False
        elif word in _HOLDS_BACK or word.endswith(("n't", "n’t")):
            is_held = True
        elif part:
            (held if is_held else given).add(part)
        elif word in _ALL:
            is_all = is_all or not is_held
        elif is_held and word not in _SMALL:
            words.add(word)
    # "All my dates" is about dates: everything is meant only where no part is named beside it.
    return Shared(frozenset((given or (PARTS if is_all else set())) - held), frozenset(words))


def _part(word: str, following: str) -> str:
    if word == "next":  # "what is next", "the next days"; next of kin is somebody else
        return "" if following == "of" else DATES
    return _PART_OF.get(word, "")


def _words(text: str) -> list[str]:
    return _TOKEN.findall(fold(text))
