"""The order of those who wait, what Today writes out, what is coming, and why in words."""

from datetime import date, time

import pytest

from store.records import Appointment, Client, Contact, Episode, Promise, Rhythm
from store.waiting import KINDS_OF_REASON, Reason, RecordRef, Waiting, coming, explain, waiting

MONDAY = date(2026, 11, 23)


def person(id: int, name: str, **fields) -> Client:
    return Client(id=id, name=name, **fields)


def released(id: int, name: str, day: int) -> Client:
    return person(id, name, episodes=(Episode(on=date(2026, 11, day)),))


def plan(client_id: int, on: date, at: time | None = None, **fields) -> Appointment:
    return Appointment(id=client_id * 10, client_id=client_id, on=on, at=at, **fields)


def names(shelf, moment, *records):
    return [entry.client.name for entry in waiting(shelf(*records), moment)]


def test_the_first_days_come_before_an_older_reason(shelf, monday):
    records = [person(1, "Abe"), plan(1, date(2026, 10, 1)), released(2, "Zoe", 21)]
    assert names(shelf, monday, *records) == ["Zoe", "Abe"]


def test_an_expected_release_whose_day_has_come_counts_as_first_days(shelf, monday):
    awaited = person(2, "Zoe", episodes=(Episode(expected_on=date(2026, 11, 22)),))
    assert names(shelf, monday, person(1, "Abe"), plan(1, date(2026, 10, 1)), awaited) == ["Zoe", "Abe"]


def test_after_that_what_fell_due_first_comes_first(shelf, monday):
    records = [person(1, "Abe"), person(2, "Zoe"), plan(1, date(2026, 11, 20)), plan(2, date(2026, 11, 19))]
    assert names(shelf, monday, *records) == ["Zoe", "Abe"]


def test_then_the_name_with_accents_folded(shelf, monday):
    records = [person(1, "Zoe"), person(2, "Élan"), person(3, "Finn")]
    assert names(shelf, monday, *records) == ["Élan", "Finn", "Zoe"]


def test_bands_come_in_their_order(shelf, monday):
    records = [
        person(1, "Later"),
        person(2, "Week"),
        plan(2, date(2026, 11, 27)),
        person(3, "Today"),
        plan(3, MONDAY),
        person(4, "Now"),
        plan(4, date(2026, 11, 1)),
    ]
    assert names(shelf, monday, *records) == ["Now", "Today", "Week", "Later"]


def test_today_does_not_repeat_what_coming_up_shows(shelf, monday):
    promise = Promise(id=1, client_id=1, words="ask about boots")
    (dee,) = waiting(shelf(released(1, "Dee", 21), plan(1, MONDAY, time(16)), promise), monday)
    assert [reason.kind for reason in dee.shown] == ["first_days", "promise"]


def test_a_plan_that_alone_put_someone_there_is_written_out(shelf, monday):
    promise = Promise(id=1, client_id=1, words="ask about boots")
    (jo,) = waiting(shelf(person(1, "Jo"), plan(1, MONDAY, time(16)), promise), monday)
    assert [reason.kind for reason in jo.shown] == ["plan", "promise"]


def test_coming_holds_open_plans_of_seven_days_in_order(shelf, monday):
    records = [
        person(1, "Jo"),
        plan(1, date(2026, 11, 30)),
        person(2, "Dee"),
        plan(2, MONDAY, time(16), mode="phone"),
        person(3, "Past"),
        plan(3, date(2026, 11, 22)),
        person(4, "Far"),
        plan(4, date(2026, 12, 1)),
        person(5, "Closed"),
        plan(5, MONDAY, result="done"),
    ]
    assert [(row.name, row.text) for row in coming(shelf(*records), monday)] == [
        ("Dee", "call"),
        ("Jo", "be in touch"),
    ]


def test_coming_reaches_as_far_as_it_is_asked(shelf, monday):
    records = [person(4, "Far"), plan(4, date(2026, 12, 7))]
    assert [row.on for row in coming(shelf(*records), monday, days=14)] == [date(2026, 12, 7)]


