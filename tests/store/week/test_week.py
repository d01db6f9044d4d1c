"""The week in plain sentences."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from store.period import Period
from store.records import Appointment, Client, Contact, Episode, Promise, Referral, Service, Step
from store.vocabulary import KINDS, MODES, OUTCOMES
from store.week import latest_week, the_week, week_of
from store.week_contacts import abouts

MEETING = {"mode": "in-person", "outcome": "met"}


def nov(day):
    return date(2026, 11, day)


def test_a_week_goes_from_monday_to_sunday_and_ends_where_the_calendar_does():
    assert week_of(nov(16)) == week_of(nov(22)) == Period(nov(16), nov(22))
    assert week_of(date.max).last == date.max and week_of(date.min).first == date.min


def test_people_are_named_once_with_their_days(person, was, told):
    dee, jo = person("Dee"), person("Jo")
    for day in (16, 16, 19):
        was(dee, day, **MEETING)
    was(jo, 17, **MEETING)
    was((), 18, unnamed=3, **MEETING)
    assert (
        told()["with"]
        == "You were with Dee (Mon, Thu), Jo (Tue) and people who are not in your record (Wed)."
    )


def test_each_entry_is_told_as_what_it_was(person, was, told, caseload):
    dee = person("Dee")
    clinic = caseload.add(Service(name="Lantern Health", short="lantern")).records[0].id
    was(dee, 16, mode="gate", kind="gate-pickup", outcome="met", travel_minutes=80, km=120.0)
    was(dee, 17, kind="along", minutes=150, service_ids=(clinic,), **MEETING)
    was(dee, 18, mode="driving", kind="ride", outcome="met")
    was(dee, 18, mode="phone", outcome="talked", kind="crisis")
    was(dee, 19, mode="text", outcome="back")
    was(dee, 19, mode="phone", outcome="no-answer")
    was(dee, 20, mode="letter", outcome="sent")
    was(dee, 20, outcome="could-not-place")
    was(dee, 21, kind="behalf", mode="phone", outcome="talked")
    was(dee, 21, kind="with-family", mode="phone", outcome="talked")
    was((), 22, kind="work", words="rang round for beds.")
    assert told() == {
        "gate": "You were at the gate for Dee (Mon).",
        "with": "You were with Dee (Mon, Tue, Wed).",
        "hard": "You were there in a hard moment: Dee (Wed).",
        "wrote": "Words went back and forth with Dee (Thu).",
        "along": "You went along with Dee to lantern (Tue).",
        "rides": "You drove with Dee (Wed).",
        "tried": "You tried to reach Dee (Thu).",
        "sent": "You sent a few words to Dee (Fri).",
        "missed": "You could not meet Dee (Fri) in the end.",
        "behalf": "You did something on behalf of Dee (Sat).",
        "family": "You were in touch with family or a friend of Dee (Sat).",
        "work": "Work of your own: “rang round for beds”.",
        "waiting": "Going along took 2h30, offices and waiting rooms among it.",
        "road": "On the road: 1h20 and 120 km, as far as it is noted.",
    }


def test_a_note_is_no_contact_and_other_weeks_are_not_told(person, was, told):
    dee = person("Dee")
    was(dee, 18, words="worried about court")
    was(dee, 15, **MEETING)
    was(dee, 23, **MEETING)
    assert told() == {}


def test_what_she_promised_and_did_stands_in_words_without_a_number(person, told, caseload):
    dee, sam = person("Dee"), person("Sam")
    for words, fields in (
        ("ask about boots", {"client_id": dee, "made_on": nov(17)}),
        ("a letter", {"client_id": sam, "made_on": nov(2), "state": "done", "done_on": nov(18)}),
        ("a coat", {"client_id": sam, "made_on": nov(17), "state": "let-go"}),
        ("last week's", {"client_id": sam, "made_on": nov(10)}),
    ):
        caseload.add(Promise(words=words, **fields))
    assert told() == {
        "promised": "You said you would: “ask about boots” for Dee.",
        "did": "As you had said, you did: “a letter” for Sam.",
    }


def test_bridges_are_told_as_they_stood_in_that_week(person, told, caseload):
    jo = person("Jo")
    steps = (("asked", 4), ("went", 18), ("settled", 25))
    caseload.add(
        Referral(
            client_id=jo,
            to="the clinic",
            stage="settled",
            stage_on=nov(25),
            steps=tuple(Step(stage=stage, on=nov(day)) for stage, day in steps),
        )
    )
    assert told(5) == {"on-the-way": "On the way: Jo to the clinic (asked or called)."}
    assert told(18) == {"held": "Jo walked in at the clinic for the first time (Wed)."}
    assert told(25) == {"held": "Jo keeps going back to the clinic (Wed)."}


def test_doors_that_stayed_shut_say_why_and_a_change_of_mind_is_no_door(person, told, caseload):
    jo = person("Jo")
    for ended, words in (("no-space", "full until spring"), ("changed-mind", "")):
        caseload.add(
            Referral(
                client_id=jo,
                to="Bell House",
                stage="let-go",
                stage_on=nov(20),
                ended=ended,
                ended_words=words,
            )
        )
    caseload.add(Appointment(client_id=jo, kind="doctor", on=nov(17), result="turned-away"))
    assert told() == {
        "shut": "For Jo the door of Bell House stayed shut (Fri, no space) “full until spring”. "
        "Jo was turned away: doctor or nurse practitioner (Tue)."
    }


def test_of_somebody_who_died_no_bridge_is_on_the_way_and_no_door_is_told(person, told, caseload):
    ana = person("Ana", status="died", status_on=nov(18))
    add = caseload.add
    add(Referral(client_id=ana, to="detox", stage="asked", stage_on=nov(17)))
    add(Referral(client_id=ana, to="clinic", stage="let-go", stage_on=nov(19), ended="rule"))
    add(Appointment(client_id=ana, on=nov(17), what="dentist", result="turned-away"))
    add(Referral(client_id=ana, to="the choir", stage="settled", stage_on=nov(16)))
    assert told() == {"held": "Ana keeps going back to the choir (Mon).", "died": "Ana died (Wed)."}


def test_who_came_out_is_told_first_and_an_ending_last_and_plainly(person, was, caseload):
    person("Dee", episodes=(Episode(on=nov(16)),))
    person("Sam", status="inside", status_on=nov(18), episodes=(Episode(on=nov(2), back_on=nov(18)),))
    ana = person("Ana", status="died", status_on=nov(20))
    was(ana, 17, **MEETING)
    was(ana, 18, mode="phone", outcome="no-answer")
    caseload.add(Promise(client_id=ana, words="a letter", made_on=nov(17)))
    week = the_week(caseload, week_of(nov(18)))
    assert [one.words for one in week.told] == [
        "Dee came out (Mon).",
        "You were with Ana (Tue).",
        "Sam went back inside (Wed).",
        "Ana died (Fri).",
    ]


def test_on_a_monday_the_week_in_front_is_the_one_that_is_over(person, was, caseload):
    dee = person("Dee")
    assert latest_week(caseload, nov(23)).days == week_of(nov(23))
    was(dee, 20, **MEETING)
    assert latest_week(caseload, nov(23)).days == week_of(nov(20))
    was(dee, 23, **MEETING)
    assert latest_week(caseload, nov(23)).days == week_of(nov(23))


def test_long_words_are_cut_between_two_of_them(told, caseload, person):
    caseload.add(Promise(client_id=person("Dee"), words="boots and " * 30, made_on=nov(17)))
    said = told()["promised"]
    assert said.endswith(" …” for Dee.") and len(said) < 130


def test_who_was_taken_out_is_not_told_of(person, was, told, caseload):
    dee, jo = person("Dee"), person("Jo")
    was((dee, jo), 18, **MEETING)
    caseload.remove(caseload.get(Client, jo))
    assert told() == {"with": "You were with Dee (Wed)."}


codes = {
    "mode": some.sampled_from(["", *(term.code for term in MODES)]),
    "kind": some.sampled_from(["", *(term.code for term in KINDS)]),
    "outcome": some.sampled_from(["", *(term.code for term in OUTCOMES)]),
}


@settings(max_examples=150)
@given(fields=some.fixed_dictionaries(codes), along=some.booleans())
def test_every_entry_with_somebody_is_told_somewhere(fields, along):
    entry = Contact(on=nov(16), client_ids=(1,), activities=("along",) if along else (), **fields)
    is_silent = fields["kind"] == "work" or not any(fields.values())
    assert bool(abouts(entry)) != is_silent
    assert abouts(entry) == abouts(replace(entry, words="anything"))


def test_a_week_has_no_percentage_score_or_comparison(person, was, told):
    dee = person("Dee")
    for day in range(16, 23):
        was(dee, day, minutes=60, travel_minutes=30, **MEETING)
    said = " ".join(told().values())
    assert not re.search(r"%|score|more than|less than|total|better|worse|target|streak", said)
