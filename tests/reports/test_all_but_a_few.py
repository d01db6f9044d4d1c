"""What all but a few people did tells of the few: it is not printed beside what it is out of."""

from datetime import date

from mentor_tui.reports import Group, Line, Report, Table
from mentor_tui.reports.funder import for_funder, funder_report
from store.period import Period
from store.records import Client, Consent, Contact, Episode

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def lines(books, monday, known=30, supported=30, touched=30):
    people = [
        Client(
            id=n,
            name="x",
            met_on=date(2026, 11 if n % 3 == 0 else 10, 1),
            how_met=("self", "peer")[n % 2],
            status=("walking", "light")[n % 2],
            episodes=(Episode(on=date(2026, 10 + n % 2, 1)),),
        )
        for n in range(1, known + 1)
    ]
    yes = [Consent(id=n, client_id=n, purpose="keep-notes", on=date(2026, 10, 1)) for n in range(1, 19)]
    contacts = [
        Contact(id=n, client_ids=(n,), on=date(2026, 11, 2), mode="phone",
                outcome="talked" if n <= touched else "no-answer")
        for n in range(1, supported + 1)
    ]  # fmt: skip
    shown = funder_report(books(*people, *yes, *contacts), NOVEMBER, monday)
    return {line.label: line for table in shown.tables if table.code in "AD" for line in table.lines}


def test_all_but_two_in_touch_is_not_shown(books, monday):
    line = lines(books, monday, touched=28)["in touch at least once"]
    assert (line.figure, line.hidden, line.base) == (None, "not shown", 30)


def test_all_but_five_and_everybody_are_shown(books, monday):
    assert lines(books, monday, touched=25)["in touch at least once"].figure == 25
    assert lines(books, monday)["in touch at least once"].figure == 30


def test_what_more_hangs_on_stays_and_what_it_is_out_of_is_hidden(books, monday):
    found = lines(books, monday, known=33)
    assert (found["people supported"].figure, found["people supported"].base) == (30, None)
    assert found["people supported"].base_hidden
    assert found["people in the records"].hidden == "not shown"


def test_bridges_are_no_people():
    lines = (Line("bridges", 21), Line("asked", 19, 21, "bridges"))
    days = (NOVEMBER.first, NOVEMBER.last, NOVEMBER.last)
    tables = (Table("D", "Bridges", (Group("All areas", lines),)),)
    shown = for_funder(Report("month", "A month", "own", *days, tables, ("From 1 to 30.",), people=30))
    assert [line.figure for line in shown.tables[0].lines] == [21, 19]
