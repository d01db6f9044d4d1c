"""Two reports tell together what neither tells alone: that is said before the second is handed on."""

from dataclasses import replace
from datetime import date

import pytest

from mentor_tui.differencing import differences
from mentor_tui.handing_on import hand_on, whole_figures
from mentor_tui.reports import Group, Line, Report, Table
from store.caseload import Caseload
from store.clock import FixedClock
from store.folder import DataFolder
from store.made_files import MadeFiles
from store.records import HandedOn

OCT = (date(2026, 10, 1), date(2026, 10, 31))
NOV = (date(2026, 11, 1), date(2026, 11, 30))
QUARTER = (date(2026, 10, 1), date(2026, 12, 31))


def report_of(days, people, calls=90, new=9):
    lines = (Line("people supported", people), Line("new this month", new))
    tables = (Table("A", "Reach", (Group("People", lines),)),
              Table("F", "Effort", (Group("How", (Line("phone", calls),)),), of_events=True))  # fmt: skip
    return Report("month", "A month", "own", *days, date(2026, 11, 3), tables, (), people=people)


@pytest.fixture
def caseload(monday, tmp_path):
    with DataFolder.create(tmp_path / "D", FixedClock(monday)) as folder:
        yield Caseload(folder, FixedClock(monday))


def given(caseload, report, on=date(2026, 11, 3), to=""):
    caseload.add(HandedOn(on=on, what=report.name, to=to, first=report.first, last=report.last,
                          figures=whole_figures(report)))  # fmt: skip


@pytest.mark.parametrize(
    ("days", "people", "calls", "new", "says"),
    [
        (OCT, 22, 90, 9, ("by 2 people",)),
        (OCT, 19, 90, 9, ("by 1 person",)),
        (OCT, 20, 90, 12, ("by fewer than 5 in 1 number",)),
        (QUARTER, 23, 90, 60, ("by 3 people",)),
        (OCT, 20, 91, 9, ()),
        (OCT, 25, 90, 14, ()),
        (NOV, 21, 90, 9, ()),
    ],
)
def test_a_report_that_differs_by_few_from_one_handed_on_says_so(caseload, days, people, calls, new, says):
    given(caseload, report_of(OCT, 20), to="The Fund")
    found = differences(caseload, report_of(days, people, calls, new))
    assert len(found) == len(says)
    for sentence, part in zip(found, says, strict=True):
        assert part in sentence
        assert sentence.startswith("It differs from what you handed on 3 Nov to The Fund ")
        assert sentence.endswith("someone holding both can tell what changed.")


def test_two_months_handed_on_are_held_together_against_their_quarter(caseload):
    given(caseload, report_of(OCT, 20))
    given(caseload, report_of(NOV, 30, new=30))
    found = differences(caseload, report_of(QUARTER, 90, new=41))
    assert found == (
        "It differs from 2 reports you handed on about parts of these days, taken together, by fewer than 5 "
        "in 1 number: someone holding both can tell what changed.",
    )


def test_a_report_of_the_work_alone_tells_nothing_of_people_beside_another(caseload):
    given(caseload, report_of(OCT, 7))
    assert differences(caseload, report_of(OCT, 9)) == ()


def test_another_report_or_another_threshold_is_its_own_matter(caseload):
    given(caseload, replace(report_of(OCT, 20), name="hours"))
    assert differences(caseload, report_of(OCT, 22)) == ()
    given(caseload, report_of(OCT, 20))
    assert differences(caseload, report_of(OCT, 27, new=9)) == ()
    assert len(differences(caseload, report_of(OCT, 27, new=9), least=10)) == 1


def test_what_is_handed_on_is_written_listed_and_kept_with_its_figures(caseload, tmp_path):
    report, path = report_of(OCT, 20), tmp_path / "r.md"
    assert hand_on(caseload, path, b"# October", report.title, report=report, to="The Fund") == ""
    assert path.read_bytes() == b"# October"
    (made,) = MadeFiles.of(caseload.folder).on_disk()
    assert made.what == "A month"
    (kept,) = caseload.all(HandedOn)
    assert (kept.what, kept.to, kept.first, kept.last) == ("month", "The Fund", *OCT)
    assert {each.line: each.figure for each in kept.figures}["A/People/people supported"] == 20


def test_a_file_whose_record_cannot_be_kept_stays_and_says_so(caseload, tmp_path):
    journal = next((tmp_path / "D").glob("*caseload*.journal"))
    journal.rename(journal.with_suffix(".away"))
    journal.mkdir()
    sentence = hand_on(caseload, tmp_path / "r.md", b"x", "handover")
    assert sentence.startswith("The file is written, but it could not be kept that it was handed on: ")
    assert (tmp_path / "r.md").exists()
    assert caseload.all(HandedOn) == ()
