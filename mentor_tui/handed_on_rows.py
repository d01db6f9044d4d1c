"""What was handed on, as rows: when, what, to whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mentor_tui.reports.catalogue import KINDS
from store.records import HandedOn
from store.when import short
from widgets.row import Column, Item, Piece, Row

if TYPE_CHECKING:
    from store.clock import Moment

COLUMNS = (Column(least=6, most=14), Column(least=12, most=28), Column())
"""When; what; to whom, about which days, how many it names."""
EMPTY = "Nothing was handed on yet. What you make for somebody else is listed here: what, when, for whom."
_TITLES = {kind.name: kind.title for kind in KINDS}


def items(handed: Iterable[HandedOn], moment: Moment) -> list[Item]:
    """The newest first."""
    return [_row(each, moment) for each in sorted(handed, key=lambda each: (each.on, each.id), reverse=True)]


def _row(each: HandedOn, moment: Moment) -> Row:
    when = ((short(each.on, moment), "second"),)
    return Row(f"handed_on:{each.id}", (when, ((_TITLES.get(each.what, each.what), ""),), _about(each)))


def _about(each: HandedOn) -> tuple[Piece, ...]:
    days = f"{each.first} to {each.last}" if each.first and each.last else ""
    people = f"names {len(each.client_ids)}" if each.client_ids else "names nobody"
    words = " · ".join(filter(None, (days, people)))
    return (
        (("to ", "muted"), (each.to, "name"), (" · ", "muted"), (words, "muted"))
        if each.to
        else ((words, "muted"),)
    )
