"""How a plan comes back, said anew or ended, inside an act.

What was taken out, closed or moved alone stays so; what has passed stays where it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.errors import RequestRefused
from store.records import Appointment
from store.recurrence import next_day
from store.series_acts import FROM, all_changed, end_before, split, to_come
from store.series_stored import (
    changes,
    day_of,
    insert,
    is_later_day,
    rule_of,
    set_repeats,
    shown_now,
    stored_of,
    update,
)

if TYPE_CHECKING:
    from store.folder import Act

_DAY = timedelta(days=1)


def say_anew(
    act: Act,
    before: Appointment,
    after: Appointment,
    scope: str,
    others: Iterable[Appointment],
    *,
    today: date,
) -> int:
    """Give a plan a rule, from a day on or all that are to come; the number of the plan that has it.

    Args:
        others: that person's plans; the days of this series among them are not made again.

    Raises:
        RequestRefused: the rule has no day left.
    """
    stored = stored_of(act, before)
    shown = shown_now(before, stored)
    after = replace(shown, **dict(changes(before, after)))
    if stored.repeats is None:
        return update(act, stored, after)
    from_here = scope == FROM and shown is not stored
    after = _kept(after, _taken(stored, others), shown.on if from_here else date.min)
    if from_here:
        return split(act, stored, shown, after)
    if stored.on < min(today, after.on):  # it stays where it is, and is asked about
        set_repeats(act, stored, None)
        return insert(act, after, series=stored.series, series_on=None, contact_id=None)
    return update(act, stored, all_changed(stored, shown, after))


def end(act: Act, plan: Appointment, scope: str, *, today: date) -> int:
    """It comes back no more: this day is the last one, or else the next one that is to come."""
    stored = stored_of(act, plan)
    later = is_later_day(plan, stored)
    if later and scope == FROM:
        end_before(act, stored, day_of(plan) + _DAY)
        return stored.id
    head = to_come(act, stored, min(today, day_of(plan))) if later else stored
    set_repeats(act, head, None)
    return head.id


def _taken(head: Appointment, others: Iterable[Appointment]) -> set[date]:
    """Days of the series that were left out, closed, or stand alone."""
    of_series = (one for one in others if one.series == head.series != "" and one.id != head.id)
    return {day_of(one) for one in of_series}.union(rule_of(head).skips)


def _kept(plan: Appointment, taken: set[date], first: date) -> Appointment:
    """A plan whose rule is new, from a day on, without the days that were taken."""
    rule = rule_of(plan)
    begins = max(plan.on, first)
    skips = tuple(sorted(day for day in taken.union(rule.skips) if day >= begins))
    kept = replace(rule, skips=skips)
    if begins == plan.on and begins not in skips:
        return replace(plan, repeats=kept)
    day = next_day(kept, begins - _DAY)
    if day is None:
        raise RequestRefused("It would come back on no day that is left. Say it another way, or a later end.")
    return replace(plan, on=day, repeats=kept)
