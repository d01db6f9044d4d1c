"""What a file calls itself where it is shown without its page: in a tab, in a list of what was opened."""

from datetime import date

from mentor_tui.reports.document import Document
from store.text import clean_line
from store.waiting.phrases import full_day

_NO_DAY = date(2000, 1, 1)


def tab_title(document: Document) -> str:
    """The title of a page that names nobody; of another what it is and its day, and no one's name."""
    if not document.people:
        return clean_line(document.title)
    return f"{document.name}, {full_day(document.made_on)}" if document.made_on else document.name


def day_made(document: Document) -> date:
    """The day the file says it was made; the first of 2000 where the page does not say.

    Never the clock: the same page gives the same bytes on any day.
    """
    return document.made_on or _NO_DAY
