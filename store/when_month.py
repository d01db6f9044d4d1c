"""A month as it is typed: "2026-11", "nov", "november 2025", "last month"."""

import re
from datetime import date

from store.clock import Moment
from store.errors import UnclearDate
from store.text import clean_line
from store.when_calendar import months_on
from store.when_words import FLAGS, MONTH, YEAR, month_number


def read_month(text: str, moment: Moment) -> date:
    """The first day of a month; a name without a year is the latest such month, this one included.

    Raises:
        UnclearDate: with examples of what would be read.
    """
    line, today = clean_line(text), moment.day
    if found := re.fullmatch(r"(?P<which>this|last) +month", line, FLAGS):
        return date(*months_on(today, -1 if found["which"].lower() == "last" else 0), 1)
    if found := re.fullmatch(rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])", line, FLAGS):
        return date(int(found["year"]), int(found["month"]), 1)
    if found := re.fullmatch(rf"(?P<month>{MONTH})\.?(?:,? +(?P<year>{YEAR}))?", line, FLAGS):
        month = month_number(found["month"])
        return date(int(found["year"] or today.year - (month > today.month)), month, 1)
    raise UnclearDate(
        f"“{line[:40]}” is not read as a month; “2026-11”, “nov 2025” or “last month” would be."
    )
