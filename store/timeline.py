"""What happened with one person, newest first: contacts, check-ins, what became of dates, releases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from store.records import Appointment, CheckIn, Client, Contact, Episode, Record

if TYPE_CHECKING:
    from store.reading import Reading


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One line of a person's timeline."""

    on: date
    at: datetime | None
    """Instant, UTC, where it is known."""
    record: Record | Episode
    """What it is about: a Contact, a CheckIn, a closed Appointment, or a release Episode."""
    came_back: bool = False
    """For an episode: the day they were back inside, not the day they came out."""


def timeline(records: Reading, client: Client) -> tuple[TimelineItem, ...]:
    """Newest first; a day's contacts by their time, what has no time before them."""
    items = [TimelineItem(contact.on, contact.at, contact) for contact in records.of(Contact, client.id)]
    at_of = {item.record.id: item.at for item in items if isinstance(item.record, Contact)}
    for check_in in records.of(CheckIn, client.id):
        # It stands with the talk it was part of.
        items.append(TimelineItem(check_in.on or date.min, at_of.get(check_in.contact_id or 0), check_in))
    for plan in records.of(Appointment, client.id):
        # A touch that a contact closed is told by the contact.
        if plan.result and plan.closed_by is None:
            items.append(TimelineItem(plan.closed_on or plan.on, None, plan))
    for episode in client.episodes:
        if episode.on:
            items.append(TimelineItem(episode.on, None, episode))
        if episode.back_on:
            items.append(TimelineItem(episode.back_on, None, episode, came_back=True))
    items.sort(key=lambda item: (item.on, item.at.timestamp() if item.at else 0.0), reverse=True)
    return tuple(items)
