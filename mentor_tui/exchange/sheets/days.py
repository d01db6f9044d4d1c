"""The day or the time of day in a cell: a date of the spreadsheet, or words in the program's own grammar."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from mentor_tui.exchange.sheets.values import CellUnread, line, short
from store.errors import MentorError
from store.when import read_when

if TYPE_CHECKING:
    from mentor_tui.exchange.sheets.reading import Cell
    from store.caseload_reads import CaseloadReads

_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d\S*(?: \S+)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
# As spreadsheets write a date into a text file: 3-Feb-26, 21/11/26, 21-11-2026.
_NAMED = re.compile(r"(\d{1,2})[-. ]([A-Za-z]{3,9})[-. ](\d{4}|\d\d)")
_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_CLOCK = re.compile(r"(\d{1,2})[:h.](\d{2})(?::\d{2})? ?(am|pm)?", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2})() ?(am|pm)", re.IGNORECASE)
_AHEAD = 20
"""Years from now up to which a year of two figures is one of this century."""
_NO_DAY = "is a figure, not a day; have the spreadsheet show it as a date"


def day(cell: Cell, caseload: CaseloadReads, *, past: bool = False) -> date:
    """The day in a cell, in the mentor's order of day and month.

    Args:
        past: read backwards: a day and month alone are the latest such day.

    Raises:
        CellUnread: it is not read as a day.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    said = line(cell)
    if not isinstance(cell, str) or _SERIAL.fullmatch(said):
        raise CellUnread(f"{short(said)} {_NO_DAY}")
    now = caseload.clock.now()
    written = _as_typed(said, now.day, past=past)
    try:
        return caseload.read_when(written, past=True).day if past else caseload.read_day(written)
    except MentorError as error:
        if not _FIGURES.fullmatch(said) or not _reads_other_way(written, caseload):
            raise CellUnread(str(error).rstrip(".")) from None
    order = "day" if caseload.day_first else "month"
    raise CellUnread(
        f"“{said}” is no day with the {order} first, as your settings have it. If this file has it the other "
        "way, change the setting first: its other days would be read wrongly too"
    )


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
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise CellUnread(f"“{short(said)}” is no time of day; 14:30 would be")


def _as_typed(said: str, today: date, *, past: bool) -> str:
    """A date as the grammar has it: no time behind it, a year of four figures."""
    if found := _WITH_TIME.fullmatch(said):
        return found[1]
    if found := _NAMED.fullmatch(said):
        return f"{found[1]} {found[2]} {_year(found[3], today, past=past)}"
    if found := _FIGURES.fullmatch(said):
        mark = "." if found[2] == "." else "/"
        return f"{found[1]}{mark}{found[3]}{mark}{_year(found[4], today, past=past)}"
    return said


def _year(said: str, today: date, *, past: bool) -> int:
    if len(said) > 2:
        return int(said)
    century = today.year // 100 * 100
    year = century + int(said)
    return year if year <= today.year + (0 if past else _AHEAD) else year - 100


def _reads_other_way(written: str, caseload: CaseloadReads) -> bool:
    try:
        read_when(written, caseload.clock.now(), past=True, day_first=not caseload.day_first)
    except MentorError:
        return False
    return True
