"""The days of something that comes back, by the rules of RFC 5545."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.records import Repeat


def days_of(repeat: Repeat, first: date, last: date) -> Iterator[date]:
    """The days it falls on from `first` to `last`, both included, in order, without those left out."""
    # dateutil takes longer to wake than a note to be read, and most people have nothing that comes back.
    from dateutil.rrule import rrulestr

    end = last if repeat.until is None else min(last, repeat.until)
    rule = rrulestr(repeat.rule, dtstart=datetime.combine(repeat.begins, time.min))
    start = datetime.combine(max(first, repeat.begins), time.min)
    if end < start.date():
        return
    for found in rule.xafter(start, inc=True):
        day = found.date()
        if day > end:
            return
        if day not in repeat.skips:
            yield day


def next_day(repeat: Repeat, after: date) -> date | None:
    """The first day after this one; None where it has come to its end."""
    return next(days_of(repeat, after + timedelta(days=1), date.max), None)
