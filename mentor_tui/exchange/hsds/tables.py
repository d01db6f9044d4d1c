"""The tables of a directory, read and checked: a header, rows of the same width, clean text."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.hsds.markup import plain_words
from mentor_tui.exchange.hsds.names import READ, column_names
from mentor_tui.exchange.sheets.text_tables import between, csv_fault, text_of
from store.text import clean_line, clean_lines

MOST_BYTES = 64 * 1_048_576
MOST_ROWS = 200_000

_BLANK_LINES = re.compile(r"\n{3,}")
_NEEDED = "services"
"""The one table without whose columns there is no directory."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one file."""

    file: str
    number: int
    """1 is the first row below the header."""
    cells: dict[str, str]
    """By column name in small letters; text clean, ends trimmed."""

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def line(self, column: str) -> str:
        """A cell on one line."""
        return " ".join(self[column].split())


@dataclass(frozen=True, slots=True)
class Table:
    """One file, or one list of a JSON file."""

    file: str
    """As it is shown."""
    name: str
    """Its table of HSDS."""
    rows: tuple[Row, ...]
    lacking: str = ""
    """A column it needs and has not: then no row says anything."""
    notes: tuple[str, ...] = ()


def read_table(content: bytes, shown: str, name: str) -> Table:
    """The rows of one CSV file: UTF-8, UTF-16 or Windows text, between commas, semicolons or tabs.

    Raises:
        ImportRefused: it cannot be read as the CSV file it should be; says which file, row and why.
    """
    text, notes = text_of(content, shown)
    # strict: a quote left open, or text after a closing quote, is refused instead of guessed at.
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=between(text), strict=True)
    try:
        header = _header(next(lines, []), shown, name)
        lacking = next((column for column in READ.get(name, ()) if column not in header), "")
        if lacking and name == _NEEDED:
            raise ImportRefused(f'{shown} has no column "{lacking}", so this is not an HSDS directory.')
        rows = tuple(_rows(lines, shown, header))
    except csv.Error as error:
        fault = csv_fault(error)
        raise ImportRefused(f"{shown} cannot be read near line {lines.line_num}: {fault}.") from None
    return Table(shown, name, rows, lacking, notes)


def _header(names: list[str], shown: str, table: str) -> tuple[str, ...]:
    header = tuple(clean_line(name) for name in names)
    while header and not header[-1]:
        header = header[:-1]
    if not header:
        raise ImportRefused(f"{shown} is empty: it has no header row.")
    return column_names(table, header)


def _rows(lines: Iterable[list[str]], shown: str, header: tuple[str, ...]) -> Iterator[Row]:
    number = 0
    twice = {name for name in header if header.count(name) > 1}
    for cells in lines:
        if not cells:
            continue
        number += 1
        if number > MOST_ROWS:
            raise ImportRefused(f"{shown} has more than {MOST_ROWS:,} rows, more than is read at once.")
        if any(cell.strip() for cell in cells[len(header) :]):
            raise ImportRefused(f"{shown}, row {number}, has more cells than the header has columns.")
        if twice:
            yield Row(shown, number, _told_once(header, cells, twice, shown))
        else:
            yield Row(shown, number, {name: tidy(cell) for name, cell in zip(header, cells, strict=False)})


def _told_once(header: tuple[str, ...], cells: list[str], twice: set[str], shown: str) -> dict[str, str]:
    """A row under a header that names a column twice: fine as long as both do not say different things."""
    found: dict[str, str] = {}
    for name, cell in zip(header, map(tidy, cells), strict=False):
        if name in twice and cell and found.get(name, cell) not in ("", cell):
            raise ImportRefused(
                f'{shown} has two columns "{_short(name)}", so it is not clear which to read.'
            )
        found[name] = cell or found.get(name, "")
    return found


def tidy(cell: str) -> str:
    """A cell as text to keep: tags and unsafe characters gone, lines trimmed, no run of empty lines."""
    if not cell or (cell.isascii() and cell.isalnum()):
        return cell
    words = plain_words(cell) if "<" in cell or "&" in cell else cell
    lines = "\n".join(" ".join(line.split()) for line in clean_lines(words).split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip()


def _short(name: str) -> str:
    return name if len(name) <= 40 else name[:39] + "…"
