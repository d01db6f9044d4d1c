"""An event that comes back, as a plan of ours that comes back: its next day, its rule, its own days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from mentor_tui.exchange.ics.rules import NotSaid, Rule, read_rule
from mentor_tui.exchange.ics.theirs import Theirs, When
from store.clock import Moment
from store.records import Repeat
from store.recurrence import days_of

_SAMPLE = timedelta(days=182)
"""Half a year on every clock that is put forward has been."""


class Next(NamedTuple):
    """When it comes next, by the mentor's clock."""

    day: date
    at: time | None
    repeats: Repeat | None
    not_kept: tuple[str, ...] = ()


def is_ahead(when: When, moment: Moment) -> bool:
    """Whether it is still to come; a whole day counts to its end."""
    day, at = when.local(moment.tz)
    return day > moment.day or (day == moment.day and (at is None or at >= moment.wall))


def next_of(theirs: Theirs, changed: frozenset[date], moment: Moment) -> Next | None:
    """Its next day that is not changed by itself, and how it comes back; None where it is over.

    Args:
        changed: days of the rule that stand in the calendar as events of their own.

    Raises:
        NotSaid: it comes back in a way that is not kept.
    """
    start = theirs.start
    rule = read_rule(theirs.rule, start.day)
    skips = changed | {_day_there(when, start) for when in theirs.left_out}
    until = _until(rule, start)
    begins = rule.near(start.day, moment.day - timedelta(days=400))
    there = Repeat(rule=rule.text, begins=begins, until=until, skips=tuple(sorted(skips)))
    for day in days_of(
        there, max(begins, moment.day - timedelta(days=2)), moment.day + timedelta(days=36525)
    ):
        when = When(day, start.at, start.zone)
        if is_ahead(when, moment):
            return _here(when, there, moment)
    return None


def _here(when: When, there: Repeat, moment: Moment) -> Next:
    day, at = when.local(moment.tz)
    if day != when.day:
        return Next(day, at, None, ("that it comes back (on another day by your clock)",))
    later = tuple(skip for skip in there.skips if skip > day)
    repeats = Repeat(rule=there.rule, begins=day, until=there.until, skips=later)
    if when.at is None or when.zone is None or _keep_step(when, moment.tz):
        return Next(day, at, repeats)
    return Next(day, at, repeats, ("that it keeps the clock of another time zone",))


def _keep_step(when: When, mine: tzinfo) -> bool:
    """Whether the two clocks stay as far apart as they are."""
    wall = when.at or time.min
    days = (when.day, when.day + _SAMPLE)
    apart = {When(day, wall, when.zone).local(mine)[1] for day in days}
    return len(apart) == 1


def _until(rule: Rule, start: When) -> date | None:
    """The last day it may fall on, by its own clock."""
    if rule.count is not None:
        from dateutil.rrule import rrulestr

        counted = f"{rule.text};COUNT={rule.count}"
        every = list(rrulestr(counted, dtstart=datetime.combine(start.day, time.min)))
        return every[-1].date() if every else start.day
    if not rule.until:
        return None
    try:
        day = datetime.strptime(rule.until[:8], "%Y%m%d").date()  # noqa: DTZ007
        if len(rule.until) == 8 or start.at is None:
            return day
        at = datetime.strptime(rule.until[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007
        if rule.until.endswith("Z") and start.zone is not None:
            at = at.replace(tzinfo=UTC).astimezone(start.zone).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise NotSaid from None
    return at.date() if at.time() >= start.at else at.date() - timedelta(days=1)


def _day_there(when: When, start: When) -> date:
    """The day of the rule that something names, by the clock the rule runs by."""
    if when.at is None or when.zone is None or start.zone is None or when.zone == start.zone:
        return when.day
    return datetime.combine(when.day, when.at, when.zone).astimezone(start.zone).date()


def day_replaced(theirs: Theirs, start: When) -> date:
    """The day of the rule that a changed one stands for."""
    return _day_there(theirs.instead_of or theirs.start, start)
