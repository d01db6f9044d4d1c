"""A report or a document as plain text for the terminal, 80 columns at most."""

import textwrap
from collections.abc import Iterable
from functools import singledispatch

from mentor_tui.reports.document import (
    Bars,
    Block,
    Document,
    Grid,
    Heading,
    NewPage,
    Points,
    Quote,
    Room,
    Words,
)
from mentor_tui.reports.drawing.grid_text import bar_rows, grid_rows
from mentor_tui.reports.drawing.page import IN_THEIR_WORDS, QUOTES_CODE, SINCE_CLOSED, view_words
from mentor_tui.reports.tables import Group, Line, Report, figure_words, part_words, share_words
from store.text import clean_line, clean_lines

WIDTH = 80
_LABEL = 34
_FIGURE = 11
_PART = WIDTH - 2 - _LABEL - _FIGURE - 2


def as_text(report: Report) -> str:
    """The whole report, its view said before the first figure."""
    rows = [clean_line(report.title), *_wrapped(view_words(report)), ""]
    for table in report.tables:
        rows += _rows(Heading(f"{table.code}. {table.title}"))
        for group in table.groups:
            rows += [*_group(group), ""]
    rows += _quotes(report)
    if report.restated:
        rows += [*_rows(Heading(SINCE_CLOSED)), *_rows(Points(report.restated)), ""]
    for sentence in report.footer:
        rows += _wrapped(sentence)
    return "\n".join(rows) + "\n"


def document_text(document: Document) -> str:
    """The whole document; a bar is a row of blocks with its number."""
    rows = [clean_line(document.title), *_wrapped(document.view), ""]
    for block in document.blocks:
        rows += [*_rows(block), ""]
    for sentence in document.footer:
        rows += _wrapped(sentence)
    return "\n".join(rows).rstrip("\n") + "\n"


@singledispatch
def _rows(block: Block) -> Iterable[str]:
    raise TypeError(type(block))


@_rows.register
def _heading(block: Heading) -> Iterable[str]:
    title = clean_line(block.words)
    return [title, "─" * min(len(title), WIDTH)] if block.level == 2 else [title]


@_rows.register
def _words(block: Words) -> Iterable[str]:
    return [row for line in clean_lines(block.words).split("\n") for row in _wrapped(line) or [""]]


@_rows.register
def _points(block: Points) -> Iterable[str]:
    mark = "[ ] " if block.boxes else "- "
    for point in block.points:
        first, *rest = _wrapped(point, WIDTH - len(mark)) or [""]
        yield f"{mark}{first}".rstrip()
        yield from (f"{' ' * len(mark)}{row}" for row in rest)


@_rows.register
def _grid(block: Grid) -> Iterable[str]:
    return grid_rows(block, WIDTH)


@_rows.register
def _bars(block: Bars) -> Iterable[str]:
    return [clean_line(block.title), *(f"  {row}" for row in bar_rows(block))]


@_rows.register
def _quote(block: Quote) -> Iterable[str]:
    said = f"“{clean_line(block.words)}”" + (f" {clean_line(block.of)}" if block.of else "")
    return [f"  {row}" for row in _wrapped(said, WIDTH - 2)]


@_rows.register
def _room(block: Room) -> Iterable[str]:
    return ["_" * WIDTH] * block.lines


@_rows.register
def _new_page(_block: NewPage) -> Iterable[str]:
    return ["─" * WIDTH]


def _quotes(report: Report) -> list[str]:
    has_table = any(table.code == QUOTES_CODE for table in report.tables)
    rows = [] if has_table or not report.quotes else [*_rows(Heading(IN_THEIR_WORDS))]
    for words in report.quotes:
        rows += [*_rows(Quote(words)), ""]
    return rows


def _group(group: Group) -> list[str]:
    return [clean_line(group.title), *(row for line in group.lines for row in _line(line))]


def _line(line: Line) -> list[str]:
    labels = _wrapped(line.label, _LABEL)
    share = share_words(line)
    part = f"{part_words(line)}: {share}" if share else part_words(line)
    parts = _wrapped(part, _PART) or [""]
    rows = []
    for number in range(max(len(labels), len(parts))):
        label = labels[number] if number < len(labels) else ""
        figure = figure_words(line) if number == 0 else ""
        part = parts[number] if number < len(parts) else ""
        rows.append(f"  {label:<{_LABEL}}{figure:>{_FIGURE}}  {part}".rstrip())
    return rows


def _wrapped(words: str, width: int = WIDTH) -> list[str]:
    return textwrap.wrap(clean_line(words), width)
