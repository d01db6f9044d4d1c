"""A spreadsheet file as headings and rows of cells, within limits: CSV, XLSX or ODS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeAlias

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.reading import read_plain
from mentor_tui.exchange.sheets.headings import looks_like_headings
from store.text import clean_line

MOST_BYTES = 16 * 1_048_576
MOST_ROWS = 50_000
MOST_COLUMNS = 200
MOST_LETTERS = 32_767
"""In one cell: what a spreadsheet itself takes."""
_HEADINGS_WITHIN = 10
"""Rows above the headings that may hold a title."""

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta
"""As the file has it; "" is an empty one."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row."""

    number: int
    """As a spreadsheet numbers it: the first row of the file is 1."""
    cells: tuple[Cell, ...]
    """One for each heading."""
    beyond: bool = False
    """Something stands to the right of the last heading."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with headings."""

    shown: str
    """The name of the file."""
    headings: tuple[str, ...]
    """Words over each column; "" over one that has none."""
    rows: tuple[SheetRow, ...]
    """Empty ones left out."""
    notes: tuple[str, ...] = ()
    """What to know of how it was read, in sentences."""


Raw: TypeAlias = tuple[Sequence[Sequence[Cell]], tuple[str, ...]]
"""Rows from the top of the file, and notes."""


def read_sheet(path: Path, sheet: str = "") -> Sheet:
    """The table in a file.

    Args:
        sheet: which sheet of a workbook; "" for the first that holds anything.

    Raises:
        ImportRefused: it cannot be read whole; nothing was changed.
    """
    shown = clean_line(path.name)
    content = read_plain(path, MOST_BYTES)
    _refuse_other_kinds(content.removeprefix(b"\xef\xbb\xbf").lstrip()[:11].upper(), shown)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        from mentor_tui.exchange.sheets.workbooks import read_workbook

        rows, notes = read_workbook(content, shown, sheet)
    else:
        from mentor_tui.exchange.sheets.text_tables import read_text_table

        if sheet:
            raise ImportRefused(f"{shown} is no workbook, so it has no sheet “{clean_line(sheet)}”.")
        rows, notes = read_text_table(content, shown)
    return _table(rows, shown, notes)


def _refuse_other_kinds(beginning: bytes, shown: str) -> None:
    if not beginning:
        raise ImportRefused(f"{shown} is empty.")
    if beginning == b"BEGIN:VCARD":
        raise ImportRefused(f"{shown} holds the cards of a phone: give it a name that ends in .vcf.")
    if beginning.startswith((b"<", b"%PDF", b"{")):
        raise ImportRefused(f"{shown} is no table of rows and columns. Save it as .xlsx, .ods or .csv.")


def _table(rows: Sequence[Sequence[Cell]], shown: str, notes: tuple[str, ...]) -> Sheet:
    first = [number for number, cells in enumerate(rows) if any(map(_says, cells))][:_HEADINGS_WITHIN]
    if not first:
        raise ImportRefused(f"{shown} holds nothing but empty cells.")
    at = next((number for number in first if looks_like_headings(_words(rows[number]))), first[0])
    headings = _words(rows[at])
    while headings and not headings[-1]:
        headings = headings[:-1]
    width = len(headings)
    if width > MOST_COLUMNS:
        raise ImportRefused(f"{shown} has {width:,} columns; {MOST_COLUMNS} are read at the most.")
    if len(rows) - at - 1 > MOST_ROWS:
        raise ImportRefused(f"{shown} has more than {MOST_ROWS:,} rows, more than is read at once.")
    found = [_row(number + 1, rows[number], width, shown) for number in range(at + 1, len(rows))]
    return Sheet(
        shown, headings, tuple(row for row in found if row.beyond or any(map(_says, row.cells))), notes
    )


def _row(number: int, cells: Sequence[Cell], width: int, shown: str) -> SheetRow:
    if any(isinstance(cell, str) and len(cell) > MOST_LETTERS for cell in cells):
        raise ImportRefused(f"{shown}, row {number}: a cell holds more than {MOST_LETTERS:,} letters.")
    padded = (*cells[:width], *[""] * (width - len(cells)))
    return SheetRow(number, padded, any(map(_says, cells[width:])))


def _words(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(" ".join(clean_line(str(cell)).split()) for cell in cells)


def _says(cell: Cell) -> bool:
    return cell.strip() != "" if isinstance(cell, str) else True
