"""A report as rows: what is missing first, then each figure with what it is and what it is a part of."""

from __future__ import annotations

from collections.abc import Iterator

from mentor_tui.reports.drawing.page import SINCE_CLOSED
from mentor_tui.reports.tables import (
    Group,
    Line,
    Report,
    Table,
    figure_words,
    line_name,
    part_words,
    share_words,
)
from widgets.row import JOIN, Column, Gap, Heading, Item, Piece, Row

COLUMNS = (Column(least=20, most=28, wraps=True), Column(least=4, most=12), Column())
"""What; how many; of what."""
WIDE_COLUMNS = (Column(least=20, most=46), Column(least=4, most=12), Column())
"""The same where there is room."""
NARROW_COLUMNS = (Column(),)
"""How many, what, and of what, in one."""
MISSING = "missing:"
"""What the key of a row about something missing begins with; then its place."""
RESTATED = "restated:"
"""The same for a sentence about what is counted otherwise by now."""
SINCE = "since:"
"""The row on top that leads to them."""
_WIDE = 110


def columns_for(width: int, *, narrow: bool) -> tuple[Column, ...]:
    """The columns of a list in a terminal so many cells wide."""
    return NARROW_COLUMNS if narrow else WIDE_COLUMNS if width >= _WIDE else COLUMNS


def report_items(report: Report, missing: tuple[str, ...], *, narrow: bool) -> list[Item]:
    """What could be filled in first, every table, what is counted otherwise by now, what the words mean.

    Of what is counted otherwise one row stands on top: enter leads from there to all of it.
    """
    widest = max((len(figure_words(line)) for table in report.tables for line in table.lines), default=0)
    items: list[Item] = []
    restated = _rows_of_words(RESTATED, report.restated)
    for part in (
        _missing(missing),
        _rows_of_words(SINCE, report.restated[:1]),
        *(_table(table, widest, narrow=narrow) for table in report.tables),
        _sentences("IN THEIR WORDS", "quote", tuple(f"“{words}”" for words in report.quotes)),
        [Heading(SINCE_CLOSED.upper()), *restated] if restated else [],
        _sentences("WHAT THE WORDS MEAN", "foot", report.footer),
    ):
        items += [*([Gap()] if items and part else []), *part]
    return items


def lines_of(report: Report) -> dict[str, Line]:
    """Each line by the key of its row."""
    return {
        line_name(table, group, line): line
        for table in report.tables
        for group in table.groups
        for line in group.lines
    }


def _missing(missing: tuple[str, ...]) -> list[Item]:
    rows = _rows_of_words(MISSING, missing)
    return [Heading("COULD BE FILLED IN FIRST"), *rows] if rows else []


def _rows_of_words(key: str, sentences: tuple[str, ...]) -> list[Item]:
    return [Row(f"{key}{at}", (((each, ""),),), spans=True, stays=True) for at, each in enumerate(sentences)]


def _sentences(title: str, key: str, sentences: tuple[str, ...]) -> list[Item]:
    rows = [
        Row(f"{key} {at}", (((each, "muted"),),), spans=True, stays=True) for at, each in enumerate(sentences)
    ]
    return [Heading(title), *rows] if rows else []


def _table(table: Table, widest: int, *, narrow: bool) -> list[Item]:
    items: list[Item] = []
    for group in table.groups:
        is_first = group is table.groups[0]
        title = f"{table.code}  {table.title.upper()} · {group.title}" if is_first else group.title
        items += [*([Gap()] if items else []), Heading(title), *_rows(table, group, widest, narrow=narrow)]
    return items


def _rows(table: Table, group: Group, widest: int, *, narrow: bool) -> Iterator[Row]:
    make = _narrow_row if narrow else _row
    for line in group.lines:
        yield make(line_name(table, group, line), line, f"{figure_words(line):>{widest}}")


def _row(key: str, line: Line, figure: str) -> Row:
    role = _role(line)
    return Row(key, (((line.label, role),), ((figure, role or "strong"),), ((_part(line), "muted"),)))


def _narrow_row(key: str, line: Line, figure: str) -> Row:
    role, part = _role(line), _part(line)
    pieces: tuple[Piece, ...] = ((line.label, role), JOIN, (part, "muted")) if part else ((line.label, role),)
    return Row(key, (((f"{figure.strip()} ", role or "strong"), *pieces),))


def _part(line: Line) -> str:
    """Of what, and how much of it where that says something."""
    share = share_words(line)
    return f"{part_words(line)} ({share})" if share else part_words(line)


def _role(line: Line) -> str:
    """What is nothing, or is not known, is said quietly."""
    return "muted" if line.missing or not line.figure else ""
