"""What a file calls itself where it is shown without its page: in a tab, in a list of what was opened."""

import re
from datetime import date

from mentor_tui.reports.document import Document
from store.text import clean_line


def tab_title(document: Document) -> str:
    """The title of a page that names nobody; of another what it is and its day, and no one's name."""
    if not document.people:
        return clean_line(document.title)
    return ", ".join(part for part in (document.name, document.made_on) if part)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS = re.compile(r"(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})")
_NO_DAY = date(2000, 1, 1)


def day_made(document: Document) -> date:
    """The day the file says it was made; the first of 2000 where the page does not say.

    Never the clock: the same page gives the same bytes on any day.
    """
    found = _WORDS.search(document.made_on.lower())
    if found and found[2] in _MONTHS:
        return date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    return _NO_DAY
