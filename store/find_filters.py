"""What a search line asks for: its words, and what `from:` `to:` `who:` `kind:` and `need:` narrow it to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from store.clock import Moment
from store.find_days import days_ahead, days_at
from store.names import NameBook, name_key
from store.noteline.run_words import HOW_WORDS
from store.vocabulary import APPOINTMENT_KINDS, AREAS, KINDS, MODES, OUTCOMES, Terms, label
from store.when import echo
from store.when_words import Refusal, When

NOTEBOOK = "notebook"
"""What `kind:` calls the mentor's own ledger; no table of the record has this name."""
TABLES_CALLED = {
    "people": "clients",
    "person": "clients",
    "notes": "contacts",
    "plans": "appointments",
    "promises": "promises",
    "goals": "goals",
    "bridges": "referrals",
    "services": "services",
    "endings": "end_conversations",
    "check-ins": "check_ins",
    "notebook": NOTEBOOK,
}
_KIND_LISTS = (MODES, KINDS, OUTCOMES, APPOINTMENT_KINDS)
_FILTER = re.compile(r"(?<!\S)(from|to|who|kind|need):[ ]?", re.IGNORECASE)
_QUOTED = re.compile('["“]([^"”]*)["”]?')
_WORD = re.compile(r"\S+")
_MOST_WORDS = 6
_MOST_FILTERS = 20
"""What a whole page pasted into the line could ask; the rest are words."""
_MOST_PEOPLE = 12
"""Past this many people the letters say too little; one more is asked for."""
_NEAR_DAYS = 183
"""So far ahead `to:` may be meant where its day behind lies before `from:`: half a year."""
_DAY_EXAMPLES = "“1 nov”, “last fri”, “2026-10” or “2025” would be"


@dataclass(frozen=True, slots=True)
class Asked:
    """A search line, understood. What is None narrows nothing."""

    words: str = ""
    """What is looked for, without the filters."""
    people: tuple[int, ...] | None = None
    kinds: tuple[str, ...] | None = None
    """Codes of lists: how it was, what happened, what kind of plan."""
    tables: tuple[str, ...] | None = None
    """`NOTEBOOK` may be among them."""
    needs: tuple[str, ...] | None = None
    """AREAS."""
    first: date | None = None
    last: date | None = None
    said: tuple[str, ...] = ()
    """How each filter was read, in words."""
    unclear: str = ""
    """Which filter cannot be read, and what would be; then nothing is found."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for yet."""
        return not self.words.strip() and not self.said and not self.unclear


class _Unread(Exception):
    """A filter that cannot be read; its text is the sentence."""


def read_asked(text: str, names: Callable[[], NameBook], moment: Moment, *, day_first: bool = True) -> Asked:
    """What a search line asks for.

    Args:
        names: everyone who may be named; asked for only where `who:` stands.
    """
    line = _Line(text, names, moment, day_first=day_first)
    rest: list[str] = []
    at = 0
    while len(rest) < _MOST_FILTERS and (mark := _FILTER.search(text, at)):
        rest.append(text[at : mark.start()])
        at = line.take(mark[1].lower(), mark.end())
    rest.append(text[at:])
    line.settle_days()
    words = " ".join(" ".join(rest).split())
    return Asked(words, **line.found, said=tuple(line.said), unclear=line.unclear)


