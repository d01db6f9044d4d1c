"""Taking a record out: nothing that stays points at what went, and one undo brings everything back."""

from datetime import date

import pytest
from msgspec.structs import replace

from store.records import (
    Appointment,
    Client,
    Consent,
    Contact,
    EndConversation,
    Goal,
    Promise,
    Referral,
    Service,
)

MONDAY = date(2026, 11, 23)


@pytest.fixture
def dee(person):
    return person("Dee")


@pytest.fixture
def full(caseload, dee, person, service, note, touch):
    """Dee with one of everything, and a ride with Jo."""
    jo = person("Jo")
    service("Harbour Clinic", short="clinic")
    touch(dee, MONDAY)
    note("dee call ok @clinic asked > thu 10am ! ask about ID")
    note("dee, jo ride 2h @clinic > fri")
    for record in (
        Goal(client_id=dee.id, words="a room"),
        Consent(client_id=dee.id, purpose="keep-notes"),
        EndConversation(client_id=dee.id, words="ok"),
    ):
        caseload.add(record)
    return jo


def test_a_person_goes_with_everything_that_is_about_them_alone(caseload, dee, full):
    caseload.remove(dee)
    assert caseload.people() == (full,)
    for kind in (Promise, Goal, Consent, EndConversation):
        assert caseload.all(kind) == ()
    for kind in (Appointment, Referral):
        assert {each.client_id for each in caseload.all(kind)} == {full.id}
    assert [contact.client_ids for contact in caseload.all(Contact)] == [(full.id,)]


def test_undo_brings_a_person_back_with_everything(caseload, dee, full, everything):
    before = everything()
    caseload.remove(dee)
    assert caseload.undo().label == "person removed, Dee"
    assert everything() == before
    assert len(caseload.of(Contact, dee.id)) == 2


def test_a_tally_of_others_met_along_with_a_person_stays(caseload, dee):
    contact = caseload.add(Contact(client_ids=(dee.id,), unnamed=2, on=MONDAY)).records[0]
    caseload.remove(dee)
    kept = caseload.get(Contact, contact.id)
    assert (kept.client_ids, kept.unnamed) == ((), 2)


def test_the_plans_and_promises_of_a_removed_note_stay_and_let_go_of_it(
    caseload, dee, touch, note, everything
):
    due = touch(dee, MONDAY)
    contact, plan, promise, closed = note("dee call ok > thu 10am ! ask").records
    assert closed.id == due.id
    before = everything()
    caseload.remove(contact)
    assert caseload.get(Appointment, plan.id).contact_id is None
    assert caseload.get(Promise, promise.id).contact_id is None
    kept = caseload.get(Appointment, due.id)
    assert (kept.closed_by, kept.result, kept.closed_on) == (None, "done", MONDAY)
    caseload.undo()
    assert everything() == before


def test_bridges_plans_and_notes_let_go_of_a_removed_service(caseload, dee, service, touch, note, everything):
    clinic, pantry = service("Harbour Clinic", short="clinic"), service("Pantry")
    contact, bridge = note("dee call @clinic asked").records
    caseload.change(contact, replace(contact, service_ids=(clinic.id, pantry.id)))
    plan = touch(dee, MONDAY, service_id=clinic.id)
    before = everything()
    caseload.remove(clinic)
    assert caseload.get(Contact, contact.id).service_ids == (pantry.id,)
    assert caseload.get(Referral, bridge.id).service_id is None
    assert caseload.get(Appointment, plan.id).service_id is None
    caseload.undo()
    assert everything() == before


def test_a_bridge_lets_go_of_a_removed_consent(caseload, dee, bridge):
    consent = caseload.add(Consent(client_id=dee.id, purpose="share")).records[0]
    linked = bridge(dee, to="food bank", consent_id=consent.id)
    caseload.remove(consent)
    assert caseload.get(Referral, linked.id) == replace(linked, consent_id=None)


def test_a_record_nobody_points_at_changes_nothing_else(caseload, dee, touch, written):
    caseload.remove(touch(dee, MONDAY))
    assert written() == [("appointments", "removed")]


def test_a_number_is_not_given_again_after_its_record_went(caseload, dee, person):
    caseload.remove(dee)
    assert person("Jo").id > dee.id


def test_a_service_of_the_same_number_as_a_note_is_left_alone(caseload, dee, service, note):
    clinic = service("Clinic")
    contact = note("dee call @clinic").records[0]
    assert contact.id == clinic.id
    caseload.remove(contact)
    assert caseload.all(Service) == (clinic,)
    assert [bridge.service_id for bridge in caseload.all(Referral)] == [clinic.id]


def test_what_another_program_left_odd_does_not_keep_a_person_from_going(caseload, folder, dee):
    with folder.act("another program") as act:
        act.insert("contacts", {"client_ids": [dee.id], "on": 7, "service_ids": "x"})
        act.insert("appointments", {"client_id": dee.id, "contact_id": [[1]]})
    caseload.remove(dee)
    assert caseload.all(Client) == ()
    assert not folder.caseload.documents("contacts")
