"""A workbook (XLSX, ODS), looked at before it is read: nothing in it may grow beyond what memory bears."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.sheets import reading
from store.text import clean_line, fold

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_UNPACKED = 64 * 1_048_576
MOST_PARTS = 2_000
_CHUNK = 1_048_576
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_PLACE = re.compile(rb"""\br=["']([A-Za-z]{0,3})([0-9]{0,9})["']""")
_PLACES = re.compile(rb"""(?<![\w:])(?:r|ref)\s*=\s*["']([^"']*)["']""")
_COUNTS = re.compile(rb"""(?<![\w:])(?:uniqueC|c)ount\s*=\s*["']\s*\+?(\d+)""")
_A_PLACE = re.compile(rb"\$?[A-Za-z]{0,3}\$?[0-9]{0,7}(?::\$?[A-Za-z]{0,3}\$?[0-9]{0,7})?")
_REPEATED_ROW = re.compile(
    rb"<table:table-row\b[^>]*number-rows-repeated=[\"'](\d+)[\"'][^>]*>(.*?)</table:table-row>", re.DOTALL
)
_REPEATED_CELL = re.compile(rb"<table:table-cell\b[^>]*number-columns-repeated=[\"'](\d+)[\"'][^>]*>")


def read_workbook(content: bytes, shown: str, sheet: str = "") -> reading.Raw:
    """The rows of one sheet, and which it was.

    Raises:
        ImportRefused: locked, broken, too large, or without that sheet.
    """
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportRefused(
            f"{shown} is locked with a password, or in the old .xls form. Save it as .xlsx without a "
            "password and try again."
        )
    _look_inside(content, shown)
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        name, notes = _choose(book, shown, sheet)
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except calamine.PasswordError:
        raise ImportRefused(
            f"{shown} is locked with a password. Save it without one and try again."
        ) from None
    except (calamine.CalamineError, ValueError, OSError, OverflowError):
        raise ImportRefused(
            f"{shown} cannot be read as a workbook. Save it again as .xlsx, or as CSV, and try that."
        ) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader's own word for having stumbled
            raise
        raise ImportRefused(
            f"{shown} cannot be read as a workbook. Save it again as .xlsx, or as CSV, and try that."
        ) from None
    return rows, notes


def _choose(book: CalamineWorkbook, shown: str, wanted: str) -> tuple[str, tuple[str, ...]]:
    """The name of the sheet to read, and what to say of the others."""
    names = book.sheet_names
    if wanted:
        found = next((name for name in names if fold(name) == fold(wanted.strip())), "")
        if not found:
            listed = ", ".join(f"“{clean_line(name)}”" for name in names[:8])
            raise ImportRefused(f"{shown} has no sheet “{clean_line(wanted)}”. It has {listed}.")
        return found, ()
    filled = [name for name in names if book.get_sheet_by_name(name).total_height]
    if not filled:
        raise ImportRefused(f"{shown} holds no sheet with anything in it.")
    others = ", ".join(f"“{clean_line(name)}”" for name in filled[1:9])
    note = f"Only the sheet “{clean_line(filled[0])}” was read; there is {others} too (--sheet)."
    return filled[0], (note,) if others else ()


def _look_inside(content: bytes, shown: str) -> None:
    """Unpack every part once, counting, and refuse what would be too large as a table."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS:
                raise ImportRefused(f"{shown} is made of {len(parts):,} parts, which no table needs.")
            left = MOST_UNPACKED
            for part in parts:
                left -= _look_at(packed, part, shown, left)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise ImportRefused(
            f"{shown} is damaged, or locked with a password: it cannot be unpacked. Save it again."
        ) from None


def _look_at(packed: zipfile.ZipFile, part: zipfile.ZipInfo, shown: str, left: int) -> int:
    name = part.filename.lower()
    is_read = name.endswith((".xml", ".xml.rels"))
    is_table = is_read and "worksheets/" in name
    # What the file says of its own size is not believed: it is unpacked, and counted.
    part.file_size = MOST_UNPACKED * 2
    unpacked, kept = 0, bytearray()
    with packed.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            unpacked += len(chunk)
            if unpacked > left:
                raise ImportRefused(
                    f"{shown} unpacks to more than {MOST_UNPACKED // 1_048_576} MB, more than is read."
                )
            if is_read:
                kept += chunk
    if part.filename == "META-INF/manifest.xml" and b"encryption-data" in kept:
        raise ImportRefused(f"{shown} is locked with a password. Save it without one and try again.")
    if part.filename == "content.xml":
        _refuse_repeats(bytes(kept), shown)
    if is_read:
        _refuse_wild_counts(bytes(kept), shown)
    if is_table:
        _refuse_wild_places(bytes(kept), shown)
        _refuse_far_cells(bytes(kept), shown)
    return unpacked


def _refuse_wild_counts(xml: bytes, shown: str) -> None:
    """Room is made for as many as a part says it has, before one of them is read."""
    if any(len(found[1]) > 9 or int(found[1]) > len(xml) for found in _COUNTS.finditer(xml)):
        raise ImportRefused(
            f"{shown} says that it holds more than it does. Save it again as .xlsx, or as CSV, and try that."
        )


def _refuse_wild_places(xml: bytes, shown: str) -> None:
    """No program writes a cell beyond XFD1048576: what reads the cells would stumble over one."""
    for found in _PLACES.finditer(xml):
        if not all(_A_PLACE.fullmatch(place) for place in found[1].split()):
            raise ImportRefused(
                f"{shown} names a cell that no table has. Save it again as .xlsx, or as CSV, and try that."
            )


def _refuse_far_cells(xml: bytes, shown: str) -> None:
    """A table is laid out from its first to its last cell: one that was left far below would fill memory."""
    row = column = 0
    for tag in _TAG.finditer(xml):
        place = _PLACE.search(tag[2])
        if tag[1] == b"row":
            row, column = (int(place[2] or 0) if place else row + 1), 0
            continue
        column = _column(place[1]) if place and place[1] else column + 1
        row = int(place[2]) if place and place[2] and place[1] else row
        if not tag[2].endswith(b"/"):
            _refuse_far(row, column, shown)


def _refuse_repeats(xml: bytes, shown: str) -> None:
    for found in _REPEATED_CELL.finditer(xml):
        if not found[0].endswith(b"/>"):
            _refuse_far(1, int(found[1]), shown)
    for found in _REPEATED_ROW.finditer(xml):
        if b"office:value" in found[2] or b"text:p" in found[2]:
            _refuse_far(int(found[1]), 1, shown)


def _refuse_far(row: int, column: int, shown: str) -> None:
    if row > reading.MOST_ROWS + 100 or column > reading.MOST_COLUMNS * 2:
        raise ImportRefused(
            f"{shown} has a cell in row {row:,}, column {column:,}; {reading.MOST_ROWS:,} rows and "
            f"{reading.MOST_COLUMNS} columns are read. Delete what stands far away from the table."
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
