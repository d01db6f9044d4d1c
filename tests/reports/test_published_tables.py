"""Published tables of the field come out of a report, number by number."""

import pytest

from mentor_tui.reports import part_words, period_report
from mentor_tui.reports.tables import share_words
from tests.reports import published_hyde, published_mcleod


@pytest.fixture(scope="module")
def mcleod(books, monday):
    return _by_name(period_report(books(*published_mcleod.records()), published_mcleod.YEARS, monday))


@pytest.fixture(scope="module")
def hyde(books, monday):
    return _by_name(period_report(books(*published_hyde.records()), published_hyde.YEARS, monday))


def _by_name(report):
    return {
        (table.code, group.title, line.label): line
        for table in report.tables
        for group in table.groups
        for line in group.lines
    }


@pytest.mark.parametrize(
    ("label", "reads", "share"),
    [
        # McLeod 2020, CMAJ Open 8(1):E1-E8, results: one row each, in the order of the paper.
        ("times support began", "346 releases, and first meetings without one", ""),
        ("different people", "340 one person may begin more than once", ""),
        # 50.0% is our arithmetic; the paper prints the numbers.
        ("met in person then", "173 of 346 times begun", "50.0%"),
        ("met, and agreed to records", "172 of 173 times begun and met", "99.4%"),
        ("talked at the end", "105 of 172 times met and agreed", "61.0%"),
        ("a doctor within 3 days", "49 of 105 talks, 3 days over", "46.7%"),
        ("any service within 3 days", "89 of 105 talks, 3 days over", "84.8%"),
        ("said it helped", "98 of 105 talks at the end", "93.3%"),
    ],
)
def test_the_steps_of_unlocking_the_gates_come_out(mcleod, label, reads, share):
    line = mcleod["A", "Step by step", label]
    assert (f"{line.figure} {part_words(line)}", share_words(line)) == (reads, share)


@pytest.mark.parametrize(
    ("window", "people", "percent"),
    # Hyde 2022, Health & Justice (s40352-022-00195-5), Table 3: the headings, each of 43 people.
    [("before release", 8, 19), ("day of release", 20, 47), ("after release, all days together", 43, 100)],
)
def test_the_windows_of_the_pie_peers_come_out(hyde, window, people, percent):
    line = hyde["B", "People, by days since release", window]
    assert (line.figure, line.base, _whole(line)) == (people, 43, percent)


_BEFORE, _DAY_0, _AFTER = "Before release", "Day of release", "After release, all days together"
_DAY_0_ANY, _AFTER_ANY = f"{_DAY_0}: any of several", f"{_AFTER}: any of several"


@pytest.mark.parametrize(
    ("group", "label", "people", "percent"),
    [
        # Hyde 2022, Table 3: every row, in its order, with the percentage it prints.
        (_BEFORE, "paperwork, gathering information", 6, 75),
        (_BEFORE, "social and emotional support", 6, 75),
        (_BEFORE, "checking the plan with parole, probation or the facility", 5, 63),
        (_BEFORE, "getting ready for an appointment", 4, 50),
        (_BEFORE, "meeting partners on their behalf", 2, 25),
        (_DAY_0, "social and emotional support", 20, 100),
        (_DAY_0_ANY, "a ride to housing or a legal appointment", 19, 95),
        (_DAY_0_ANY, "clothes, basic needs, food or a phone", 12, 60),
        (_DAY_0, "connecting with family or friends", 7, 35),
        (_DAY_0, "money, cheque, bank", 5, 25),
        (_DAY_0, "a medical appointment, set up or attended", 4, 20),
        (_AFTER, "social and emotional support", 43, 100),
        (_AFTER, "linking to a service", 39, 91),
        (_AFTER_ANY, "a ride of any kind", 38, 88),
        (_AFTER_ANY, "paperwork, checking or getting ready", 35, 81),
        (_AFTER, "going along", 28, 65),
        (_AFTER, "a ride to a legal appointment", 24, 56),
        (_AFTER, "connecting with family or friends", 23, 53),
        (_AFTER, "finding the way in a new place or system", 20, 47),
        (_AFTER, "programme forms", 19, 44),
        (_AFTER, "building a skill", 19, 44),
        (_AFTER_ANY, "clothes or basic needs", 18, 42),
        (_AFTER, "getting documents", 18, 42),
        (_AFTER, "a ride for benefits", 17, 40),
        (_AFTER, "a ride to the bank", 16, 37),
    ],
)
def test_the_activities_of_the_pie_peers_come_out(hyde, group, label, people, percent):
    line = hyde["B", group, label]
    assert (line.figure, _whole(line)) == (people, percent)
    base = {_BEFORE: 8, _DAY_0: 20, _AFTER: 43}[group.split(":")[0]]
    assert part_words(line) == f"of {base} people then"


def _whole(line):
    # The source rounds a half up: 5 of 8 is printed as 63%.
    return int(100 * line.figure / line.base + 0.5)
