"""A report for handing on: what is on it, and that for each hidden number the page leaves others possible."""

from dataclasses import replace
from datetime import date
from itertools import chain

import pytest

from mentor_tui.reports import Line, as_object, render
from mentor_tui.reports import funder as view
from mentor_tui.reports.audit import HIDDEN, SHOWN, SMALL
from mentor_tui.reports.funder import for_funder, funder_report, whole_report
from mentor_tui.reports.month import DEFINITIONS
from mentor_tui.reports.suppression import suppressed
from mentor_tui.reports.tables import share_words
from store.clock import FixedClock
from store.period import Period
from store.records import Client, Consent, Contact, EndConversation, Goal, Referral
from store.vocabulary import rename
from tests.reports import published_hyde, published_mcleod

QUARTER = Period(date(2026, 10, 1), date(2026, 12, 31))
LONG = Period(date(2025, 1, 1), date(2026, 11, 23))


@pytest.fixture(scope="module")
def demo(monday, tmp_path_factory):
    from mentor_tui.demo.filling import build_demo
    from store.caseload import Caseload
    from store.folder import DataFolder
    from store.notebook import Notebook

    clock = FixedClock(monday)
    with DataFolder.create(tmp_path_factory.mktemp("demo") / "D", clock) as folder:
        caseload = Caseload(folder, clock)
        build_demo(caseload, Notebook(folder, clock), monday)
        yield caseload


@pytest.fixture(scope="module")
def wholes(demo, books, monday):
    """Reports of the demo and of the published tables, every figure whole."""
    return {
        "quarter": whole_report(demo, QUARTER, monday),
        "long": whole_report(demo, LONG, monday),
        "hyde": whole_report(books(*published_hyde.records()), published_hyde.YEARS, monday),
        "mcleod": whole_report(books(*published_mcleod.records()), published_mcleod.YEARS, monday),
    }


@pytest.fixture(scope="module")
def funders(wholes):
    """The same for handing on."""
    return {name: for_funder(whole) for name, whole in wholes.items()}


def with_other_numbers(tables, page, values):
    """The same tables with other numbers in their lines and bases."""
    made = []
    for t, table in enumerate(tables):
        groups = []
        for g, group in enumerate(table.groups):
            lines = []
            for n, line in enumerate(group.lines):
                base = page.sheet.bases.get((t, g, n))
                other = line.base if base is None else values[base]
                lines.append(Line(line.label, values[page.sheet.figures[t, g, n]], other))
            groups.append(replace(group, lines=tuple(lines)))
        made.append(replace(table, groups=tuple(groups)))
    return made


def about_people(report):
    return [line for table in report.tables if not table.of_events for line in table.lines]


def is_a_report(tables, like):
    """Whether numbers make sense together: what adds up adds up, and no part is more than its whole."""
    for before, table in zip(like, tables, strict=True):
        for was, group in zip(before.groups, table.groups, strict=True):
            lines = [line for line in group.lines if line.base is not None]
            if group.adds_up and sum(line.figure for line in was.lines) == was.lines[0].base:
                assert sum(line.figure for line in lines) == lines[0].base, group.title
            for old, line in zip(was.lines, group.lines, strict=True):
                assert line.figure >= 0
                assert line.base is None or old.figure > old.base or line.figure <= line.base, line
        areas = {group.title: group for group in table.groups}
        for line in areas["By area"].lines if "By area" in areas else ():
            inside = areas.get(line.label)
            assert inside is None or not inside.lines or inside.lines[0].base in (None, line.figure)


@pytest.mark.parametrize("name", ["quarter", "long", "hyde", "mcleod"])
def test_for_each_hidden_number_there_is_another_report_that_prints_the_same_page(wholes, name):
    tables = tuple(view.to_hide(table) for table in wholes[name].tables if not table.of_events)
    page = suppressed(tables)
    hidden = [cell for cell, state in enumerate(page.states) if state in (SMALL, HIDDEN)]
    assert len(hidden) > 30
    for cell in hidden:
        true, changes = page.sheet.values[cell], (1, -1, 2, -2, 3, -3, 4, -4)
        more = (found for change in changes if (found := page.could_be(cell, true + change)))
        values = next(found for found in chain(page.proof(cell), more) if found[cell] != true)
        for at, state in enumerate(page.states):
            same = values[at] == page.sheet.values[at]
            assert same if state == SHOWN else values[at] < 5 if state == SMALL else True
            assert state != HIDDEN or values[at] >= 5
        is_a_report(with_other_numbers(tables, page, values), tables)


@pytest.mark.parametrize("name", ["quarter", "long", "hyde", "mcleod"])
def test_no_number_of_people_under_five_is_printed_and_no_share_beside_a_hidden_one(wholes, funders, name):
    whole, shown = wholes[name], funders[name]
    for line in about_people(shown):
        assert line.figure is None or line.figure >= 5
        assert line.base is None or line.base >= (5 if line.figure is None else 10)
        if line.figure is None or line.base is None:
            assert share_words(line) == ""
    assert not any(line.behind for table in shown.tables for line in table.lines)
    events = [table for table in shown.tables if table.of_events]
    assert [line.figure for line in events[0].lines] == [
        line.figure for table in whole.tables if table.of_events for line in table.lines
    ]


