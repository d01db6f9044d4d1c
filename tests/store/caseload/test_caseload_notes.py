"""A note is one save: the contact, its next touch, its promises and its bridges."""

from datetime import date, time

import pytest

from store.errors import RequestRefused
from store.records import Appointment, Contact, Promise, Referral

MONDAY = date(2026, 11, 23)


@pytest.fixture
def dee(person):
    return person("Dee")


@pytest.fixture
def jo(person):
    return person("Jo")


def test_a_note_is_one_commit(dee, service, note, written):
    service("Harbour Clinic", short="clinic")
    note("dee call 15m got the boots @clinic asked > thu 10am clinic ! ask about ID by fri")
    assert written() == [
        ("appointments", "added"), ("contacts", "added"), ("promises", "added"), ("referrals", "added"),
    ]  # fmt: skip


def test_what_a_note_plans_and_promises_points_back_at_it(dee, note):
    contact, plan, promise = note("dee call > thu 10am clinic ! ask about ID by fri").records
    assert (plan.contact_id, promise.contact_id) == (contact.id, contact.id)
    assert (plan.kind, plan.on, plan.at, plan.what) == ("touch", date(2026, 11, 26), time(10), "clinic")
    assert (promise.words, promise.due_on, promise.made_on) == ("ask about ID", date(2026, 11, 27), MONDAY)


def test_a_talk_closes_the_open_touches_up_to_its_day(caseload, dee, note, touch):
    passed, today, coming = (touch(dee, date(2026, 11, day)) for day in (20, 23, 24))
    saved = note("dee call ok")
    assert {plan.id for plan in saved.closed} == {passed.id, today.id}
    closed = caseload.get(Appointment, passed.id)
    assert (closed.result, closed.closed_on, closed.closed_by) == ("done", MONDAY, saved.records[0].id)
    assert caseload.get(Appointment, coming.id) == coming


def test_a_talk_closes_no_appointment(caseload, dee, note, touch):
    court = touch(dee, MONDAY, kind="court")
    assert note("dee call ok").closed == ()
    assert caseload.get(Appointment, court.id) == court


@pytest.mark.parametrize("line", ["dee call no answer", "dee text", "dee left message", "dee worried"])
def test_neither_an_attempt_nor_a_mere_note_closes_anything(dee, note, touch, line):
    touch(dee, MONDAY)
    assert note(line).closed == ()


def test_a_talk_of_the_past_closes_only_what_was_due_by_then(dee, note, touch):
    friday, today = touch(dee, date(2026, 11, 20)), touch(dee, MONDAY)
    saved = note("dee call ok < sat")
    assert [plan.id for plan in saved.closed] == [friday.id]
    assert saved.closed[0].closed_on == date(2026, 11, 21)
    assert today.result == ""


def test_a_note_of_the_past_carries_its_own_day(dee, note):
    contact, promise = note("dee call ok < yesterday ! bring socks").records
    assert (contact.on, contact.at, promise.made_on) == (date(2026, 11, 22), None, date(2026, 11, 22))


def test_a_note_of_the_past_with_a_time_has_its_instant(dee, note):
    contact = note("dee call ok < yesterday 4pm").records[0]
    assert contact.at.isoformat() == "2026-11-23T00:00:00+00:00"


def test_one_undo_takes_the_whole_note_back(caseload, dee, service, note, touch, everything):
    service("Harbour Clinic", short="clinic")
    touch(dee, MONDAY)
    before = everything()
    note("dee call ok @clinic went > thu 10am ! ask about ID")
    assert everything() != before
    assert caseload.undo().label == "note, Dee"
    assert everything() == before


def test_a_note_about_two_people_is_one_contact_with_its_hours_once(caseload, dee, jo, note):
    saved = note("dee, jo ride 2h to the clinic")
    contacts = caseload.all(Contact)
    assert [(each.client_ids, each.minutes) for each in contacts] == [((dee.id, jo.id), 120)]
    assert saved.label == "note, Dee and Jo"
    assert caseload.of(Contact, dee.id) == caseload.of(Contact, jo.id) == contacts


def test_a_note_about_two_people_closes_the_touches_of_both_and_plans_for_both(dee, jo, note, touch):
    due = {touch(dee, MONDAY).id, touch(jo, MONDAY).id}
    saved = note("dee, jo met > thu 10am clinic")
    assert {plan.id for plan in saved.closed} == due
    made = [each for each in saved.records if isinstance(each, Appointment) and each not in saved.closed]
    assert [plan.client_id for plan in made] == [dee.id, jo.id]


def test_someone_met_is_counted_and_named_nowhere(note):
    contact = note("someone met 20m asked for socks").records[0]
    assert (contact.client_ids, contact.unnamed, contact.minutes) == ((), 1, 20)


