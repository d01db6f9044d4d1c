"""What the forms of a day share: how far one may lie, and how months and years go on."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import TypeAlias

from store.when_words import MONTH_DAYS, YEAR, Frame, Refusal, When

Rule: TypeAlias = Callable[[re.Match[str], time | None, Frame], date | When]
"""From what matched, and the time that stands beside it, to the day; or, where the form says both, to
day and time."""

# Ten years and a little: further off is a slip of the finger, and stays inside the calendar.
FURTHEST_DAYS = 3_700

YEAR_AFTER = rf"(?:,? *\b(?P<year>{YEAR})(?=$|[ ;!?)]|[.:,](?!\d)))?"

PLACES = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": -1,
}


def within_reach(days: int, found: re.Match[str], frame: Frame) -> int:
    """Days to go, or to go back.

    Raises:
        Refusal: more than ten years away.
    """
    if days > FURTHEST_DAYS:
        example = "3 days ago" if frame.past else "in 2 weeks"
        raise Refusal(f"“{found.group()}” is more than ten years away", example)
    return -days if found.groupdict().get("ago") else days


def is_leap(year: int) -> bool:
    """As calendar.isleap, whose module takes longer to wake than a note to be read."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    return 28 if month == 2 and not is_leap(year) else MONTH_DAYS[month - 1]


def months_on(day: date, months: int) -> tuple[int, int]:
    """Year and month, so many months on or back."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def place_in_month(year: int, month: int, place: int, weekday: int) -> date:
    """The first (1) to fourth, or last (-1), such weekday of a month."""
    if place < 0:
        end = date(year, month, month_length(year, month))
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))
