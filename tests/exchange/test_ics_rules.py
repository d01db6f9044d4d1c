"""How an event comes back: kept as a person could say it, refused where nobody could, and never slow."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_tui.exchange.ics.rules import NotSaid, read_rule
from store.records import Repeat
from store.recurrence import days_of

BEGINS = date(2026, 12, 1)

KEPT = """
FREQ=DAILY                              | FREQ=DAILY
freq=daily;interval=1                   | FREQ=DAILY
FREQ=DAILY;INTERVAL=3                   | FREQ=DAILY;INTERVAL=3
FREQ=DAILY;INTERVAL=999                 | FREQ=DAILY;INTERVAL=999
FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR         | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
FREQ=WEEKLY                             | FREQ=WEEKLY;BYDAY=TU
FREQ=WEEKLY;BYDAY=MO,TH;INTERVAL=2      | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH
FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=SU,MO | FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO
FREQ=WEEKLY;WKST=SU;BYDAY=TU            | FREQ=WEEKLY;BYDAY=TU
FREQ=MONTHLY                            | FREQ=MONTHLY;BYMONTHDAY=1
FREQ=MONTHLY;BYMONTHDAY=-1              | FREQ=MONTHLY;BYMONTHDAY=-1
FREQ=MONTHLY;BYDAY=+1MO                 | FREQ=MONTHLY;BYDAY=1MO
FREQ=MONTHLY;BYDAY=-1FR                 | FREQ=MONTHLY;BYDAY=-1FR
FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1        | FREQ=MONTHLY;BYDAY=1MO
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
FREQ=YEARLY                             | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29     | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29
FREQ=YEARLY;BYMONTH=5;BYDAY=2SU         | FREQ=YEARLY;BYMONTH=5;BYDAY=2SU
""".strip().splitlines()

REFUSED = """
FREQ=HOURLY
FREQ=SECONDLY
INTERVAL=2
FREQ=DAILY;FREQ=WEEKLY
FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30
FREQ=DAILY;INTERVAL=0
FREQ=DAILY;INTERVAL=1000
FREQ=YEARLY;INTERVAL=100
FREQ=DAILY;COUNT=99999
FREQ=DAILY;INTERVAL=7;BYDAY=MO
FREQ=WEEKLY;BYDAY=1MO
FREQ=WEEKLY;BYDAY=XX
FREQ=MONTHLY;BYDAY=6MO
FREQ=MONTHLY;BYMONTHDAY=32
FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=3
FREQ=MONTHLY;BYSETPOS=2
FREQ=MONTHLY;BYDAY=1MO,FR
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
FREQ=YEARLY;BYDAY=MO
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=2
FREQ=YEARLY;BYMONTH=2;BYDAY=5MO;INTERVAL=2
FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31
FREQ=YEARLY;BYYEARDAY=100
FREQ=WEEKLY;WKST=XX
nonsense
""".strip().splitlines()


@pytest.mark.parametrize("line", KEPT)
def test_a_rule_a_person_could_say_is_kept_in_full(line):
    given_, kept = (part.strip() for part in line.split("|"))
    assert read_rule(given_, BEGINS).text == kept


@pytest.mark.parametrize("rule", REFUSED)
def test_a_rule_nobody_says_is_refused(rule):
    with pytest.raises(NotSaid):
        read_rule(rule, BEGINS)


@pytest.mark.parametrize("begins", [date(2026, 2, 1), date(2026, 2, 28), date(2027, 4, 1)])
@pytest.mark.parametrize("days", ["BYMONTHDAY=31", "BYMONTHDAY=-31", "BYDAY=5MO"])
@pytest.mark.parametrize("freq", ["FREQ=MONTHLY;INTERVAL=12", "FREQ=MONTHLY;INTERVAL=24", "FREQ=YEARLY"])
def test_what_may_never_come_is_not_looked_for(freq, days, begins):
    """Either it is refused, or a day is found within a generation."""
    try:
        rule = read_rule(f"{freq};{days}", begins)
    except NotSaid:
        return
    repeat = Repeat(rule=rule.text, begins=begins)
    assert any(days_of(repeat, begins, begins + timedelta(days=366 * 30)))


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 9),
    st.dates(date(1950, 1, 1), date(2026, 1, 1)),
)
def test_a_rule_runs_from_nearby_as_it_ran_from_its_beginning(freq, every, begins):
    rule = read_rule(f"FREQ={freq};INTERVAL={every}", begins)
    today = date(2026, 11, 23)
    near = rule.near(begins, today - timedelta(days=400))
    last = today + timedelta(days=800)
    found = [list(days_of(Repeat(rule=rule.text, begins=first), today, last)) for first in (begins, near)]
    assert found[0] == found[1]
    assert (today - near).days < 410 + every * 366
