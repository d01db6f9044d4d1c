"""Somebody is erased: not one of their words is left in any byte, and everything else is as it was."""

import shutil
from pathlib import Path

import pytest

from store.backup import listing
from store.backup_keeping import with_keys
from store.backup_proof import proofs, verify
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.doctor import examine
from store.erasing import Wish, erase, look
from store.errors import NotFound, RequestRefused
from store.folder import DataFolder
from store.head import state_folder
from store.records import Client, Contact
from tests.store.erasing.planted import NAME, found_in, planted, records


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture(scope="session", params=["plain", "encrypted"])
def made(request, tmp_path_factory, clock, own_lock):
    """The folder before, where it lies and with which keys it opens; made once."""
    place = tmp_path_factory.mktemp(request.param)
    lock = own_lock.lock if request.param == "encrypted" else None
    who, mia = planted(place / "data", clock, lock)
    return place, (lock.keys if lock else None), who, mia


@pytest.fixture
def before(made, tmp_path):
    place, keys, who, mia = made
    shutil.copytree(place, tmp_path / "place")
    return tmp_path / "place" / "data", keys, who, mia


@pytest.fixture(scope="session")
def erased_once(made, tmp_path_factory, clock):
    """The folder afterwards, and what was said; done once."""
    place, keys, who, _ = made
    there = tmp_path_factory.mktemp("erased") / "place"
    shutil.copytree(place, there)
    erased = erase(there / "data", clock, Wish((who,)), keys)
    assert found_in(state_folder(), keys) == []
    return there, erased


@pytest.fixture
def after(erased_once, made, tmp_path):
    _, keys, who, mia = made
    shutil.copytree(erased_once[0], tmp_path / "place")
    return tmp_path / "place" / "data", keys, who, mia


def test_not_one_word_of_theirs_is_left_in_any_byte_and_the_rest_is_as_it_was(
    made, erased_once, after, clock
):
    path, keys, _, mia = after
    assert len(found_in(made[0], keys)) > 60, "the search finds what was planted"
    with DataFolder.open(made[0] / "data", clock, read_only=True, keys=keys) as folder:
        was = records(folder)
    erased = erased_once[1]
    (path.parent / "two.pdf").unlink()
    assert found_in(path.parent, keys) == []
    assert erased.unreached == [] and len(erased.archives.written_anew) == 3
    with DataFolder.open(path, clock, keys=keys) as folder:
        now = records(folder)
    kept = {place: document for place, document in was.items() if place in now}
    changed = {place for place in kept if kept[place] != now[place]}
    assert {table for table, _ in changed} == {"contacts", "handed_on", "reflections"} and len(changed) == 3
    gone = {table for table, _ in set(was) - set(now)}
    assert gone >= {"clients", "appointments", "promises", "goals", "referrals", "consents", "contacts"}
    assert ("clients", mia) in now and now["contacts", 1] == was["contacts", 1]
    assert len([table for table, _ in now if table == "reflections"]) == 2
    assert not [one for one in examine(path, clock, keys) if one.severity == "trouble"]


def test_every_backup_is_proved_anew_and_what_comes_out_of_one_has_nobody_of_that_name(
    after, clock, tmp_path
):
    from store.backup_restore import restore

    path, keys, *_ = after
    assert set(proofs(path)) == {one.name for one in listing(path)} and len(proofs(path)) == 3
    for one in listing(path):
        verify(one.path, clock, with_keys(keys))
    restore(listing(path)[0].path, tmp_path / "again", clock, with_keys(keys))
    with DataFolder.open(tmp_path / "again", clock, keys=keys) as folder:
        assert [client.name for client in Caseload(folder, clock).people()] == ["Mia"]
    assert found_in(tmp_path / "again", keys) == []


def test_history_tells_it_without_a_name_and_undo_goes_on_with_what_was_others(made, after, clock):
    path, keys, *_ = after
    with DataFolder.open(made[0] / "data", clock, read_only=True, keys=keys) as folder:
        acts = [(act.number, act.at) for act in folder.history()]
    with DataFolder.open(path, clock, keys=keys) as folder:
        history = list(folder.history())
        assert history[0].label == "a person was erased"
        assert [(act.number, act.at) for act in history[1:]] == acts
        assert not [act.label for act in history if "Zebulon" in act.label or "Quartz" in act.label]
        assert folder.next_redo() is None
        touched = next(act for act in history if act.label == "about a person who was erased")
        with pytest.raises(RequestRefused, match="erased"):
            folder.undo(touched.number)
        undone = [folder.undo().label for _ in range(4)]
        assert undone == ["note, Mia", "reflection", "reflection", "saved view"]
        assert folder.next_undo().label == "note, Mia", "what is left of an act of both is passed by"
        folder.undo()
        with pytest.raises(RequestRefused, match="nothing left to undo"):
            folder.undo()
        folder.redo()
        assert Caseload(folder, clock).people()[0].name == "Mia"


def test_who_was_in_nothing_before_has_a_number_that_is_never_given_again(after, clock):
    path, keys, who, _ = after
    with DataFolder.open(path, clock, keys=keys) as folder:
        assert Caseload(folder, clock).add(Client(name="Ola")).records[0].id > who
    with pytest.raises(NotFound):
        erase(path, clock, Wish((who,)), keys)


def test_stripped_they_are_a_tally_of_days_hours_and_money_and_no_word_is_left(before, clock):
    path, keys, who, mia = before
    erase(path, clock, Wish((who,), strip=True), keys)
    (path.parent / "two.pdf").unlink()
    assert found_in(path.parent, keys) == []
    with DataFolder.open(path, clock, keys=keys) as folder:
        own, shared = (found for found in Caseload(folder, clock).all(Contact) if found.unnamed)
        kept = (own.unnamed, own.client_ids, own.minutes, own.mode, own.words, own.zone, own.at)
        assert kept == (1, (), 30, "phone", "", "", None)
        assert (shared.client_ids, shared.unnamed, shared.words) == ((mia,), 1, "soup for both")
        assert next(folder.history()).label == "a record was reduced to tallies"


def test_a_look_beforehand_counts_each_place_and_changes_nothing(before, clock):
    path, keys, who, _ = before
    (path / "backups" / "old.zip").write_bytes(b"PK")
    copies = path.parent / "stick"
    copies.mkdir()
    shutil.copy(listing(path)[0].path, copies)
    with DataFolder.open(path, clock, keys=keys) as folder:
        was = records(folder)
        preview = look(folder, Wish((who,)), copies)
        assert records(folder) == was
    assert preview.names == (NAME,) and preview.records["clients"] == 1 and preview.with_others == 1
    assert preview.small == {"drafts": 2, "inbox": 2, "quarantine": 1, "made-files": 2}
    assert (len(preview.pages), preview.aliases, preview.backups) == (1, 1, 3)
    assert [one.place.rpartition("/")[2] for one in preview.unreached] == ["old.zip", listing(path)[0].name]
    assert [Path(file).name for file in preview.files] == ["two.pdf"]
