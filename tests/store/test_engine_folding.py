"""Folding the journal into the snapshot: readable by stock TinyDB, and safe to stop anywhere."""

import contextlib
import errno
import json

import pytest
from tinydb import TinyDB, where

from store.errors import MentorError
from store.folder import DataFolder


def test_stock_tinydb_reads_every_table_of_a_folded_caseload(folder, save):
    save(folder, "Dee")
    save(folder, "note", table="contacts")
    folder.compact(force=True)
    with TinyDB(folder.path / "caseload.json") as stock:
        assert {"_meta", "clients", "contacts", "services"} <= stock.tables()
        assert stock.table("clients").get(where("name") == "Dee").doc_id == 1
        assert stock.table("_meta").get(doc_id=1)["seq"] == 2
    assert next(iter(json.loads((folder.path / "caseload.json").read_bytes()))) == "_meta"


def test_what_stock_tinydb_wrote_is_noticed_and_taken_over(folder, open_folder, save, names):
    save(folder, "Dee")
    folder.compact(force=True)
    save(folder, "Ed")
    folder.close()
    with TinyDB(folder.path / "caseload.json") as stock:
        stock.table("clients").update({"pronouns": "she"}, doc_ids=[1])
        stock.table("goals").insert({"words": "a place of my own"})
    again = open_folder()
    assert "Another program changed caseload.json" in again.notices[0]
    assert names(again) == ["Dee", "Ed"]
    assert again.caseload.documents("clients")[1]["pronouns"] == "she"
    assert save(again, "more", table="goals") == 2
    assert open_folder().notices == ()


def test_what_stock_tinydb_wrote_in_the_place_of_a_record_is_kept_aside(folder, open_folder, save, names):
    save(folder, "Dee")
    folder.compact(force=True)
    save(folder, "Ed")
    folder.close()
    with TinyDB(folder.path / "caseload.json") as stock:
        stock.table("clients").insert({"name": "Somebody else"})
    again = open_folder()
    assert names(again) == ["Dee", "Ed"] and "kept in quarantine" in again.notices[0]
    kept = next((folder.path / "quarantine").iterdir())
    assert b"Somebody else" in kept.read_bytes()


def test_what_stock_tinydb_wrote_under_an_open_folder_is_not_written_over(folder, open_folder, save):
    save(folder, "Dee")
    folder.compact(force=True)
    with TinyDB(folder.path / "caseload.json") as stock:
        stock.table("goals").insert({"words": "a place of my own"})
    save(folder, "Ed")
    folder.compact(force=True)
    assert folder.caseload.documents("goals")[1]["words"] == "a place of my own"
    assert open_folder().caseload.documents("goals")[1]["words"] == "a place of my own"


def test_the_large_table_is_the_same_read_at_once_one_by_one_or_in_steps(folder, open_folder):
    with folder.act("many") as act:
        for number in range(1, 900):
            act.insert("contacts", {"words": f"note {number} “é” {'x' * 300}", "n": number})
    folder.compact(force=True)
    at_once, one_by_one, in_steps = open_folder(), open_folder(), open_folder()
    truth = dict(folder.caseload.documents("contacts"))
    assert dict(at_once.caseload.documents("contacts")) == truth
    assert all(one_by_one.caseload.documents("contacts")[id] == truth[id] for id in (1, 17, 899))
    assert one_by_one.caseload.documents("contacts").get(900) is None
    assert len(list(in_steps.load_steps())) > 3
    assert dict(in_steps.caseload.documents("contacts")) == truth


def test_changes_made_while_the_large_table_is_being_read_are_kept(folder, open_folder):
    with folder.act("many") as act:
        for number in range(1, 900):
            act.insert("contacts", {"words": "x" * 300, "n": number})
    folder.compact(force=True)
    again = open_folder()
    steps = again.load_steps()
    next(steps)
    with again.act("meanwhile") as act:
        act.update("contacts", 1, {"words": "changed"})
        act.remove("contacts", 2)
        added = act.insert("contacts", {"words": "new"})
    list(steps)
    documents = again.caseload.documents("contacts")
    assert (documents[1]["words"], 2 in documents, documents[added]["words"]) == ("changed", False, "new")
    assert dict(documents) == dict(open_folder().caseload.documents("contacts"))


def test_a_short_journal_is_left_alone_and_a_long_one_is_folded(folder, save):
    save(folder, "Dee")
    assert folder.compact() is False
    with folder.act("long") as act:
        act.insert("contacts", {"words": "x" * 1_100_000})
    assert folder.compact() is True
    assert len((folder.path / "caseload.journal").read_bytes().splitlines()) == 1


def test_a_folded_journal_is_kept_as_it_was(folder, save):
    save(folder, "Dee")
    before = (folder.path / "caseload.journal").read_bytes()
    folder.compact(force=True)
    kept = folder.path / "history" / "caseload-000000001-000000001.journal"
    assert kept.read_bytes() == before


def test_a_stop_at_any_call_of_a_fold_loses_nothing(place, clock, save, names, faults, stopped):
    call, was_hit = 0, True
    while was_hit:
        call += 1
        at = place.with_name(f"mentor-{call}")
        folder = beginning(at, clock, save)
        faults.at(call, stopped())
        with contextlib.suppress(stopped):
            folder.compact(force=True)
        was_hit = bool(faults.hit)
        faults.never()
        folder.close()
        check_all_is_there(at, clock, save, names)
    assert call > 20


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_fault_at_any_call_of_a_fold_loses_nothing_and_work_goes_on(
    place, clock, save, names, faults, number
):
    call, was_hit = 0, True
    while was_hit:
        call += 1
        at = place.with_name(f"mentor-{call}")
        with beginning(at, clock, save) as folder:
            faults.at(call, OSError(number, "x"))
            try:
                folder.compact(force=True)
            except MentorError as error:
                assert str(error).startswith("Could not save")
            was_hit = bool(faults.hit)
            faults.never()
            save(folder, "Kim")
            folder.undo()
        check_all_is_there(at, clock, save, names)


def beginning(at, clock, save):
    folder = DataFolder.create(at, clock)
    save(folder, "Dee")
    folder.compact(force=True)
    save(folder, "Ed")
    save(folder, "Jo")
    return folder


def check_all_is_there(at, clock, save, names):
    with DataFolder.open(at, clock) as folder:
        assert (names(folder), folder.read_only_reason, folder.notices) == (["Dee", "Ed", "Jo"], "", ())
        labels = [act.label for act in folder.history() if not act.is_undo and not act.undone]
        assert labels == ["person, Jo", "person, Ed", "person, Dee"]
        save(folder, "Lou")
        folder.compact(force=True)
    with DataFolder.open(at, clock) as folder:
        assert names(folder) == ["Dee", "Ed", "Jo", "Lou"]
        assert [folder.undo().label for _ in range(4)][-1] == "person, Dee"
    assert not list(at.glob("*.new"))
