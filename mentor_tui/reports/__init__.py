"""Reports: tables counted from the record, and how they are written. Never from the notebook."""

from collections.abc import Callable

from mentor_tui.reports.as_csv import as_csv
from mentor_tui.reports.as_json import as_json, as_object
from mentor_tui.reports.markdown import as_markdown
from mentor_tui.reports.month import month_report, period_report
from mentor_tui.reports.plain import as_text
from mentor_tui.reports.tables import Group, Line, Report, Table, figure_words, part_words
from store.errors import RequestRefused

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_text,
    "md": as_markdown,
    "json": as_json,
    "csv": as_csv,
}
"""How a report can be written; "text" is for the terminal."""


def render(report: Report, form: str = "text") -> str:
    """The report in one of FORMATS.

    Raises:
        RequestRefused: there is no such form; the sentence names those there are.
    """
    if form not in FORMATS:
        raise RequestRefused(f"A report can be written as {', '.join(FORMATS)}, not as {form!r}.")
    return FORMATS[form](report)


__all__ = [
    "FORMATS",
    "Group",
    "Line",
    "Report",
    "Table",
    "as_csv",
    "as_json",
    "as_markdown",
    "as_object",
    "as_text",
    "figure_words",
    "month_report",
    "part_words",
    "period_report",
    "render",
]
