"""The days that `from:` and `to:` of a search name: a day, a month, a year; read backwards first."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TypeAlias

from store.clock import Moment
from store.when import find_when
from store.when_words import END, FLAGS, MONTH, YEAR, Frame, Refusal, month_number

_YEAR = re.compile(rf"(?P<year>{YEAR}){END}", FLAGS)
_ISO_MONTH = re.compile(rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2]){END}", FLAGS)
_MONTH = re.compile(rf"(?P<name>{MONTH})(?: +(?P<year>{YEAR}))?{END}(?! +\d{{1,2}}{END})", FLAGS)


Days: TypeAlias = tuple[date, date, int]
"""First day, last day, and where the phrase ends."""


def days_at(text: str, start: int, moment: Moment, *, day_first: bool = True) -> Days | None:
    """The days that the phrase at `start` names; None if it is no date.

    A search mostly looks back, so "1 mar" is the latest such day; what can only lie ahead ("tomorrow",
    "in 2 weeks") does.

    Raises:
        Refusal: it sounds like a date and is not read.
    """
    if found := _whole(text, start, moment):
        return found
    return _a_day(text, start, moment, (True, False), day_first=day_first)


def days_ahead(text: str, start: int, moment: Moment, *, day_first: bool = True) -> Days | None:
    """The same phrase read forward: the first such day, or month, from today on; None if there is none."""
    if found := _whole(text, start, moment, ahead=True):
        return found
    try:
        return _a_day(text, start, moment, (False,), day_first=day_first)
    except Refusal:
        return None


def _whole(text: str, start: int, moment: Moment, *, ahead: bool = False) -> Days | None:
    """A month or a year that is named whole."""
    if found := _ISO_MONTH.match(text, start):
        return *_month(int(found["year"]), int(found["month"])), found.end()
    if found := _YEAR.match(text, start):
        year = int(found["year"])
        return date(year, 1, 1), date(year, 12, 31), found.end()
    if found := _MONTH.match(text, start):
        month, today = month_number(found["name"]), moment.day
        nearest = today.year + (month < today.month) if ahead else today.year - (month > today.month)
        return *_month(int(found["year"] or nearest), month), found.end()
    return None


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _a_day(text: str, start: int, moment: Moment, ways: tuple[bool, ...], *, day_first: bool) -> Days | None:
    why: Refusal | None = None
    for past in ways:
        try:
            found = find_when(text, start, Frame(moment, past, day_first))
        except Refusal as refusal:
            why = why or refusal
            continue
        if found:
            return found.when.day, found.when.day, found.end
    if why is not None:
        raise why
    return None
