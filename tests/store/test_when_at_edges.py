"""The date grammar at the edges: changes of summer time, months too short, days that have just passed."""

from datetime import date, time
from itertools import islice

import pytest

from store.clock import moment_from
from store.errors import UnclearDate
from store.recurrence import days_of
from store.when import When, read_plan, read_when
from store.when_month import read_month

MOMENT = moment_from("2026-11-23T14:02", "America/Vancouver")


def test_hours_are_counted_over_a_change_of_summer_time():
    spring = moment_from("2027-03-14T01:30", "America/Vancouver")
    assert read_when("in 2 hours", spring) == When(date(2027, 3, 14), time(4, 30))
    autumn = moment_from("2027-11-07T00:30", "America/Vancouver")
    assert read_when("in 3 hours", autumn) == When(date(2027, 11, 7), time(2, 30))
    assert read_when("2 hours ago", spring, past=True) == When(date(2027, 3, 13), time(23, 30))


def test_what_comes_back_keeps_its_wall_time_and_never_begins_in_an_hour_the_clocks_skip():
    friday = moment_from("2027-03-12T09:00", "America/Vancouver")
    assert read_plan("every sun 10am", friday).when == When(date(2027, 3, 14), time(10))
    with pytest.raises(UnclearDate, match="the clocks skip 02:30 that day"):
        read_plan("every sun 02:30", friday)


@pytest.mark.parametrize(
    ("today", "phrase", "says"),
    [
        ("2027-01-31", "in 1 month", "31 Feb 2027, which is not a day; “28 feb 2027”"),
        ("2027-08-31", "in 3 months", "31 Nov 2027, which is not a day; “30 nov 2027”"),
        ("2028-02-29", "in a year", "29 Feb 2029, which is not a day; “28 feb 2029”"),
        ("2027-01-31", "every month", "the 31st is not in every month; “last day of each month”"),
        ("2026-11-28", "this fri", "is 27 Nov; “fri”"),
        ("2026-11-23T20:30", "tonight", "is 20:00, which has passed; “today 21:00”"),
        ("2026-11-23T23:30", "tonight", "is 20:00, which has passed; “tomorrow 10am”"),
    ],
)
def test_what_a_day_makes_impossible_is_refused_with_what_is_near(today, phrase, says):
    with pytest.raises(UnclearDate) as refused:
        read_plan(phrase, moment_from(today if "T" in today else f"{today}T10:00", "America/Vancouver"))
    assert says in str(refused.value)


def test_a_weekday_of_last_week_that_could_be_of_this_one_is_refused_with_both():
    saturday = moment_from("2026-11-28T10:00", "America/Vancouver")
    with pytest.raises(UnclearDate, match="could be 20 nov or 27 nov; “fri”, “20 nov” or “27 nov”"):
        read_when("last fri", saturday, past=True)
    assert read_when("last sat", saturday, past=True).day == date(2026, 11, 21)
    assert read_when("last week fri", saturday, past=True).day == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("every other tue", ["24 Nov", "8 Dec", "22 Dec"]),
        ("every other mon and thu", ["26 Nov", "7 Dec", "10 Dec"]),
        ("first monday", ["7 Dec", "4 Jan", "1 Feb"]),
        ("last day", ["30 Nov", "31 Dec", "31 Jan"]),
        ("first and third tue", ["1 Dec", "15 Dec", "5 Jan"]),
        ("every weekday for 3 days", ["24 Nov", "25 Nov", "26 Nov"]),
        ("every fri until 4 dec", ["27 Nov", "4 Dec"]),
        ("every tue 2 times", ["24 Nov", "1 Dec"]),
        ("every 2 weeks", ["7 Dec", "21 Dec", "4 Jan"]),
        ("every other month on the 1st", ["1 Dec", "1 Feb", "1 Apr"]),
    ],
)
def test_what_comes_back_falls_on_the_days_it_says(phrase, days):
    repeats = read_plan(phrase, MOMENT).repeats
    found = islice(days_of(repeats, MOMENT.day, date.max), 3)
    assert [f"{day.day} {day:%b}" for day in found] == days


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("2026-11", "2026-11-01"),
        ("nov", "2026-11-01"),
        ("December", "2025-12-01"),
        ("jan. 2024", "2024-01-01"),
        ("november, 2025", "2025-11-01"),
        ("this month", "2026-11-01"),
        ("last month", "2026-10-01"),
    ],
)
def test_a_month_is_read(typed, first):
    assert read_month(typed, MOMENT) == date.fromisoformat(first)


@pytest.mark.parametrize("typed", ["", "2026-13", "2026", "last", "next month", "nov 26", "novem", "11/2026"])
def test_what_is_no_month_is_refused_with_three_examples(typed):
    with pytest.raises(UnclearDate, match="“2026-11”, “nov 2025” or “last month” would be"):
        read_month(typed, MOMENT)
