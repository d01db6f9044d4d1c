"""What a week is called: "Last week, Mon 16 to Sun 22 Nov"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.waiting.phrases import day_name, full_day

if TYPE_CHECKING:
    from store.period import Period


def heading(days: Period, today: date) -> str:
    """Which week it is: "Last week, Mon 16 to Sun 22 Nov"."""
    weeks = (today - days.first).days // 7
    which = {0: "This week", 1: "Last week"}.get(weeks, "The week of")
    first, last = days.first, days.last
    begins = f"{day_name(first)} {first.day}" if first.month == last.month else full_day(first, first)
    joined = " " if weeks not in (0, 1) else ", "
    return f"{which}{joined}{begins} to {full_day(last, today)}"
