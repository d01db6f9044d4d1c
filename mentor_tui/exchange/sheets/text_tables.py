"""A text file of columns: which letters it is written in, what stands between its cells, and its rows."""

from __future__ import annotations

import csv
import io
import re

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.sheets import reading

_MARKS = (",", ";", "\t")
_FIRST_LINES = 5
_SAID = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_LETTER = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")


def read_text_table(content: bytes, shown: str) -> reading.Raw:
    """The rows of a CSV file, and what was guessed about it.

    Raises:
        ImportRefused: not text, or not rows of cells; says which line and why.
    """
    text, notes = text_of(content, shown)
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    # strict: a quote left open, or text after a closing quote, is refused instead of guessed at.
    lines = csv.reader(
        io.StringIO(text, newline=""), delimiter=said[1] if said else between(text), strict=True
    )
    rows: list[list[str]] = [[]] if said else []  # so that rows are numbered as a spreadsheet shows them
    try:
        for cells in lines:
            rows.append(cells)
            if len(rows) > reading.MOST_ROWS + 100:
                raise ImportRefused(
                    f"{shown} has more than {reading.MOST_ROWS:,} rows, more than is read at once."
                )
    except csv.Error as error:
        fault = csv_fault(error)
        raise ImportRefused(f"{shown} cannot be read near line {lines.line_num}: {fault}.") from None
    return rows, notes


def text_of(content: bytes, shown: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file as spreadsheets and phones save it, and what had to be guessed.

    Raises:
        ImportRefused: it is no text that can be read without losing letters.
    """
    if content.startswith(_UTF_16):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            raise ImportRefused(f"{shown} is UTF-16 text that ends in the middle of a letter.") from None
        return _without_nul(text, shown), ()
    if b"\x00" in content:
        raise ImportRefused(f"{shown} holds NUL bytes, so it is not a text file.")
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        is_broken = content.startswith(b"\xef\xbb\xbf") or _UTF_8_LETTER.search(content)
        if not is_broken and (text := _western(content)):
            return text, (
                f"{shown} is not UTF-8 text; it was read as Windows text (cp1252). Look at its letters.",
            )
        raise ImportRefused(
            f"{shown} is not whole UTF-8 text (line {line}). Save it as UTF-8 and try again."
        ) from None


def _western(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return ""


def _without_nul(text: str, shown: str) -> str:
    if "\x00" in text:
        raise ImportRefused(f"{shown} holds NUL characters, so it is not a text file.")
    return text


def between(text: str) -> str:
    """What stands between cells: the mark the first lines have most of, outside quotes."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:_FIRST_LINES]
    bare = [_QUOTED.sub("", line) for line in lines]
    return max(
        _MARKS, key=lambda mark: (bare[0].count(mark) if bare else 0, sum(b.count(mark) for b in bare))
    )


def csv_fault(error: csv.Error) -> str:
    """Why a CSV file cannot be read, as the second half of a sentence."""
    said = str(error)
    if "unexpected end" in said:
        return "a quote is opened and never closed"
    if "field larger" in said:
        return "one cell is longer than 131,072 characters, which usually means a quote is missing"
    if "expected after" in said:
        return "there is text after a closing quote"
    return "it is not well-formed CSV"
