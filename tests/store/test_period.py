"""Periods as they are named: months, quarters of the calendar, everything since a day."""

from datetime import date

import pytest

from store.clock import moment_from
from store.errors import UnclearDate
from store.period import read_period

MONDAY = "2026-11-23T14:02"


@pytest.mark.parametrize(
    ("today", "said", "first", "last"),
    [
        (MONDAY, "quarter", date(2026, 10, 1), date(2026, 12, 31)),
        (MONDAY, "this  Quarter", date(2026, 10, 1), date(2026, 12, 31)),
        (MONDAY, "last quarter", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-02-01T09:00", "last quarter", date(2025, 10, 1), date(2025, 12, 31)),
        (MONDAY, "q3 2026", date(2026, 7, 1), date(2026, 9, 30)),
        (MONDAY, "Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-02-01T09:00", "q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("2026-10-01T09:00", "q4", date(2026, 10, 1), date(2026, 12, 31)),
        (MONDAY, "last month", date(2026, 10, 1), date(2026, 10, 31)),
        ("2028-03-09T09:00", "last month", date(2028, 2, 1), date(2028, 2, 29)),
        (MONDAY, "since 1 sep", date(2026, 9, 1), date(2026, 11, 23)),
    ],
)
def test_a_period_is_read_by_its_name(today, said, first, last):
    found = read_period(said, moment_from(today, "America/Vancouver"))
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("said", ["q5", "q0 2026", "next quarter", "quarter 3", "q3 26"])
def test_what_is_no_period_is_refused_with_examples(said):
    with pytest.raises(UnclearDate, match="q3 2026"):
        read_period(said, moment_from(MONDAY, "America/Vancouver"))
