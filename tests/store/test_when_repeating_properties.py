"""What comes back holds for any phrase, any moment and any zone; the long runs try many more of each."""

import re
from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from store.clock import Moment
from store.errors import UnclearDate
from store.records import Repeat
from store.recurrence import days_of
from store.repeat_rules import Pattern, falls_on, first_on, pattern_of, pattern_words, rule_text
from store.repeat_words import echo_plan, repeat_words
from store.when import echo, read_plan, read_when

FEW = settings(max_examples=60)
MANY = settings(max_examples=4_000)
# Half-hour and southern changes, changes at midnight, a zone far from all others, one without any.
ZONES = (
    "America/Vancouver",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
    "UTC",
)


def moments_in(zones):
    return st.builds(
        lambda at, zone: Moment(at.replace(tzinfo=ZoneInfo(zone)), zone),
        st.datetimes(datetime(2001, 1, 1), datetime(2080, 12, 31)),  # noqa: DTZ001 - a zone is given to it
        st.sampled_from(zones),
    )


moments = moments_in(ZONES)
everywhere = moments_in(sorted(available_timezones()))

weekdays = st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True).map(
    lambda days: tuple(sorted(days))
)
places = st.lists(st.sampled_from([1, 2, 3, 4, -1]), min_size=1, max_size=3, unique=True).map(tuple)
month_days = st.lists(st.sampled_from([*range(1, 29), -1]), min_size=1, max_size=3, unique=True).map(tuple)
steps = st.integers(1, 30)
patterns = st.one_of(
    st.builds(Pattern, st.just("day"), steps),
    st.builds(Pattern, st.just("week"), steps, weekdays),
    st.builds(
        lambda step, day, which: Pattern("month", step, (day,), which), steps, st.integers(0, 6), places
    ),
    st.builds(lambda step, days: Pattern("month", step, days=days), steps, month_days),
    st.builds(
        lambda step, day, month: Pattern("year", step, days=(day,), month=month),
        steps,
        st.integers(1, 28),
        st.integers(1, 12),
    ),
)

names = st.sampled_from(["mon", "tue", "wednesday", "thu", "fri", "sat", "sunday"])
often = st.one_of(
    st.builds("every {}".format, names),
    st.builds("every other {}".format, names),
    st.builds("every {} and {}".format, names, names),
    st.builds("every {} weeks on {}".format, st.integers(0, 60), names),
    st.builds(
        "every {} {}".format, st.integers(0, 40), st.sampled_from(["days", "weeks", "months", "years"])
    ),
    st.builds("{} {}".format, st.sampled_from(["first", "second", "3rd", "fourth", "last", "5th"]), names),
    st.builds("first and {} {} of every other month".format, st.sampled_from(["third", "last"]), names),
    st.builds("every month on the {}th".format, st.integers(0, 40)),
    st.builds("every {} {}".format, st.integers(0, 32), st.sampled_from(["feb", "may", "sep", "december"])),
    st.sampled_from(
        [
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "fortnightly",
            "every weekday",
            "last day",
            "tuesdays",
            "every day",
        ]
    ),
)
times = st.one_of(
    st.just(""),
    st.builds(" {:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
    st.sampled_from([" morning", " evening at 7", " noon", " at night", " 12am"]),
)
ends = st.one_of(
    st.just(""),
    st.builds(" until {} {}".format, st.integers(1, 31), st.sampled_from(["jan", "jun", "november"])),
    st.builds(" for {} {}".format, st.integers(0, 30), st.sampled_from(["days", "weeks", "months", "times"])),
    st.sampled_from([" until tomorrow", " until end of month", " until she moves"]),
)
begins = st.one_of(
    st.just(""),
    st.builds(" from {}".format, st.sampled_from(["fri", "5 jan", "tomorrow 9am", "in 2 months"])),
)
phrases = st.one_of(
    st.builds("{}{}{}{}".format, often, times, ends, begins),
    st.builds("{}{}{}{}".format, often, ends, times, begins),
    st.builds("{}{}{}{}".format, often, begins, times, ends),
)
units = st.sampled_from(["hours", "minutes", "months", "years", "days"])
single = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["this", "last", "next", "last week", "next week"]), names),
    st.builds("in {} {}".format, st.integers(0, 40), units),
    st.builds("{} {} ago".format, st.integers(0, 40), units),
    st.builds("{} {}".format, st.sampled_from(["tomorrow", "yesterday", "fri", "26 nov"]), st.sampled_from(
        ["morning", "afternoon", "evening at 6", "night", "at night 23:00", "morning 3pm"])),
    st.builds("{} of {}".format, st.sampled_from(["end", "start", "first monday", "last day", "last fri"]),
              st.sampled_from(["february", "this month", "next month", "last month", "may 2028"])),
    st.sampled_from(["tonight", "tonight at 9", "last night", "this morning", "this evening", "end of month",
                     "end of the year", "day after tomorrow", "31st of next month", "a week from thu",
                     "half an hour ago", "next week", "soonish", "in a few days", "+1m", "29 feb", "morning",
                     "thu in 2 weeks", "in 2 weeks on fri", "26 nov thu", "yesterday mon", "thu week",
                     "fri after next", "fri and sat", "every second tue", "biweekly",
                     "every weekend", "weekly text"]),
)  # fmt: skip


def plan_of(phrase, moment):
    try:
        return read_plan(phrase, moment)
    except UnclearDate:
        return None


