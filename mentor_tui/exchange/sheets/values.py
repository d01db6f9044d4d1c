"""What one cell says: words, a length of time, a figure, a word of a list; days are in `days`."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from mentor_tui.exchange.cells import unguarded
from store.errors import RequestRefused
from store.text import clean_line, clean_lines, fold
from store.vocabulary import Terms, code_named

if TYPE_CHECKING:
    from mentor_tui.exchange.sheets.reading import Cell

_NOTHING = frozenset({"", "-", "--", "n/a", "#n/a"})
_FIGURE = re.compile(r"(\d{1,7})(?:[.,](\d{1,4}))?")
_CLOCK = re.compile(r"(\d{1,2})[:h.](\d{2})(?::\d{2})? ?(am|pm)?", re.IGNORECASE)
_HOURS = re.compile(
    r"(\d{1,2}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?)(?: ?(\d{1,2}) ?(?:m|mins?|minutes?)?)?", re.I
)
_MINUTES = re.compile(r"(\d{1,4})(?:[.,]0+)? ?(?:m|mins?|minutes?)?", re.IGNORECASE)
_DAY_MINUTES = 24 * 60


class CellUnread(RequestRefused):
    """What a cell says is not what its column holds; the sentence is about the cell alone."""


def words(cell: Cell) -> str:
    """A cell as text of one or more lines; "" for an empty one.

    Raises:
        CellUnread: a figure that is none.
    """
    if isinstance(cell, str):
        lines = clean_lines(unguarded(cell)).split("\n")
        return "\n".join(line.rstrip() for line in lines).strip()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        _finite(cell)
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}" if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return str(cell)


def line(cell: Cell) -> str:
    """A cell as text on one line."""
    return " ".join(clean_line(words(cell)).split())


def says_nothing(cell: Cell) -> bool:
    """Whether a cell is empty, or says so in as many words."""
    return isinstance(cell, str) and fold(cell.strip()) in _NOTHING


def minutes(cell: Cell, unit: int = 1) -> int:
    """A length of time, in minutes.

    Args:
        unit: what a bare figure counts: 1 for minutes, 60 for hours.

    Raises:
        CellUnread: it is none, or longer than a day.
    """
    if isinstance(cell, timedelta):
        found: float | None = cell.total_seconds() / 60
    elif isinstance(cell, time):
        found = cell.hour * 60 + cell.minute
    else:
        found = _minutes(line(cell), unit)
    if found is None or not 0 <= found <= _DAY_MINUTES:
        raise CellUnread(f"“{short(line(cell))}” is no length of time up to a day; 45 or 1h30 would be")
    return round(found)


def figure(cell: Cell, what: str, most: float, unit: str = "") -> float:
    """A figure that is not below zero, with "." or "," before its decimals.

    Args:
        unit: what may stand behind it.

    Raises:
        CellUnread: it is none, or too large.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        _finite(cell)
        found: float | None = float(cell)
    else:
        said = line(cell).strip("$£€ ").removesuffix(unit).strip("$£€ ")
        parts = _FIGURE.fullmatch(said)
        found = float(f"{parts[1]}.{parts[2] or 0}") if parts else None
    if found is None or not 0 <= found <= most:
        raise CellUnread(f"“{short(line(cell))}” is no {what} from 0 to {most:,.0f}")
    return found


def code(cell: Cell, terms: Terms, also: Mapping[str, str], what: str) -> str:
    """The code of a list's entry from its code, its label, or another word for it.

    Raises:
        CellUnread: it is none of them.
    """
    said = fold(line(cell))
    for term in terms:
        if said in (term.code, term.code.replace("-", " "), fold(term.label), fold(term.default)):
            return term.code
    if said in also:
        return also[said]
    listed = "; ".join(term.label for term in terms)
    raise CellUnread(f"“{short(line(cell))}” is no {what}; it can be: {listed}")


def own_word(cell: Cell, terms: Terms) -> str:
    """The code of a list's entry; else the words as they stand, since these lists take any."""
    said = line(cell)
    return code_named(terms, said) or said


def _minutes(said: str, unit: int) -> float | None:
    if found := _CLOCK.fullmatch(said):
        return None if found[3] else int(found[1]) * 60 + int(found[2])
    if found := _HOURS.fullmatch(said):
        return float(found[1].replace(",", ".")) * 60 + int(found[2] or 0)
    if unit == 1:
        found = _MINUTES.fullmatch(said)
        return int(found[1]) if found else None
    parts = _FIGURE.fullmatch(said)
    return float(f"{parts[1]}.{parts[2] or 0}") * unit if parts else None


def _finite(value: float) -> None:
    if not math.isfinite(value):
        raise CellUnread("NaN and infinity are no figures")


def short(said: str) -> str:
    """What a cell says, as far as a sentence about it needs."""
    return said if len(said) <= 40 else said[:39] + "…"
