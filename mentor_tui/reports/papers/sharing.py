"""What a person agreed may be shared with somebody, before anything is made for that somebody.

The words of a consent ("next dates, how to reach me") say which parts of a paper they are about. What
they do not name is not shared; words that name no part share nothing but themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from store.consents import last_day, newest, standing
from store.errors import RequestRefused
from store.records import Client, Consent
from store.text import fold
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment

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


class NotAgreed(RequestRefused):
    """Nobody agreed that this is made for that person."""


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


def share_with(caseload: Caseload, person: Client, to: str, moment: Moment) -> Consent | None:
    """Their consent to share with this recipient, if it stands today."""
    rows = standing(caseload.consents_of(person.id), moment.day)
    return next((row for row in rows if _is_to(row, to)), None)


def refuse_unless_agreed(caseload: Caseload, person: Client, to: str, moment: Moment) -> Consent:
    """Their consent to share with this recipient.

    Raises:
        NotAgreed: there is none that stands; the sentence says which way it is not, and the way out.
    """
    if consent := share_with(caseload, person, to, moment):
        return consent
    rows = newest(caseload.consents_of(person.id))
    row = next((row for row in rows if _is_to(row, to)), None)
    raise NotAgreed(
        f"{_why_not(row, person, to, moment)} Ask first, then write it down: on {person.name}'s page, or "
        f"with `mentor consent give`. A copy for {person.name} alone needs no consent."
    )


def share_words(consent: Consent, moment: Moment) -> str:
    """What was agreed, as it was said, and how long it stands."""
    said = f"“{consent.information}”" if consent.information.strip() else "not written down what exactly"
    on = f" on {full_day(consent.on, moment.day)}" if consent.on else ""
    until = last_day(consent)
    ends = f", until {full_day(until, moment.day)}" if until else ""
    when = f", or until {consent.expires_when}" if consent.expires_when else ""
    return f"Agreed{on}{ends}{when}: {said}."


def _is_to(row: Consent, to: str) -> bool:
    return row.purpose == "share" and fold(row.recipient.strip()) == fold(to.strip())


def _why_not(row: Consent | None, person: Client, to: str, moment: Moment) -> str:
    if row is None or row.state == "not-asked":
        return f"{person.name} has not agreed to share anything with {to}."
    if row.state in ("withdrawn", "declined"):
        no = "took back what was agreed to share" if row.state == "withdrawn" else "said no to sharing"
        return f"{person.name} {no} with {to}."
    until = last_day(row)
    if until and until < moment.day:
        ended = full_day(until, moment.day)
        return f"What {person.name} agreed to share with {to} ended on {ended}."
    return f"What {person.name} agrees to share with {to} does not stand yet."
