"""Which days a report is about: typed as a month, a quarter, or since a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.screens.base import WayBack
from mentor_tui.screens.one_line import OneLineScreen
from store.errors import UnclearDate
from store.period import Period, read_period

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_BELOW = "last month · nov 2025 · 2026-11 · quarter · last quarter · q3 2026 · since 1 sep"


class WhichDays(OneLineScreen):
    """A line in which some days are named; what cannot be read stays, and is said."""

    def __init__(self, then: Callable[[Period], None]) -> None:
        """A line.

        Args:
            then: what is done with the days.
        """
        super().__init__("which days", "", _BELOW, "show them")
        self._then = then
        self._period: Period | None = None

    def refused(self, words: str) -> str:
        """What would be read, where this is not."""
        now, day_first = self.mentor.clock.now(), self.mentor.caseload.day_first
        try:
            self._period = read_period(words or "this month", now, day_first=day_first)
        except UnclearDate as unclear:
            return str(unclear)
        return ""

    def taken(self, words: str) -> None:
        """Show them."""
        if self._period is not None:
            self._then(self._period)

    def way_back(self) -> WayBack:
        """On Reports again, with what was typed."""
        return _on_reports


def _on_reports(mentor: MentorApp) -> WhichDays | None:
    from mentor_tui.screens.reports import ReportsScreen

    place = mentor.screen_stack[0]
    return WhichDays(place.turn_to) if isinstance(place, ReportsScreen) else None
