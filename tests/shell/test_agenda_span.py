"""Which days a list, a week and a month are, at the ends of the calendar too."""

from datetime import date

import pytest

from mentor_tui.agenda_span import LIST, MONTH, WEEK, span, span_words, turned

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("view", "day", "first", "last"),
    [
        (LIST, DAY, DAY, date(2026, 12, 7)),
        (WEEK, date(2026, 11, 29), DAY, date(2026, 11, 29)),
        (MONTH, DAY, date(2026, 10, 26), date(2026, 12, 6)),
        (MONTH, date(2026, 2, 10), date(2026, 1, 26), date(2026, 3, 1)),
        (WEEK, date.max, date(9999, 12, 27), date.max),
        (MONTH, date.min, date.min, date(1, 2, 4)),
    ],
)
def test_the_days_of_each_view(view, day, first, last):
    assert span(view, day) == (first, last)


@pytest.mark.parametrize(
    ("view", "day", "pages", "there"),
    [
        (LIST, DAY, 1, date(2026, 12, 8)),
        (WEEK, DAY, -1, date(2026, 11, 16)),
        (MONTH, date(2027, 1, 31), 1, date(2027, 2, 28)),
        (MONTH, date(2027, 1, 31), -2, date(2026, 11, 30)),
        (MONTH, date.max, 1, date.max),
        (WEEK, date.min, -1, date.min),
    ],
)
def test_a_page_further_on(view, day, pages, there):
    assert turned(view, day, pages) == there


def test_the_days_are_named_as_short_as_they_can_be():
    assert span_words(WEEK, DAY, DAY) == "23 to 29 Nov"
    assert span_words(WEEK, date(2026, 12, 30), DAY) == "28 Dec to 3 Jan 2027"
    assert span_words(MONTH, DAY, DAY) == "November 2026"
