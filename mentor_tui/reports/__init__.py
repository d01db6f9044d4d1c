"""Reports: tables counted from the record, and how they are written. Never from the notebook."""

from pathlib import Path

from mentor_tui.reports.document import Document
from mentor_tui.reports.drawing.as_json import as_object
from mentor_tui.reports.drawing.page import page_of
from mentor_tui.reports.month import month_report, period_report
from mentor_tui.reports.tables import Group, Line, Report, Table, figure_words, part_words
from store.errors import RequestRefused

FORMS = {
    "text": ".txt",
    "md": ".md",
    "html": ".html",
    "pdf": ".pdf",
    "xlsx": ".xlsx",
    "csv": ".csv",
    "json": ".json",
}
"""Each form a report or a document can be drawn in, and how the name of its file ends."""

_ENDINGS = {own: form for form, own in FORMS.items()} | {".htm": "html", ".markdown": "md"}


def form_by_ending(place: Path | None) -> str:
    """The form a file of this name is written in; a name without an ending, or no file, is text.

    Raises:
        RequestRefused: nothing is written with this ending.
    """
    if place is None or not place.suffix:
        return "text"
    form = _ENDINGS.get(place.suffix.lower())
    if form is None:
        endings = ", ".join(FORMS.values())
        raise RequestRefused(f"Nothing is written as {place.suffix}; name a file that ends in {endings}.")
    return form


def render(thing: Report | Document, form: str = "text", *, paper: str = "letter") -> bytes:
    """The report or document as the bytes of a file of this form.

    Args:
        form: one of FORMS; "text" is for the terminal.
        paper: "letter" or "a4", for what is printed.

    Raises:
        RequestRefused: there is no such form; the sentence names those there are.
    """
    if form not in FORMS:
        raise RequestRefused(f"A report can be written as {', '.join(FORMS)}, not as {form!r}.")
    from mentor_tui.reports.drawing.forms import drawn

    return drawn(thing, form, paper)


__all__ = [
    "FORMS",
    "Document",
    "Group",
    "Line",
    "Report",
    "Table",
    "as_object",
    "figure_words",
    "form_by_ending",
    "month_report",
    "page_of",
    "part_words",
    "period_report",
    "render",
]