class _Line:
    """The filters of one line, read one after the other."""

    def __init__(self, text: str, names: Callable[[], NameBook], moment: Moment, *, day_first: bool) -> None:
        self._text = text
        self._names = names
        self._moment = moment
        self._day_first = day_first
        self.found: dict[str, Any] = {}
        self.said: list[str] = []
        self.unclear = ""
        self._to: tuple[int, int] | None = None
        """Where the days of `to:` begin and end."""

    def take(self, name: str, at: int) -> int:
        """Read one filter; where it ends. One with nothing behind it narrows nothing yet."""
        if at >= len(self._text) or self._text[at].isspace():
            return at
        reads = {"who": self._who, "kind": self._kind, "need": self._need}
        try:
            end, words = reads[name](at) if name in reads else self._day(name, at)
        except _Unread as why:
            self.unclear = self.unclear or str(why)
            return _end_of_word(self._text, at)
        self.said.append(words)
        return end

    def _narrow(self, name: str, what: str, to: object) -> None:
        """Keep what a filter asks for; two that ask for different things would find less than they say."""
        if self.found.setdefault(what, to) != to:
            raise _Unread(f"“{name}:” stands there twice; one of them is enough.")

    def _day(self, name: str, at: int) -> tuple[int, str]:
        try:
            read = days_at(self._text, at, self._moment, day_first=self._day_first)
        except Refusal as refusal:
            raise _Unread(f"{refusal.reason}; “{refusal.example}” would be read.") from None
        if read is None:
            word = self._text[at : _end_of_word(self._text, at)][:40]
            raise _Unread(f"“{word}” is not read as a day; {_DAY_EXAMPLES}.")
        first, last, end = read
        day = first if name == "from" else last
        self._narrow(name, "first" if name == "from" else "last", day)
        if name == "to":
            self._to = at, end
        return end, self._from(day) if name == "from" else self._up_to(day)

    def settle_days(self) -> None:
        """`to:` is not before `from:`: a day that lies near ahead is meant then, else it is said."""
        first, last = self.found.get("first"), self.found.get("last")
        if first is None or last is None or self._to is None or last >= first or self.unclear:
            return
        at, end = self._to
        ahead = days_ahead(self._text, at, self._moment, day_first=self._day_first)
        near = ahead is not None and (ahead[1] - self._moment.day).days <= _NEAR_DAYS
        if ahead is None or ahead[2] != end or ahead[1] < first or not near:
            self.unclear = self._turned_round(" ".join(self._text[at:end].split())[:40], first, last)
            return
        self.said[self.said.index(self._up_to(last))] = self._up_to(ahead[1])
        self.found["last"] = ahead[1]

    def _turned_round(self, typed: str, first: date, last: date) -> str:
        read, begins = self._up_to(last).removeprefix("up to "), self._from(first).removeprefix("from ")
        return (
            f"“to:{typed}” is read as {read}, and that is before {begins}; the other way round, or with the "
            "year, would be read."
        )

    def _from(self, day: date) -> str:
        return f"from {echo(When(day), self._moment).split(',')[0]}"

    def _up_to(self, day: date) -> str:
        return f"up to {echo(When(day), self._moment).split(',')[0]}"

    def _who(self, at: int) -> tuple[int, str]:
        names = self._names()
        exact = ((names.exactly(name_key(words)), end) for words, end in _values(self._text, at))
        people, end = next((one for one in exact if one[0]), ((), 0))
        words, end_of_one = _one_value(self._text, at)
        if not people:
            wanted, end = name_key(words).removeprefix("#"), end_of_one
            people = tuple(entry.id for entry in names.entries if _is_called(entry.name, wanted, entry.id))
        if not people:
            raise _Unread(f"Nobody is called “{words[:40]}”; the beginning of a name is enough.")
        if len(people) > _MOST_PEOPLE:
            raise _Unread(f"{len(people)} people are called “{words[:40]}…”; more letters tell them apart.")
        self._narrow("who", "people", people)
        return end, " or ".join(map(names.called, people))

    def _kind(self, at: int) -> tuple[int, str]:
        for words, end in _values(self._text, at):
            wanted = name_key(words)
            if table := TABLES_CALLED.get(wanted) or TABLES_CALLED.get(f"{wanted}s"):
                self._narrow("kind", "tables", (table,))
                return end, _called(table)
            how = HOW_WORDS.get(wanted)
            if codes := (how.kind or how.mode,) if how else _exactly(wanted, _KIND_LISTS):
                self._narrow("kind", "kinds", codes)
                return end, words
        words, end = _one_value(self._text, at)
        wanted = name_key(words)
        tables = tuple(dict.fromkeys(t for name, t in TABLES_CALLED.items() if name.startswith(wanted)))
        codes = _starting(wanted, _KIND_LISTS)
        if not codes and not tables:
            raise _Unread(f"“{words[:40]}” is no kind; “notes”, “plans”, “call” or “court” would be.")
        self._narrow("kind", *(("kinds", codes) if codes else ("tables", tables)))
        return end, words if codes else " or ".join(map(_called, tables))

    def _need(self, at: int) -> tuple[int, str]:
        exact = ((_exactly(name_key(words), (AREAS,)), end) for words, end in _values(self._text, at))
        codes, end = next((one for one in exact if one[0]), ((), 0))
        words, end_of_one = _one_value(self._text, at)
        if not codes:
            codes, end = _starting(name_key(words), (AREAS,)), end_of_one
        if not codes:
            raise _Unread(f"“{words[:40]}” is no need; “housing”, “health” or “documents” would be.")
        self._narrow("need", "needs", codes)
        return end, "need: " + " or ".join(label(AREAS, code) for code in codes)


def _is_called(name: str, wanted: str, number: int) -> bool:
    return f" {wanted}" in f" {name_key(name)}" or wanted == str(number)


def _called(table: str) -> str:
    return next(name for name, one in TABLES_CALLED.items() if one == table)


def _exactly(wanted: str, lists: tuple[Terms, ...]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            term.code for terms in lists for term in terms if wanted in (term.code, name_key(term.label))
        )
    )


def _starting(wanted: str, lists: tuple[Terms, ...]) -> tuple[str, ...]:
    """Codes of which a word begins so, as they are kept or as they are shown."""
    said = ((term.code, f" {term.code} {name_key(term.label)}") for terms in lists for term in terms)
    return tuple(dict.fromkeys(code for code, words in said if wanted and f" {wanted}" in words))


def _values(text: str, at: int) -> Iterator[tuple[str, int]]:
    """What may be the value that begins here, the longest first."""
    if quoted := _QUOTED.match(text, at):
        yield quoted[1], quoted.end()
        return
    close = _FILTER.search(text, at)
    ends = [word.end() for word in _WORD.finditer(text, at, close.start() if close else len(text))]
    for end in reversed(ends[:_MOST_WORDS]):
        yield text[at:end], end


def _one_value(text: str, at: int) -> tuple[str, int]:
    """The value that begins here where no longer one is known: a quotation or a word."""
    if quoted := _QUOTED.match(text, at):
        return quoted[1], quoted.end()
    end = _end_of_word(text, at)
    return text[at:end], end


def _end_of_word(text: str, at: int) -> int:
    word = _WORD.match(text, at)
    return word.end() if word else at
