"""Dates that could follow from a release, on Monday 23 November 2026."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from store.records import Appointment, Client, Episode, Repeat, Rhythm
from store.release_dates import changes_dates, offered_dates

TODAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def monday(clock):
    return clock.now()


def out(days_ago: int, **more) -> Client:
    return Client(id=1, name="Dee", episodes=(Episode(on=TODAY - timedelta(days=days_ago), **more),))


def expected(day: date, **more) -> Client:
    return Client(id=1, name="Dee", status="not-out", episodes=(Episode(expected_on=day, **more),))


def touch(day: date, **fields) -> Appointment:
    return Appointment(id=7, client_id=1, on=day, **fields)


def told(offered) -> list[str]:
    return [f"{one.plan.on:%d %b} {one.plan.kind}: {one.why}" for one in offered]


TOUCHES = ["24 Nov touch: day 1", "26 Nov touch: day 3", "30 Nov touch: day 7"]
LATER = ["07 Dec touch: day 14", "23 Dec touch: day 30", "21 Feb touch: day 90"]
CASES = [
    ("out today", out(0), (), [*TOUCHES, *LATER]),
    (
        "out a week ago",
        out(7),
        (),
        ["23 Nov touch: day 7", "30 Nov touch: day 14", "16 Dec touch: day 30", "14 Feb touch: day 90"],
    ),
    ("out for a year", out(365), (), []),
    ("no release", Client(id=1, name="Dee"), (), []),
    (
        "no day known",
        Client(id=1, name="Dee", status="not-out", episodes=(Episode(certainty="unknown"),)),
        (),
        [],
    ),
    (
        "ahead",
        expected(FRIDAY),
        (),
        [
            "28 Nov touch: day 1",
            "30 Nov touch: day 3",
            "04 Dec touch: day 7",
            "11 Dec touch: day 14",
            "27 Dec touch: day 30",
            "25 Feb touch: day 90",
        ],
    ),
    (
        "two weeks of medication",
        out(0, supply_days=14),
        (),
        [*TOUCHES, LATER[0], "07 Dec medication-ends: 14 days from release", *LATER[1:]],
    ),
    (
        "on parole",
        replace(out(0), supervision="parole"),
        (),
        [TOUCHES[0], "24 Nov supervision: their paper says the day", *TOUCHES[1:], *LATER],
    ),
    ("not on anything", replace(out(0), supervision="none"), (), [*TOUCHES, *LATER]),
    (
        "back inside since",
        Client(id=1, name="Dee", status="inside", episodes=(Episode(on=TODAY, back_on=TODAY),)),
        (),
        [],
    ),
    ("finished", replace(out(0), status="finished"), (), []),
    ("one is planned already", out(0), (touch(date(2026, 11, 24)),), [*TOUCHES[1:], *LATER]),
    ("one was done already", out(0), (touch(date(2026, 11, 24), result="done"),), [*TOUCHES[1:], *LATER]),
    (
        "she wrote down when they run out",
        out(0, supply_days=14),
        (touch(date(2026, 12, 1), kind="medication-ends"),),
        [*TOUCHES, *LATER],
    ),
]


@pytest.mark.parametrize(
    ("client", "plans", "dates"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_dates_are_offered_from_a_release(monday, client, plans, dates):
    assert told(offered_dates(client, plans, monday)) == dates


def test_plans_that_stood_on_the_days_of_the_old_release_may_move_with_it(monday):
    was, now = FRIDAY, FRIDAY + timedelta(days=7)
    stood = touch(was + timedelta(days=1), what="bring the coat")
    again = touch(was + timedelta(days=3), repeats=Repeat(rule="FREQ=WEEKLY", begins=was))
    (first, *rest) = offered_dates(expected(now), (stood, again), monday, was)
    assert first.moves == stood
    assert first.plan == replace(stood, on=now + timedelta(days=1))
    assert not any(one.moves for one in rest), (
        "what comes back is moved in the Agenda, where its scope is asked"
    )


def test_an_offered_touch_is_by_the_way_they_agreed(monday):
    weekly = replace(out(0), rhythm=Rhythm(every_days=7, how="text", agreed_on=TODAY))
    assert {one.plan.mode for one in offered_dates(weekly, (), monday)} == {"text"}


def test_only_an_act_that_changes_the_days_offers_them(monday):
    dee = expected(FRIDAY)
    assert changes_dates(None, dee, monday)
    assert not changes_dates(None, Client(name="Sam"), monday)
    assert not changes_dates(dee, replace(dee, about="likes tea"), monday)
    assert changes_dates(dee, expected(TODAY + timedelta(days=9)), monday)
    assert changes_dates(out(0), out(0, supply_days=14), monday)
    out_as_expected = Client(id=1, name="Dee", episodes=(Episode(expected_on=TODAY, on=TODAY),))
    assert changes_dates(expected(TODAY), out_as_expected, monday)
    assert not changes_dates(out_as_expected, replace(out_as_expected, about="likes tea"), monday)
