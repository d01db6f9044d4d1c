"""Adding, correcting and closing: one commit each, and only what differs."""

from datetime import date

import pytest
from msgspec.structs import replace

from store.caseload import Caseload
from store.errors import NotFound
from store.records import Appointment, Client, Contact, Goal, Promise, Referral, Service

MONDAY = date(2026, 11, 23)


@pytest.fixture
def other(open_folder, folder, clock):
    """Another program at the same folder, which looks at the disk when it is asked for."""
    caseload = Caseload(open_folder(), clock)

    def looked():
        caseload.folder.refresh()
        return caseload

    return looked


@pytest.mark.parametrize("record", [Promise(made_on=MONDAY), Goal(words="a room"), Contact(on=MONDAY)])
def test_nothing_is_written_about_someone_another_program_took_out(caseload, other, person, record):
    dee = person("Dee")
    about = {"client_ids": (dee.id,)} if isinstance(record, Contact) else {"client_id": dee.id}
    theirs = other()
    theirs.remove(theirs.get(Client, dee.id))
    with pytest.raises(NotFound, match="taken out meanwhile"):
        caseload.add(replace(record, **about))
    assert caseload.all(type(record)) == ()


def test_two_programs_that_correct_different_fields_both_keep_theirs(caseload, other, person):
    dee = person("Dee")
    theirs = other().get(Client, dee.id)
    caseload.change(dee, replace(dee, pronouns="she"))
    other().change(theirs, replace(theirs, about="sister in town"))
    kept = other().get(Client, dee.id)
    assert (kept.pronouns, kept.about) == ("she", "sister in town")


def test_a_correction_that_changes_nothing_is_not_an_act(caseload, person):
    dee = person("Dee")
    newest = caseload.next_undo().number
    caseload.change(dee, dee)
    assert caseload.next_undo().number == newest


def test_a_field_set_back_to_nothing_goes_from_the_document(caseload, folder, person):
    dee = person("Dee", about="x")
    caseload.change(dee, replace(dee, about=""))
    assert "about" not in folder.caseload.documents("clients")[dee.id]


def test_fields_this_program_does_not_know_survive_a_correction(caseload, folder, person):
    dee = person("Dee")
    with folder.act("another program") as act:
        act.update("clients", dee.id, {"shoe_size": {"eu": 38}})
    caseload.change(caseload.get(Client, dee.id), replace(dee, about="x"))
    document = folder.caseload.documents("clients")[dee.id]
    assert (document["shoe_size"], document["about"]) == ({"eu": 38}, "x")


def test_what_was_taken_out_meanwhile_cannot_be_corrected(caseload, other, person):
    dee = person("Dee")
    other().remove(dee)
    with pytest.raises(NotFound):
        caseload.change(dee, replace(dee, about="x"))


def test_a_record_that_cannot_be_read_hides_no_other(caseload, folder, person):
    dee = person("Dee")
    with folder.act("another program") as act:
        act.insert("clients", {"nickname": "no name at all"})
    jo = person("Jo")
    assert caseload.people() == (dee, jo)
    assert [entry.name for entry in caseload.names()] == ["Dee", "Jo"]


def test_a_field_in_a_shape_nobody_reads_counts_as_not_known_and_is_kept(caseload, folder, person):
    dee = person("Dee", about="x")
    with folder.act("another program") as act:
        act.update("clients", dee.id, {"rhythm": "whenever"})
    read = caseload.get(Client, dee.id)
    assert (read.rhythm, read.about) == (None, "x")
    caseload.change(read, replace(read, about="y"))
    assert folder.caseload.documents("clients")[dee.id]["rhythm"] == "whenever"


@pytest.mark.parametrize("odd", [7, "1", [[1]], None, [None, "x"], {"a": 1}])
def test_a_contact_with_odd_people_hides_no_other(caseload, folder, person, odd):
    dee = person("Dee")
    with folder.act("another program") as act:
        act.insert("contacts", {"client_ids": odd, "on": "2026-11-01", "words": "odd"})
        good = act.insert("contacts", {"client_ids": [dee.id], "on": "2026-11-02", "words": "good"})
    assert [contact.id for contact in caseload.of(Contact, dee.id)] == [good]
    assert [hit.text for hit in caseload.find("good")] == ["good"]
    assert caseload.waiting()[0].client == dee


def test_an_import_is_one_act(caseload, service, everything):
    clinic = service("Clinic")
    before = everything()
    caseload.apply_import("import", [Service(name="Pantry")], [(clinic, replace(clinic, short="c"))])
    assert [(each.name, each.short) for each in caseload.all(Service)] == [("Clinic", "c"), ("Pantry", "")]
    caseload.undo()
    assert everything() == before


def test_an_imported_record_keeps_its_permanent_number(caseload):
    caseload.apply_import("import", [Service(name="Pantry", uid="ab" * 16)], [])
    assert caseload.all(Service)[0].uid == "ab" * 16


