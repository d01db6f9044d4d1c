"""A plan as it was shown when a key was pressed, beside the one that is kept by now; and how one is written.

Another window or the shell may have closed, moved or taken it out in between; what is done is then not what
was meant, and is refused in words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from store.errors import NotFound, RequestRefused
from store.records import Appointment, Repeat
from store.recurrence import days_of
from store.series import NOT_THAT_DAY, later_day
from store.shelf import difference, fields_of, record_from

if TYPE_CHECKING:
    from store.folder import Act

TABLE = "appointments"
_CHANGED = "It was moved or closed meanwhile, so nothing was saved. Look at it once more."
_GONE = "This plan is not there any more: it was taken out meanwhile. Undo may bring it back."
_WHEN = ("on", "at", "repeats", "result")


def is_later_day(plan: Appointment, stored: Appointment) -> bool:
    """Whether it is a day that was derived from the stored one."""
    return stored.repeats is not None and plan.repeats is None and plan.series_on not in (None, stored.on)


def day_of(plan: Appointment) -> date:
    """The day the rule gave it."""
    return plan.series_on or plan.on


def rule_of(head: Appointment) -> Repeat:
    """How a plan that comes back does."""
    assert head.repeats is not None
    return head.repeats


def stored_of(act: Act, plan: Appointment, changing: Collection[str] = _WHEN) -> Appointment:
    """The plan as it is kept now.

    Args:
        changing: the fields that are to change; words go with one plan wherever it stands by now.

    Raises:
        NotFound: it is gone, or does not come back on that day any more.
        RequestRefused: it was moved or closed meanwhile.
    """
    document = act.get(TABLE, plan.id)
    if document is None:
        raise NotFound(_GONE)
    stored = record_from(Appointment, plan.id, document)
    _refuse_gone_day(plan, stored)
    came_back = plan.repeats is not None and stored.repeats is None
    if is_later_day(plan, stored) or ((plan.on, plan.result) == (stored.on, stored.result) and not came_back):
        return stored
    if stored.repeats is not None or not set(_WHEN).isdisjoint(changing):
        raise RequestRefused(_CHANGED)
    return stored


def shown_now(plan: Appointment, stored: Appointment) -> Appointment:
    """What was shown, as it is by now: the stored one, or that later day of it."""
    return later_day(stored, day_of(plan)) if is_later_day(plan, stored) else stored


def changes(before: Appointment, after: Appointment) -> Iterator[tuple[str, Any]]:
    """The fields that differ, with what they are after."""
    for name in Appointment.__struct_fields__:
        if getattr(before, name) != getattr(after, name):
            yield name, getattr(after, name)


def set_repeats(act: Act, head: Appointment, repeats: Repeat | None) -> None:
    """How it comes back from now on; None: not any more."""
    update(act, head, replace(head, repeats=repeats))


def update(act: Act, before: Appointment, after: Appointment) -> int:
    """Write what differs; its number."""
    fields, dropped = difference(before, after)
    if fields or dropped:
        act.update(TABLE, before.id, fields, drop=dropped)
    return before.id


def insert(act: Act, plan: Appointment, **fields: Any) -> int:
    """A plan of its own like this one; its number."""
    return act.insert(TABLE, fields_of(replace(plan, id=0, uid="", written_at=None, **fields)))


def _refuse_gone_day(plan: Appointment, stored: Appointment) -> None:
    day = plan.series_on
    if day is None or day == stored.series_on:
        return
    rule = None if stored.result else stored.repeats
    if rule is None or next(days_of(rule, day, day), None) is None or day <= stored.on:
        raise NotFound(NOT_THAT_DAY)
