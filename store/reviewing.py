"""One page of a review: what the mentor needs in front of her before she decides about one person."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from store.records import Appointment, Client, Contact, Goal, Promise, Referral
from store.two_way import is_attempt, is_two_way
from store.vocabulary import OPEN_STAGES

if TYPE_CHECKING:
    from store.reading import Reading


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One person, as they stand today."""

    client: Client
    last_talked: Contact | None
    """The newest two-way contact."""
    since_then: tuple[Contact, ...]
    """Attempts after it, newest first."""
    promises: tuple[Promise, ...]
    """Open, oldest first."""
    next: tuple[Appointment, ...]
    """Open plans, soonest first."""
    goals: tuple[Goal, ...]
    """Those not reached, parked or given up."""
    bridges: tuple[Referral, ...]
    """Those still under way."""


# How far back one page looks for a talk: past this many entries nothing there answers "why now".
_FAR_ENOUGH = 400
_ENDED = ("got-it", "no-longer-wanted", "nothing-available")


def review_page(records: Reading, client: Client) -> ReviewPage:
    """What to look at before deciding anything about this person."""
    recent = [
        contact for contact, _ in zip(records.newest_of(Contact, client.id), range(_FAR_ENOUGH), strict=False)
    ]
    talked = next((contact for contact in recent if is_two_way(contact)), None)
    tried = takewhile(lambda contact: contact is not talked, recent)
    return ReviewPage(
        client=client,
        last_talked=talked,
        since_then=tuple(contact for contact in tried if is_attempt(contact)),
        promises=tuple(item for item in records.of(Promise, client.id) if item.state == "open"),
        next=tuple(item for item in records.of(Appointment, client.id) if not item.result),
        goals=tuple(goal for goal in records.of(Goal, client.id) if is_open_goal(goal)),
        bridges=tuple(item for item in records.of(Referral, client.id) if item.stage in OPEN_STAGES),
    )


def is_open_goal(goal: Goal) -> bool:
    """Whether it is still wanted, and not parked."""
    return goal.state not in _ENDED and goal.rank != "parked"
