"""Records that ask whether they are still needed, as rows: who, since when, why they were kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.when import short
from widgets.row import JOIN, Column, Piece, Row

if TYPE_CHECKING:
    from store.clock import Moment
    from store.retention import Due

COLUMNS = (Column(least=7, most=20), Column(least=14, most=26), Column(least=16))
"""Name; since when it asks; the last contact or the end, and why it was kept."""
EMPTY = (
    "No record asks whether it is still needed. A while after the last contact or the end one does, here and "
    "in a line on Today; nothing is ever removed by itself."
)
CHOICES = (
    ("keep", "keep it longer, and say why"),
    ("strip", "reduce it to tallies: hours, travel and money stay, without a name"),
    ("erase", "erase it for good"),
    ("later", "ask again in a month"),
)


def items(found: Sequence[Due], moment: Moment) -> list[Row]:
    """A row for each, longest first."""
    return [_row(one, moment) for one in found]


def line(count: int) -> str:
    """For Today: one calm line."""
    records = "1 record" if count == 1 else f"{count} records"
    return f"{records} to look at: still needed?"


def _row(one: Due, moment: Moment) -> Row:
    last: tuple[Piece, ...] = ((f"last {short(one.last, moment)}", "second"),) if one.last else ()
    kept = one.client.kept_because
    why: tuple[Piece, ...] = ((JOIN,) if last else ()) + ((f"kept: {kept}", "words"),) if kept else ()
    cells = (
        ((one.client.name, "name"),),
        ((f"since {short(one.since, moment)}", "second"),),
        (*last, *why),
    )
    return Row(f"clients:{one.client.id}", cells, 2)
