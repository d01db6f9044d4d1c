"""Away, and the day of coming back: nobody is dropped, no due day moves, and `now` holds five."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.absences import Away, away_on
from store.records import Absence, Appointment, Client, Promise, Rhythm
from store.waiting import BANDS, explain, waiting

TODAY = date(2026, 11, 23)
SINCE, YESTERDAY = date(2026, 11, 2), date(2026, 11, 22)
BACK = Away(SINCE, YESTERDAY, is_over=True)


def said(since, until, id=1):
    return Absence(id=id, since=date(2026, 11, since), until=until and date(2026, 11, until))


@pytest.mark.parametrize(
    ("absences", "last_written", "expected"),
    [
        ((), None, None),  # a new store: nothing was written before today
        ((), 22, None),
        ((), 16, None),  # six days without a record
        ((), 15, (16, 22, True)),  # seven
        ((), 1, (2, 22, True)),
        ((said(20, 30),), 19, (20, 30, False)),
        ((said(23, 23),), 22, (23, 23, False)),
        ((said(20, None),), 22, (20, None, False)),
        ((said(24, 30),), 22, None),  # still to come
        ((said(20, 22),), 20, (20, 22, True)),
        ((said(20, 22),), 22, (20, 22, True)),  # looked in while away
        ((said(2, 19),), 18, (2, 22, True)),  # back later than she meant to be
        ((said(2, 19),), 20, None),  # back, and at work since
        ((said(2, 10),), None, None),
        ((said(2, 12), said(13, 22, 2)), 1, (13, 22, True)),
    ],
)
def test_away_is_what_she_said_or_seven_days_without_a_record(absences, last_written, expected):
    last = last_written and date(2026, 11, last_written)
    away = away_on(TODAY, absences, last)
    found = away and (away.since.day, away.until and away.until.day, away.is_over)
    assert found == expected


def weekly(id, agreed_on, **more):
    return Client(id=id, name=f"P{id}", rhythm=Rhythm(every_days=7, agreed_on=agreed_on), **more)


def test_on_the_day_she_is_back_reasons_say_it_and_days_stay(shelf, monday):
    people = (weekly(1, date(2026, 11, 1)), weekly(2, date(2026, 10, 1)), weekly(3, date(2026, 11, 20)))
    plan = Appointment(id=1, client_id=3, on=date(2026, 11, 10), what="clinic")
    records = shelf(*people, plan, Promise(id=1, client_id=3, words="x", due_on=date(2026, 11, 9)))
    before, after = waiting(records, monday), waiting(records, monday, BACK)
    texts = {entry.client.id: [reason.text for reason in entry.reasons] for entry in after}
    assert texts[1] == ["you were away; 22 days since you agreed weekly; not talked yet"]
    assert texts[2][0].startswith("you were away; 53 days")  # due before she went, and away since
    assert [text.startswith("you were away; ") for text in texts[3]] == [True, False]  # said once
    dues = [[[reason.due for reason in entry.reasons] for entry in found] for found in (before, after)]
    assert dues[0] == dues[1]


def test_while_she_is_away_reasons_say_that(shelf, monday):
    away = Away(SINCE, date(2027, 1, 5), is_over=False)
    (entry,) = waiting(shelf(weekly(1, date(2026, 11, 1))), monday, away)
    assert entry.reasons[0].text.startswith("you are away; ")
    assert "You were away meanwhile. Its day stays what it was." in explain(entry)


def test_who_goes_today_was_not_away_before(shelf, monday):
    (entry,) = waiting(shelf(weekly(1, date(2026, 11, 1))), monday, Away(TODAY, None, is_over=False))
    assert not entry.while_away


def test_five_stand_under_now_and_the_others_under_today(shelf, monday):
    people = [weekly(id, date(2026, 10, 20) + timedelta(days=id)) for id in range(1, 9)]
    found = waiting(shelf(*people), monday, BACK)
    assert [entry.client.id for entry in found] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [entry.band for entry in found] == ["now"] * 5 + ["today"] * 3
    assert all(entry.made_room for entry in found[5:])
    assert explain(found[5])[-1].startswith("NOW holds five people while you are away")


dues = st.lists(st.integers(-40, 10), max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.lists(dues, min_size=1, max_size=9), st.integers(1, 40), st.booleans())
def test_nobody_is_dropped_by_an_absence(shelf, at, plans, days, is_over):
    people = [Client(id=id, name=f"P{id}") for id in range(1, len(plans) + 1)]
    booked = [
        Appointment(id=person * 10 + place, client_id=person, on=TODAY + timedelta(days=away))
        for person, offsets in enumerate(plans, 1)
        for place, away in enumerate(offsets)
    ]
    away = Away(TODAY - timedelta(days=days), YESTERDAY if is_over else None, is_over=is_over)
    plain, eased = (waiting(shelf(*people, *booked), at(TODAY), one) for one in (None, away))
    assert {entry.client.id for entry in eased} == {entry.client.id for entry in plain}
    assert sum(entry.band == "now" for entry in eased) == min(5, sum(entry.band == "now" for entry in plain))
    for entry in eased:
        assert entry.band == min((reason.band for reason in entry.reasons), key=BANDS.index)
    never = datetime.max.replace(tzinfo=UTC)
    order = [
        (BANDS.index(entry.band), min(reason.due or never for reason in entry.reasons)) for entry in eased
    ]
    assert order == sorted(order)
