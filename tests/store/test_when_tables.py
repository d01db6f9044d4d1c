"""The date grammar, phrase by phrase, on Monday 23 November 2026 at 14:02 in Vancouver."""

import re
from datetime import date, time
from pathlib import Path

import pytest

from store.clock import moment_from
from store.errors import UnclearDate
from store.when import When, echo, leading_when, nearest_when, read_when, short

MOMENT = moment_from("2026-11-23T14:02", "America/Vancouver")
DOCS = Path(__file__).parents[2] / "docs" / "dates.md"


def rows(heading):
    """The rows of the table under a heading of docs/dates.md."""
    section = DOCS.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(.+?)` \| (.+?) \|$", section, re.MULTILINE)


# day and time to come; "-" is the whole day
TO_COME = """
today                      2026-11-23 -
Today                      2026-11-23 -
TODAY 11:59pm              2026-11-23 23:59
today 14:02                2026-11-23 14:02
today at 3pm               2026-11-23 15:00
tomorrow                   2026-11-24 -
tomorrow 10am              2026-11-24 10:00
tomorrow at noon           2026-11-24 12:00
tomorrow, 10am             2026-11-24 10:00
10am tomorrow              2026-11-24 10:00
at 10am tomorrow           2026-11-24 10:00
noon tomorrow              2026-11-24 12:00
tue                        2026-11-24 -
tues                       2026-11-24 -
tuesday                    2026-11-24 -
wed                        2026-11-25 -
weds                       2026-11-25 -
wednesday                  2026-11-25 -
thu                        2026-11-26 -
thur                       2026-11-26 -
thurs                      2026-11-26 -
Thursday                   2026-11-26 -
fri                        2026-11-27 -
friday                     2026-11-27 -
FRI 10AM                   2026-11-27 10:00
sat                        2026-11-28 -
saturday                   2026-11-28 -
sun                        2026-11-29 -
sunday                     2026-11-29 -
mon                        2026-11-30 -
monday                     2026-11-30 -
mon 14:02                  2026-11-30 14:02
mon 14:03                  2026-11-23 14:03
mon 10am                   2026-11-30 10:00
mon 4pm                    2026-11-23 16:00
mon noon                   2026-11-30 12:00
thu 10am                   2026-11-26 10:00
thu 10 am                  2026-11-26 10:00
thu 10a.m.                 2026-11-26 10:00
thu 10 p.m.                2026-11-26 22:00
thu 10:30am                2026-11-26 10:30
thu 10.30am                2026-11-26 10:30
thu 12pm                   2026-11-26 12:00
thu 12:30pm                2026-11-26 12:30
thu 1pm                    2026-11-26 13:00
thu 11:59pm                2026-11-26 23:59
thu 9:05                   2026-11-26 09:05
thu 09:05                  2026-11-26 09:05
thu 00:00                  2026-11-26 00:00
thu 23:59                  2026-11-26 23:59
thu at 14:00               2026-11-26 14:00
thu, 14:00                 2026-11-26 14:00
14:00 thu                  2026-11-26 14:00
at 2pm on thu              2026-11-26 14:00
on thu                     2026-11-26 -
on thu at 2pm              2026-11-26 14:00
thu.                       2026-11-26 -
thu:                       2026-11-26 -
next mon                   2026-11-30 -
next tue                   2026-12-01 -
next fri                   2026-12-04 -
next friday 10am           2026-12-04 10:00
next sun                   2026-12-06 -
next sat                   2026-12-05 -
in 0 days                  2026-11-23 -
in 1 day                   2026-11-24 -
in a day                   2026-11-24 -
in 3 days                  2026-11-26 -
in three days              2026-11-26 -
in 3 days at 9am           2026-11-26 09:00
in 10 days                 2026-12-03 -
in 1 week                  2026-11-30 -
in a week                  2026-11-30 -
in one week                2026-11-30 -
in 2 weeks                 2026-12-07 -
in two weeks               2026-12-07 -
in twelve weeks            2027-02-15 -
in 6 weeks 14:00           2027-01-04 14:00
+1d                        2026-11-24 -
+7d                        2026-11-30 -
+7D                        2026-11-30 -
+2w                        2026-12-07 -
+2w 10am                   2026-12-07 10:00
+365d                      2027-11-23 -
2026-11-23                 2026-11-23 -
2026-11-26                 2026-11-26 -
2026-11-26 10:00           2026-11-26 10:00
2026-11-26T10:00           2026-11-26 10:00
2026-11-26 2pm             2026-11-26 14:00
2027-01-01                 2027-01-01 -
2028-02-29                 2028-02-29 -
23 nov                     2026-11-23 -
26 nov                     2026-11-26 -
26 Nov                     2026-11-26 -
26 nov.                    2026-11-26 -
26 november                2026-11-26 -
26th november              2026-11-26 -
26th of nov                2026-11-26 -
nov 26                     2026-11-26 -
nov 26th                   2026-11-26 -
November 26                2026-11-26 -
nov 26, 2026               2026-11-26 -
nov 26 2026                2026-11-26 -
26 nov 2026                2026-11-26 -
26 november 2026 10am      2026-11-26 10:00
nov 26 at 10am             2026-11-26 10:00
10am 26 nov                2026-11-26 10:00
thu 26 nov                 2026-11-26 -
Thursday 26 November 2026  2026-11-26 -
thu, nov 26                2026-11-26 -
22 nov                     2027-11-22 -
1 jan                      2027-01-01 -
31 jan                     2027-01-31 -
28 feb                     2027-02-28 -
feb 28                     2027-02-28 -
29 feb 2028                2028-02-29 -
feb 29, 2028               2028-02-29 -
3 mar                      2027-03-03 -
mar 3                      2027-03-03 -
march 3                    2027-03-03 -
30 apr                     2027-04-30 -
3 may                      2027-05-03 -
may 3                      2027-05-03 -
30 june                    2027-06-30 -
jul 1                      2027-07-01 -
1 august                   2027-08-01 -
30 sept                    2027-09-30 -
sep 30                     2027-09-30 -
31 oct                     2027-10-31 -
31 dec                     2026-12-31 -
25 december noon           2026-12-25 12:00
12/3                       2027-03-12 -
26/11                      2026-11-26 -
26/11 14:00                2026-11-26 14:00
26/11/2026                 2026-11-26 -
01/02                      2027-02-01 -
"""

PAST = """
yesterday                  2026-11-22 -
yesterday 10am             2026-11-22 10:00
yesterday at 23:59         2026-11-22 23:59
today                      2026-11-23 -
today 14:02                2026-11-23 14:02
today at noon              2026-11-23 12:00
sun                        2026-11-22 -
sat                        2026-11-21 -
fri                        2026-11-20 -
thu                        2026-11-19 -
wed                        2026-11-18 -
tue                        2026-11-17 -
mon                        2026-11-16 -
mon 14:02                  2026-11-23 14:02
mon 14:03                  2026-11-16 14:03
fri 14:00                  2026-11-20 14:00
on fri                     2026-11-20 -
23 nov                     2026-11-23 -
22 nov                     2026-11-22 -
24 nov                     2025-11-24 -
nov 26                     2025-11-26 -
20 nov 2pm                 2026-11-20 14:00
12/3                       2026-03-12 -
1 jan                      2026-01-01 -
2020-01-01                 2020-01-01 -
1998-05-02                 1998-05-02 -
29 feb 2024                2024-02-29 -
fri 20 nov                 2026-11-20 -
1 day ago                  2026-11-22 -
3 days ago                 2026-11-20 -
two weeks ago              2026-11-09 -
may 3                      2026-05-03 -
mar 3                      2026-03-03 -
"""

REFUSED = """
next week
next month
next year
next time
this week
this fri
this morning
this weekend
weekend
the weekend
last fri
last week
soon
soonish
later
asap
sometime
midnight
thu midnight
thu at midnight
12am
thu 12am
thu 12:30am
tonight
10am
14:00
noon
at 2pm
at 10
thu at 10
thu 13pm
thu 0am
thu 25:00
thu 24:00
thu 10:60
+1m
+1y
+3
+99999d
+9999d
in 2 months
in a month
in a year
in 3 hours
in a while
in a day or two
thu or fri
fri-sat
fri/sat
by fri
before fri
around thu
29 feb
feb 29
29/2
30 feb
31 feb
31 apr
31 nov
0 nov
32 nov
26 nov 1726
29 feb 2027
2027-02-29
2026-13-01
2026-11-31
2026-1-5
26/11/26
11/26
13/13
0/0
24/7
50/50
the 26th
26th
nov
may
fri 26 nov
mon 26 nov 2026
every tue
every other tue
first monday
last day
end of the month
day after tomorrow
tmrw
yesterday
22 nov 2026
2020-01-01
26 nov 2020
today 10am
today 14:01
mon 23 nov 10am
3 days ago
2 weeks
2 days
15m
20
5
$20
-
...
thursdy
sat with her
sun came out
may come
mar went
3 may call
tomorrow morning
fri 3
"""

REFUSED_PAST = """
tomorrow
in 3 days
+7d
next fri
2026-11-24
26 nov 2026
today 14:03
today 16:00
last fri
last night
this morning
5 min ago
3 hours ago
a month ago
29 feb
31 feb
10am
next week
recently
the other day
"""


def cases(table):
    for line in table.strip().splitlines():
        phrase, day, wall = line.rsplit(maxsplit=2)
        at = None if wall == "-" else time.fromisoformat(wall)
        yield pytest.param(phrase.strip(), When(date.fromisoformat(day), at), id=phrase.strip())


def lines(table):
    return table.strip().splitlines()


@pytest.mark.parametrize(("phrase", "when"), list(cases(TO_COME)))
def test_a_phrase_for_a_day_to_come_is_read(phrase, when):
    assert read_when(phrase, MOMENT) == when


@pytest.mark.parametrize(("phrase", "when"), list(cases(PAST)))
def test_a_phrase_for_a_day_that_was_is_read(phrase, when):
    assert read_when(phrase, MOMENT, past=True) == when


@pytest.mark.parametrize("phrase", lines(REFUSED))
def test_what_is_unclear_or_past_is_refused_as_a_plan(phrase):
    with pytest.raises(UnclearDate):
        read_when(phrase, MOMENT)


@pytest.mark.parametrize("phrase", lines(REFUSED_PAST))
def test_what_is_unclear_or_to_come_is_refused_as_what_happened(phrase):
    with pytest.raises(UnclearDate):
        read_when(phrase, MOMENT, past=True)


@pytest.mark.parametrize("past", [False, True], ids=["to come", "past"])
@pytest.mark.parametrize("phrase", lines(REFUSED) + lines(REFUSED_PAST))
def test_every_example_a_refusal_gives_would_be_read(phrase, past):
    try:
        read_when(phrase, MOMENT, past=past)
    except UnclearDate as unclear:
        examples = str(unclear).rpartition(";")[2]
        for example in re.findall("“(.+?)”", examples):
            read_when(example, MOMENT, past=past)


@pytest.mark.parametrize(("heading", "past"), [("A day to come", False), ("A day that was, after `<`", True)])
def test_the_page_for_mentors_says_what_is_read(heading, past):
    table = rows(heading)
    assert len(table) > 10
    for phrase, reads in table:
        assert echo(read_when(phrase, MOMENT, past=past), MOMENT) == reads


def test_the_page_for_mentors_says_what_is_refused_and_how():
    table = rows("Refused, with an example")
    assert len(table) > 10
    for phrase, says in table:
        with pytest.raises(UnclearDate) as refused:
            read_when(phrase, MOMENT)
        assert str(refused.value) == says


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
        ("tomorrow morning", date(2026, 11, 24), "morning"),
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
