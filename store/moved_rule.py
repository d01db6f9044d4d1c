"""A rule with all its days some days later or earlier, where the result is a rule again."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from msgspec.structs import replace

from store.errors import RequestRefused
from store.records import Repeat
from store.recurrence import WEEKDAY_CODES, days_of

_LAST_IN_EVERY_MONTH = 28
_PROVED = 60
"""Days compared, so that no rule is taken that only begins alike; five years of a monthly one."""


def moved(repeat: Repeat, days: int, head: date) -> Repeat:
    """The rule whose days from `head` on are those of this one, so many days later.

    Raises:
        RequestRefused: there is none that can be written ("the day after the first Monday").
    """
    apart = timedelta(days=days)
    try:
        found = Repeat(
            rule=_rule(repeat.rule, days),
            begins=repeat.begins + apart,
            until=repeat.until and repeat.until + apart,
            skips=tuple(day + apart for day in repeat.skips),
        )
        were = [day + apart for day in islice(days_of(repeat, head, date.max - abs(apart)), _PROVED)]
        are = list(islice(days_of(found, head + apart, date.max), _PROVED))
    except (OverflowError, ValueError):
        were, are = [head], []
    if were != are:
        raise RequestRefused(
            "These days do not move together as a rule. Move only this one, or say anew how it comes back."
        )
    return found


def from_day(repeat: Repeat, day: date) -> Repeat:
    """The part of a rule that begins on one of its days."""
    return replace(repeat, begins=day, skips=tuple(left_out for left_out in repeat.skips if left_out >= day))


def up_to(repeat: Repeat, day: date) -> Repeat:
    """The part of a rule that ends before a day."""
    last = day - timedelta(days=1)
    return replace(repeat, until=last if repeat.until is None else min(last, repeat.until))


def without(repeat: Repeat, day: date) -> Repeat:
    """The rule without one of its days."""
    return replace(repeat, skips=tuple(sorted({*repeat.skips, day})))


def _rule(rule: str, days: int) -> str:
    """The text of the rule with its days of the week or of the month moved; what cannot be moved stays."""
    parts = []
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        if name == "BYDAY":
            value = ",".join(sorted((_weekday(one, days) for one in value.split(",")), key=_order))
        elif name == "BYMONTHDAY":
            value = str(_day_of_month(int(value), days))
        parts.append(f"{name}={value}")
    return ";".join(parts)


def _weekday(code: str, days: int) -> str:
    return WEEKDAY_CODES[(WEEKDAY_CODES.index(code) + days) % 7] if code in WEEKDAY_CODES else code


def _order(code: str) -> int:
    return WEEKDAY_CODES.index(code) if code in WEEKDAY_CODES else len(WEEKDAY_CODES)


def _day_of_month(day: int, days: int) -> int:
    there = day + days
    return there if day > 0 and 0 < there <= _LAST_IN_EVERY_MONTH else day
