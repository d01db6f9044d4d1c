"""Whatever happens to the files: what is good is shown, nothing is changed, and it is said."""

import shutil
from pathlib import Path

import pytest

from store.errors import RequestRefused, StoreReadOnly
from store.folder import DataFolder


@pytest.fixture
def saved(folder, save):
    """A folder with a snapshot of two people and a journal of two more, closed."""
    save(folder, "Dee")
    save(folder, "Ed", table="contacts")
    folder.compact(force=True)
    save(folder, "Jo")
    with folder.act("page") as act:
        act.insert("reflections", {"words": "slow day"})
        act.insert("clients", {"name": "Kim"})
    folder.close()
    return folder.path


def forget_this_machine(home):
    shutil.rmtree(home / "mentor-state", ignore_errors=True)


def test_a_save_cut_short_is_set_aside_and_said(saved, open_folder, names, home_of_its_own):
    forget_this_machine(home_of_its_own)
    journal = saved / "caseload.journal"
    journal.write_bytes(journal.read_bytes()[:-20])
    again = open_folder()
    assert names(again) == ["Dee", "Jo"]
    assert again.read_only_reason == ""
    assert "interrupted before it was confirmed" in again.notices[0]
    kept = next((saved / "quarantine").iterdir())
    assert b"Kim" in kept.read_bytes() and kept.name in again.notices[0]
    assert open_folder().notices == ()


def test_a_confirmed_save_that_is_cut_short_is_damage(saved, open_folder, names, file_states):
    journal = saved / "caseload.journal"
    journal.write_bytes(journal.read_bytes()[:-20])
    before = file_states(saved)
    again = open_folder()
    assert names(again) == ["Dee", "Jo"]
    assert "caseload.journal is damaged after save 3" in again.read_only_reason
    assert file_states(saved) == before


def test_a_damaged_journal_opens_for_reading_names_what_is_good_and_offers_the_backup(
    saved, open_folder, names, file_states
):
    (saved / "backups" / "2026-11-22.mentor").write_bytes(b"an archive")
    journal = saved / "caseload.journal"
    journal.write_bytes(journal.read_bytes().replace(b"Jo", b"Bo"))
    before = file_states(saved)
    again = open_folder()
    assert names(again) == ["Dee"]
    assert "after save 2" in again.read_only_reason and "2026-11-22.mentor" in again.read_only_reason
    with pytest.raises(StoreReadOnly, match="damaged"), again.act("more"):
        pass
    assert file_states(saved) == before


def test_two_lines_in_the_wrong_order_are_noticed(saved, open_folder):
    journal = saved / "caseload.journal"
    header, first, second = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(header + second + first)
    assert "damaged" in open_folder().read_only_reason


def test_a_damaged_snapshot_shows_every_record_that_can_be_read(saved, open_folder, names):
    snapshot = saved / "caseload.json"
    snapshot.write_bytes(snapshot.read_bytes().replace(b'{"name":"Ed"', b'{"name:"Ed"'))
    again = open_folder()
    assert names(again) == ["Dee"]
    assert "caseload.json is damaged: 1 records can be read, 1 cannot" in again.read_only_reason


@pytest.mark.parametrize("missing", ["caseload.json", "caseload.journal", "notebook.journal", "store.json"])
def test_a_missing_file_is_said_and_nothing_is_made_anew(saved, open_folder, missing):
    (saved / missing).unlink()
    assert f"{missing} is missing" in open_folder().read_only_reason
    assert not (saved / missing).exists()


def test_a_folder_put_back_to_an_older_day_is_noticed(saved, open_folder, save, tmp_path):
    shutil.copytree(saved, tmp_path / "older")
    again = open_folder()
    save(again, "Lou")
    again.close()
    shutil.rmtree(saved)
    shutil.copytree(tmp_path / "older", saved)
    put_back = open_folder()
    assert "older than the one last used" in put_back.notices[0]
    assert put_back.read_only_reason == ""


def test_another_copy_with_other_saves_is_noticed(saved, open_folder, save, tmp_path, clock):
    shutil.copytree(saved, tmp_path / "copy")
    with open_folder() as again:
        save(again, "Lou")
    with DataFolder.open(tmp_path / "copy", clock) as copy:
        save(copy, "Max")
        assert "older" in copy.notices[0]
    assert "another copy" in open_folder().notices[0]


def test_a_restored_folder_that_goes_its_own_way_is_not_taken_for_an_old_one(
    saved, open_folder, save, tmp_path, clock
):
    shutil.copytree(saved, tmp_path / "restored")
    with open_folder() as again:
        save(again, "Lou")
    with DataFolder.open(tmp_path / "restored", clock) as restored:
        restored.begin_lineage()
        save(restored, "Max")
    with DataFolder.open(tmp_path / "restored", clock) as restored:
        assert restored.notices == ()
        assert restored.undo().label == "person, Max"
        assert restored.undo().label == "page"


def test_a_state_folder_that_cannot_be_kept_changes_nothing(
    place, clock, save, monkeypatch, tmp_path, open_folder
):
    (tmp_path / "in the way").write_text("")
    monkeypatch.setenv("MENTOR_STATE", str(tmp_path / "in the way"))
    with DataFolder.create(place, clock) as folder:
        save(folder, "Dee")
    assert open_folder().notices == ()


@pytest.mark.parametrize("name", ["caseload.json", "store.json"])
def test_a_newer_format_is_only_read(saved, open_folder, name):
    at = saved / name
    at.write_bytes(at.read_bytes().replace(b'"format":1', b'"format":2'))
    assert "newer mentor" in open_folder().read_only_reason


def test_files_of_two_folders_are_not_mixed(saved, open_folder, tmp_path, clock):
    DataFolder.create(tmp_path / "other", clock).close()
    for name in ("notebook.json", "notebook.journal"):
        shutil.copy(tmp_path / "other" / name, saved / name)
    assert "two different data folders" in open_folder().read_only_reason


def test_places_that_are_no_data_folder_are_refused_in_a_sentence(tmp_path, clock):
    (tmp_path / "file").write_text("x")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "letter.txt").write_text("x")
    for at in ("file", "foreign", "nowhere"):
        with pytest.raises(RequestRefused, match=at):
            DataFolder.open(tmp_path / at, clock)
    for at in ("file", "foreign"):
        with pytest.raises(RequestRefused, match=at):
            DataFolder.create(tmp_path / at, clock)
    assert [entry.name for entry in (tmp_path / "foreign").iterdir()] == ["letter.txt"]


def test_a_folder_is_not_made_where_one_is(saved, clock, file_states):
    before = file_states(saved)
    with pytest.raises(RequestRefused, match="already"):
        DataFolder.create(saved, clock)
    assert file_states(saved) == before


def test_a_creation_that_was_stopped_is_begun_again(saved, clock, tmp_path):
    half = tmp_path / "half"
    half.mkdir()
    (half / "history").mkdir()
    (half / "caseload.json.new").write_bytes(b"{")
    with DataFolder.create(half, clock) as folder:
        assert folder.read_only_reason == ""


def test_a_folder_opened_for_reading_is_not_touched(saved, open_folder, file_states):
    before = file_states(saved)
    reader = open_folder(read_only=True)
    with pytest.raises(StoreReadOnly), reader.act("more"):
        pass
    assert reader.compact() is False and file_states(saved) == before
    assert Path(saved / "lock").read_bytes() == b""