def a_plan_holds(phrase, moment):
    """Never past, first of its own days, and read back as itself."""
    plan = plan_of(phrase, moment)
    if plan is None:
        return
    when, repeats = plan.when, plan.repeats
    assert when.day >= moment.day
    assert when.at is None or moment.instant(when.day, when.at) >= moment.at.replace(second=0)
    if repeats:
        assert next(days_of(repeats, repeats.begins, date.max)) == when.day == repeats.begins
        assert repeats.until is None or repeats.until >= when.day
    said = echo_plan(plan, moment)
    assert read_plan(said, moment) == plan
    if when.at is None:  # as it stood, it may be read the next day too
        later = Moment(moment.local + timedelta(days=1), moment.zone)
        again = plan_of(said.rpartition(", ")[0], later)
        assert again == plan or when.day == moment.day


@FEW
@given(phrases, moments)
def test_a_plan_that_comes_back_is_never_past_and_reads_back_as_itself(phrase, moment):
    a_plan_holds(phrase, moment)


@pytest.mark.long
@MANY
@given(phrases, everywhere)
def test_in_any_zone_a_plan_that_comes_back_reads_back_as_itself(phrase, moment):
    a_plan_holds(phrase, moment)


def read_unless_skipped(example, moment, past):
    """An example names an hour that most zones have every day; some skip midnight once a year."""
    try:
        read_when(example, moment, past=past)
    except UnclearDate as unclear:
        assert "the clocks skip" in str(unclear)


def a_day_holds(phrase, moment, past):
    try:
        when = read_when(phrase, moment, past=past)
    except UnclearDate as unclear:
        for example in re.findall("“(.+?)”", str(unclear).rpartition("; ")[2]):
            read_unless_skipped(example, moment, past)
        return
    said = echo(when, moment)
    assert read_when(said, moment, past=past) == when
    instant = moment.instant(when.day, when.at) if when.at else None
    if past:
        assert when.day <= moment.day and (instant is None or instant <= moment.at)
    else:
        assert when.day >= moment.day and (instant is None or instant >= moment.at.replace(second=0))


@FEW
@given(single, moments, st.booleans())
def test_a_day_is_on_its_side_of_now_and_every_example_of_a_refusal_is_read(phrase, moment, past):
    a_day_holds(phrase, moment, past)


@pytest.mark.long
@MANY
@given(single, everywhere, st.booleans())
def test_in_any_zone_a_day_is_on_its_side_of_now_and_examples_are_read(phrase, moment, past):
    a_day_holds(phrase, moment, past)


def a_rule_holds(pattern, start, until):
    """Words to rule and back; its days are those the rule gives."""
    first = first_on(pattern, start)
    repeat = Repeat(rule=rule_text(pattern), begins=first, until=first + timedelta(days=until))
    assert pattern_of(repeat.rule, first) == pattern
    assert all(falls_on(pattern, day) for day in islice(days_of(repeat, first, date.max), 12))
    moment = Moment(datetime(start.year, start.month, start.day, 8, tzinfo=ZoneInfo("UTC")), "UTC")
    read = read_plan(f"{repeat_words(repeat)}, from {first}", moment)
    assert (read.repeats, read.when.day) == (repeat, first)
    assert pattern_words(pattern) == repeat_words(Repeat(rule=repeat.rule, begins=first))


@FEW
@given(patterns, st.dates(date(2001, 1, 1), date(2080, 1, 1)), st.integers(0, 900))
def test_a_rule_reads_back_from_its_words(pattern, start, until):
    a_rule_holds(pattern, start, until)


@pytest.mark.long
@MANY
@given(patterns, st.dates(date(2001, 1, 1), date(2080, 1, 1)), st.integers(0, 900))
def test_any_rule_reads_back_from_its_words(pattern, start, until):
    a_rule_holds(pattern, start, until)


@FEW
@given(moments, st.integers(0, 100), st.sampled_from(["hours", "minutes"]))
def test_hours_are_counted_as_the_clock_runs(moment, count, unit):
    try:
        when = read_when(f"in {count} {unit}", moment)
    except UnclearDate:
        assume(False)
    away = moment.instant(when.day, when.at) - moment.at.replace(second=0)
    # In the hour that comes twice in autumn a wall time is read as the first of the two.
    assert away - timedelta(**{unit: count}) in (timedelta(0), *(-timedelta(minutes=m) for m in (30, 60)))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=5MO", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9",
        "FREQ=HOURLY",
        "FREQ=YEARLY;BYDAY=1MO;BYMONTH=5", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "FREQ=DAILY;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "", "nonsense",
        "FREQ=MONTHLY;BYDAY=MO", "FREQ=WEEKLY;INTERVAL=x",
    ],
)  # fmt: skip
def test_a_rule_of_another_calendar_that_has_no_words_is_said_to_be_one(rule):
    repeat = Repeat(rule=rule, begins=date(2026, 11, 24))
    assert repeat_words(repeat) == "comes back by a rule of another calendar"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY", "every Tue"),
        ("FREQ=MONTHLY", "24th of each month"),
        ("FREQ=YEARLY", "every year on 24 Nov"),
        ("FREQ=WEEKLY;WKST=SU;BYDAY=TU;INTERVAL=2", "every other Tue"),
        ("freq=daily;interval=1", "every day"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "last Fri of each month"),
    ],
)
def test_a_rule_of_another_calendar_is_said_in_words_where_there_are_any(rule, words):
    assert repeat_words(Repeat(rule=rule, begins=date(2026, 11, 24))) == words
