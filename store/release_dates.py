"""Dates that could follow from a release: offered, never made. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.records import Appointment, Client
from store.standing import is_active
from store.waiting.due import days_after
from store.waiting.releases import expected_release, released_on

if TYPE_CHECKING:
    from store.clock import Moment

FIRST_APPOINTMENTS = (1, 3, 7, 14, 30, 90)
"""Days after a release on which a first touch may be planned."""
_NO_SUPERVISION = ("", "none", "not-asked")


@dataclass(frozen=True, slots=True)
class OfferedDate:
    """One plan that could be made, or moved with a release that moved."""

    plan: Appointment
    why: str
    """Where its day comes from: "day 3", "14 days of medication"."""
    moves: Appointment | None = None
    """The open plan that would move there; None for a new one."""


def release_day(client: Client, moment: Moment) -> date | None:
    """Day 0 of the release they live in, or of the one that is ahead; None where neither is known."""
    return released_on(client, moment.day) or expected_release(client, moment.day)


def supply_days(client: Client) -> int | None:
    """Days of medication that they had, or will have, with them at the newest release."""
    return client.episodes[-1].supply_days if client.episodes else None


def offered_dates(
    client: Client, plans: Iterable[Appointment], moment: Moment, was: date | None = None
) -> tuple[OfferedDate, ...]:
    """What could be planned from their release, from today on, by day; what is planned already is left out.

    Args:
        plans: all of theirs, closed ones too.
        was: the day the release had until just now: plans that stood on its days may move with it.
    """
    day = release_day(client, moment)
    if day is None or not is_active(client):
        return ()
    theirs = tuple(plans)
    found = (_offered(one, days, theirs, day, was) for one, days in _dates(client, day, moment))
    ahead = (one for one in found if one is not None and one.plan.on >= moment.day)
    return tuple(sorted(ahead, key=lambda one: one.plan.on))


def changes_dates(before: Client | None, after: Client, moment: Moment) -> bool:
    """Whether an act on a person gave them a release, another day of it, or days of medication.

    Coming out on the very day that was expected is a release too.
    """
    if release_day(after, moment) is None:
        return False
    return before is None or _release(before, moment) != _release(after, moment)


def _release(client: Client, moment: Moment) -> tuple[date | None, bool, int | None]:
    """Its day, whether it has come, and the medication."""
    is_out = released_on(client, moment.day) is not None
    return release_day(client, moment), is_out, supply_days(client)


def _dates(client: Client, day: date, moment: Moment) -> Iterator[tuple[OfferedDate, int]]:
    blank = Appointment(client_id=client.id, on=day, zone=moment.zone)
    how = client.rhythm.how if client.rhythm else ""
    for days in FIRST_APPOINTMENTS:
        touch = replace(blank, on=days_after(day, days), mode=how)
        yield OfferedDate(touch, f"day {days}"), days
    if client.supervision not in _NO_SUPERVISION:
        report = replace(blank, kind="supervision", on=days_after(day, 1))
        yield OfferedDate(report, "their paper says the day"), 1
    if supply := supply_days(client):
        ends = replace(blank, kind="medication-ends", on=days_after(day, supply))
        yield OfferedDate(ends, f"{supply} days from release"), supply


def _offered(
    one: OfferedDate, days: int, plans: Sequence[Appointment], day: date, was: date | None
) -> OfferedDate | None:
    """With the plan it would move; None where such a plan stands there already."""
    alike = [plan for plan in plans if plan.kind == one.plan.kind]
    if any(plan.on == one.plan.on for plan in alike):
        return None
    stood = days_after(was, days) if was and was != day else None
    moves = next((plan for plan in alike if plan.on == stood and not plan.result and not plan.repeats), None)
    if moves is not None:
        return OfferedDate(replace(moves, on=one.plan.on), one.why, moves)
    # Of these there is one at a time: another open one was planned by hand.
    once = one.plan.kind != "touch" and any(not plan.result and plan.on >= day for plan in alike)
    return None if once else one