@pytest.mark.parametrize(
    ("act", "label"),
    [
        (lambda caseload, dee: caseload.set_status(dee, "died"), "where you stand: died, Dee"),
        (lambda caseload, dee: caseload.set_status(dee, "inside"), "where you stand: back inside, Dee"),
        (lambda caseload, dee: caseload.leave_until(dee, MONDAY), "left until, Dee"),
        (lambda caseload, dee: caseload.set_released(dee, MONDAY), "release, Dee"),
        (lambda caseload, dee: caseload.add(Appointment(client_id=dee.id, on=MONDAY)), "plan, Dee"),
        (lambda caseload, dee: caseload.add(Promise(client_id=dee.id)), "promise, Dee"),
        (lambda caseload, dee: caseload.add(Contact(client_ids=(dee.id,), on=MONDAY)), "note, Dee"),
        (lambda caseload, dee: caseload.remove(dee), "person removed, Dee"),
        (lambda caseload, dee: caseload.add(Service(name="Clinic")), "service, Clinic"),
    ],
)
def test_undo_names_what_it_would_take_back(caseload, person, act, label):
    act(caseload, person("Dee"))
    assert caseload.next_undo().label == label


@pytest.mark.parametrize(
    ("record", "changed", "label"),
    [
        (Contact(client_ids=(1,), on=MONDAY), {"words": "boots"}, "note corrected, Dee"),
        (Appointment(client_id=1, on=MONDAY), {"what": "clinic"}, "plan changed, Dee"),
        (Appointment(client_id=1, on=MONDAY), {"result": "done"}, "plan done, Dee"),
        (Appointment(client_id=1, on=MONDAY), {"result": "let-go"}, "plan let go, Dee"),
        (Appointment(client_id=1, on=MONDAY), {"result": "turned-away"}, "plan: turned away, Dee"),
        (Appointment(client_id=1, on=MONDAY, result="done"), {"result": ""}, "plan opened again, Dee"),
        (Promise(client_id=1), {"state": "done"}, "promise kept, Dee"),
        (Promise(client_id=1), {"state": "let-go"}, "promise let go, Dee"),
        (Promise(client_id=1), {"words": "ask"}, "promise changed, Dee"),
        (Referral(client_id=1), {"stage": "asked"}, "bridge to asked, Dee"),
        (Referral(client_id=1), {"to": "clinic"}, "bridge changed, Dee"),
        (Goal(client_id=1), {"state": "working"}, "goal: working on it, Dee"),
    ],
)
def test_undo_says_what_was_done_to_a_record(caseload, person, record, changed, label):
    person("Dee")
    before = caseload.add(record).records[0]
    caseload.change(before, replace(before, **changed))
    assert caseload.next_undo().label == label


def test_undo_says_which_kind_of_record_was_taken_out(caseload, person, note):
    person("Dee")
    caseload.remove(note("dee call ok").records[0])
    assert caseload.next_undo().label == "note removed, Dee"


def test_a_record_that_is_not_there_is_said_to_be_so(caseload):
    with pytest.raises(NotFound, match="no person 9 "):
        caseload.get(Client, 9)


def test_a_persons_records_follow_when_they_move_to_another_day_or_person(caseload, person, note):
    dee, jo = person("Dee"), person("Jo")
    first = note("dee call one").records[0]
    second = note("dee call two < sun").records[0]
    assert caseload.of(Contact, dee.id) == (first, second)
    moved = caseload.change(first, replace(first, on=date(2026, 11, 1), at=None)).records[0]
    given = caseload.change(second, replace(second, client_ids=(jo.id,))).records[0]
    assert caseload.of(Contact, dee.id) == (moved,)
    assert tuple(caseload.contacts_with(jo.id)) == (given,)


def test_contacts_between_two_days_are_oldest_first_with_both_days(caseload, person, note):
    person("Dee")
    for line in ("dee call c", "dee call a < 31 oct", "dee call b < 1 nov", "dee call d < 22 nov"):
        note(line)
    between = caseload.contacts_between(date(2026, 11, 1), date(2026, 11, 23))
    assert [contact.words for contact in between] == ["b", "d", "c"]


def test_people_are_listed_by_name_whatever_its_case_and_accents(caseload, person):
    for name in ("zoe", "Émile", "adam", "Eve"):
        person(name)
    assert [client.name for client in caseload.people()] == ["adam", "Émile", "Eve", "zoe"]


def test_what_another_program_wrote_is_seen_after_a_refresh(caseload, other, person):
    person("Dee")
    assert [entry.name for entry in other().names()] == ["Dee"]
    other().record_note(other().read_note("dee call ok"))
    caseload.folder.refresh()
    assert [contact.words for contact in caseload.of(Contact, 1)] == ["ok"]
