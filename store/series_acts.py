"""What is done to an appointment that comes back, inside an act: closed, changed, moved, taken out.

A plan is given as it was shown: the stored one, or a later day of it that `store.series.occurrences`
derived. Each takes the stored one afresh, so that what another program wrote meanwhile stays.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from store.errors import NotFound
from store.moved_rule import from_day, moved, up_to, without
from store.records import Appointment, Repeat
from store.recurrence import days_of, next_day
from store.series import NOT_THAT_DAY
from store.shelf import difference, fields_of, record_from

if TYPE_CHECKING:
    from store.folder import Act

ONLY = "only"
FROM = "from"
ALL = "all"
SCOPES = (ONLY, FROM, ALL)
"""How far a change of one day reaches: only this one, from here on, all of them that are still to come."""

_TABLE = "appointments"
_OF_THE_DAY = ("id", "uid", "written_at", "on", "series", "series_on", "repeats")
"""What belongs to one day and not to all of them."""


def is_later_day(plan: Appointment, stored: Appointment) -> bool:
    """Whether it is a day that was derived from the stored one."""
    return stored.repeats is not None and plan.repeats is None and plan.series_on not in (None, stored.on)


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
    stored = _stored(act, plan)
    if is_later_day(plan, stored):
        _set_repeats(act, stored, without(_rule_of(stored), _day_of(plan)))
        return (act.insert(_TABLE, _fresh(plan, repeats=None) | closing),)
    head = _following(act, stored, max(stored.on, after or stored.on))
    act.update(_TABLE, stored.id, closing, drop=("repeats",))
    return (stored.id, *head)


def change(act: Act, before: Appointment, after: Appointment, scope: str) -> int:
    """Change one day, or those from it on, or all; the number of the plan that stands for it now."""
    stored = _stored(act, before)
    later = is_later_day(before, stored)
    if stored.repeats is None or stored.result:
        return _update(act, before, after)
    if scope == ONLY:
        return _detach(act, stored, before, after) if later else _detach_head(act, stored, before, after)
    if scope == FROM and later:
        return _split(act, stored, before, after)
    return _update(act, stored, _all_changed(stored, before, after))


def take_out(act: Act, plan: Appointment, scope: str, others: Iterable[Appointment]) -> None:
    """Take one day out, or those from it on, or all that are still to come.

    Args:
        others: that person's plans; those changed alone go with the days they were among.
    """
    stored = _stored(act, plan)
    if scope == ONLY and is_later_day(plan, stored):
        _set_repeats(act, stored, without(_rule_of(stored), _day_of(plan)))
    elif scope == ONLY and (following := next_day(_rule_of(stored), stored.on)):
        act.update(_TABLE, stored.id, {"on": following.isoformat()})
    elif scope == FROM and is_later_day(plan, stored):
        _end_before(act, stored, _day_of(plan))
        _remove_alone(act, stored, others, _day_of(plan))
    else:
        act.remove(_TABLE, stored.id)
        if scope != ONLY:
            _remove_alone(act, stored, others, date.min)


def new_series() -> str:
    """A name for a series, shared by all of it."""
    return uuid.uuid4().hex


def _stored(act: Act, plan: Appointment) -> Appointment:
    document = act.get(_TABLE, plan.id)
    if document is None:
        raise NotFound("This plan is not there any more: it was taken out meanwhile. Undo may bring it back.")
    stored = record_from(Appointment, plan.id, document)
    refuse_gone_day(plan, stored)
    return stored


def refuse_gone_day(plan: Appointment, stored: Appointment) -> None:
    """Refuse a derived day that is not one any more: it was closed, moved or left out meanwhile.

    Raises:
        NotFound: it is not.
    """
    day = plan.series_on
    if day is None or day == stored.series_on:
        return
    rule = None if stored.result else stored.repeats
    if rule is None or next(days_of(rule, day, day), None) is None or day <= stored.on:
        raise NotFound(NOT_THAT_DAY)


def _following(act: Act, head: Appointment, after: date) -> tuple[int, ...]:
    """Make the day that follows the head; nothing where it has come to its end."""
    day = next_day(_rule_of(head), after) if head.repeats else None
    return (_insert(act, head, on=day, contact_id=None, series_on=None),) if day else ()


def _detach(act: Act, head: Appointment, before: Appointment, after: Appointment) -> int:
    """A later day stands alone from now on."""
    _set_repeats(act, head, without(_rule_of(head), _day_of(before)))
    return _insert(act, after, repeats=None, series=head.series, series_on=_day_of(before))


def _detach_head(act: Act, head: Appointment, before: Appointment, after: Appointment) -> int:
    """The head itself stands alone, and the day that follows is the head."""
    rule = without(_rule_of(head), head.on)
    yesterday = after.closed_on - timedelta(days=1) if after.closed_on else head.on
    _following(act, replace(head, repeats=rule), max(head.on, yesterday))
    _update(act, before, replace(after, series_on=head.on, repeats=before.repeats))
    act.update(_TABLE, head.id, {}, drop=("repeats",))
    return head.id


def _split(act: Act, head: Appointment, before: Appointment, after: Appointment) -> int:
    """What was, up to the day before; from this day on a series of its own."""
    day = _day_of(before)
    rule = after.repeats or from_day(_rule_of(head), day)
    if after.repeats is None and after.on != day:
        rule = moved(rule, (after.on - day).days, day)
    _end_before(act, head, day)
    return _insert(act, after, repeats=rule, series=new_series(), series_on=None)


def _all_changed(head: Appointment, before: Appointment, after: Appointment) -> Appointment:
    """The head with what was changed in one of its days."""
    same = {name: value for name, value in _changes(before, after) if name not in _OF_THE_DAY}
    changed = replace(head, **same)
    if after.repeats != before.repeats:
        return replace(changed, repeats=after.repeats, on=after.on)
    days = (after.on - before.on).days
    if not days:
        return changed
    rule = moved(_rule_of(head), days, head.on)
    return replace(changed, on=head.on + timedelta(days=days), repeats=rule)


def _changes(before: Appointment, after: Appointment) -> Iterator[tuple[str, Any]]:
    for name in Appointment.__struct_fields__:
        if getattr(before, name) != getattr(after, name):
            yield name, getattr(after, name)


def _end_before(act: Act, head: Appointment, day: date) -> None:
    ended = up_to(_rule_of(head), day)
    # With no day left to come it does not come back any more.
    _set_repeats(act, head, ended if next_day(ended, head.on) else None)


def _remove_alone(act: Act, head: Appointment, others: Iterable[Appointment], first: date) -> None:
    """Days of the series that were changed alone, still open, from one of its days on."""
    for plan in others:
        alone = plan.id != head.id and plan.series == head.series != "" and not plan.result
        if alone and (plan.series_on or plan.on) >= first and act.get(_TABLE, plan.id):
            act.remove(_TABLE, plan.id)


def _set_repeats(act: Act, head: Appointment, repeats: Repeat | None) -> None:
    _update(act, head, replace(head, repeats=repeats))


def _update(act: Act, before: Appointment, after: Appointment) -> int:
    fields, dropped = difference(before, after)
    if fields or dropped:
        act.update(_TABLE, before.id, fields, drop=dropped)
    return before.id


def _insert(act: Act, plan: Appointment, **fields: Any) -> int:
    return act.insert(_TABLE, _fresh(plan, **fields))


def _fresh(plan: Appointment, **fields: Any) -> dict[str, Any]:
    return fields_of(replace(plan, id=0, uid="", written_at=None, **fields))


def _rule_of(head: Appointment) -> Repeat:
    assert head.repeats is not None
    return head.repeats


def _day_of(plan: Appointment) -> date:
    """The day the rule gave it."""
    return plan.series_on or plan.on
