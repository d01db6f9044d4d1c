"""The month's report: what is counted, and of what."""

import ast
from datetime import date
from pathlib import Path

import pytest

import mentor_tui.reports
from mentor_tui.reports import month_report, part_words
from store.clock import moment_from
from store.records import Client, Consent, Contact, Episode

NOVEMBER = date(2026, 11, 1)


@pytest.fixture(scope="module")
def report(a_month, monday):
    return month_report(a_month, NOVEMBER, monday)


def table(report, code):
    return next(each for each in report.tables if each.code == code)


def line(report, code, label, group=""):
    return next(
        each
        for part in table(report, code).groups
        for each in part.lines
        if each.label == label and group in ("", part.title)
    )


def read(report, code, label, group=""):
    found = line(report, code, label, group)
    return f"{found.figure} {part_words(found)}"


@pytest.mark.parametrize(
    ("label", "reads"),
    [
        ("people in the records", "4 by the end of the month"),
        ("people supported", "3 of 4 people in the records"),
        ("new this month", "2 of 4 people in the records"),
        ("day we met: not known", "0 of 4 people in the records"),
        ("reached out to", "2 of 3 people supported"),
        ("in touch at least once", "2 of 2 people reached out to"),
        ("met in person at least once", "2 of 2 people reached out to"),
        ("agreed to records", "1 of 3 people supported"),
        ("asked, and no or no longer", "1 of 3 people supported"),
        ("agreement: not asked or not known", "1 of 3 people supported"),
        ("they found me", "1 of 3 people supported"),
        ("another peer", "1 of 3 people supported"),
        ("how we met: not asked or not known", "1 of 3 people supported"),
        ("releases this month", "2 releases; one person may have several"),
        ("people released this month", "1 of 4 people in the records"),
        ("expected, actual day not known", "1 of 3 releases written or expected this month"),
        ("met without a record", "3 times, not added to people"),
    ],
)
def test_reach_is_counted_with_its_base(report, label, reads):
    assert read(report, "A", label) == reads


@pytest.mark.parametrize(("ends", "agreed"), [(30, "1"), (29, "0")])
def test_what_was_agreed_stands_on_its_last_day_and_not_the_day_after(books, monday, ends, agreed):
    consent = Consent(id=1, client_id=1, purpose="keep-notes", expires_on=date(2026, 11, ends))
    entry = Contact(id=1, client_ids=(1,), on=NOVEMBER, mode="phone", outcome="talked")
    report = month_report(books(Client(id=1, name="Dee"), consent, entry), NOVEMBER, monday)
    assert read(report, "A", "agreed to records")[0] == agreed


@pytest.mark.parametrize(
    ("group", "label", "reads"),
    [
        ("All areas", "people with a need named", "2 of 4 people in the records"),
        ("All areas", "needs named", "3 needs; one person may name several"),
        ("All areas: where they stood", "working on it", "1 of 3 needs named"),
        ("All areas: where they stood", "got it", "1 of 3 needs named"),
        ("All areas: where they stood", "nothing available", "0 of 3 needs named"),
        ("All areas: where they stood", "where it stood then: not known", "1 of 3 needs named"),
        ("All areas", "day it was named: not known", "1 of 3 needs named"),
        ("By area", "housing", "2 of 3 needs named"),
        ("housing", "working on it", "1 of 2 needs named"),
        ("ID and documents", "got it", "1 of 1 need named"),
    ],
)
def test_needs_are_counted_by_area_and_by_how_they_stood_then(report, group, label, reads):
    assert read(report, "C", label, group) == reads


def test_a_need_that_was_over_before_the_month_is_not_counted(report):
    assert "dental" not in [group.title for group in table(report, "C").groups]


@pytest.mark.parametrize(
    ("label", "reads"),
    [
        ("entries", "8 contacts, attempts and other work"),
        ("in touch", "4 of 8 entries"),
        ("attempts", "2 of 8 entries"),
        ("beside them", "1 of 8 entries"),
        ("own work", "1 of 8 entries"),
        ("what happened: not known", "0 of 8 entries"),
        ("accompaniments", "1 of 8 entries"),
        ("brief check-ins", "1 of 8 entries"),
        ("with several people at once", "2 of 8 entries"),
        ("notes", "1 not entries: neither contact nor attempt"),
        ("phone", "3 of 7 entries other than own work"),
        ("ride", "1 of 8 entries"),
        ("what kind: not said", "3 of 8 entries"),
        ("length: not known", "3 of 8 entries"),
        ("distance", "12.5 of 1 entry with a distance"),
        ("money spent", "8.5 of 1 entry with money spent"),
        ("hours of travel", "0.5 of 1 entry with travel time"),
    ],
)
def test_effort_is_counted_by_entry(report, label, reads):
    assert read(report, "F", label) == reads


