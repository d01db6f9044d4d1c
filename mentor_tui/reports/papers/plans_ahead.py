"""Open plans of one person, as a paper lists them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentor_tui import said
from store.records import Appointment, Client
from store.series import occurrences
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from store.caseload import Caseload

_FAR = timedelta(days=366)


def plans_ahead(caseload: Caseload, client_id: int, today: date) -> list[Appointment]:
    """Each open plan on its next day, soonest first; what comes back is there once."""
    last = date.max if today > date.max - _FAR else today + _FAR
    following = (
        next(iter(occurrences(plan, today, last)), None)
        for plan in caseload.appointments_of(client_id)
        if not plan.result
    )
    return in_order(plan for plan in following if plan is not None)


def plans_before(caseload: Caseload, person: Client, today: date) -> list[Appointment]:
    """Dates that have passed, or that are closed.

    Touches are not among them: what came of those stands among the contacts.
    """
    kept = [plan for plan in caseload.appointments_of(person.id) if plan.kind != "touch"]
    # What comes back and is open is among the dates to come.
    over = (plan for plan in kept if plan.result or (plan.on < today and plan.repeats is None))
    return in_order(over)


def in_order(plans: Iterator[Appointment]) -> list[Appointment]:
    """By day, the whole day before the hours."""
    return sorted(plans, key=lambda plan: (plan.on, plan.at is not None, plan.at, plan.id))


def plan_row(plan: Appointment, caseload: Caseload, today: date) -> tuple[str, str, str]:
    """A plan as day, time, and what it is with all that goes with it."""
    return full_day(plan.on, today), f"{plan.at:%H:%M}" if plan.at else "", said.plan(plan, caseload)
