"""The date grammar, phrase by phrase, on Monday 23 November 2026 at 14:02 in Vancouver."""

import re
from datetime import date, time
from pathlib import Path

import pytest

from store.clock import moment_from
from store.errors import UnclearDate
from store.repeat_words import echo_plan
from store.when import When, echo, leading_when, nearest_when, read_plan, read_when, short

MOMENT = moment_from("2026-11-23T14:02", "America/Vancouver")
DOCS = Path(__file__).parents[2] / "docs" / "dates.md"


def rows(heading):
    """The rows of the table under a heading of docs/dates.md."""
    section = DOCS.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(.+?)` \| (.+?) \|$", section, re.MULTILINE)


def cases(heading):
    """The lines under a heading of when_cases.txt: what is typed, and how it reads or what refuses it."""
    text = (Path(__file__).parent / "when_cases.txt").read_text("utf-8")
    section = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    listed = [tuple(line.split("  ==  ")) for line in section.splitlines()]
    assert len(listed) > 30
    return listed


def said(read, phrase):
    """How a phrase reads back, or the sentence that refuses it."""
    try:
        return read(phrase)
    except UnclearDate as unclear:
        return str(unclear)


def one_day(phrase):
    return echo(read_when(phrase, MOMENT), MOMENT)


def a_day_that_was(phrase):
    return echo(read_when(phrase, MOMENT, past=True), MOMENT)


def a_plan(phrase):
    return echo_plan(read_plan(phrase, MOMENT), MOMENT)


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("a day to come", one_day),
        ("a day that was", a_day_that_was),
        ("what comes back", a_plan),
        ("refused for a day to come", one_day),
        ("refused for a day that was", a_day_that_was),
        ("refused for what comes back", a_plan),
    ],
)
def test_a_phrase_is_read_or_refused_as_the_table_has_it(heading, read):
    listed = cases(heading)
    assert [(phrase, said(read, phrase)) for phrase, _ in listed] == listed


def test_the_tables_hold_hundreds_of_phrases():
    headings = ("a day to come", "a day that was", "what comes back", "refused for a day to come")
    assert sum(len(cases(heading)) for heading in headings) > 500


@pytest.mark.parametrize(
    ("heading", "read"),
    [("a day to come", one_day), ("a day that was", a_day_that_was), ("what comes back", a_plan)],
)
def test_every_reading_of_the_table_reads_back_as_itself(heading, read):
    for _, reads in cases(heading):
        assert read(reads) == reads


@pytest.mark.parametrize(
    ("heading", "read"),
    [("a day to come", one_day), ("a day that was", a_day_that_was), ("what comes back", a_plan)],
)
def test_capitals_wide_spaces_and_a_full_stop_change_nothing(heading, read):
    for phrase, reads in cases(heading):
        assert read(phrase.upper().replace(" ", "  ")) == reads
        assert read(f" {phrase.title()}.") == reads


def test_whatever_is_one_day_is_the_same_as_a_plan():
    for phrase, reads in cases("a day to come"):
        assert a_plan(phrase) == reads


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("refused for a day to come", one_day),
        ("refused for a day that was", a_day_that_was),
        ("refused for what comes back", a_plan),
    ],
)
def test_a_refusal_gives_three_examples_and_each_would_be_read(heading, read):
    for _, says in cases(heading):
        examples = re.findall("“(.+?)”", says.rpartition("; ")[2])
        assert len(examples) >= 3
        assert not any("would be" in said(read, example) for example in examples)


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("A day to come", one_day),
        ("Parts of a day", one_day),
        ("Hours, months and their ends", one_day),
        ("A day that was, after `<`", a_day_that_was),
        ("What comes back", a_plan),
        ("What comes back, refused", a_plan),
        ("Refused, with three examples", one_day),
    ],
)
def test_the_page_for_mentors_says_what_is_read_and_what_is_refused(heading, read):
    table = rows(heading)
    assert len(table) > 8
    assert [(phrase, said(read, phrase)) for phrase, _ in table] == table


def test_figures_follow_the_order_setting():
    assert read_when("12/3", MOMENT, day_first=False).day == date(2026, 12, 3)
    assert read_when("11/26 10am", MOMENT, day_first=False) == When(date(2026, 11, 26), time(10))
    with pytest.raises(UnclearDate, match="month first"):
        read_when("26/11", MOMENT, day_first=False)


@pytest.mark.parametrize(
    ("words", "day", "rest"),
    [
        ("thu 10am clinic", date(2026, 11, 26), "clinic"),
        ("thu 10 bags of clothes", date(2026, 11, 26), "10 bags of clothes"),
        ("thu clinic at 10am", date(2026, 11, 26), "clinic at 10am"),
        ("thu, clinic", date(2026, 11, 26), "clinic"),
        ("fri: call her sister", date(2026, 11, 27), "call her sister"),
        ("tomorrow morning", date(2026, 11, 24), ""),
        ("fri evening meal", date(2026, 11, 27), "meal"),
        ("end of month rent", date(2026, 11, 30), "rent"),
        ("in 2 hours call", date(2026, 11, 23), "call"),
        ("26 nov 2026 court", date(2026, 11, 26), "court"),
        ("26 nov 2 court dates", date(2026, 11, 26), "2 court dates"),
        ("in 2 weeks, tea", date(2026, 12, 7), "tea"),
        ("sat 10am market", date(2026, 11, 28), "market"),
        ("sat ! ask about ID", date(2026, 11, 28), "! ask about ID"),
        ("sat +clothes", date(2026, 11, 28), "+clothes"),
        ("may 3 dentist", date(2027, 5, 3), "dentist"),
        ("saturday market", date(2026, 11, 28), "market"),
        ("on sat market", date(2026, 11, 28), "market"),
        ("next sun church", date(2026, 12, 6), "church"),
        ("  wed  call", date(2026, 11, 25), "call"),
    ],
)
def test_a_date_phrase_is_taken_off_the_words_it_leads(words, day, rest):
    when, left = leading_when(words, MOMENT)
    assert (when.day, left) == (day, rest)


@pytest.mark.parametrize(
    "words",
    ["sat with her", "sun came out", "may come", "mar the day", "next week call", "5", "15m late", "$20 note",
     "2 weeks clean", "3", "friendly face", "mondays", "fri's bus", "today's news", "march on", "wedding", "",
     "10am call", "nov 10:30", "may 3,000 people"],
)  # fmt: skip
def test_words_that_only_resemble_a_date_lead_with_none(words):
    assert leading_when(words, MOMENT) is None


def test_the_nearest_such_day_may_lie_either_side():
    assert nearest_when("21 nov weekly text", MOMENT) == (When(date(2026, 11, 21)), "weekly text")
    assert nearest_when("24 nov", MOMENT) == (When(date(2026, 11, 24)), "")
    assert nearest_when("2026-06-01", MOMENT) == (When(date(2026, 6, 1)), "")
    assert nearest_when("sometime", MOMENT) is None


@pytest.mark.parametrize(
    ("when", "reads"),
    [
        (When(date(2026, 11, 23), time(16)), "16:00"),
        (When(date(2026, 11, 23)), "today"),
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 22), "yesterday"),
        (When(date(2026, 11, 24), time(9, 30)), "Tue"),
        (date(2026, 11, 29), "Sun"),
        (date(2026, 11, 30), "Mon 30 Nov"),
        (date(2026, 11, 19), "Thu 19 Nov"),
        (date(2027, 1, 5), "Tue 5 Jan 2027"),
    ],
)
def test_in_a_list_a_day_reads_short(when, reads):
    assert short(when, MOMENT) == reads


def test_a_wall_time_the_clocks_skip_is_refused_and_an_hour_later_offered():
    with pytest.raises(UnclearDate, match=r"skip 02:30 that day; “2027-03-14 03:30”"):
        read_when("14 mar 2027 2:30am", MOMENT)
    assert read_when("14 mar 2027 3:30am", MOMENT).at == time(3, 30)


def test_an_hour_that_comes_twice_in_autumn_is_read_as_it_is_written():
    assert read_when("2027-11-07 01:30", MOMENT) == When(date(2027, 11, 7), time(1, 30))


def test_on_the_day_the_clocks_change_days_are_still_whole():
    before = moment_from("2027-03-13T23:30", "America/Vancouver")
    assert read_when("tomorrow", before).day == date(2027, 3, 14)
    assert read_when("+1d", before).day == date(2027, 3, 14)
    assert read_when("+2d", before).day == date(2027, 3, 15)


def test_today_is_the_mentors_day_and_not_the_utc_one():
    late = moment_from("2026-11-23T23:30", "America/Vancouver")
    assert read_when("today", late).day == date(2026, 11, 23)
    assert read_when("tomorrow", late).day == date(2026, 11, 24)
    assert read_when("tue", late).day == date(2026, 11, 24)


@pytest.mark.parametrize("weekday", range(7))
def test_a_bare_weekday_is_never_today(weekday):
    moment = moment_from(f"2026-11-{23 + weekday}T14:02", "America/Vancouver")
    for name in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        ahead = (read_when(name, moment).day - moment.day).days
        back = (moment.day - read_when(name, moment, past=True).day).days
        assert 1 <= ahead <= 7
        assert 1 <= back <= 7
        assert read_when(name, moment).day.strftime("%a").lower() == name


@pytest.mark.parametrize("weekday", range(7))
def test_next_friday_is_in_the_next_calendar_week(weekday):
    moment = moment_from(f"2026-11-{23 + weekday}T14:02", "America/Vancouver")
    assert read_when("next fri", moment).day == date(2026, 12, 4)


def test_the_last_days_of_a_year_read_into_the_next():
    moment = moment_from("2026-12-31T14:02", "America/Vancouver")
    assert read_when("1 jan", moment).day == date(2027, 1, 1)
    assert read_when("31 dec", moment).day == date(2026, 12, 31)
    assert read_when("30 dec", moment).day == date(2027, 12, 30)
    assert read_when("tomorrow", moment).day == date(2027, 1, 1)
