"""What papers are made with: names left out, opening days."""

import pytest

from mentor_tui.reports.papers.opening_days import days_in, open_on
from mentor_tui.reports.papers.other_names import stand_ins, without_names
from store.records import Hours


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("dee met Marcus at work", "dee met M. at work"),
        ("Dee's friend marcus' room", "Dee's friend M.' room"),
        ("rené and renee-ann came", "R. and R.-ann came"),
        ("asked Jo Ann Smith, then Jo", "asked J.S., then J.S."),
        ("she will come; I asked Will", "she will come; I asked W."),
        ("nothing of anybody", "nothing of anybody"),
    ],
)
def test_names_of_others_are_replaced_however_they_are_typed(typed, read):
    names = {"Marcus": "M.", "Renée": "R.", "Rene": "R.", "Jo Ann Smith": "J.S.", "Will": "W.", "Dee": "D."}
    assert without_names(typed, stand_ins(names, own="Dee")) == read


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Mon-Fri", {0, 1, 2, 3, 4}),
        ("Mon, Wed", {0, 2}),
        ("Mon–Wed & Sat", {0, 1, 2, 5}),
        ("monday to thursday", {0, 1, 2, 3}),
        ("Fri-Mon", {4, 5, 6, 0}),
        ("every day", set(range(7))),
        ("Weekdays", set(range(5))),
        ("Tues/Thurs", {1, 3}),
        ("Sundays", {6}),
        ("first Tue", None),
        ("2026-12-24", None),
        ("month", None),
        ("", None),
    ],
)
def test_days_are_read_as_a_directory_writes_them(words, days):
    assert days_in(words) == (None if days is None else frozenset(days))


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ((("Mon-Fri", "09:00", "17:00", ""),), "09:00-17:00"),
        ((("Mon-Wed", "09:00", "17:00", ""),), "closed"),
        ((("Thu", "09:00", "12:00", ""), ("Thu", "13:00", "17:00", "")), "09:00-12:00; 13:00-17:00"),
        ((("Thu", "", "", "closed"),), "closed"),
        ((("Thu", "", "", ""),), "closed"),
        ((("Mon", "9:00", "", ""), ("first Thu", "10:00", "11:00", "")), "first Thu 10:00-11:00"),
        ((("Thu", "9:00", "", "by appointment"),), "from 9:00 by appointment"),
        ((), "hours not known: call first"),
    ],
)
def test_a_weekday_is_open_closed_or_said_in_the_words_there_are(hours, said):
    rows = [Hours(days=days, opens=opens, closes=closes, note=note) for days, opens, closes, note in hours]
    assert open_on(rows, 3) == said