def test_coming_never_names_someone_who_is_not_active(shelf, monday):
    assert coming(shelf(person(1, "Jo", status="died"), plan(1, MONDAY)), monday) == ()


def test_the_mentors_own_plan_is_coming_too(shelf, monday):
    own = Appointment(id=5, client_id=0, on=MONDAY, kind="other", what="supervision")
    assert [(row.client_id, row.name, row.text) for row in coming(shelf(own), monday)] == [
        (0, "", "supervision")
    ]


def test_coming_says_what_goes_with_a_plan(shelf, monday):
    court = plan(1, date(2026, 11, 24), time(9, 30), kind="court", going="me", ride="not sorted", bring="ID")
    (row,) = coming(shelf(person(1, "Renée"), court), monday)
    assert row.text == "court, going along, ride not sorted, bring ID"
    assert row.record == RecordRef("appointments", 10)


def test_a_rhythm_names_the_contacts_it_was_read_from(shelf, monday):
    rhythm = Rhythm(every_days=7, agreed_on=date(2026, 11, 2))
    contacts = [
        Contact(id=7, client_ids=(1,), on=date(2026, 11, 12), outcome="talked"),
        Contact(id=9, client_ids=(1,), on=date(2026, 11, 20), outcome="no-answer"),
    ]
    (entry,) = waiting(shelf(person(1, "Marcus", rhythm=rhythm), *contacts), monday)
    refs = (RecordRef("clients", 1), RecordRef("contacts", 7), RecordRef("contacts", 9))
    assert entry.reasons[0].records == refs


def test_why_says_the_reason_the_rule_the_records_and_the_band(shelf, monday):
    (entry,) = waiting(shelf(released(1, "Dee", 21)), monday)
    assert explain(entry) == (
        "day 2 since release",
        "  The first 14 days after release come first; the day of release is day 0.",
        "  From: person 1.",
        "So they are under NOW.",
    )


@pytest.mark.parametrize("kind", KINDS_OF_REASON)
def test_every_kind_of_reason_has_its_rule_in_words(kind):
    reason = Reason(kind, "words", (RecordRef("clients", 1),))
    lines = explain(Waiting(person(1, "Dee"), "later", (reason,)))
    assert lines[1].strip().endswith(".")


def test_many_records_are_counted_not_listed():
    reason = Reason("rhythm", "words", tuple(RecordRef("contacts", id) for id in range(1, 31)))
    assert explain(Waiting(person(1, "Dee"), "now", (reason,)))[2].endswith("contact 8 and 22 more.")


@pytest.mark.parametrize("word", ["overdue", "risk", "failed", "score", "missed", "non-compliant", "no-show"])
def test_no_reason_or_rule_judges(word):
    reasons = tuple(Reason(kind, "", ()) for kind in KINDS_OF_REASON)
    assert word not in " ".join(explain(Waiting(person(1, "Dee"), "now", reasons))).lower()


def test_long_words_stay_one_short_line(shelf, monday):
    promise = Promise(id=1, client_id=1, words="boots\n" * 20_000)
    (entry,) = waiting(shelf(person(1, "Dee"), promise), monday)
    assert len(entry.reasons[0].text) < 80
    assert "\n" not in entry.reasons[0].text


def test_absurd_days_are_answered_not_refused(shelf, monday):
    records = [
        person(
            1, "Dee", rhythm=Rhythm(every_days=10**9, agreed_on=date(1, 1, 1)), left_until=date(9999, 12, 31)
        ),
        person(2, "Jo", episodes=(Episode(expected_on=date(9999, 12, 31)),)),
        plan(2, date(9999, 12, 31), time(23, 59)),
        person(3, "Sam"),
        plan(3, date(1, 1, 1), time(0, 0), zone="Asia/Tokyo"),
    ]
    assert len(waiting(shelf(*records), monday)) == 3
