"""When a service is open on one day of the week, from the words a directory has for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.records import Hours

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WHOLE = {
    "every day": range(7),
    "daily": range(7),
    "everyday": range(7),
    "weekdays": range(5),
    "weekends": range(5, 7),
}
_TO = re.compile(r" *(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\buntil\b) *")
_AND = re.compile(r" *(?:,|;|&|/|\band\b) *| +")
CLOSED = "closed"
NOT_KNOWN = "hours not known: call first"


def open_on(hours: Iterable[Hours], weekday: int, *, with_notes: bool = True) -> str:
    """What it says of that day: "09:00-17:00", "closed", or its own words where they name no days.

    Args:
        weekday: Monday is 0.
        with_notes: whether words beside the times may be shown.
    """
    rows = tuple(hours)
    found, unclear = [], []
    for row in rows:
        days = days_in(row.days)
        if days is None:
            unclear.append(" ".join(part for part in (row.days, _times(row, with_notes)) if part))
        elif weekday in days:
            found.append(_times(row, with_notes) or CLOSED)
    if not rows:
        return NOT_KNOWN
    # Where a row's days are not read nobody can say it is closed: its words stand there, to be asked about.
    return "; ".join(dict.fromkeys((*found, *unclear))) or CLOSED


def days_in(words: str) -> frozenset[int] | None:
    """Days of the week that words name, Monday being 0; None where they are not read."""
    text = " ".join(words.lower().replace(".", "").split())
    if text in _WHOLE:
        return frozenset(_WHOLE[text])
    days: set[int] = set()
    for part in _AND.split(_TO.sub("-", text)):
        if part in _WHOLE:
            days |= set(_WHOLE[part])
            continue
        ends = [_day(end) for end in part.split("-")]
        if not 1 <= len(ends) <= 2 or None in ends:
            return None
        first, last = ends[0], ends[-1]
        assert first is not None
        assert last is not None
        days |= {(first + ahead) % 7 for ahead in range((last - first) % 7 + 1)}
    return frozenset(days) or None


def _day(word: str) -> int | None:
    return next((at for at, name in enumerate(_DAYS) if word.startswith(name) and _is_day(word)), None)


def _is_day(word: str) -> bool:
    return re.fullmatch(r"mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|\w+day|\w+days", word) is not None


def _times(row: Hours, with_notes: bool) -> str:
    times = f"{row.opens}-{row.closes}" if row.opens and row.closes else row.opens or row.closes
    if row.opens and not row.closes:
        times = f"from {row.opens}"
    note = row.note if with_notes or row.note.lower() == CLOSED else ""
    return " ".join(part for part in (times, note) if part)
