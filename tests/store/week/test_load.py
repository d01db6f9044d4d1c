"""What a week took of the mentor: told to her, measured against nothing."""

import re
from datetime import date

import pytest

from store.load import load
from store.records import Absence, Appointment, Promise, Referral
from store.week import week_of

MEETING = {"mode": "in-person", "outcome": "met"}


def nov(day):
    return date(2026, 11, day)


@pytest.fixture
def took(caseload, clock):
    """The load of the week around a day of November."""
    return lambda day=18: load(caseload, week_of(nov(day)), clock.now())


def words(load):
    return {one.about: one.words for one in load.told}


def test_hours_are_those_that_are_noted_and_it_says_so(person, was, took):
    dee = person("Dee")
    was(dee, 16, minutes=90, travel_minutes=45, **MEETING)
    was((), 17, kind="work", minutes=60)
    said = "2h30 with people and for them, 45m on the road, as far as it is noted."
    assert words(took())["hours"] == said
    was(dee, 18, mode="phone", outcome="talked")
    assert words(took())["hours"] == f"{said} Some entries say no length."


def test_late_evenings_are_by_her_own_clock(person, was, took):
    dee = person("Dee")
    for day, hour in ((16, 20), (17, 21), (19, 2)):
        was(dee, day, hour=hour, mode="phone", outcome="talked")
    assert words(took())["evenings"] == (
        "After nine in the evening, or before five in the morning: Tue and Thu."
    )
    assert not took().is_hard


def test_days_off_are_those_with_nothing_noted_or_away(person, was, took, caseload):
    dee = person("Dee")
    for day in (9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22):
        was(dee, day, **MEETING)
    assert (
        words(took())["days-off"] == "The last day with nothing noted was Fri 13 Nov, 9 days before its end."
    )
    caseload.add(Absence(since=nov(21), until=nov(22)))
    assert words(took())["days-off"] == "Nothing is noted on Sat and Sun, or you were away."


def test_a_day_on_which_something_weighed_or_was_said_is_no_day_off(person, was, took, caseload):
    dee = person("Dee")
    for day in (16, 17, 22):
        was(dee, day, **MEETING)
    person("Ana", status="died", status_on=nov(18))
    caseload.add(Promise(client_id=dee, words="a coat", made_on=nov(19)))
    person("Jo", status="inside", status_on=nov(20))
    assert words(took())["days-off"] == "Nothing is noted on Sat, or you were away."


def test_a_door_of_somebody_who_died_is_not_added_to_their_death(person, took, caseload):
    ana = person("Ana", status="died", status_on=nov(18))
    for day in (17, 19):
        caseload.add(Referral(client_id=ana, stage="let-go", stage_on=nov(day), ended="rule"))
    caseload.add(Appointment(client_id=ana, on=nov(17), kind="health", result="turned-away"))
    assert words(took())["hard"] == "Hard things were in it: a death."


def test_days_before_her_first_entry_and_days_to_come_are_no_days_off(person, was, took):
    was(person("Dee"), 22, **MEETING)
    assert "days-off" not in words(took())
    was(1, 23, **MEETING)
    assert "days-off" not in words(took(23))


def test_hard_things_are_named_without_a_name(person, was, took, caseload):
    dee = person("Dee")
    person("Ana", status="died", status_on=nov(20))
    was(dee, 17, kind="crisis", mode="phone", outcome="talked")
    was(dee, 18, kind="crisis", mode="phone", outcome="talked")
    caseload.add(Referral(client_id=dee, stage="let-go", stage_on=nov(18), ended="no-space"))
    said = words(took())["hard"]
    assert said == (
        "Hard things were in it: a death, two hard moments with somebody and a door that stayed shut."
    )
    assert took().is_hard and not took(11).is_hard


@pytest.mark.parametrize(("doors", "evenings", "is_hard"), [(1, 2, False), (2, 0, True), (0, 3, True)])
def test_a_week_is_hard_by_what_was_in_it_not_by_its_hours(
    person, was, took, caseload, doors, evenings, is_hard
):
    dee = person("Dee")
    was(dee, 16, minutes=3000, **MEETING)
    for day in range(evenings):
        was(dee, 17 + day, hour=22, mode="phone", outcome="talked")
    for _ in range(doors):
        caseload.add(Referral(client_id=dee, stage="let-go", stage_on=nov(18), ended="said-no"))
    assert took().is_hard == is_hard


def test_work_that_nobody_sees_is_named(person, was, took):
    dee = person("Dee")
    was(dee, 16, kind="along", minutes=120, travel_minutes=40, **MEETING)
    was(dee, 17, mode="phone", outcome="no-answer")
    was(dee, 18, kind="behalf", mode="phone")
    was(dee, 19, kind="with-family", mode="phone")
    assert words(took())["unseen"] == (
        "Seldom seen by anybody, and work all the same: the road, going along and waiting, tries that met no "
        "answer, calls and forms on people's behalf and talks with those around them."
    )


def test_nothing_in_it_is_a_target_a_streak_or_a_comparison(person, was, took):
    dee = person("Dee")
    for day in range(1, 23):
        was(dee, day, hour=22, minutes=600, **MEETING)
    said = " ".join(words(took()).values())
    assert not re.search(r"%|too much|should|must|target|streak|in a row|than|average|record|score", said)


def test_an_empty_week_took_nothing(took):
    assert took().told == () and not took().is_hard
