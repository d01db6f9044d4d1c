"""Backups: one file that holds everything, and can be proved and brought back."""

import json
import os
import resource
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from store import backup
from store.backup_manifest import BackupRefused
from store.backup_proof import verify
from store.backup_restore import restore
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.errors import SaveFailed
from store.folder import DataFolder
from store.records import Client

CLOCK = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with two people, a reflection, a fold, a draft, a line in the inbox and settings."""
    path = tmp_path / "data"
    with DataFolder.create(path, CLOCK) as folder:
        caseload = Caseload(folder, CLOCK)
        caseload.add(Client(name="Dee"))
        folder.compact(force=True)
        caseload.add(Client(name="Jo"))
        with folder.act("reflection") as act:
            act.insert("reflections", {"on": "2026-11-23", "words": "mine"})
    (path / "drafts" / "note.1.0.json").write_text("{}")
    (path / "inbox" / "20261123T220200Z-0a.json").write_text("{}")
    (path / "settings.json").write_text("{}")
    return path


@pytest.fixture
def folder(data: Path) -> Iterator[DataFolder]:
    with DataFolder.open(data, CLOCK) as opened:
        yield opened


def _names(path: Path) -> list[str]:
    with tarfile.open(path) as packed:
        return packed.getnames()


def _people(path: Path) -> list[str]:
    with DataFolder.open(path, CLOCK) as folder:
        return [client.name for client in Caseload(folder, CLOCK).people()]


def test_its_name_is_the_day_and_time_and_nothing_else(folder: DataFolder) -> None:
    assert backup.create(folder, CLOCK).name == "backup-2026-11-23-140200.tar"


def test_a_second_one_in_the_same_second_has_a_name_of_its_own(folder: DataFolder) -> None:
    names = {backup.create(folder, CLOCK).name, backup.create(folder, CLOCK).name}
    assert names == {"backup-2026-11-23-140200.tar", "backup-2026-11-23-140200-2.tar"}


def test_it_counts_what_is_in_it(folder: DataFolder) -> None:
    made = backup.create(folder, CLOCK)
    assert (made.counts["clients"], made.counts["reflections"], made.counts["contacts"]) == (2, 1, 0)
    assert str(made.made_at) == "2026-11-23 14:02:00-08:00"


def test_everything_kept_is_in_it_and_nothing_else(folder: DataFolder) -> None:
    (folder.path / "backups" / "old.txt").write_text("x")
    (folder.path / "Dee's papers.txt").write_text("x")
    made = backup.create(folder, CLOCK)
    assert sorted(_names(made.path)) == [
        "SHA256SUMS",
        "caseload.journal",
        "caseload.json",
        "drafts/note.1.0.json",
        "history/caseload-000000001-000000001.journal",
        "inbox/20261123T220200Z-0a.json",
        "manifest.json",
        "notebook.journal",
        "notebook.json",
        "settings.json",
        "store.json",
    ]


def test_it_is_for_the_owner_alone_and_leaves_nothing_beside_it(folder: DataFolder) -> None:
    made = backup.create(folder, CLOCK)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in made.path.parent.iterdir()] == [made.name]


def test_the_same_data_gives_the_same_bytes(folder: DataFolder) -> None:
    first, second = backup.create(folder, CLOCK), backup.create(folder, CLOCK)
    assert first.path.read_bytes() == second.path.read_bytes()


def test_what_another_program_just_saved_is_in_it(data: Path, folder: DataFolder) -> None:
    with DataFolder.open(data, CLOCK) as other:
        Caseload(other, CLOCK).add(Client(name="Sam"))
    made = backup.create(folder, CLOCK)
    assert made.counts["clients"] == 3
    assert verify(made.path, CLOCK).counts["clients"] == 3


def test_links_in_the_data_folder_are_not_followed(folder: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("elsewhere")
    (folder.path / "drafts" / "note.2.0.json").symlink_to(tmp_path / "secret")
    made = backup.create(folder, CLOCK)
    assert "drafts/note.2.0.json" not in _names(made.path)


def test_the_newest_is_listed_first(folder: DataFolder) -> None:
    backup.create(folder, CLOCK)
    later = FixedClock(moment_from("2026-11-24T09:00", "America/Vancouver"))
    backup.create(folder, later)
    names = [one.name for one in backup.listing(folder.path)]
    assert names == ["backup-2026-11-24-090000.tar", "backup-2026-11-23-140200.tar"]


def test_a_damaged_one_is_listed_with_what_is_wrong(folder: DataFolder) -> None:
    made = backup.create(folder, CLOCK)
    made.path.write_bytes(made.path.read_bytes()[:-30])
    (listed,) = backup.listing(folder.path)
    assert "cut short" in listed.problem


def test_a_folder_without_backups_lists_none(tmp_path: Path) -> None:
    assert backup.listing(tmp_path) == ()


def test_it_opens_by_hand_with_tar_and_sha256sum(folder: DataFolder, tmp_path: Path) -> None:
    made = backup.create(folder, CLOCK)
    by_hand = tmp_path / "by-hand"
    by_hand.mkdir()
    for words in (["tar", "xf", str(made.path)], ["sha256sum", "--strict", "-c", "SHA256SUMS"]):
        done = subprocess.run(words, cwd=by_hand, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
    assert _people(by_hand) == ["Dee", "Jo"]


def test_an_archive_of_an_earlier_mentor_is_listed_with_what_to_do(folder: DataFolder) -> None:
    (folder.path / "backups" / "backup-2026-01-01-120000.zip").write_bytes(b"PK")
    (listed,) = backup.listing(folder.path)
    assert "Unzip it into an empty folder" in listed.problem


def test_no_space_is_said_before_anything_is_written(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=1_000))
    with pytest.raises(BackupRefused, match=r"No backup was made: it needs .* and there are 1 KB free"):
        backup.create(folder, CLOCK)
    assert list((folder.path / "backups").iterdir()) == []


def test_what_is_restored_is_what_was_saved(folder: DataFolder, tmp_path: Path) -> None:
    made = backup.create(folder, CLOCK)
    restore(made.path, tmp_path / "again", CLOCK)
    assert _people(tmp_path / "again") == ["Dee", "Jo"]
    assert (tmp_path / "again" / "drafts" / "note.1.0.json").read_text() == "{}"
    assert (tmp_path / "again" / "settings.json").exists()


def test_a_restored_folder_keeps_its_history_and_can_undo(folder: DataFolder, tmp_path: Path) -> None:
    made = backup.create(folder, CLOCK)
    restore(made.path, tmp_path / "again", CLOCK)
    with DataFolder.open(tmp_path / "again", CLOCK) as again:
        assert [past.label for past in again.history()] == ["reflection", "person, Jo", "person, Dee"]
        assert again.undo().label == "reflection"


def test_a_restored_folder_goes_its_own_way(folder: DataFolder, tmp_path: Path) -> None:
    made = backup.create(folder, CLOCK)
    restore(made.path, tmp_path / "again", CLOCK)
    with DataFolder.open(tmp_path / "again", CLOCK) as again:
        assert again.store_id == folder.store_id
        assert again.caseload.ledger.header.lineage != folder.caseload.ledger.header.lineage
        assert again.notices == ()


def test_a_restored_folder_is_for_the_owner_alone(folder: DataFolder, tmp_path: Path) -> None:
    restore(backup.create(folder, CLOCK).path, tmp_path / "again", CLOCK)
    found = [tmp_path / "again", *(tmp_path / "again").rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in found if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in found if path.is_file()} == {0o600}


def test_an_empty_folder_may_be_filled(folder: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    restore(backup.create(folder, CLOCK).path, tmp_path / "again", CLOCK)
    assert _people(tmp_path / "again") == ["Dee", "Jo"]


def test_a_folder_that_holds_anything_is_never_written_over(folder: DataFolder, tmp_path: Path) -> None:
    made = backup.create(folder, CLOCK)
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "mine.txt").write_text("mine")
    with pytest.raises(BackupRefused, match="not empty"):
        restore(made.path, tmp_path / "again", CLOCK)
    assert [path.name for path in (tmp_path / "again").iterdir()] == ["mine.txt"]


def test_the_live_folder_is_never_written_over(folder: DataFolder, data: Path) -> None:
    made = backup.create(folder, CLOCK)
    with pytest.raises(BackupRefused):
        restore(made.path, data, CLOCK)


@pytest.mark.parametrize("name", ["backup-2026-11-23-140200.tar", "backup-2026-11-23-140200"])
def test_a_backup_is_found_by_its_name(folder: DataFolder, name: str) -> None:
    made = backup.create(folder, CLOCK)
    assert backup.named(folder.path, name) == made.path


def test_a_backup_is_found_by_its_path(folder: DataFolder, tmp_path: Path) -> None:
    elsewhere = backup.create(folder, CLOCK).path.rename(tmp_path / "stick.tar")
    assert backup.named(folder.path, str(elsewhere)) == elsewhere


def test_a_name_nobody_gave_is_said(folder: DataFolder) -> None:
    with pytest.raises(BackupRefused, match="There is no such backup"):
        backup.named(folder.path, "../store.json")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_backup_that_cannot_be_written_is_said(folder: DataFolder) -> None:
    (folder.path / "backups").chmod(0o500)
    with pytest.raises(SaveFailed, match="No backup was made"):
        backup.create(folder, CLOCK)


def test_a_file_in_place_of_the_backups_folder_is_said(folder: DataFolder) -> None:
    (folder.path / "backups").rmdir()
    (folder.path / "backups").write_text("")
    with pytest.raises(SaveFailed, match="No backup was made"):
        backup.create(folder, CLOCK)


def test_a_full_disk_is_said_and_leaves_nothing_behind(folder: DataFolder) -> None:
    (folder.path / "drafts" / "note.9.0.json").write_bytes(b"x" * 200_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(SaveFailed, match="No backup was made: the disk is full"):
            backup.create(folder, CLOCK)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list((folder.path / "backups").iterdir()) == []


def test_the_manifest_holds_no_words_of_anyone(folder: DataFolder) -> None:
    with tarfile.open(backup.create(folder, CLOCK).path) as packed:
        words = packed.extractfile("manifest.json").read()
    assert set(json.loads(words)) == {
        "kind", "format", "made_at", "why", "store", "lineage", "schema", "encrypted", "seqs", "counts",
        "lost_references", "seal",
    }  # fmt: skip
    assert b"Dee" not in words
