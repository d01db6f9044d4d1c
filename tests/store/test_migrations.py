"""A folder of an earlier mentor is read, backed up, brought up to date at once, and never half."""

import contextlib
import shutil

import pytest

from store import migrations
from store.backup import create, listing
from store.backup_keeping import with_keys
from store.backup_proof import last_proven, verify
from store.backup_restore import restore
from store.errors import StoreDamaged, StoreReadOnly
from store.folder import DataFolder
from store.layout import SCHEMA
from store.migrations import Step, migrate, planned, up_to_date


def call_it_alias(ledger, tables):
    for document in tables.get("clients", {}).values():
        document["alias"] = document.pop("name")


@pytest.fixture(autouse=True)
def one_step(monkeypatch):
    """From the form before this one."""
    step = Step("A person's name is called an alias.", call_it_alias)
    monkeypatch.setattr(migrations, "STEPS", {SCHEMA - 1: step})


@pytest.fixture(params=["plain", "encrypted"])
def older(request, place, clock, save, own_lock):
    """A closed folder of the form before this one, with one person folded and one in the journal."""
    lock = own_lock.lock if request.param == "encrypted" else None
    with DataFolder.create(place, clock, lock) as folder:
        save(folder, "Dee")
        with folder.act("page") as act:
            act.insert("reflections", {"words": "mine"})
        for book in (folder.caseload, folder.notebook):
            book.ledger.memory.schema = SCHEMA - 1
        folder.rewrite(migrations.compaction.fold)
    return lock.keys if lock else None


def _aliases(folder):
    return [one.get("alias") for one in folder.caseload.documents("clients").values()]


def test_it_opens_for_reading_until_it_is_brought_up_to_date(place, clock, older, save, names):
    with DataFolder.open(place, clock, keys=older) as folder:
        assert names(folder) == ["Dee"] and folder.troubles == ()
        assert "`mentor migrate` makes a backup" in folder.read_only_reason
        with pytest.raises(StoreReadOnly):
            save(folder, "Jo")
        folder.close()


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(place, clock, older, file_states):
    with DataFolder.open(place, clock, keys=older) as folder:
        before = file_states(place)
        assert planned(folder).steps == ("A person's name is called an alias.",)
        assert file_states(place) == before


def test_it_is_brought_up_to_date_after_a_proven_backup(place, clock, older, save):
    with DataFolder.open(place, clock, keys=older) as folder:
        done = migrate(folder, clock)
        assert last_proven(place)[0] == done.backup and done.backup.why == "migrate"
    with DataFolder.open(place, clock, keys=older) as folder:
        assert _aliases(folder) == ["Dee"]
        assert folder.read_only_reason == "" and not folder.is_older
        assert [act.label for act in folder.history()] == ["page", "person, Dee"]
        save(folder, "Jo")


def test_opening_does_it_by_itself_and_says_so(place, clock, older):
    with up_to_date(DataFolder.open(place, clock, keys=older), clock) as folder:
        assert _aliases(folder) == ["Dee"] and not folder.read_only_reason
        (told,) = folder.notices
    assert "brought up to date" in told and listing(place)[0].name in told


def test_without_a_backup_nothing_is_changed(place, clock, older, names, monkeypatch):
    from types import SimpleNamespace

    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=10))
    with up_to_date(DataFolder.open(place, clock, keys=older), clock) as folder:
        assert names(folder) == ["Dee"]
        assert folder.is_older and folder.read_only_reason
        assert folder.notices[0].startswith("No backup was made: it needs")


def test_an_older_backup_comes_back_up_to_date(place, clock, older, tmp_path):
    with DataFolder.open(place, clock, keys=older) as folder:
        made = create(folder, clock)
    verify(made.path, clock, with_keys(older))
    restore(made.path, tmp_path / "again", clock, with_keys(older))
    with DataFolder.open(tmp_path / "again", clock, keys=older) as folder:
        assert _aliases(folder) == ["Dee"]


def test_a_form_that_no_step_starts_from_is_said(place, clock, older, monkeypatch):
    monkeypatch.setattr(migrations, "STEPS", {})
    with (
        DataFolder.open(place, clock, keys=older) as folder,
        pytest.raises(StoreDamaged, match="an earlier mentor can open it"),
    ):
        planned(folder)


def test_a_folder_that_is_up_to_date_has_nothing_to_do(folder, clock):
    assert migrate(folder, clock).steps == ()
    assert listing(folder.path) == ()


@pytest.mark.parametrize("older", ["plain"], indirect=True)
def test_a_stop_at_any_call_leaves_the_old_form_or_the_new_one(place, clock, older, faults, stopped):
    with DataFolder.open(place, clock) as folder:
        verify(create(folder, clock).path, clock)
    call, was_hit = 0, True
    while was_hit:
        call += 1
        at = place.with_name(f"mentor-{call}")
        shutil.copytree(place, at)
        folder = DataFolder.open(at, clock)
        faults.at(call, stopped())
        with contextlib.suppress(stopped):
            migrate(folder, clock)
        was_hit = bool(faults.hit)
        faults.never()
        folder.close()
        with DataFolder.open(at, clock) as again:
            assert again.troubles == ()
            (dee,) = again.caseload.documents("clients").values()
            assert [dee[name] for name in ("name", "alias") if name in dee] == ["Dee"]
        with up_to_date(DataFolder.open(at, clock), clock) as again:
            assert _aliases(again) == ["Dee"] and again.read_only_reason == ""
            assert [one["words"] for one in again.notebook.documents("reflections").values()] == ["mine"]
    assert call > 10
