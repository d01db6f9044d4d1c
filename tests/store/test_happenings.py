"""What kind of day it was, and what is planned for one: in words, and without a name."""

from datetime import date, timedelta

import pytest

from store.principles import KNOWN_AHEAD, Lived, ahead, happenings
from store.records import (
    Appointment,
    CheckIn,
    Client,
    Contact,
    Episode,
    Promise,
    Referral,
    Step,
)

DAY = date(2026, 11, 23)


def call(outcome: str, *people: int, **more) -> Contact:
    return Contact(on=DAY, mode="phone", outcome=outcome, client_ids=people, **more)


def lived(*contacts: Contact, **more) -> Lived:
    return Lived(first=DAY, last=DAY, contacts=contacts, **more)


def said(of: Lived) -> list[str]:
    return [one.words for one in happenings(of) if one.words]


def codes(of: Lived) -> list[str]:
    return [one.code for one in happenings(of)]


def test_a_day_is_told_by_what_weighed_most_in_it():
    gate = Contact(on=DAY, mode="gate", kind="gate-pickup", outcome="met")
    contacts = [call("talked", 1), call("no-answer", 2), gate, call("message-left", 3)]
    assert said(lived(*contacts)) == ["a gate pickup", "two calls unanswered", "a call"]


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        (call("talked"), ["a call"]),
        (Contact(on=DAY, mode="text", outcome="sent"), ["a message without an answer yet"]),
        (Contact(on=DAY, mode="text", outcome="back"), ["a message answered"]),
        (Contact(on=DAY, outcome="could-not-place"), ["a meeting that did not come about"]),
        (Contact(on=DAY, kind="behalf", minutes=20), ["a piece of work on someone's behalf"]),
        (Contact(on=DAY, mode="in-person", outcome="met"), ["a meeting"]),
        (Contact(on=DAY, words="worried about court"), []),
        (Contact(on=DAY, kind="work", minutes=60), []),
    ],
)
def test_one_contact_reads_as_a_day(contact, told):
    assert said(lived(contact)) == told


def test_two_calls_that_one_person_left_unanswered_tell_a_day_and_one_each_of_two_does_not():
    same = happenings(lived(call("no-answer", 1), call("message-left", 1)))
    assert [(one.words, one.is_telling) for one in same] == [
        ("two unanswered calls to the same person", True)
    ]
    each = happenings(lived(call("no-answer", 1), call("message-left", 2)))
    assert [(one.words, one.is_telling) for one in each] == [("two calls unanswered", False)]


def test_a_bridge_that_held_and_a_door_that_stayed_shut_count_on_their_own_day():
    held = Referral(client_id=1, stage="settled", stage_on=DAY, steps=(Step(stage="went", on=DAY),))
    shut = [Referral(client_id=1, stage="let-go", ended=why, stage_on=DAY) for why in ("no-space", "rule")]
    other = Referral(client_id=1, stage="let-go", ended="changed-mind", stage_on=DAY)
    assert said(lived(bridges=(held, *shut, other))) == ["two doors that stayed shut", "a bridge that held"]
    turned = [Appointment(client_id=who, on=DAY, result="turned-away", closed_on=DAY) for who in (1, 2)]
    assert said(lived(bridges=shut[:1], plans=turned)) == ["two doors that stayed shut"], "his is one door"
    tomorrow = DAY + timedelta(1)
    assert not codes(Lived(first=tomorrow, last=tomorrow, bridges=(held, *shut)))


def test_promises_kept_are_never_totalled():
    kept = Promise(client_id=1, state="done", done_on=DAY)
    assert said(lived(promises=(kept, kept, kept))) == ["a promise kept"]
    assert not codes(lived(promises=(Promise(client_id=1, state="let-go", done_on=DAY),)))


def test_first_days_out_back_inside_a_parting_and_a_check_in_are_seen():
    out = Client(id=1, name="Dee", episodes=(Episode(on=DAY - timedelta(2)),))
    inside = Client(id=2, name="Sam", status="inside", status_on=DAY)
    apart = Client(id=3, name="Jo", status="stepping-back", status_on=DAY)
    day = lived(
        call("talked", 1), people=(out, inside, apart), check_ins=(CheckIn(client_id=1, on=DAY, answers=()),)
    )
    assert codes(day) == ["inside", "ending", "check-in", "first-days", "called", "talk"]
    assert not any(name in " ".join(said(day)) for name in ("Dee", "Sam", "Jo"))


def test_of_somebody_who_died_it_says_nothing_else():
    died = Client(id=1, name="Dee", status="died", status_on=DAY)
    kept = Promise(client_id=1, state="done", done_on=DAY)
    day = lived(call("talked", 1), people=(died,), promises=(kept,))
    assert [(one.code, one.words) for one in happenings(day)] == [("death", "")]


@pytest.mark.parametrize(("days", "minutes", "is_long"), [(7, 140, True), (6, 140, False), (3, 600, True)])
def test_a_week_is_long_by_its_days_or_by_its_hours(days, minutes, is_long):
    contacts = tuple(
        Contact(on=DAY - timedelta(n), mode="phone", outcome="talked", minutes=minutes) for n in range(days)
    )
    week = Lived(first=DAY - timedelta(6), last=DAY, contacts=contacts)
    assert ("long-week" in codes(week)) is is_long


def test_what_is_planned_says_what_somebody_will_be_seen_for():
    dee = Client(id=1, name="Dee", episodes=(Episode(on=DAY - timedelta(9)),))
    plans = [
        Appointment(client_id=1, on=DAY, kind="doctor", going="me"),
        Appointment(client_id=1, on=DAY, kind="touch", mode="phone"),
    ]
    found = ahead(DAY, plans, {1: dee}, unanswered=[1])
    assert [one.code for one in found] == ["along", "unanswered", "first-days", "called", "before"]
    assert not any("Dee" in one.words for one in found)


@pytest.mark.parametrize(
    "plan",
    [
        Appointment(client_id=1, on=DAY, kind="rent"),
        Appointment(client_id=1, on=DAY, mode="letter"),
        Appointment(client_id=1, on=DAY, kind="doctor", result="went"),
        Appointment(client_id=1, on=DAY + timedelta(1), kind="doctor"),
        Appointment(client_id=0, on=DAY, what="supervision"),
        Appointment(client_id=2, on=DAY, kind="doctor"),
    ],
    ids=["a date", "a letter", "closed", "tomorrow", "her own", "somebody inside"],
)
def test_what_sees_nobody_today_is_no_reason_for_a_question(plan):
    people = {1: Client(id=1, name="Dee"), 2: Client(id=2, name="Sam", status="inside")}
    assert not ahead(DAY, [plan], people)


def test_whatever_can_be_known_of_a_day_ahead_is_known_of_this_one():
    dee = Client(id=1, name="Dee", episodes=(Episode(on=DAY - timedelta(2)),))
    plans = [
        Appointment(client_id=1, on=DAY, kind="touch", mode="phone", going="me"),
        Appointment(client_id=1, on=DAY, kind="release"),
    ]
    assert {one.code for one in ahead(DAY, plans, {1: dee}, unanswered=[1])} == KNOWN_AHEAD


def test_a_release_expected_today_is_a_gate_to_be_at():
    ahead_of_her = Client(id=1, name="Dee", status="not-out", episodes=(Episode(expected_on=DAY),))
    assert [one.code for one in ahead(DAY, [], {1: ahead_of_her})] == ["gate", "before"]
