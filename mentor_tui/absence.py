"""The mentor's own days away, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.absences import Away
    from store.waiting import Waiting

EVERYONE = "Everyone is still here."


def days_words(since: date, until: date, today: date) -> str:
    """From one day to another: "2-22 Nov", "28 Nov-3 Dec", "20 Dec 2025 to 5 Jan 2026"."""
    if since == until:
        return _day(since, today)
    if (since.year, since.month) == (until.year, until.month):
        return f"{since.day}-{_day(until, today)}"
    if since.year == until.year:
        return f"{_day(since, today)}-{_day(until, today)}"
    return f"{_day(since, today, with_year=True)} to {_day(until, today, with_year=True)}"


def away_words(away: Away, today: date) -> str:
    """As Today and `mentor away` begin: "You were away 2-22 Nov.", "You are away until Tue 5 Jan."."""
    if not away.is_over:
        return f"You are away until {_weekday(away.until, today)}." if away.until else "You are away."
    assert away.until is not None
    said = f"You were away {days_words(away.since, away.until, today)}."
    return f"{said} {EVERYONE}" if away.everyone_is_here else said


def room_words(waiting: Iterable[Waiting]) -> str:
    """How many stand under TODAY because NOW holds five on such a day; "" where nobody does."""
    moved = sum(entry.made_room for entry in waiting)
    if not moved:
        return ""
    return f"NOW holds five people today; {moved} more {'stands' if moved == 1 else 'stand'} under TODAY."


def _weekday(day: date, today: date) -> str:
    return f"{day:%a} {_day(day, today)}"


def _day(day: date, today: date, *, with_year: bool = False) -> str:
    return f"{day.day} {day:%b}" + (f" {day.year}" if with_year or day.year != today.year else "")
