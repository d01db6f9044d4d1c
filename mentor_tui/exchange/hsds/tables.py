"""The files of an HSDS folder, read and checked: a header, rows of the same width, clean text."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.reading import decoded, read_plain
from store.text import clean_line, clean_lines

MOST_BYTES = 64 * 1_048_576
MOST_ROWS = 200_000

_BLANK_LINES = re.compile(r"\n{3,}")


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


def read_table(path: Path, required: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """The rows of one CSV file.

    Raises:
        ImportRefused: it cannot be read as the CSV file it should be; says which file, row and why.
    """
    shown = clean_line(path.name)
    text = decoded(read_plain(path, MOST_BYTES), shown)
    # strict: a quote left open, or text after a closing quote, is refused instead of guessed at.
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = _header(next(lines, []), shown, required)
        rows: list[Row] = []
        for cells in lines:
            if not cells:
                continue
            rows.append(_row(shown, len(rows) + 1, header, cells))
            if len(rows) > MOST_ROWS:
                raise ImportRefused(f"{shown} has more than {MOST_ROWS:,} rows, more than is read at once.")
    except csv.Error as error:
        raise ImportRefused(f"{shown} cannot be read near line {lines.line_num}: {_why(error)}.") from None
    return tuple(rows)


def _header(names: list[str], shown: str, required: tuple[str, ...]) -> tuple[str, ...]:
    header = tuple(clean_line(name).lower() for name in names)
    while header and not header[-1]:
        header = header[:-1]
    if not header:
        raise ImportRefused(f"{shown} is empty: it has no header row.")
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise ImportRefused(
            f'{shown} has two columns "{_short(twice[0])}", so it is not clear which to read.'
        )
    for name in required:
        if name not in header:
            raise ImportRefused(f'{shown} has no column "{name}", so this is not an HSDS directory.')
    return header


def _row(shown: str, number: int, header: tuple[str, ...], cells: list[str]) -> Row:
    if any(cell.strip() for cell in cells[len(header) :]):
        raise ImportRefused(f"{shown}, row {number}, has more cells than the header has columns.")
    return Row(shown, number, {name: tidy(cell) for name, cell in zip(header, cells, strict=False)})


def tidy(cell: str) -> str:
    """A cell as text to keep: unsafe characters gone, every line trimmed, no run of empty lines."""
    if cell.isascii() and cell.isalnum():
        return cell
    lines = "\n".join(" ".join(line.split()) for line in clean_lines(cell).split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip()


def _why(error: csv.Error) -> str:
    said = str(error)
    if "unexpected end" in said:
        return "a quote is opened and never closed"
    if "field larger" in said:
        return "one cell is longer than 131,072 characters, which usually means a quote is missing"
    if "expected after" in said:
        return "there is text after a closing quote"
    return "it is not well-formed CSV"


def _short(name: str) -> str:
    return name if len(name) <= 40 else name[:39] + "…"
