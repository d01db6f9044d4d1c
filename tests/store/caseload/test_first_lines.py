"""People from lines, and days that may lie either side of today."""

from datetime import date

import pytest

from store.errors import UnclearDate
from store.first_lines import read_people, read_person
from store.nearest_day import nearest_day


def test_a_name_alone_is_a_person(moment):
    (line,) = read_people("Dee", moment)
    assert (line.client.name, line.client.met_on, line.said, line.trouble) == ("Dee", moment.day, "Dee", "")


def test_a_day_past_is_a_release_that_happened(moment):
    line = read_person("dee out 21 nov weekly text", moment)
    assert [(each.on, each.expected_on) for each in line.client.episodes] == [(date(2026, 11, 21), None)]
    assert (line.client.rhythm.every_days, line.client.rhythm.how) == (7, "text")
    assert line.said == "Dee · out Sat 21 Nov 2026, 2 days ago · weekly by text"


def test_a_day_to_come_is_a_release_that_is_expected(moment):
    line = read_person("Jo out 5 dec", moment)
    assert [(each.on, each.expected_on) for each in line.client.episodes] == [(None, date(2026, 12, 5))]
    assert line.client.status == "not-out"
    assert line.said.startswith("Jo · expected out Sat 5 Dec 2026")


def test_every_line_that_says_something_is_a_person(moment):
    lines = read_people("- Dee\n\n • Jo every 10 days\r\n  \n* Renée out today", moment)
    assert [line.client.name for line in lines] == ["Dee", "Jo", "Renée"]
    assert lines[1].client.rhythm.every_days == 10
    assert lines[2].client.episodes[0].on == moment.day


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Dee out soonish", "Dee"),
        ("Jo weekly-ish please", "Jo weekly-ish please"),
        ("Al every blue moon", "Al"),
    ],
)
def test_what_is_not_read_is_said_and_never_guessed(moment, line, name):
    read = read_person(line, moment)
    assert read.client.name == name
    assert (read.client.episodes, read.client.rhythm) == ((), None)
    assert bool(read.trouble) == (name != line)


def test_a_name_of_several_words_is_kept_whole(moment):
    assert read_person("Mary Out", moment).client.name == "Mary Out"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Tyrell, out last friday", "Tyrell · out Fri 20 Nov 2026, 3 days ago"),
        ("Old Joe gets out 14 dec", "Old Joe · expected out Mon 14 Dec 2026, in 21 days"),
        ("Big T will be out 14 dec", "Big T · expected out Mon 14 Dec 2026, in 21 days"),
        ("Will out 14 dec", "Will · expected out Mon 14 Dec 2026, in 21 days"),
        (
            "Will Smith released 12 march 2025 monthly",
            "Will Smith · out Wed 12 Mar 2025, 621 days ago · every 30 days",
        ),
        ("Dee, weekly text", "Dee · weekly by text"),
        ("Rosa just got out 20 nov", "Rosa · out Fri 20 Nov 2026, 3 days ago"),
        ("Rosa has been out since 20 nov", "Rosa · out Fri 20 Nov 2026, 3 days ago"),
        ("Rosa (out 14 dec)", "Rosa · expected out Mon 14 Dec 2026, in 21 days"),
        ("Rosa (out 14 dec) weekly", "Rosa · expected out Mon 14 Dec 2026, in 21 days · weekly"),
        ("Rosa (weekly text)", "Rosa · weekly by text"),
        ("Ana - out 21 nov, weekly", "Ana · out Sat 21 Nov 2026, 2 days ago · weekly"),
    ],
)
def test_what_leads_to_the_day_is_no_part_of_the_name(moment, line, said):
    read = read_person(line, moment)
    assert (read.said, read.trouble) == (said, "")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Rosa, 3 jan", "3 jan"),
        ("Rosa 3 jan", "3 jan"),
        ("Rosa - 3 jan", "3 jan"),
        ("Rosa (3 jan)", "3 jan"),
        ("Rosa, tomorrow", "tomorrow"),
        ("Rosa, 3 jan weekly text", "3 jan weekly text"),
    ],
)
def test_a_day_without_out_is_pointed_at_and_kept(moment, line, day):
    read = read_person(line, moment)
    assert (read.client.name, read.client.episodes, read.client.about) == ("Rosa", (), day)
    assert f"“Rosa out {day}” would be" in read.trouble


@pytest.mark.parametrize("name", ["Unit 12 Bob", "Bo 12", "Smith, John", "Sandy Anderson", "Rosa (Ro)"])
def test_a_name_that_only_looks_like_more_is_kept_whole(moment, name):
    read = read_person(name, moment)
    assert (read.client.name, read.trouble) == (name, "")


@pytest.mark.parametrize("line", ["Dee and Jo out 3 dec", "Dee & Jo weekly", "Dee and Jo"])
def test_two_on_one_line_are_pointed_at_and_nothing_is_lost(moment, line):
    read = read_person(line, moment)
    assert line.startswith(read.client.name)
    assert read.client.about == ""
    assert "Dee and Jo are two on a line each" in read.trouble


def test_control_sequences_do_not_get_into_a_name(moment):
    assert [line.client.name for line in read_people("\x1b[31mDee\x1b[0m\u202e", moment)] == ["Dee"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("21 nov", date(2026, 11, 21)),
        ("5 dec", date(2026, 12, 5)),
        ("1 feb", date(2027, 2, 1)),
        ("1 sep", date(2026, 9, 1)),
        ("2026-01-05", date(2026, 1, 5)),
        ("yesterday", date(2026, 11, 22)),
        ("today", date(2026, 11, 23)),
    ],
)
def test_the_nearest_such_day_counts(moment, text, day):
    assert nearest_day(text, moment) == day


@pytest.mark.parametrize("text", ["31 feb", "soonish", "", "21 nov and more"])
def test_what_is_no_day_is_refused(moment, text):
    with pytest.raises(UnclearDate):
        nearest_day(text, moment)


def test_words_that_were_not_read_are_kept_with_the_person(moment):
    assert read_person("Bo out 31 feb weekly text", moment).client.about == "out 31 feb weekly text"
    assert read_person("Jo out 21 nov now and then", moment).client.about == "now and then"


def test_a_line_says_which_of_the_text_it_is(moment):
    assert [line.number for line in read_people("Dee\n\n- Jo\n", moment)] == [1, 3]
