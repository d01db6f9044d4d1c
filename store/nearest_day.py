"""A day that may lie either side of today: a release is typed as "out 21 nov", past or to come."""

from datetime import date

from store.clock import Moment
from store.when import nearest_when, read_when


def nearest_day(text: str, moment: Moment, *, day_first: bool = True) -> date:
    """The nearest such day, before or after today.

    Raises:
        UnclearDate: it is not read as a day.
    """
    found = nearest_when(text.strip(), moment, day_first=day_first)
    if found is not None and not found[1].strip():
        return found[0].day
    # Not a day, or a day and something more: the reader of plain dates says what is wrong with it.
    return read_when(text, moment, day_first=day_first).day
