"""A report as CSV, one line of a table a row."""

import csv
import io

from mentor_tui.reports.tables import Line, Report
from store.text import clean_line

_COLUMNS = ("table", "group", "line", "figure", "unit", "base", "of_what")
_FORMULA = ("=", "+", "-", "@")


def as_csv(report: Report) -> str:
    """Every line with its base; the view and the footer follow, a sentence a row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for table in report.tables:
        for group in table.groups:
            writer.writerows(_row(table.code, group.title, line) for line in group.lines)
    for sentence in (report.title, *report.footer):
        writer.writerow(["", "", _cell(sentence), "", "", "", ""])
    return out.getvalue()


def _row(code: str, group: str, line: Line) -> list[str]:
    figure = f"{line.figure:.2f}" if isinstance(line.figure, float) else str(line.figure)
    base = "" if line.base is None else str(line.base)
    return [code, _cell(group), _cell(line.label), figure, line.unit, base, _cell(line.base_words)]


def _cell(words: str) -> str:
    """Words on one line that no spreadsheet takes for a formula."""
    line = clean_line(words)
    return f"'{line}" if line.startswith(_FORMULA) else line