def test_the_hours_of_a_contact_with_two_people_count_once(report):
    assert line(report, "F", "hours").figure == pytest.approx((90 + 15 + 20 + 20 + 60) / 60)


def test_every_entry_is_of_one_sort(report):
    sorts = ["in touch", "attempts", "beside them", "own work", "what happened: not known"]
    assert sum(line(report, "F", each).figure for each in sorts) == line(report, "F", "entries").figure


def test_no_part_is_more_than_its_whole(report, everything, monday):
    whole = month_report(everything, NOVEMBER, monday)
    for found in (each for made in (report, whole) for part in made.tables for each in part.lines):
        if found.base is not None and not found.unit:
            assert 0 <= found.figure <= found.base, found


def test_someone_no_longer_in_the_records_is_not_counted_as_a_person(books, monday):
    talked = Contact(id=1, client_ids=(1, 77), on=NOVEMBER, mode="phone", outcome="talked")
    made = month_report(books(Client(id=1, name="Dee"), talked), NOVEMBER, monday)
    assert read(made, "A", "people supported") == "1 of 1 person in the records"


def test_a_day_belongs_to_the_month_it_had_where_the_mentor_was(books):
    late = moment_from("2026-10-31T23:30", "America/Vancouver")
    contact = Contact(id=1, client_ids=(1,), on=late.day, at=late.at, mode="phone", outcome="talked")
    kept = books(Client(id=1, name="Dee"), contact)
    october, november = (month_report(kept, date(2026, month, 1), late) for month in (10, 11))
    assert line(october, "F", "entries").figure == 1
    assert line(november, "F", "entries").figure == 0


def test_any_day_of_a_month_names_that_month(a_month, monday, report):
    assert month_report(a_month, date(2026, 11, 17), monday) == report


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2028, 2, 1), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2026, 12, 31)),
        (date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_month_ends_on_its_last_day(books, monday, day, last):
    assert month_report(books(), day, monday).last == last


def test_a_month_that_is_running_says_so(report):
    assert report.footer[0].endswith("Made on 23 Nov 2026; the month is not over.")


def test_a_month_that_is_over_says_nothing_of_it(a_month):
    made = month_report(a_month, NOVEMBER, moment_from("2026-12-04T09:00", "America/Vancouver"))
    assert made.footer[0].endswith("Made on 4 Dec 2026.")


def test_it_is_headed_as_the_mentors_own_view_and_closes_with_what_it_is_not(report):
    own = "The mentor's own view: no number is hidden; not for handing on as it is."
    assert report.view == own
    assert own in report.footer
    assert report.footer[-1] == "These are counts of support given, not a measure of any person."


def test_the_footer_counts_what_is_not_known(report):
    (missing,) = [each for each in report.footer if each.startswith("What was not asked")]
    assert "length: not known (3 of 8 entries)" in missing
    assert "day we met" not in missing


def test_an_empty_month_is_a_report_of_noughts(books, monday):
    made = month_report(books(), NOVEMBER, monday)
    assert {each.figure for part in made.tables for each in part.lines} == {0}


def test_a_death_is_a_line_of_its_own_and_only_where_there_is_one(report, books, monday):
    assert read(report, "G", "died") == "1 of 4 people in the records"
    quiet = month_report(books(Client(id=1, name="Dee")), NOVEMBER, monday)
    assert "died" not in str(quiet)


def test_no_name_and_none_of_their_words_is_in_it(report):
    for word in ("Dee", "Marcus", "a door that locks", "a note"):
        assert word not in str(report)


def test_every_release_counts_and_people_are_said_apart(books, monday):
    twice = Client(
        id=1, name="Dee", episodes=(Episode(on=NOVEMBER, back_on=NOVEMBER), Episode(on=date(2026, 11, 20)))
    )
    made = month_report(books(twice), NOVEMBER, monday)
    assert line(made, "A", "releases this month").figure == 2
    assert read(made, "A", "people released this month") == "1 of 1 person in the records"


def test_no_report_reaches_for_the_notebook():
    folder = Path(mentor_tui.reports.__file__).parent
    for path in folder.rglob("*.py"):
        names = [
            name
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in (getattr(node, "module", None) or "", *(each.name for each in node.names))
        ]
        assert not [name for name in names if "notebook" in name.lower() or "reflection" in name.lower()], (
            path
        )


def test_every_line_that_can_be_printed_is_documented(everything, report, monday):
    written = " ".join((Path(__file__).parents[2] / "docs" / "reports.md").read_text("utf-8").split())
    labels = {
        each.label
        for made in (report, month_report(everything, NOVEMBER, monday))
        for part in made.tables
        for each in part.lines
    }
    assert len(labels) > 70
    assert [label for label in sorted(labels) if f"**{label}**" not in written] == []
