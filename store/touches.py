"""The next touch an agreed rhythm suggests after a talk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from store.records import Appointment, Client, Contact, Record
from store.standing import is_active
from store.two_way import is_two_way

if TYPE_CHECKING:
    from store.clock import Moment
    from store.saved import Saved


def proposed_touch(
    client_of: Callable[[int], Client],
    plans_of: Callable[[int], Iterable[Appointment]],
    saved: Saved,
    moment: Moment,
) -> Appointment | None:
    """Contact day plus rhythm, for one person they talked with; not yet saved.

    None without a rhythm, after an attempt (the clock has not moved), when the note itself planned
    something, when the day is already past, when an open touch is planned up to that day already, and for
    whoever is not active.
    """
    contact = next((record for record in saved.records if isinstance(record, Contact)), None)
    planned = [item for item in saved.records if _is_touch(item) and item not in saved.closed]
    if contact is None or planned or len(contact.client_ids) != 1 or not is_two_way(contact):
        return None
    client = client_of(contact.client_ids[0])
    if client.rhythm is None or not is_active(client):
        return None
    day = contact.on + timedelta(days=client.rhythm.every_days)
    if day < moment.day or any(_is_planned(plan, moment.day, day) for plan in plans_of(client.id)):
        return None
    return Appointment(
        client_id=client.id, on=day, zone=moment.zone, mode=client.rhythm.how, contact_id=contact.id
    )


def _is_touch(record: Record) -> bool:
    # The next day of court is not what the two agreed.
    return isinstance(record, Appointment) and record.kind == "touch"


def _is_planned(plan: Appointment, today: date, day: date) -> bool:
    return plan.kind == "touch" and not plan.result and today <= plan.on <= day
