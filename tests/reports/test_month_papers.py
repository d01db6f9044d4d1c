"""The page a funder gets, and the mentor's own, as they were read over: of some sixty people."""

from pathlib import Path

import pytest

from mentor_tui.reports import render
from mentor_tui.reports.asked import HANDING_ON, OWN, Asked
from mentor_tui.reports.month_asked import counted
from store.clock import moment_from
from tests.reports.crowds import Crowd

AS_READ = Path(__file__).parent / "papers"
SEED = 3


@pytest.mark.parametrize(("name", "view"), [("month-funder", HANDING_ON), ("month-own", OWN)])
def test_the_report_of_a_crowd_reads_as_it_was_read_over(books, name, view):
    crowd = Crowd(SEED, fewest=60, most=60, sloppy=0.05)
    moment = moment_from(crowd.made_on.strftime("%Y-%m-%dT%H:%M"), "UTC")
    made = counted(books(*crowd.records), Asked(moment, period=crowd.period, view=view))
    assert render(made, "text").decode() == (AS_READ / f"{name}.txt").read_text("utf-8")