@pytest.mark.parametrize("name", ["quarter", "long", "hyde", "mcleod"])
def test_what_a_list_leaves_out_is_as_small_as_it_says(wholes, funders, name):
    whole = {(table.code, group.title): group for table in wholes[name].tables for group in table.groups}
    shown = funders[name]
    lists = [(table.code, group) for table in shown.tables for group in table.groups
             if group.lines[-1].label.startswith("each other")]  # fmt: skip
    assert lists
    for code, group in lists:
        printed = {line.label for line in group.lines}
        for line in whole[code, group.title].lines if (code, group.title) in whole else ():
            if line.missing and line.base_words == "people then":
                continue  # a gap is no line of the list
            assert line.label in printed or line.figure < 5 or group.lines[-1].hidden != "<5"


def test_it_says_for_whom_it_is_and_how_it_hides(wholes):
    shown = for_funder(replace(wholes["quarter"], restated=("A, People: people supported 19, 17 by now.",)))
    assert shown.view == "For handing on: numbers under 5 are not shown."
    assert not shown.is_own
    assert as_object(shown)["view"] == "funder"
    words = render(shown).decode()
    assert "Numbers under 5, nought too, read <5" in words
    assert shown.footer[0] == wholes["quarter"].footer[0]  # the days
    assert set(DEFINITIONS) <= set(shown.footer)
    assert "counts of support given" in words
    assert "17 by now" not in words
    assert "Some of this is counted otherwise than on the day the month was closed." in words
    assert shown.restated_lines == ()
    assert "mentor's own view" not in words.lower()


def test_the_least_number_may_be_raised_and_never_lowered(wholes, funders):
    assert for_funder(wholes["hyde"], 1) == funders["hyde"]
    raised = for_funder(wholes["hyde"], 12)
    assert "under 12" in raised.view
    assert all(line.figure is None or line.figure >= 12 for line in about_people(raised))


def test_about_fewer_than_ten_people_only_the_work_is_counted(a_month, monday):
    shown = funder_report(a_month, Period(date(2026, 11, 1), date(2026, 11, 30)), monday)
    assert [table.code for table in shown.tables] == ["F"]
    whole = whole_report(a_month, Period(date(2026, 11, 1), date(2026, 11, 30)), monday)
    quoted = for_funder(replace(whole, quotes=("They came.",)))
    assert quoted == shown and "They came." not in render(quoted).decode()
    assert any("fewer than 10 people" in sentence for sentence in shown.footer)


def test_that_nobody_came_to_a_step_does_not_show_in_what_is_left_out(books, monday):
    def steps(talks):
        crowd = [Client(id=n, name="x", met_on=date(2026, 10, 5)) for n in range(1, 13)]
        met = [Contact(id=n, client_ids=(n,), on=date(2026, 10, 6), mode="in-person", outcome="met")
               for n in range(1, 13)]  # fmt: skip
        yes = [Consent(id=n, client_id=n, purpose="keep-notes", on=date(2026, 10, 6)) for n in range(1, 13)]
        ends = [EndConversation(id=n, client_id=n, on=date(2026, 10, 20), helped="yes")
                for n in range(1, talks + 1)]  # fmt: skip
        shown = funder_report(books(*crowd, *met, *yes, *ends), QUARTER, monday)
        return [line for line in about_people(shown)
                if "talk" in line.label + line.base_words or "helped" in line.label]  # fmt: skip

    assert steps(0) == steps(3) != []


def test_a_death_is_in_no_line_of_a_page_where_few_died(books, monday):
    people = [Client(id=n, name="x", status="died" if n < 3 else "walking") for n in range(1, 31)]
    contacts = [Contact(id=n, client_ids=(n,), on=date(2026, 11, 2), mode="phone", outcome="talked")
                for n in range(1, 31)]  # fmt: skip
    rename({"statuses": {"died": "passed on"}})
    try:
        renamed = funder_report(books(*people, *contacts), QUARTER, monday)
    finally:
        rename({})
    assert "passed on" not in render(renamed).decode()
    shown = funder_report(books(*people, *contacts), QUARTER, monday)
    assert "died" not in render(shown).decode()
    (together,) = [line for line in about_people(shown) if line.label == "walking together"]
    assert together.figure is None  # 28 of 30 would tell


def test_whoever_said_no_to_numbers_is_counted_nowhere_but_in_the_work(books, monday):
    crowd = [Client(id=n, name="x", how_met="self") for n in range(1, 31)]
    met = [Contact(id=n, client_ids=(n,), on=date(2026, 11, 2), mode="in-person", outcome="met", words="w",
                   quote_ok=True) for n in range(1, 31)]  # fmt: skip
    theirs = (Goal(id=1, client_id=7, area="housing"), Referral(id=1, client_id=7, area="housing"),
              EndConversation(id=1, client_id=7, on=date(2026, 11, 3), words="thank you"),
              Consent(id=1, client_id=7, purpose="words", on=date(2026, 11, 1)))  # fmt: skip
    no = Consent(id=2, client_id=7, purpose="numbers", on=date(2026, 11, 20), state="withdrawn")
    with_them = whole_report(books(*crowd, *met, *theirs), QUARTER, monday)
    without = whole_report(books(*crowd, *met, *theirs, no), QUARTER, monday)

    def figures(report):
        return {(t.code, g.title, line.label): line.figure for t in report.tables for g in t.groups
                for line in g.lines}  # fmt: skip

    before, after = figures(with_them), figures(without)
    assert (before["A", "People", "people supported"], after["A", "People", "people supported"]) == (30, 29)
    assert {at: n for at, n in after.items() if at[0] == "F"} == {
        at: n for at, n in before.items() if at[0] == "F"
    }
    assert after["A", "Without a record", "met without a record"] == 1
    assert ("C", "All areas", "needs named") not in after or after["C", "All areas", "needs named"] == 0
    assert "thank you" not in render(for_funder(without)).decode()
