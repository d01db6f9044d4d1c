"""What one cell says: words, a day, a length of time, a figure. A cell that says none of it is refused."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentor_tui.exchange.cells import unguarded
from store.errors import MentorError, RequestRefused
from store.text import clean_line, clean_lines, fold
from store.vocabulary import Terms

if TYPE_CHECKING:
    from mentor_tui.exchange.sheets.reading import Cell
    from store.caseload_reads import CaseloadReads

_NOTHING = frozenset({"", "-", "--", "n/a", "#n/a"})
_MIDNIGHT = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?$")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_FIGURE = re.compile(r"(\d{1,7})(?:[.,](\d{1,4}))?")
_CLOCK = re.compile(r"(\d{1,2})[:h.](\d{2})(?::\d{2})? ?(am|pm)?", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2}) ?(am|pm)", re.IGNORECASE)
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


def day(cell: Cell, caseload: CaseloadReads, *, past: bool = False) -> date:
    """The day in a cell: a date of the spreadsheet, or words as they are typed everywhere in the program.

    Args:
        past: read backwards: a day and month alone are the latest such day.

    Raises:
        CellUnread: it is not read as a day.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str):
        raise CellUnread(f"{line(cell)} is a figure, not a day; have the spreadsheet show it as a date")
    said = _MIDNIGHT.sub("", line(cell))
    if _SERIAL.fullmatch(said):
        raise CellUnread(f"{said} is a figure, not a day; have the spreadsheet show it as a date")
    try:
        if past:
            return caseload.read_when(said, past=True).day
        return caseload.read_day(said)
    except MentorError as error:
        raise CellUnread(_unfinished(str(error))) from None


def wall_time(cell: Cell) -> time:
    """The time of day in a cell.

    Raises:
        CellUnread: it is none.
    """
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0)
    said = line(cell)
    found = _CLOCK.fullmatch(said) or _HOUR.fullmatch(said)
    if found:
        half = (found[found.re.groups] or "").lower()
        hour, minute = int(found[1]), int(found[2]) if found.re is _CLOCK else 0
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise CellUnread(f"“{_short(said)}” is no time of day; 14:30 would be")


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
        raise CellUnread(f"“{_short(line(cell))}” is no length of time up to a day; 45 or 1h30 would be")
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
        raise CellUnread(f"“{_short(line(cell))}” is no {what} from 0 to {most:,.0f}")
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
    raise CellUnread(f"“{_short(line(cell))}” is no {what}; it can be: {listed}")


def own_word(cell: Cell, terms: Terms) -> str:
    """The code of a list's entry; else the words as they stand, since these lists take any."""
    said = line(cell)
    return next((term.code for term in terms if fold(said) in (term.code, fold(term.label))), said)


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


def _unfinished(sentence: str) -> str:
    return sentence.rstrip(".")


def _short(said: str) -> str:
    return said if len(said) <= 40 else said[:39] + "…"