def test_her_own_work_is_about_nobody(note):
    contact = note("work 1h forms").records[0]
    assert (contact.client_ids, contact.kind, contact.minutes) == ((), "work", 60)


def test_the_line_is_kept_word_for_word_but_for_its_themes(dee, note):
    assert note("dee call ok #hope ! ask").records[0].as_typed == "dee call ok ! ask"


@pytest.mark.parametrize("line", ["dee $8.50", "dee 12km", "dee 15m", "dee +clothes"])
def test_a_figure_or_a_thing_done_is_a_note_without_a_word(caseload, dee, note, line):
    note(line)
    assert [contact.as_typed for contact in caseload.all(Contact)] == [line]


def test_a_plan_alone_leaves_no_contact(caseload, dee, note):
    saved = note("dee > thu 10am clinic")
    assert [type(record) for record in saved.records] == [Appointment]
    assert caseload.all(Contact) == ()


def test_a_bridge_begins_as_an_idea_and_moves_where_the_note_says(caseload, dee, service, note):
    service("Harbour Clinic", short="clinic")
    note("dee call @clinic")
    note("dee call @clinic went")
    (bridge,) = caseload.all(Referral)
    assert [(step.stage, step.on) for step in bridge.steps] == [("idea", MONDAY), ("went", MONDAY)]
    assert (bridge.stage, bridge.went_on) == ("went", MONDAY)


def test_a_bridge_that_ended_is_not_moved_but_begun_again(caseload, dee, service, bridge, note):
    clinic = service("Harbour Clinic", short="clinic")
    ended = bridge(dee, service_id=clinic.id, stage="let-go")
    note("dee call @clinic asked")
    assert caseload.get(Referral, ended.id) == ended
    assert caseload.all(Referral)[1].stage == "asked"


def test_a_service_only_named_again_leaves_its_bridge_as_it_is(caseload, dee, service, bridge, note):
    clinic = service("Harbour Clinic", short="clinic")
    asked = bridge(dee, service_id=clinic.id, stage="asked")
    contact = note("dee call likes @clinic").records[0]
    assert contact.service_ids == (clinic.id,)
    assert caseload.all(Referral) == (asked,)


@pytest.mark.parametrize(
    ("kind", "line", "result"),
    [
        ("touch", "call ok", "done"),
        ("court", "along 2h", "went"),
        ("court", "ride 2h", "went"),
        ("court", "call nervous about it", ""),
        ("court", "call no answer", ""),
    ],
)
def test_a_note_about_a_plan_says_what_became_of_it(caseload, dee, touch, kind, line, result):
    plan = touch(dee, MONDAY, kind=kind)
    caseload.record_note(caseload.read_note(line, person=dee.id), plan=plan.id)
    assert caseload.get(Appointment, plan.id).result == result


def test_a_sheet_of_notes_is_one_commit_with_one_undo(caseload, dee, jo, everything):
    before = everything()
    lines = ("dee call ok", "jo met 1h > fri", "work 30m forms")
    saved = caseload.record_notes([caseload.read_note(line) for line in lines])
    assert saved.label == "3 notes, Dee and Jo"
    assert len(caseload.all(Contact)) == 3
    caseload.undo()
    assert everything() == before


def test_a_sheet_with_one_unsettled_note_saves_none_of_them(caseload, dee, everything):
    before = everything()
    readings = [caseload.read_note(line) for line in ("dee call ok", "zed call ok")]
    with pytest.raises(RequestRefused, match="zed"):
        caseload.record_notes(readings)
    assert everything() == before


def test_a_line_of_nothing_but_a_theme_leaves_no_record(caseload, dee, note, everything):
    before = everything()
    saved = note("dee #hope")
    assert (saved.act, saved.records) == (0, ())
    assert everything() == before


def test_promises_of_one_note_are_kept_apart(caseload, dee, note):
    note("dee call ok ! ask about ID ! bring socks")
    assert [promise.words for promise in caseload.all(Promise)] == ["ask about ID", "bring socks"]


def test_what_another_program_closed_meanwhile_is_not_closed_again(caseload, clock, dee, touch, open_folder):
    from store.caseload import Caseload

    plan = touch(dee, MONDAY)
    other = Caseload(open_folder(), clock)
    other.close_plan(other.get(Appointment, plan.id), "went")
    saved = caseload.record_note(caseload.read_note("dee call ok"))
    assert saved.closed == ()
    assert caseload.get(Appointment, plan.id).result == "went"


def test_notes_about_nobody_by_name_are_asked_for_as_those_of_0(caseload, person, note):
    person("Dee")
    work, met = (note(line).records[0].id for line in ("work 1h", "someone met 20m"))
    note("dee call ok")
    assert sorted(contact.id for contact in caseload.contacts_with(0)) == sorted((work, met))
