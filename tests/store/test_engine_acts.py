"""An act is one commit: all of it or nothing."""

from pathlib import Path

import pytest

from store.errors import NotFound, RequestRefused
from store.layout import CASELOAD_ORDER, NOTEBOOK_ORDER
from store.records import CASELOAD_TABLES, NOTEBOOK_TABLES


def test_what_an_act_did_is_there_after_opening_again(folder, open_folder):
    with folder.act("note, Dee") as act:
        person = act.insert("clients", {"name": "Dee"})
        act.insert("contacts", {"client_ids": [person], "words": "got the boots"})
    again = open_folder()
    assert again.caseload.documents("clients")[person]["name"] == "Dee"
    assert [document["words"] for document in again.caseload.documents("contacts").values()] == [
        "got the boots"
    ]


def test_an_act_that_raises_writes_nothing(folder, place, file_states):
    before = file_states(place)
    with pytest.raises(ZeroDivisionError), folder.act("half") as act:
        act.insert("clients", {"name": "Dee"})
        raise ZeroDivisionError
    assert file_states(place) == before
    assert not folder.caseload.documents("clients")


def test_an_act_that_changes_nothing_writes_nothing(folder, place, save, file_states):
    id = save(folder, "Dee")
    before = file_states(place)
    with folder.act("nothing") as act:
        act.update("clients", id, {"name": "Dee"})
        gone = act.insert("clients", {"name": "Ed"})
        act.remove("clients", gone)
    assert file_states(place) == before


def test_an_act_sees_what_it_has_done_so_far(folder):
    with folder.act("two steps") as act:
        id = act.insert("clients", {"name": "Dee"})
        act.update("clients", id, {"pronouns": "she"})
        assert act.get("clients", id)["pronouns"] == "she"
    assert len((folder.path / "caseload.journal").read_bytes().splitlines()) == 2


def test_every_record_gets_a_number_a_uid_and_the_instant_of_its_first_save(folder):
    with folder.act("person, Dee") as act:
        id = act.insert("clients", {"name": "Dee"})
    document = folder.caseload.documents("clients")[id]
    assert (id, len(document["uid"]), document["written_at"]) == (1, 32, "2026-11-23T22:02:00Z")


def test_a_uid_and_a_number_that_came_with_a_record_are_kept(folder):
    with folder.act("import") as act:
        id = act.insert("clients", {"name": "Dee", "uid": "f" * 32}, wanted_id=7)
        other = act.insert("clients", {"name": "Ed"}, wanted_id=7)
        third = act.insert("clients", {"name": "Jo"}, wanted_id=3)
    assert (id, other, third) == (7, 8, 3)
    assert folder.caseload.documents("clients")[7]["uid"] == "f" * 32


def test_fields_nobody_here_knows_stay(folder, open_folder, save):
    id = save(folder, "Dee", from_the_future={"deep": [1, 2]})
    with folder.act("change") as act:
        act.update("clients", id, {"pronouns": "she"}, drop=["written_at"])
    document = open_folder().caseload.documents("clients")[id]
    assert document["from_the_future"] == {"deep": [1, 2]}
    assert "written_at" not in document


def test_a_record_that_is_gone_is_refused_in_words(folder):
    with pytest.raises(NotFound, match="Number 4 is not among the clients"), folder.act("change") as act:
        act.update("clients", 4, {"name": "Dee"})


def test_what_json_cannot_hold_is_refused_and_nothing_is_written(folder, place, file_states):
    before = file_states(place)
    with pytest.raises(RequestRefused), folder.act("odd") as act:
        act.insert("clients", {"name": "\ud800"})
    assert file_states(place) == before


def test_a_number_is_never_given_twice_even_after_removal_folding_and_reopening(folder, open_folder, save):
    first = save(folder, "Dee")
    with folder.act("person removed") as act:
        act.remove("clients", first)
    folder.compact(force=True)
    assert save(open_folder(), "Ed") == first + 1


def test_a_number_is_not_given_again_after_undo(folder, open_folder, save):
    first = save(folder, "Dee")
    folder.undo()
    assert save(open_folder(), "Ed") == first + 1


def test_act_numbers_rise_over_both_ledgers_and_a_later_act_may_join_an_earlier_one(folder):
    with folder.act("note") as note:
        note.insert("clients", {"name": "Dee"})
    with folder.act("page") as page:
        page.insert("reflections", {"on": "2026-11-23"})
    with folder.act("themes", of=note.number) as joined:
        joined.insert("themes_seen", {"theme": "hope"})
    assert (note.number, page.number, joined.number) == (1, 2, 1)


def test_what_was_undone_is_not_joined(folder, save):
    save(folder, "Dee")
    folder.undo()
    with pytest.raises(RequestRefused, match="undone"), folder.act("themes", of=1) as act:
        act.insert("themes_seen", {"theme": "hope"})


def test_memory_holds_what_the_disk_holds_and_shares_nothing_with_the_caller(folder, open_folder):
    fields = {"name": "Dee", "also": ("D", "Deena"), "deep": {"list": [1]}}
    with folder.act("person") as act:
        id = act.insert("clients", fields)
    fields["deep"]["list"].append(2)
    document = folder.caseload.documents("clients")[id]
    assert document["also"] == ["D", "Deena"] and document["deep"] == {"list": [1]}
    assert document == open_folder().caseload.documents("clients")[id]


def test_the_tables_named_here_are_those_of_the_records():
    assert tuple(CASELOAD_TABLES) == CASELOAD_ORDER
    assert tuple(NOTEBOOK_TABLES) == NOTEBOOK_ORDER


def test_listeners_hear_what_changed_after_it_did(folder, save):
    heard = []
    folder.subscribe(
        lambda ledger, changes: heard.append((ledger, changes, len(folder.caseload.documents("clients"))))
    )
    save(folder, "Dee")
    (ledger, changes, people) = heard[0]
    assert (ledger, people, changes[0].table, changes[0].before) == ("caseload", 1, "clients", None)


def test_a_listener_in_trouble_does_not_unsay_a_save(folder, open_folder, save, names):
    def stumble(ledger, changes):
        raise ValueError(ledger)

    folder.subscribe(stumble)
    save(folder, "Dee")
    assert names(open_folder()) == ["Dee"]


def test_files_and_folders_are_for_their_owner_alone_whatever_the_umask(folder, save):
    save(folder, "Dee")
    folder.compact(force=True)
    for at in (folder.path, *folder.path.rglob("*")):
        assert at.stat().st_mode & 0o777 == (0o700 if at.is_dir() else 0o600), at


def test_no_word_of_a_record_is_in_the_state_folder(folder, save, home_of_its_own):
    save(folder, "Deliah Quince")
    kept = [at.read_text() for at in Path(home_of_its_own / "mentor-state").rglob("*") if at.is_file()]
    assert kept and not any("Deliah" in text for text in kept)
