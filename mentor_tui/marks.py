"""Several people at once: who is marked, how that shows, and who may be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mentor_tui.rows import key_parts
from store.records import Client
from store.standing import active
from widgets.chips import ChipRow, Piece
from widgets.row import Cell, Item, Row

if TYPE_CHECKING:
    from store.caseload import Caseload

SIGN = "✓ "
_NAMES_SHOWN = 12


def with_marks(items: Sequence[Item], marked: Collection[int]) -> list[Item]:
    """Rows of people, the marked ones with a sign before their name; as they were while nobody is."""
    if not marked:
        return list(items)
    return [_signed(item, marked) if isinstance(item, Row) else item for item in items]


def people_in(items: Iterable[Item]) -> tuple[int, ...]:
    """The people of these rows."""
    parts = [key_parts(item.key) for item in items if isinstance(item, Row)]
    return tuple(id for table, id in parts if table == "clients")


def may_be_marked(caseload: Caseload, people: Iterable[int]) -> tuple[int, ...]:
    """Those who walk with the mentor now, in their order: nothing is done for others by the dozen."""
    known = {client.id: client for client in caseload.all(Client)}
    return tuple(client.id for client in active(known[id] for id in people if id in known))


def chip_row(caseload: Caseload, people: Sequence[int], what: str, more: str = "") -> ChipRow:
    """Whom it is for, a pill a name.

    Args:
        what: what each of them gets: "a plan".
        more: of what more, each.
    """
    pills: list[Piece] = []
    for id in people[:_NAMES_SHOWN]:
        pills += [(caseload.get(Client, id).name, "who"), (" ", "")]
    left = len(people) - _NAMES_SHOWN
    pills += [(f"and {left} more ", "label")] if left > 0 else []
    each = f", {more} each" if more else ""
    return (*pills, (f"{what} for each of {len(people)}{each}", "label"))


def _signed(row: Row, marked: Collection[int]) -> Row:
    is_marked = key_parts(row.key)[1] in marked
    name: Cell = row.cells[0]
    pieces = ((name, ""),) if isinstance(name, str) else name
    return replace(row, cells=((((SIGN if is_marked else "  "), "own"), *pieces), *row.cells[1:]))
