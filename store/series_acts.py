"""What is done to an appointment that comes back, inside an act: closed, changed, moved, taken out.

A plan is given as it was shown: the stored one, or a later day of it that `store.series.occurrences`
derived. Each takes the stored one afresh, so that what another program wrote meanwhile stays.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from store.errors import RequestRefused
from store.moved_rule import from_day, moved, up_to, without
from store.records import Appointment
from store.recurrence import next_day
from store.series_stored import (
    TABLE,
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

ONLY = "only"
FROM = "from"
ALL = "all"
SCOPES = (ONLY, FROM, ALL)
"""How far a change of one day reaches: only this one, from here on, all of them that are still to come."""

_OF_THE_DAY = ("id", "uid", "written_at", "on", "series", "series_on", "repeats")
"""What belongs to one day and not to all of them."""
_DAY = timedelta(days=1)


def close(
    act: Act, plan: Appointment, closing: dict[str, Any], *, after: date | None = None
) -> tuple[int, ...]:
    """Close one day; where it was the head, the day that follows becomes the head.

    Args:
        closing: the fields that close it.
        after: the next day lies after this one; days in between that nobody spoke of stay unsaid.

    Returns:
        The numbers of the closed one and, if there is one, of the new head.
    """
    stored = stored_of(act, plan)
    if is_later_day(plan, stored):
        set_repeats(act, stored, without(rule_of(stored), day_of(plan)))
        closed = insert(act, shown_now(plan, stored))
        act.update(TABLE, closed, closing)
        return (closed,)
    head = _following(act, stored, max(stored.on, after or stored.on))
    act.update(TABLE, stored.id, closing, drop=("repeats",))
    return (stored.id, *head)


def change(
    act: Act, before: Appointment, after: Appointment, scope: str, *, today: date, counted: bool = False
) -> int:
    """Change one day, or those from it on, or all; the number of the plan that stands for it now.

    Args:
        counted: the new day was counted from the old one; else it was said, and the next one lies on it.
    """
    changed = dict(changes(before, after))
    stored = stored_of(act, before, ("on",) if scope in (FROM, ALL) else changed)
    shown = shown_now(before, stored)
    after = replace(shown, **changed)
    if stored.repeats is None or stored.result:
        return update(act, stored, after)
    if scope not in (FROM, ALL):
        return _detach(act, stored, shown, after, today)
    if scope == FROM and shown is not stored:
        return split(act, stored, shown, after)
    return _change_all(act, stored, shown, after, today, counted=counted)


def take_out(act: Act, plan: Appointment, scope: str, others: Iterable[Appointment], *, today: date) -> None:
    """Take one day out, or those from it on, or all that are still to come.

    Args:
        others: that person's plans; those changed alone go with the days they were among.
    """
    stored = stored_of(act, plan)
    if scope == ONLY or stored.repeats is None:
        _take_out_one(act, plan, stored, today)
        return
    first = min(today, day_of(plan)) if scope == ALL else day_of(plan)
    from_here = scope == FROM and is_later_day(plan, stored)
    for one in others:
        alone = one.id != stored.id and one.series == stored.series != "" and not one.result
        if alone and one.on >= today and not (from_here and day_of(one) < first) and act.get(TABLE, one.id):
            act.remove(TABLE, one.id)
    if is_later_day(plan, stored) and (from_here or stored.on < first):
        end_before(act, stored, first)
    else:
        act.remove(TABLE, stored.id)


def new_series() -> str:
    """A name for a series, shared by all of it."""
    return uuid.uuid4().hex


def to_come(act: Act, head: Appointment, first: date) -> Appointment:
    """The head, if it is not before this day; else the next day is, and what has passed stands alone."""
    day = next_day(rule_of(head), first - _DAY) if head.on < first else None
    if day is None:
        return head
    set_repeats(act, head, None)
    coming = replace(head, on=day, contact_id=None, series_on=None)
    return replace(coming, id=insert(act, coming))


def split(act: Act, head: Appointment, shown: Appointment, after: Appointment) -> int:
    """What was, up to the day before; from this day on a series of its own."""
    rule = after.repeats or from_day(rule_of(head), shown.on)
    if after.repeats is None and after.on != shown.on:
        rule = moved(rule, (after.on - shown.on).days, shown.on)
    end_before(act, head, shown.on)
    return insert(act, after, repeats=rule, series=new_series(), series_on=None)


def all_changed(head: Appointment, shown: Appointment, after: Appointment) -> Appointment:
    """The head with what was changed in one of its days."""
    same = {name: value for name, value in changes(shown, after) if name not in _OF_THE_DAY}
    changed = replace(head, **same)
    if after.repeats != shown.repeats:
        return replace(changed, repeats=after.repeats, on=after.on)
    days = (after.on - shown.on).days
    if not days:
        return changed
    rule = moved(rule_of(head), days, head.on)
    return replace(changed, on=head.on + timedelta(days=days), repeats=rule)


def end_before(act: Act, head: Appointment, day: date) -> None:
    """Let it come back no more from this day on."""
    ended = up_to(rule_of(head), day)
    # With no day left to come it does not come back any more.
    set_repeats(act, head, ended if next_day(ended, head.on) else None)


def _change_all(
    act: Act, stored: Appointment, shown: Appointment, after: Appointment, today: date, *, counted: bool
) -> int:
    # What has passed is not moved; what else is said of all is said of it too, where it is the one chosen.
    is_moved = shown is stored and after.on != shown.on
    head = to_come(act, stored, today if is_moved else min(today, shown.on))
    if is_moved and head.on < today:
        raise RequestRefused("Nothing of it is still to come: move only this one.")
    moved_from = replace(shown, on=head.on) if is_moved and not counted else shown
    changed_head = all_changed(head, moved_from, after)
    if changed_head.on < today <= head.on:
        raise RequestRefused("The next of them would be in the past: move from here on, or only this one.")
    return update(act, head, changed_head)


def _following(act: Act, head: Appointment, after: date) -> tuple[int, ...]:
    """Make the day that follows the head; nothing where it has come to its end."""
    day = next_day(rule_of(head), after) if head.repeats else None
    return (insert(act, head, on=day, contact_id=None, series_on=None),) if day else ()


def _detach(act: Act, head: Appointment, shown: Appointment, after: Appointment, today: date) -> int:
    """One day stands alone from now on; where it is the head, the day that follows is the head."""
    rule = without(rule_of(head), shown.on)
    alone = replace(after, series=head.series, series_on=shown.on, repeats=None)
    if shown is not head:
        set_repeats(act, head, rule)
        return insert(act, alone)
    _following(act, replace(head, repeats=rule), max(head.on, (after.closed_on or today) - _DAY))
    return update(act, head, alone)


def _take_out_one(act: Act, plan: Appointment, stored: Appointment, today: date) -> None:
    if stored.repeats is None:
        act.remove(TABLE, stored.id)
        return
    rule = without(stored.repeats, day_of(plan))
    if is_later_day(plan, stored):
        set_repeats(act, stored, rule)
    elif following := next_day(rule, max(stored.on, today - _DAY)):
        update(act, stored, replace(stored, on=following, repeats=rule))
    else:
        act.remove(TABLE, stored.id)
