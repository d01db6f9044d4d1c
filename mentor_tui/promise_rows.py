"""Everything promised, as rows: whose, by when, what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.when import short
from widgets.row import Column, Item, Piece, Row

if TYPE_CHECKING:
    from store.clock import Moment
    from store.promised import AllPromised, Promised
    from store.records import Promise

COLUMNS = (Column(least=7, most=16), Column(least=8, most=15), Column(least=24))
"""Name, on the first of each person; by when, or since when; what."""
EMPTY = "Nothing is promised now. {promise} on a person keeps what you said you would do; so does “!”."


def items(everything: AllPromised, moment: Moment) -> list[Item]:
    """A row for each promise, those of one person together; the name once."""
    rows: list[Item] = []
    for one in everything.people:
        rows += [_row(one, promise, place == 0, moment) for place, promise in enumerate(one.promises)]
    return rows


def facts(everything: AllPromised) -> str:
    """How many, for the heading."""
    if not everything.count:
        return ""
    people = sum(1 for one in everything.people if one.client)
    things = f"{everything.count} {'promise' if everything.count == 1 else 'promises'}"
    return f"{things} to {people} {'person' if people == 1 else 'people'}" if people else things


def when_words(promise: Promise, moment: Moment) -> str:
    """By when; else since when: "by Fri", "said Fri 20 Nov"."""
    if promise.due_on:
        return f"by {short(promise.due_on, moment)}"
    return f"said {short(promise.made_on, moment)}" if promise.made_on else ""


def _row(one: Promised, promise: Promise, is_first: bool, moment: Moment) -> Row:
    name = one.client.name if one.client else "yourself"
    when: Piece = (when_words(promise, moment), "second" if promise.due_on else "muted")
    cells = (((name if is_first else "", "name"),), (when,), promise.words)
    return Row(f"promises:{promise.id}", cells, 3)
