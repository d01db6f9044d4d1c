"""Files that were written out, as rows: what, when, where, and whether it is as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mentor_tui.ways_out import shown_path
from store.text import clean_line
from store.when_echo import short_instant
from widgets.row import JOIN, Column, Piece, Row

if TYPE_CHECKING:
    from store.clock import Moment
    from store.made_files import MadeFile

COLUMNS = (Column(least=16, most=24, wraps=True), Column(least=5, most=16), Column(least=24))
"""What; when; where, and whether it is as it was."""
EMPTY = (
    "Nothing that was written out from here lies on a disk now. Under Reports, {more} writes the month or "
    "the record; this list remembers where."
)
AS_MADE = "as it was"
CHANGED = "changed since, so it stays"


def items(as_made: Mapping[MadeFile, bool], moment: Moment) -> list[Row]:
    """A row for each, in their order.

    Args:
        as_made: whether each is still the very file.
    """
    return [_row(made, moment, as_made=same) for made, same in as_made.items()]


def _row(made: MadeFile, moment: Moment, *, as_made: bool) -> Row:
    where: tuple[Piece, ...] = (
        (clean_line(shown_path(made.path)), ""),
        JOIN,
        (AS_MADE, "own") if as_made else (CHANGED, "trouble"),
    )
    return Row(made.name, (((made.what, "own"),), ((short_instant(made.made_at, moment), "second"),), where))
