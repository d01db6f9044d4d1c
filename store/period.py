"""The days a report is about, as they are typed: "2026-11", "last month", "quarter", "since 1 sep"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from store.clock import Moment
from store.errors import UnclearDate
from store.text import clean_line
from store.when import read_when
from store.when_calendar import months_on
from store.when_month import read_month

_QUARTER = re.compile(r"(?:(?P<which>this|last) +)?quarter|q(?P<number>[1-4])(?: +(?P<year>\d{4}))?", re.I)
_SINCE = re.compile(r"since +(?P<day>.+)", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """Local days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date | None) -> bool:
        """Whether a day is one of them; no day is not."""
        return day is not None and self.first <= day <= self.last

    @property
    def is_month(self) -> bool:
        """Whether it is one whole month."""
        return self == month_of(self.first)


def month_of(day: date) -> Period:
    """The month that holds this day."""
    return _months(day.replace(day=1), 1)


def quarter_of(day: date) -> Period:
    """The quarter of the calendar year that holds this day."""
    return _months(date(day.year, day.month - (day.month - 1) % 3, 1), 3)


def read_period(text: str, moment: Moment, *, day_first: bool = True) -> Period:
    """A month, a quarter ("quarter", "last quarter", "q3", "q3 2025") or everything since a day until today.

    Raises:
        UnclearDate: with examples of what would be read.
    """
    line, today = clean_line(text), moment.day
    if found := _QUARTER.fullmatch(line):
        return _quarter(found, today)
    if found := _SINCE.fullmatch(line):
        return Period(read_when(found["day"], moment, past=True, day_first=day_first).day, today)
    try:
        return month_of(read_month(line, moment))
    except UnclearDate:
        raise UnclearDate(
            f"“{line[:40]}” is not read as a period; “2026-11”, “last month”, “quarter”, “q3 2026” or "
            "“since 1 sep” would be."
        ) from None


def _quarter(found: re.Match[str], today: date) -> Period:
    if not found["number"]:
        this = quarter_of(today)
        return this if (found["which"] or "this").lower() == "this" else quarter_of(this.first - timedelta(1))
    month = 3 * int(found["number"]) - 2
    return quarter_of(date(int(found["year"] or today.year - (month > today.month)), month, 1))


def _months(first: date, count: int) -> Period:
    year, month = months_on(first, count)
    last = date.max if year > date.max.year else date(year, month, 1) - timedelta(1)
    return Period(first, last)
