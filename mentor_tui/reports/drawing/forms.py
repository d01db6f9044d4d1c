"""Which module draws which form; each is imported when something is drawn in it, and not before."""

from mentor_tui.reports.document import Document
from mentor_tui.reports.drawing.page import page_of
from mentor_tui.reports.tables import Report

_BEYOND_LATIN = "\u0250"


def drawn(thing: Report | Document, form: str, paper: str) -> bytes:
    """The bytes of a file of a form in `mentor_tui.reports.FORMS`."""
    if form == "text":
        from mentor_tui.reports.drawing.plain import as_text, document_text

        return (document_text(thing) if isinstance(thing, Document) else as_text(thing)).encode()
    if form == "csv":
        from mentor_tui.reports.drawing.sheet_csv import as_csv, document_csv

        return document_csv(thing) if isinstance(thing, Document) else as_csv(thing)
    if form == "json":
        from mentor_tui.reports.drawing.as_json import as_json

        return as_json(thing)
    if form == "xlsx":
        from mentor_tui.reports.drawing.xlsx import document_book, report_book

        return document_book(thing) if isinstance(thing, Document) else report_book(thing)
    page = thing if isinstance(thing, Document) else page_of(thing)
    if form == "html":
        from mentor_tui.reports.drawing.html import as_html

        return as_html(page, paper=paper, is_report=page is not thing)
    if form == "pdf":
        from mentor_tui.reports.drawing.pdf import as_pdf

        return as_pdf(page, paper=paper)
    from mentor_tui.reports.drawing.markdown import document_markdown

    return document_markdown(page).encode()


def prints_every_letter(words: str) -> bool:
    """Whether a PDF has all of it, in the order it is read; a page for a browser has every script."""
    if all(letter < _BEYOND_LATIN for letter in words if letter.isalpha()):
        return True
    from mentor_tui.reports.drawing.letters import Letters

    letters = Letters()
    letters.plain(words)
    return not letters.notes
