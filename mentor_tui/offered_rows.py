"""Dates that could follow from a release, as rows to tick."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from store.waiting import what_it_is
from store.when import When, short
from widgets.row import Cell, Column, Row
from widgets.tick_row import OFF, ON

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.release_dates import OfferedDate

COLUMNS = (Column(width=1), Column(least=6, most=16), Column(), Column(least=6, most=26))
"""Ticked or not; the day; what; where the day comes from."""


def items(offered: Mapping[str, OfferedDate], ticked: Collection[str], caseload: Caseload) -> list[Row]:
    """Each of them, by its key."""
    now = caseload.clock.now()
    return [_row(key, one, key in ticked, caseload, now) for key, one in offered.items()]


def _row(key: str, one: OfferedDate, is_ticked: bool, caseload: Caseload, now: Moment) -> Row:
    why = f"moves from {short(one.moves.on, now)}" if one.moves else one.why
    mark: Cell = ((ON, "accent"),) if is_ticked else ((OFF, "muted"),)
    when = ((short(When(one.plan.on, one.plan.at), now), "second"),)
    # A plan that moves may have words of its own; the others are the program's.
    what: Cell = ((what_it_is(one.plan, caseload), "words" if one.moves else ""),)
    return Row(key, (mark, when, what, ((why, "muted"),)), 2)
