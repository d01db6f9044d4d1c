"""What stands at the head of Today while the mentor is away, and on the day she is back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentor_tui.absence import away_words, room_words
from widgets.row import Gap, Item, Row

if TYPE_CHECKING:
    from datetime import date

    from store.absences import Away
    from store.waiting import Waiting

AWAY = "away"
"""Key of the line that says she was away, or is."""
SEVERAL = "several"
"""Key of the line that leads to the same message or plan for all who waited."""
_LINES = {AWAY: 3, SEVERAL: 2}
"""Lines that each takes at 80 columns; at more it may be fewer."""


def away_rows(away: Away, waiting: Sequence[Waiting], today: date, *, few: bool) -> list[Item]:
    """The line, and once it is kept what can be done for several.

    Args:
        few: only the first three are shown beneath.
    """
    asks = "Start with three?" if away.is_over else "Enter here once you are back."
    said = " ".join(filter(None, (away_words(away, today), asks, room_words(waiting))))
    rows = [_row(AWAY, "The first three. Enter here shows everyone." if few else said)]
    if away.is_over and away.record and len(who_waited(waiting)) > 1:
        rows.append(_row(SEVERAL, "One message or plan for all who waited: enter marks them."))
    return [*rows, Gap()]


def lines_of(rows: Sequence[Item]) -> int:
    """Lines that these rows take above the people, at most."""
    return sum(_LINES[row.key] for row in rows if isinstance(row, Row)) + 1


def who_waited(waiting: Sequence[Waiting]) -> tuple[int, ...]:
    """Those for whom a day has passed meanwhile."""
    return tuple(entry.client.id for entry in waiting if entry.while_away)


def _row(key: str, words: str) -> Row:
    return Row(key, (((words, "second"),),), spans=True, for_anyone=True)
