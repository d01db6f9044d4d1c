"""A workbook for Excel and LibreOffice: words stay words, figures are figures, the same bytes on any day."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

import xlsxwriter

from store.text import clean_line, clean_lines

_MOST_LETTERS = 32_000
"""A cell of Excel holds 32,767."""
CUT = "… (the cell holds no more; the JSON has all of it)"
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
"""A workbook with one of these is broken for Excel."""
_MOST_IN_A_NAME = 31
_NARROW, _WIDE = 7, 60
_PADDING = 2
_LEFT: dict[str, Any] = {"text_wrap": True, "valign": "top", "align": "left", "indent": 1}
_RIGHT: dict[str, Any] = {"text_wrap": True, "valign": "top", "align": "right"}
_READING, _LINE_HIGH = 100, 15


@dataclass(frozen=True, slots=True)
class Number:
    """A figure and how it is shown: "0.0%", '0.0" km"'."""

    value: float
    shown: str = "0"


Cell: TypeAlias = str | Number | None


class Workbook:
    """Sheets, one after the other; `content` ends it."""

    def __init__(self, title: str, made: date) -> None:
        """Of this title; the file says it was made on that day, whatever the clock says."""
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._out,
            {
                "in_memory": True,
                "constant_memory": False,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        created = datetime(made.year, made.month, made.day, tzinfo=UTC)
        self._book.set_properties({"title": clean_line(title), "created": created})
        self._names: set[str] = set()
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def words(self, name: str, paragraphs: Iterable[str]) -> None:
        """A sheet to read: a paragraph a row, the first one in bold."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, _READING)
        for row, words in enumerate(paragraphs):
            # Not every program gives a row the height its words take.
            sheet.set_row(row, _LINE_HIGH * (1 + len(words) // _READING))
            bold = {"bold": True} if row == 0 else {}
            self._put(sheet, row, 0, words, text_wrap=True, valign="top", **bold)

    def table(
        self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], right: Collection[int] = ()
    ) -> None:
        """A sheet with a heading that stays in sight; columns as wide as their words, up to a point.

        Args:
            right: columns of figures: what is hidden among them stands flush right too.
        """
        looks = [_RIGHT if column in right else _LEFT for column in range(len(columns))]
        sheet = self._sheet(name)
        has_head = any(columns)
        wide = [len(column) for column in columns]
        if has_head:
            sheet.freeze_panes(1, 0)
            sheet.repeat_rows(0)
            for column, words in enumerate(columns):
                self._put(sheet, 0, column, words, bold=True, bottom=1, **looks[column])
        for number, row in enumerate(rows, 1 if has_head else 0):
            for column, cell in enumerate(row):
                self._put(sheet, number, column, cell, **looks[column])
                wide[column] = max(wide[column], _letters(cell))
        for column, letters in enumerate(wide):
            sheet.set_column(column, column, min(max(letters, _NARROW), _WIDE) + _PADDING)

    def content(self) -> bytes:
        """The file."""
        self._book.close()
        return self._out.getvalue()

    def _sheet(self, name: str) -> Any:
        """A sheet that is printed as wide as a page."""
        sheet = self._book.add_worksheet(self._free(name))
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    def _put(self, sheet: Any, row: int, column: int, cell: Cell, **look: Any) -> None:
        if isinstance(cell, Number):
            style = self._format(num_format=cell.shown, valign="top")
            sheet.write_number(row, column, cell.value, style)
        elif cell:
            words = _NOT_IN_XML.sub("\ufffd", clean_lines(cell))
            if len(words) > _MOST_LETTERS:
                words = words[:_MOST_LETTERS] + CUT
            sheet.write_string(row, column, words, self._format(**look))

    def _format(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    def _free(self, name: str) -> str:
        """A name a sheet can have, which no other has."""
        words = " ".join(_NOT_IN_A_NAME.sub(" ", clean_line(name)).split())
        base = words.strip("' ")[:_MOST_IN_A_NAME].strip("' ") or "Sheet"
        free, number = base, 1
        while free.casefold() in self._names or free.casefold() == "history":
            number += 1
            free = f"{base[: _MOST_IN_A_NAME - 4]} {number}"
        self._names.add(free.casefold())
        return free


def _letters(cell: Cell) -> int:
    if isinstance(cell, Number):
        return len(f"{cell.value:,.2f}")
    return max(map(len, cell.splitlines()), default=0) if cell else 0
