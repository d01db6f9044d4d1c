"""How a record reads, in plain words: the same in every list, on every page and in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.two_way import is_attempt, is_note
from store.vocabulary import (
    AREAS,
    GOAL_STATES,
    GOING_ALONG,
    KINDS,
    MODES,
    OUTCOMES,
    REFERRAL_ENDS,
    RESULTS,
    STAGES,
    label,
)
from store.waiting import phrases
from store.when import short

if TYPE_CHECKING:
    from store.clock import Moment
    from store.records import Appointment, Contact, Goal, Promise, Referral
    from store.waiting import Records


# Where the kind tells more than the mode does, in a word or two that fit a narrow column.
_KNOWN_BY_KIND = {
    "along": "going along",
    "ride": "a ride",
    "behalf": "on their behalf",
    "with-family": "with family",
    "work": "own work",
    "crisis": "crisis",
    "celebration": "celebration",
}


def length(minutes: int | None) -> str:
    """As it is typed: 15m, 1h, 1h30; empty where it is not known."""
    return "" if minutes is None else phrases.length(minutes)


def how(contact: Contact) -> str:
    """In a few words, how it was: "phone 15m", "tried", "note", "at the gate 3h"."""
    if is_note(contact):
        return "note"
    if is_attempt(contact) and not contact.minutes:
        return "tried" if contact.outcome != "sent" else f"{label(MODES, contact.mode)} sent"
    named = _KNOWN_BY_KIND.get(contact.kind) or label(MODES, contact.mode)
    came_in = " in" if contact.outcome == "in" else ""
    return f"{named or label(KINDS, contact.kind)}{came_in} {length(contact.minutes)}".strip()


def what(contact: Contact) -> str:
    """Her words, or what happened where she wrote none."""
    if contact.words:
        return contact.words
    return label(OUTCOMES, contact.outcome) if contact.outcome else ""


def happened(contact: Contact) -> str:
    """What happened, where it says more than the words do: attempts, answers, wishes."""
    # "in" is said beside the mode already: "letter in".
    return "" if contact.outcome in ("", "talked", "met", "in") else label(OUTCOMES, contact.outcome)


def plan(appointment: Appointment, records: Records) -> str:
    """What is planned, and what goes with it."""
    from store.waiting import ride_words, what_it_is  # no note from the shell needs to wait for it

    bring = f"bring {appointment.bring}" if appointment.bring else ""
    going = label(GOING_ALONG, appointment.going) if appointment.going else ""
    result = label(RESULTS, appointment.result) if appointment.result else ""
    parts = (
        what_it_is(appointment, records),
        appointment.where,
        going,
        ride_words(appointment),
        bring,
        result,
    )
    told = ", ".join(part for part in parts if part)
    if appointment.repeats is None:
        return told
    from store.repeat_words import repeat_words  # most plans do not come back

    return f"{told} · {repeat_words(appointment.repeats)}"


def promise(record: Promise, moment: Moment) -> str:
    """What she said she would do, and by when: "ask about ID, by Fri"."""
    return f"{record.words}, by {short(record.due_on, moment)}" if record.due_on else record.words


def goal(record: Goal) -> str:
    """Their words, then where it stands."""
    area = label(AREAS, record.area) if record.area else ""
    return " · ".join(part for part in (record.words or area, label(GOAL_STATES, record.state)) if part)


def bridge(record: Referral, service: str) -> str:
    """To what, and how far."""
    stage = label(REFERRAL_ENDS, record.ended) if record.ended else label(STAGES, record.stage)
    return " · ".join(part for part in (service or record.to or label(AREAS, record.area), stage) if part)
