"""A report of other days than a month: its words are true of them."""

import pytest

from mentor_tui.reports import render
from mentor_tui.reports.asked import HANDING_ON, OWN, Asked
from mentor_tui.reports.month_asked import counted
from store.period import read_period


@pytest.mark.parametrize("view", [OWN, HANDING_ON])
@pytest.mark.parametrize("days", ["quarter", "last quarter", "q3 2026", "since 1 oct"])
def test_a_report_of_other_days_does_not_speak_of_a_month(a_month, monday, days, view):
    made = counted(a_month, Asked(monday, period=read_period(days, monday), view=view))
    text = " ".join(render(made, "text").decode().split())
    assert "this month" not in text and "the month" not in text


def test_the_lines_of_a_quarter_are_those_of_a_month_in_other_words(a_month, monday):
    quarter = counted(a_month, Asked(monday, period=read_period("quarter", monday)))
    labels = {line.label for table in quarter.tables for line in table.lines}
    assert {"new in these days", "releases in these days", "people released in these days"} <= labels


def test_a_month_still_speaks_of_itself(a_month, monday):
    month = counted(a_month, Asked(monday))
    assert any(line.label == "new this month" for table in month.tables for line in table.lines)
