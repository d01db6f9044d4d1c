"""The proof of a backup is a real restore; when it was is written down, and holds for that very file."""

import pytest

from store.backup import create, look
from store.backup_keeping import with_keys
from store.backup_proof import last_proven, proofs, verify
from store.backup_room import left_over, room
from store.clock import FixedClock, moment_from
from store.errors import StoreDamaged
from store.folder import DataFolder
from store.in_use import alone

LATER = FixedClock(moment_from("2026-11-24T09:00", "America/Vancouver"))


@pytest.fixture
def made(folder, clock, save):
    save(folder, "Dee")
    return create(folder, clock)


def names(backup):
    return sorted(path.name for path in backup.path.parent.iterdir())


def test_proving_leaves_the_archive_as_it_was_and_writes_down_when(folder, clock, made):
    before = made.path.read_bytes()
    assert verify(made.path, clock) == made
    assert names(made) == [made.name, "proofs.json"]
    assert made.path.read_bytes() == before
    assert last_proven(folder.path) == (made, clock.now().at)


def test_a_backup_that_was_changed_since_is_no_longer_proven(folder, clock, made):
    verify(made.path, clock)
    made.path.write_bytes(made.path.read_bytes() + b"x")
    assert last_proven(folder.path) is None


def test_the_newest_of_those_that_were_proven_is_named(folder, clock, made):
    verify(made.path, clock)
    second = create(folder, LATER)
    assert last_proven(folder.path)[0] == made
    verify(second.path, LATER)
    assert last_proven(folder.path) == (second, LATER.now().at)


def test_what_a_proof_that_was_stopped_left_is_swept_at_the_next_one(clock, made):
    (made.path.parent / ".mentor-work-x" / "room").mkdir(parents=True)
    with room(made.path.parent) as at_work:
        verify(made.path, clock)
        assert at_work.is_dir()
    assert names(made) == [made.name, "proofs.json"]


def test_what_a_stopped_restore_had_built_is_named_and_swept_by_the_next_backup(folder, clock, save):
    (folder.path / ".next" / "history").mkdir(parents=True)
    assert left_over(folder.path) == [folder.path / ".next"]
    create(folder, clock)
    assert left_over(folder.path) == []


def test_what_is_just_being_built_is_left_alone(folder, clock):
    (folder.path / ".next").mkdir()
    with alone(folder.path):
        create(folder, clock)
    assert left_over(folder.path) == [folder.path / ".next"]


def test_a_record_that_points_at_one_that_is_gone_is_counted_and_no_reason_to_refuse(folder, clock):
    with folder.act("note") as act:
        act.insert("contacts", {"client_ids": [7], "words": "x"})
    made = create(folder, clock)
    verify(made.path, clock)
    assert proofs(folder.path)[made.name].lost_references == 1


@pytest.mark.parametrize("is_encrypted", [True, False])
def test_a_count_of_lost_references_that_is_not_that_of_its_making_is_refused(
    tmp_path, clock, own_lock, monkeypatch, is_encrypted
):
    lock = own_lock.lock if is_encrypted else None
    with DataFolder.create(tmp_path / "D", clock, lock) as folder:
        with folder.act("note") as act:
            act.insert("contacts", {"client_ids": [7], "words": "x"})
        made = create(folder, clock)
        verify(made.path, clock, with_keys(folder.keys))
        assert look(made.path).problem == "" and proofs(folder.path)[made.name].lost_references == 1
        monkeypatch.setattr("store.backup_proof.lost_count", lambda _: 2)
        with pytest.raises(StoreDamaged, match="not what its manifest says"):
            verify(made.path, clock, with_keys(folder.keys))


@pytest.mark.parametrize("is_encrypted", [True, False])
def test_a_backup_made_before_they_were_counted_is_proven_still(
    tmp_path, clock, own_lock, monkeypatch, is_encrypted
):
    lock = own_lock.lock if is_encrypted else None
    with DataFolder.create(tmp_path / "D", clock, lock) as folder:
        with monkeypatch.context() as earlier:
            earlier.setattr("store.backup.lost_count", lambda _: None)
            made = create(folder, clock)
        assert b"lost_references" not in made.path.read_bytes()
        verify(made.path, clock, with_keys(folder.keys))


def test_an_encrypted_one_shows_nobody_how_many_are_lost(tmp_path, clock, own_lock):
    with DataFolder.create(tmp_path / "D", clock, own_lock.lock) as folder:
        with folder.act("note") as act:
            act.insert("contacts", {"client_ids": [7], "words": "x"})
        assert b'"lost_references": 0' in create(folder, clock).path.read_bytes()


@pytest.mark.parametrize(
    "words", [b"", b"[]", b"{", b'{"proofs": [{"name": 1}]}', b'{"proofs": [7]}', b"\xff"]
)
def test_a_list_of_proofs_that_cannot_be_read_proves_nothing(folder, clock, made, words):
    (made.path.parent / "proofs.json").write_bytes(words)
    assert last_proven(folder.path) is None
    verify(made.path, clock)
    assert last_proven(folder.path)[0] == made


def test_an_archive_on_a_stick_is_proved_and_leaves_nothing_there(folder, clock, made, tmp_path):
    (tmp_path / "stick").mkdir()
    on_stick = made.path.rename(tmp_path / "stick" / made.name)
    verify(on_stick, clock, work_in=folder.path / "backups")
    assert list(on_stick.parent.iterdir()) == [on_stick]
    assert list((folder.path / "backups").iterdir()) == []


def test_a_proof_that_the_disk_refuses_is_said_and_leaves_nothing(clock, made, faults):
    import errno

    faults.at(12, OSError(errno.ENOSPC, "x"))
    with pytest.raises(StoreDamaged, match="could not be proved: the disk is full"):
        verify(made.path, clock)
    faults.never()
    assert not [name for name in names(made) if name.startswith(".")]
