"""The days of something that comes back, by the rules of RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from dateutil.rrule import rrule

    from store.records import Repeat


WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""As a rule has them, Monday first."""
MOST_EVERY = 999
"""Every so many days, weeks or months at most; of years `MOST_YEARS`."""
MOST_YEARS = 99
_LONGEST_RULE = 200
_FURTHEST_YEARS = 100
"""How far a next day is looked for, in a rule that may have none (the 30th of February)."""
_DAY = r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)"
_MONTHDAY = r"-?(?:[1-9]|[12]\d|3[01])"
_NUMBER = r"[+-]?\d{1,3}"


def is_rule(rule: str) -> bool:
    """Whether a rule is one of whole days that can be followed.

    Another program may have written it: an interval of 0 would never come to an end, one of seconds not soon.
    """
    return len(rule) <= _LONGEST_RULE and _rule_form().fullmatch(rule) is not None


@cache
def _rule_form() -> re.Pattern[str]:
    """Compiled when it is first wanted: most people have nothing that comes back."""
    days = rf"BYDAY={_DAY}(?:,{_DAY})*|WKST=(?:MO|TU|WE|TH|FR|SA|SU)"
    every = rf"INTERVAL=[1-9]\d{{,2}}|{days}"
    # Not of days and weeks: "daily, on the 31st of February" would be looked for until the year 9999.
    of_month = rf"BYMONTHDAY={_MONTHDAY}(?:,{_MONTHDAY})*|BYSETPOS={_NUMBER}(?:,{_NUMBER})*"
    month = rf"{every}|{of_month}"
    year = rf"INTERVAL=[1-9]\d?|{days}|{of_month}|(?:BYMONTH|BYYEARDAY|BYWEEKNO)={_NUMBER}(?:,{_NUMBER})*"
    forms = (("DAILY|WEEKLY", every), ("MONTHLY", month), ("YEARLY", year))
    return re.compile("|".join(rf"FREQ=(?:{name})(?:;(?:{parts}))*" for name, parts in forms))


def days_of(repeat: Repeat, first: date, last: date) -> Iterator[date]:
    """The days it falls on from `first` to `last`, both included, in order, without those left out.

    A rule that cannot be followed falls on none.
    """
    if not is_rule(repeat.rule):
        return
    # dateutil takes longer to wake than a note to be read, and most people have nothing that comes back.
    from dateutil.rrule import rrulestr

    end = last if repeat.until is None else min(last, repeat.until)
    start = datetime.combine(max(first, repeat.begins), time.min)
    if end < start.date():
        return
    try:
        begins = datetime.combine(_nearer(repeat, start.date()), time.min)
        # A rule that is never met is looked through up to its end.
        read = cast("rrule", rrulestr(repeat.rule, dtstart=begins))
        rule = read.replace(until=datetime.combine(end, time.min))
    except (ValueError, IndexError):
        return
    for found in rule.xafter(start, inc=True):
        day = found.date()
        if day > end:
            return
        if day not in repeat.skips:
            yield day


def _nearer(repeat: Repeat, first: date) -> date:
    """A day to count from that gives the same days from `first` on, without walking there from years ago."""
    unit = {"DAILY": 1, "WEEKLY": 7}.get(repeat.rule[5:].partition(";")[0])
    if unit is None or first <= repeat.begins:
        return repeat.begins
    found = re.search(r"INTERVAL=(\d+)", repeat.rule)
    every = unit * (int(found[1]) if found else 1)
    return repeat.begins + timedelta(days=(first - repeat.begins).days // every * every)


def next_day(repeat: Repeat, after: date) -> date | None:
    """The first day after this one; None where it has come to its end."""
    furthest = date.max if after.year > date.max.year - _FURTHEST_YEARS else None
    last = furthest or date(after.year + _FURTHEST_YEARS, 12, 31)
    return next(days_of(repeat, after + timedelta(days=1), last), None) if after < date.max else None
