"""Backups that make themselves: only of what changed, proven, copied, and never in anyone's way."""

from types import SimpleNamespace

import pytest

from store.backup import create, listing
from store.backup_copy import copy_to
from store.backup_keeping import auto_backup, newest_with_all, proven_backup
from store.backup_manifest import BackupRefused
from store.backup_proof import last_proven, verify
from store.clock import FixedClock, moment_from
from store.errors import MentorError
from store.folder import DataFolder


def test_what_changed_is_backed_up_and_proven(folder, clock, save):
    save(folder, "Dee")
    made = auto_backup(folder, clock, "quit")
    assert (made.counts["clients"], made.why) == (1, "quit")
    assert last_proven(folder.path) == (made, clock.now().at)


def test_what_has_not_changed_is_not_backed_up_again(folder, clock, save):
    save(folder, "Dee")
    made = auto_backup(folder, clock, "quit")
    assert auto_backup(folder, clock, "quit") is None
    assert proven_backup(folder, clock, "rekey") == made
    save(folder, "Jo")
    assert auto_backup(folder, clock, "import").counts["clients"] == 2
    assert len(listing(folder.path)) == 2


def test_a_backup_that_was_never_proven_does_not_count(folder, clock, save):
    save(folder, "Dee")
    made = create(folder, clock)
    assert newest_with_all(folder) is None
    verify(made.path, clock)
    assert newest_with_all(folder) == made


def test_what_keeps_it_from_being_made_is_told_and_nothing_raised(folder, clock, save, monkeypatch):
    save(folder, "Dee")
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=10))
    told = []
    assert auto_backup(folder, clock, "quit", tell=told.append) is None
    assert len(told) == 1 and told[0].startswith("No backup was made: it needs")
    with pytest.raises(MentorError):
        proven_backup(folder, clock, "rekey")


def test_a_copy_goes_where_she_wants_it(folder, clock, save, tmp_path):
    (tmp_path / "stick").mkdir()
    save(folder, "Dee")
    told = []
    made = auto_backup(folder, clock, "quit", to=tmp_path / "stick", tell=told.append)
    assert (tmp_path / "stick" / made.name).read_bytes() == made.path.read_bytes()
    assert told == []


def test_a_stick_that_is_not_plugged_in_is_said_once_and_nothing_is_made_in_its_place(
    folder, clock, save, tmp_path
):
    save(folder, "Dee")
    told = []
    assert auto_backup(folder, clock, "quit", to=tmp_path / "stick", tell=told.append) is not None
    assert told == [f"The backup was not copied to {tmp_path / 'stick'}: it is not there just now."]
    assert not (tmp_path / "stick").exists()


def test_an_encrypted_folder_is_backed_up_with_its_own_keys(place, clock, save, own_lock):
    with DataFolder.create(place, clock, own_lock.lock) as folder:
        save(folder, "Quillon")
        made = auto_backup(folder, clock, "quit")
        assert made.is_encrypted and made.counts == {}
        assert b"Quillon" not in made.path.read_bytes() and b"clients" not in made.path.read_bytes()
        assert newest_with_all(folder) == made


# Copies


@pytest.fixture
def archive(folder, clock, save):
    save(folder, "Dee")
    return create(folder, clock).path


def test_a_copy_that_is_there_already_is_not_written_again(archive, tmp_path):
    first = copy_to(archive, tmp_path)
    before = first.stat()
    assert copy_to(archive, tmp_path) == first
    assert first.stat() == before


def test_another_file_of_that_name_is_left_alone(archive, tmp_path):
    (tmp_path / archive.name).write_text("mine")
    assert copy_to(archive, tmp_path).name == f"{archive.stem}-copy-2.tar"
    assert (tmp_path / archive.name).read_text() == "mine"


def test_a_copy_into_a_data_folder_is_refused(archive, folder):
    with pytest.raises(BackupRefused, match="lies in a data folder itself"):
        copy_to(archive, folder.path / "history")


def test_a_stick_that_is_too_small_is_said_before_anything_is_written(archive, tmp_path, monkeypatch):
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=10))
    with pytest.raises(BackupRefused, match="No copy was made: it needs"):
        copy_to(archive, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_stick_that_gives_back_other_bytes_is_said_and_keeps_nothing(archive, tmp_path, monkeypatch):
    import os

    (tmp_path / "stick").mkdir()
    whole_write = os.write

    def forgets(handle, content):
        whole_write(handle, bytes(len(content)))
        return len(content)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", forgets)
        with pytest.raises(BackupRefused, match="gives back other bytes"):
            copy_to(archive, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_clock_that_is_behind_makes_backups_all_the_same(folder, clock, save):
    save(folder, "Dee")
    auto_backup(folder, clock, "quit")
    save(folder, "Jo")
    earlier = FixedClock(moment_from("2026-11-20T09:00", "America/Vancouver"))
    assert auto_backup(folder, earlier, "quit") is not None
    assert len(listing(folder.path)) == 2


def test_a_stick_that_is_plugged_in_later_gets_the_newest_copy(folder, clock, save, tmp_path):
    save(folder, "Dee")
    made = auto_backup(folder, clock, "quit", to=tmp_path / "stick")
    (tmp_path / "stick").mkdir()
    assert auto_backup(folder, clock, "quit", to=tmp_path / "stick") is None
    assert [path.name for path in (tmp_path / "stick").iterdir()] == [made.name]
