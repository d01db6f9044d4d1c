"""From when on Today speaks of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.vocabulary import REMIND_WEEK, REMINDERS

if TYPE_CHECKING:
    from datetime import date

    from store.records import Appointment


def lead_days(plan: Appointment) -> int:
    """Days ahead from which Today shows it: as said on the plan, else by its kind; 0 is its own day."""
    return REMINDERS.get(plan.kind, REMIND_WEEK) if plan.remind_days is None else plan.remind_days


def reminded(band: str, plan: Appointment, today: date) -> str:
    """The band of a plan, as its reminder moves it: into the week sooner, or out of sight until then.

    Args:
        band: by its day alone.
    """
    away = (plan.on - today).days
    if away < 0:
        return band
    if away > lead_days(plan):
        return "later"
    return "week" if band == "later" else band
