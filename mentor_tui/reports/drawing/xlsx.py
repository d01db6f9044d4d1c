"""A report or a document as a workbook: what to know on its first sheet, then a sheet a table."""

import re
from collections.abc import Iterator

from mentor_tui.exchange.workbook import Cell, Number, Workbook
from mentor_tui.reports.document import Document, Grid, Heading, Points, Quote, Words
from mentor_tui.reports.drawing.grid_text import filled
from mentor_tui.reports.drawing.page import page_of
from mentor_tui.reports.drawing.titles import day_made, tab_title
from mentor_tui.reports.tables import HIDDEN, Line, Report, figure_words

_READ_ME = "Read me"
_COLUMNS = ("group", "line", "figure", "unit", "base", "of what", "share")
_SHOWN = {"": "0", "hours": "0.0", "km": "0.0", "$": "$#,##0.00"}
_FIGURE = re.compile(r"(-?)(\$?)(\d[\d,]*(?:\.(\d+))?)( ?[a-z%]+)?")


def report_book(report: Report) -> bytes:
    """The report; its view stands on the sheet that opens first."""
    book = Workbook(report.title, report.made_on)
    page = page_of(report)
    book.words(_READ_ME, _words(page))
    for table in report.tables:
        rows = [_row(group.title, line) for group in table.groups for line in group.lines]
        book.table(f"{table.code}. {table.title}", _COLUMNS, rows, right=(2, 4, 6))
    return book.content()


def document_book(document: Document) -> bytes:
    """The document: its words on the first sheet, each grid on one of its own."""
    book = Workbook(tab_title(document), day_made(document))
    book.words(_READ_ME, _words(document))
    name = document.title
    for block in document.blocks:
        if isinstance(block, Heading):
            name = block.words
        elif isinstance(block, Grid):
            rows = (filled(row, len(block.columns)) for row in block.rows)
            book.table(name, block.columns, (_cells(row, block.right) for row in rows), block.right)
    return book.content()


def _words(document: Document) -> Iterator[str]:
    """Everything a page says beside its tables."""
    yield from (document.title, document.view, "")
    for block in document.blocks:
        if isinstance(block, Words):
            yield block.words
        elif isinstance(block, Points):
            yield from block.points
        elif isinstance(block, Quote):
            yield f"“{block.words}” {block.of}".rstrip()
    yield ""
    yield from (sentence for sentence in document.footer if sentence not in document.view)


def _row(group: str, line: Line) -> list[Cell]:
    figure: Cell = figure_words(line)
    if line.figure is not None:
        figure = Number(line.figure, _SHOWN.get(line.unit, "General"))
    base: Cell = HIDDEN if line.base_hidden else None if line.base is None else Number(line.base)
    share = None
    if line.share and line.figure is not None and line.base:
        share = Number(line.figure / line.base, "0.0%")
    return [group, line.label, figure, line.unit, base, line.base_words, share]


def _cells(row: list[str], right: tuple[int, ...]) -> list[Cell]:
    return [_figure(cell) if column in right else cell for column, cell in enumerate(row)]


def _figure(words: str) -> Cell:
    """What reads as a figure as one, shown as it reads: "7.5 hours", "$8.50"; other words as they are."""
    found = _FIGURE.fullmatch(words.strip())
    if not found or found[5] == "%":
        return words
    sign, money, digits, places, unit = found.groups()
    shown = f"{money}#,##0{'.' + '0' * len(places) if places else ''}" + (f'"{unit}"' if unit else "")
    return Number(float(f"{sign}{digits.replace(',', '')}"), shown)
