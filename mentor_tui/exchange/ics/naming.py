"""Whose an event is, by the name its title begins with; and which records here it is already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mentor_tui.exchange.ics.theirs import Theirs
from mentor_tui.exchange.ics.uids import series_of, uid_of
from store.names import NameBook, NameEntry, name_key
from store.noteline.common_words import COMMON_WORDS, RARER_WORDS
from store.records import Appointment
from store.text import fold
from store.vocabulary import APPOINTMENT_KINDS

_PARTS = re.compile(r"[^\s:,·–—-]+|\S")
_BETWEEN = " :,·–—-"


class Whose(NamedTuple):
    """Whose it is, what is left of the title, and whether that is not clear."""

    client_id: int
    words: str
    called: str = ""
    """The name, where several have it."""
    has_died: bool = False
    """It is about somebody who died."""


class People:
    """The names titles may begin with: whole ones, never a part of one."""

    def __init__(
        self,
        entries: Iterable[NameEntry],
        person: int | None,
        died: Iterable[NameEntry] = (),
        resting: Mapping[int, str] | None = None,
    ) -> None:
        """All of these; or everything is about one person.

        Args:
            died: names of those for whom nothing is planned any more.
            resting: those of whom nothing comes up by itself for now, and why.
        """
        self._resting = resting or {}
        self._book = NameBook(tuple(entries))
        self._died = NameBook(tuple(died))
        self._person = person

    def why_it_rests(self, client_id: int) -> str:
        """What is said of a plan for someone with whom it rests; "" for all others."""
        why = self._resting.get(client_id)
        return f"it rests for now: {why}" if why else ""

    def of(self, title: str) -> Whose:
        """Whose an event of this title is; 0 for the mentor's own."""
        if self._person is not None:
            return Whose(self._person, title)
        if found := _named(title, self._book):
            return found
        died = _named(title, self._died)
        return Whose(0, title, has_died=died is not None)


def _named(title: str, book: NameBook) -> Whose | None:
    """Whose it is by the longest whole name it begins with; None where it begins with none."""
    ends = [found.end() for found in _PARTS.finditer(title)][: book.longest * 2]
    for end in reversed(ends):
        name, rest = title[:end], title[end:]
        ids = book.exactly(name_key(name))
        # "Will call the clinic" is about nobody called Will; "Will: clinic" is.
        is_word = name_key(name) in COMMON_WORDS | RARER_WORDS
        if not ids or (rest and is_word and rest.lstrip()[:1] != ":"):
            continue
        if len(ids) > 1:
            return Whose(0, title, name)
        return Whose(ids[0], rest.strip(_BETWEEN))
    return None


class Known:
    """What is here already, by the UID it has in calendars."""

    def __init__(self, plans: Iterable[Appointment]) -> None:
        """Among these plans."""
        self._by_uid: dict[str, Appointment] = {}
        self._series: dict[str, Appointment] = {}
        for plan in plans:
            self._by_uid[plan.uid] = plan
            if plan.series:
                self._series[plan.series] = plan

    def plan(self, theirs: Theirs) -> Appointment | None:
        """The plan that an event is, or a plan of the series it belongs to."""
        return self._by_uid.get(uid_of(theirs)) or self._series.get(series_of(theirs))

    def uid(self, uid: str) -> Appointment | None:
        """The plan of this uid."""
        return self._by_uid.get(uid)


def kind_of(words: str) -> str:
    """The kind of plan these words name outright ("court", "dentist"); else "other"."""
    said = fold(words)
    for term in APPOINTMENT_KINDS:
        labels = [term.code, *(part.strip() for part in fold(term.label).split(","))]
        if said in labels:
            return term.code
    return "other"
