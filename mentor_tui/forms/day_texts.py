"""Days and times as they stand in a field, where they read back as themselves."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from store.repeat_words import repeat_words

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment


def day_text(kept: date | None) -> str:
    """A day as it stands in a field; it reads back as itself."""
    return f"{kept.day} {kept:%b %Y}" if kept else ""


def when_text(kept: date, wall: time | None) -> str:
    """A day and time as they stand in a field."""
    return day_text(kept) + (f" {wall:%H:%M}" if wall else "")


def told_time(wall: time | None) -> str:
    """A time as it stands in a field."""
    return f"{wall:%H:%M}" if wall else ""


def plan_text(caseload: Caseload, text: str, typed: Moment) -> str:
    """When a plan is, as it was meant when it was typed; what comes back, from its next day on."""
    plan = caseload.read_plan(text, typed)
    if plan.repeats is None:
        return when_text(plan.when.day, plan.when.at)
    from store.recurrence import next_day

    on = next_day(plan.repeats, caseload.clock.now().day - timedelta(days=1)) or plan.when.day
    comma = "," if plan.repeats.until else ""
    return f"{repeat_words(plan.repeats)}{comma} from {when_text(on, plan.when.at)}"
