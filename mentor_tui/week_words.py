"""What a week is called: "Last week, Mon 16 to Sun 22 Nov"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.period import Period

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def heading(days: Period, today: date) -> str:
    """Which week it is: "Last week, Mon 16 to Sun 22 Nov"."""
    weeks = (today - days.first).days // 7
    which = {0: "This week", 1: "Last week"}.get(weeks, "The week of")
    first, last = days.first, days.last
    month = f" {_MONTHS[first.month - 1]}" if first.month != last.month else ""
    year = f" {last.year}" if last.year != today.year else ""
    joined = " " if weeks not in (0, 1) else ", "
    return f"{which}{joined}Mon {first.day}{month} to Sun {last.day} {_MONTHS[last.month - 1]}{year}"
