"""Appointments that come back: the open one stands for all that follow; those are derived at each look.

At most one open appointment of a series carries `repeats`: the head. Closing it makes the next day's the
head, in the same act. A day changed alone leaves the rule (`Repeat.skips`) and stands as a single
appointment of the same `series`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from store.records import Appointment
from store.recurrence import days_of

NOT_THAT_DAY = "This plan does not come back on that day any more; Agenda shows on which it does."


def occurrences(plan: Appointment, first: date, last: date) -> Iterator[Appointment]:
    """The plan, if its day lies between the two (both included), and each later day it comes back on.

    What is derived has the head's id, its own day in `on` and `series_on`, and no `repeats`: it is not on
    the disk.
    """
    if first <= plan.on <= last:
        yield plan
    if plan.repeats is None or plan.result or plan.on >= last:
        return
    for day in days_of(plan.repeats, max(first, plan.on + timedelta(days=1)), last):
        yield later_day(plan, day)


def later_day(head: Appointment, day: date) -> Appointment:
    """A later day of a plan that comes back; it is not on the disk."""
    return replace(head, on=day, series_on=day, repeats=None)
