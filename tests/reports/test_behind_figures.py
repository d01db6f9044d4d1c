"""What opens behind a figure adds up to it, and a second way of counting comes to the same figures."""

from collections import defaultdict
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_tui.reports import period_report
from mentor_tui.reports.tables import line_name
from store.clock import Moment
from store.shelf import TABLE_OF
from store.vocabulary import ACTIVITIES, AREAS, REFERRAL_ENDS, STATUSES
from tests.reports.bridges_again import BridgesAgain
from tests.reports.caseloads import Invented
from tests.reports.counted_again import CountedAgain

PER_UNIT = {"": 1, "km": 1, "hours": 60, "$": 100}


@pytest.fixture(scope="module")
def reported(books, monday):
    """A caseload of that number, and its report."""

    def made(seed):
        one = Invented(seed)
        moment = Moment(one.made_on.astimezone(monday.tz), monday.zone)
        return one, period_report(books(*one.records), one.period, moment)

    return made


def lines_of(report):
    for table in report.tables:
        for group in table.groups:
            for line in group.lines:
                yield line_name(table, group, line), group, line


caseloads = settings(max_examples=40, deadline=timedelta(seconds=5), derandomize=True)
seeds = given(seed=st.integers(0, 2**32))


@caseloads
@seeds
def test_what_opens_behind_a_figure_adds_up_to_it_and_is_there_once(reported, seed):
    one, report = reported(seed)
    kept = {(TABLE_OF[type(record)], record.id) for record in one.records}
    for name, _, line in lines_of(report):
        behind = list(line.behind)
        total = sum(each.amount for each in behind)
        assert total / PER_UNIT[line.unit] == pytest.approx(line.figure), name
        assert len({(each.table, each.id, each.part) for each in behind}) == len(behind), name
        assert kept >= {(each.table, each.id) for each in behind}, name


@caseloads
@seeds
def test_lines_that_are_said_to_add_up_do_and_no_line_is_there_twice(reported, seed):
    _, report = reported(seed)
    names = [name for name, _, _ in lines_of(report)]
    assert len(set(names)) == len(names)
    for table in report.tables:
        for group in (each for each in table.groups if each.adds_up):
            assert {line.base for line in group.lines} == {sum(line.figure for line in group.lines)}, (
                group.title
            )
            behind = [each for line in group.lines for each in line.behind]
            assert len(set(behind)) == len(behind), group.title


@caseloads
@seeds
def test_a_second_way_of_counting_comes_to_the_same_figures(reported, monday, seed):
    one, report = reported(seed)
    again = CountedAgain(one.records, one.period, one.made_on.astimezone(monday.tz).date(), monday.tz)
    labels = {term.code: term.label for term in ACTIVITIES}
    expected = again.reach() | again.windows(labels) | again.needs() | again.effort()
    # A step nobody can have taken yet is not printed.
    found = defaultdict(int, {name: line.figure for name, _, line in lines_of(report)})
    wrong = {
        "/".join(name): figure
        for name, figure in expected.items()
        if found["/".join(name)] != pytest.approx(figure)
    }
    assert wrong == {}
    listed = {name for name, figure in found.items() if name.startswith("B/") and figure}
    others = {name for name in listed if "any of several" in name or name.endswith("nothing written as done")}
    assert listed - others <= {"/".join(name) for name in expected}


@caseloads
@seeds
def test_bridges_doors_and_where_things_stand_come_to_the_same_a_second_way(reported, monday, seed):
    one, report = reported(seed)
    words = [{term.code: term.label for term in terms} for terms in (AREAS, REFERRAL_ENDS, STATUSES)]
    made_on = one.made_on.astimezone(monday.tz).date()
    again = BridgesAgain(one.records, one.period, made_on, monday.tz, *words)
    counted = again.bridges_table() + again.doors_table() + again.standing_table()
    expected = {"/".join(name): figure for name, figure in counted.items() if figure}
    of_missing = ("no first visit", "back inside before", "died before", "went, day not known", "release day")
    found = {
        name: line.figure
        for name, _, line in lines_of(report)
        if name[0] in "DEG" and line.figure and not line.label.startswith(of_missing)
    }
    assert found == expected
