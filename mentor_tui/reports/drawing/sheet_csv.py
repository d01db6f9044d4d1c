"""A report as CSV, one line of a table a row; a document as its grids."""

import csv
import io
from collections.abc import Iterable

from mentor_tui.exchange.cells import guarded
from mentor_tui.reports.document import Document, Grid
from mentor_tui.reports.drawing.grid_text import filled
from mentor_tui.reports.drawing.page import QUOTES_CODE
from mentor_tui.reports.tables import HIDDEN, Line, Report, figure_words, share_words
from store.text import clean_line

COLUMNS = ("table", "group", "line", "figure", "unit", "base", "of_what", "share")


def as_csv(report: Report) -> bytes:
    """Every line with its base; the title, the view and the footer follow, a sentence a row."""
    rows: list[list[str]] = [list(COLUMNS)]
    for table in report.tables:
        for group in table.groups:
            rows += (_row(table.code, group.title, line) for line in group.lines)
    rows += ([QUOTES_CODE, "", words, "", "", "", "", ""] for words in report.quotes)
    for sentence in dict.fromkeys((report.title, report.view, *report.restated, *report.footer)):
        rows.append(["", "", sentence, "", "", "", "", ""])
    return _written(rows)


def document_csv(document: Document) -> bytes:
    """The grids of a document, an empty row between two; the title, the view and the footer follow."""
    rows: list[list[str]] = []
    for grid in (block for block in document.blocks if isinstance(block, Grid)):
        rows += [list(grid.columns)] if any(grid.columns) else []
        rows += (filled(row, len(grid.columns)) for row in grid.rows)
        rows.append([])
    for sentence in dict.fromkeys((document.title, document.view, *document.footer)):
        rows.append([sentence])
    return _written(rows)


def _written(rows: Iterable[Iterable[str]]) -> bytes:
    """UTF-8 with the mark by which Excel knows it; no cell runs."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([guarded(clean_line(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _row(code: str, group: str, line: Line) -> list[str]:
    if line.figure is None:
        figure = figure_words(line)
    else:
        figure = f"{line.figure:.2f}" if isinstance(line.figure, float) else str(line.figure)
    base = HIDDEN if line.base_hidden else "" if line.base is None else str(line.base)
    share = share_words(line).removesuffix("%")
    return [code, group, line.label, figure, line.unit, base, line.base_words, share]
