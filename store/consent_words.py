"""What the words of a consent to share ("next dates, number") let through: pure.

They are shared by parts only where every word of them is one of the list below: parts, and what joins them.
One other word, of whatever language or sense, and nothing is shared but their name and the words themselves:
what somebody said no to can be said in more ways than anybody knows. No words at all share the name alone.
Whatever is made for somebody else asks here, the sealed envelope too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store.errors import RequestRefused

REACH, DATES, PROMISES, BRIDGES, GOALS, CONTACTS, CHECK_INS = (
    "how to reach them",
    "next dates",
    "what was promised",
    "bridges",
    "goals",
    "notes",
    "check-ins",
)
PARTS = frozenset({REACH, DATES, PROMISES, BRIDGES, GOALS, CONTACTS})
TICKS = (
    ("number", REACH),
    ("dates", DATES),
    ("promises", PROMISES),
    ("bridges", BRIDGES),
    ("goals", GOALS),
)
"""The parts that are offered, each with its word. Notes are shared only by whoever asks for them by name."""
NOTES = ("notes", CONTACTS)
SAID = ("check-ins", CHECK_INS)
"""What they said in check-ins: never part of "everything", and shared only where it is named."""
# Whole phrases. None that may mean less than its part ("my email", "the date"), or something else
# ("contacts", "plans"): what is not here is not understood.
_PHRASES = {
    REACH: "number|numbers|phone|phone number|phone numbers|"
    "how to reach them|how to reach me|how to reach her|how to reach him",
    DATES: "dates|next dates|appointments|next appointments|what is next|what's next",
    PROMISES: "promises|what was promised|what you promised|what you promised me",
    BRIDGES: "bridges|bridges to services",
    GOALS: "goals",
    CONTACTS: "notes",
    CHECK_INS: "check-ins|check ins|our check-ins",
}
_PART_OF = {phrase: part for part, phrases in _PHRASES.items() for phrase in phrases.split("|")}
_ALL = ("everything", "all of it")
# What stands in no other part but the notes. A plan tells of a bridge, a promise of a day and of a goal.
_STAND_ALONE = frozenset({REACH, CONTACTS, CHECK_INS})
_JOINS = re.compile(r" ?[,;] and | ?[,;] ?| ?& ?| and ")
_WHOSE = re.compile(r"(?:my|the|her|his|their) ")
_ALL_BUT = re.compile(r"everything (?:but|except) ")


@dataclass(frozen=True, slots=True)
class Shared:
    """What the words of a consent let through."""

    parts: frozenset[str]
    """Of PARTS."""

    def any_of(self, parts: Iterable[str]) -> bool:
        """Whether one of these is shared."""
        return not self.parts.isdisjoint(parts)


ALL = Shared(PARTS)
"""What "everything" is."""
WHOLE = Shared(PARTS | {CHECK_INS})
"""What somebody has a right to read of themselves."""


def shared_by(information: str) -> Shared:
    """What the words of a consent share."""
    words = " ".join(information.split()).replace("’", "'").lower().removesuffix(".")
    if words in _ALL:
        return ALL
    if but := _ALL_BUT.match(words):
        held = _listed(words[but.end() :])
        # A note may hold what any other part says, so that with something held back none is shared.
        return Shared(PARTS - held - {CONTACTS} if held and held <= _STAND_ALONE else frozenset())
    return Shared(_listed(words))


def in_order(parts: Iterable[str]) -> tuple[str, ...]:
    """These parts, in the order in which they are named."""
    shared = frozenset(parts)
    return tuple(part for _, part in (*TICKS, NOTES, SAID) if part in shared)


def ticked(parts: str) -> str:
    """Parts chosen by their words, commas between, as the words of a consent.

    Raises:
        RequestRefused: one of them is no part.
    """
    known = dict((*TICKS, NOTES, SAID))
    chosen = [part.strip().lower() for part in parts.split(",") if part.strip()]
    if unknown := [part for part in chosen if part not in known]:
        raise RequestRefused(f"“{unknown[0][:40]}” is no part. There are: {', '.join(known)}.")
    if not chosen:
        raise RequestRefused(f"Say which parts: {', '.join(known)}.")
    return ", ".join(dict.fromkeys(chosen))


def offered(part: str) -> str:
    """How a part is named among others, so that it is read as this part and no typed word turns into it."""
    return {BRIDGES: "their bridges", GOALS: "their goals"}.get(part, part)


def reading(information: str) -> str:
    """How the words are read: "how to reach them, next dates.", or that they stand for themselves alone."""
    parts = in_order(shared_by(information).parts)
    if parts:
        return ", ".join((*parts, *_whether_all(parts))) + "."
    said = ", ".join(word for word, _ in TICKS)
    alone = "their name and these words alone" if information.strip() else "their name alone"
    return f"{alone}. To share more, say it with parts: {said}."


def _whether_all(parts: tuple[str, ...]) -> Iterator[str]:
    if set(parts) >= PARTS:
        yield "all there is" if CHECK_INS in parts else "all there is but check-ins"


def _listed(words: str) -> frozenset[str]:
    """The parts of a plain list; none where one word of it is not understood."""
    named = [_part(one) for one in _JOINS.split(words)]
    return frozenset(named) if all(named) else frozenset()


def _part(phrase: str) -> str:
    whose = _WHOSE.match(phrase)
    return _PART_OF.get(phrase[whose.end() :] if whose else phrase, "")
