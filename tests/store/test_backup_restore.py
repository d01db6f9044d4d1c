"""A backup comes back into the place of what is there, which is set aside whole and can be put back."""

import contextlib
import shutil
import subprocess

import pytest

from store import pins, vault
from store.backup import create, listing
from store.backup_keeping import with_keys
from store.backup_manifest import BackupRefused
from store.backup_proof import last_proven, verify
from store.backup_restore import restore, restore_here, undo_restore
from store.errors import PassphraseNeeded, RequestRefused, StoreBusy
from store.folder import DataFolder
from store.in_use import present
from store.principles import Shown
from store.questions_shown import keep_shown, shown_until_now


@pytest.fixture
def people(clock, names):
    def in_folder(path, keys=None):
        with DataFolder.open(path, clock, keys=keys) as folder:
            assert folder.read_only_reason == ""
            return names(folder)

    return in_folder


@pytest.fixture
def archive(folder, clock, save):
    """A backup with Dee in it, of a folder that Jo came into later; the folder is closed."""
    save(folder, "Dee")
    made = create(folder, clock)
    verify(made.path, clock)
    save(folder, "Jo")
    folder.close()
    return made.path


def test_what_was_there_is_set_aside_with_nothing_removed(archive, place, clock, people, file_states):
    before = file_states(place)
    done = restore_here(archive, place, clock)
    assert people(place) == ["Dee"]
    assert done.aside.name == "mentor.before-restore-2026-11-23-140200"
    now = file_states(done.aside)
    now.pop("in-use")
    assert now == before
    assert people(done.aside) == ["Dee", "Jo"]


def test_the_backups_are_in_both_folders(archive, place, clock):
    done = restore_here(archive, place, clock)
    assert [one.name for one in listing(place)] == [one.name for one in listing(done.aside)] == [archive.name]
    assert last_proven(place) is not None


def test_it_goes_its_own_way_and_no_notice_is_given(archive, place, clock):
    with DataFolder.open(place, clock, read_only=True) as before:
        lineage = before.caseload.ledger.header.lineage
    restore_here(archive, place, clock)
    with DataFolder.open(place, clock) as after:
        assert after.notices == ()
        assert after.caseload.ledger.header.lineage != lineage


def test_a_restore_is_undone_and_the_undo_too(archive, place, clock, people):
    restore_here(archive, place, clock)
    back, aside = undo_restore(place, clock)
    assert back.name.startswith("mentor.before-restore-") and not back.exists()
    assert (people(place), people(aside)) == (["Dee", "Jo"], ["Dee"])
    undo_restore(place, clock)
    assert people(place) == ["Dee"]


def test_there_is_nothing_to_undo_where_nothing_was_restored(archive, place, clock):
    with pytest.raises(RequestRefused, match="nothing to put back"):
        undo_restore(place, clock)


def test_what_was_posted_since_and_is_not_filed_waits_in_the_restored_folder_too(archive, place, clock):
    with DataFolder.open(place, clock) as folder:
        folder.inbox().put("dee called", "posted while locked")
    restore_here(archive, place, clock)
    with DataFolder.open(place, clock) as folder:
        assert [item.text for item in folder.inbox().items()] == ["dee called"]


def test_which_questions_stood_before_her_is_not_taken_back(archive, place, clock):
    shown = Shown(clock.now().day, "hope-b1", 0)
    with DataFolder.open(place, clock) as folder:
        keep_shown(folder.drafts(), [shown], shown.on)
    restore_here(archive, place, clock)
    with DataFolder.open(place, clock) as folder:
        assert shown_until_now(folder.drafts()) == (shown,)


def test_it_is_refused_while_the_program_is_open(archive, place, clock, people):
    with contextlib.closing(present(place)), pytest.raises(StoreBusy, match="Mentor is open"):
        restore_here(archive, place, clock)
    assert people(place) == ["Dee", "Jo"]


def test_too_little_space_is_said_before_anything_is_written(archive, place, clock, monkeypatch, file_states):
    from types import SimpleNamespace

    before = file_states(place)
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=10))
    with pytest.raises(BackupRefused, match="Nothing was restored: it needs"):
        restore_here(archive, place, clock)
    assert file_states(place) == before


# Encrypted


@pytest.fixture
def sealed(place, clock, save, own_lock):
    """A backup of an encrypted folder with Dee in it; Jo came later."""
    with DataFolder.create(place, clock, own_lock.lock) as folder:
        save(folder, "Dee")
        made = create(folder, clock)
        save(folder, "Jo")
    return made.path


def test_the_passphrase_brings_an_encrypted_one_back(sealed, place, clock, people, own_lock):
    def unlock(path):
        return vault.unlock(path, own_lock.passphrase)

    verify(sealed, clock, unlock)
    done = restore_here(sealed, place, clock, unlock)
    assert people(place, own_lock.lock.keys) == ["Dee"]
    assert people(done.aside, own_lock.lock.keys) == ["Dee", "Jo"]
    assert not any(b"Dee" in path.read_bytes() for path in place.rglob("*") if path.is_file())


def test_without_its_keys_nothing_is_told_of_it_and_nothing_changed(sealed, place, clock, people, own_lock):
    for attempt in (
        lambda: verify(sealed, clock),
        lambda: restore_here(sealed, place, clock),
        lambda: restore(sealed, place.with_name("other"), clock),
    ):
        with pytest.raises(PassphraseNeeded):
            attempt()
    assert people(place, own_lock.lock.keys) == ["Dee", "Jo"]
    assert [at.name for at in place.parent.iterdir()] == ["mentor"]


def test_a_proof_leaves_no_pin_of_its_room_behind(sealed, clock, own_lock, home_of_its_own):
    pinned = sorted((home_of_its_own / "mentor-state" / "pins").iterdir())
    verify(sealed, clock, with_keys(own_lock.lock.keys))
    assert sorted((home_of_its_own / "mentor-state" / "pins").iterdir()) == pinned


def test_a_plain_backup_of_before_the_encryption_comes_back_because_she_wants_it(
    place, clock, save, people, own_lock, tmp_path
):
    with DataFolder.create(place, clock) as folder:
        save(folder, "Dee")
        plain = create(folder, clock).path.rename(tmp_path / "plain.tar")
    pins.pin(place, pins.Pin("another", own_lock.lock.keys.recipients))
    restore_here(plain, place, clock)
    assert people(place) == ["Dee"]


def test_a_forged_manifest_of_an_encrypted_one_is_refused(sealed, clock, own_lock):
    """Every hash is put right again; the seal cannot be."""
    content = sealed.read_bytes()
    at = content.index(b'"made_at": "2026')
    forged = content[:at] + content[at:].replace(b'"made_at": "2026', b'"made_at": "2025', 1)
    sealed.write_bytes(_with_sums_right(forged))
    with pytest.raises(BackupRefused, match="not what its manifest says"):
        verify(sealed, clock, with_keys(own_lock.lock.keys))


def _with_sums_right(content):
    from hashlib import sha256

    at = content.index(b"manifest.json\0")
    size = int(content[at + 124 : at + 135], 8)
    words = content[at + 512 : at + 512 + size]
    line = content.index(b"  manifest.json\n")
    return content[: line - 64] + sha256(words).hexdigest().encode() + content[line:]


# Stopped from outside


STOPPED = """
import os, signal, sys
from pathlib import Path
from mentor_tui.commands.stopping import tidy_when_stopped
from store import backup_archive
from store.backup_proof import verify
from store.clock import SystemClock

def stopped(self, to):
    (to / "half").write_text("Dee")
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))

backup_archive.Archive.unpack = stopped
with tidy_when_stopped():
    verify(Path(sys.argv[1]), SystemClock())
"""


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGKILL", -9)])
def test_a_proof_that_is_stopped_leaves_nothing_for_long(archive, clock, run_script, name, code):
    stopped = run_script(STOPPED, archive, name)
    assert (stopped.wait(), stopped.stderr.read()) == (code, b"")
    left = [at.name for at in archive.parent.iterdir() if at.name.startswith(".")]
    assert bool(left) == (name == "SIGKILL")
    verify(archive, clock)
    assert not [at for at in archive.parent.iterdir() if at.name.startswith(".")]


@pytest.mark.skipif(not shutil.which("age"), reason="the stock age is not installed here")
def test_an_encrypted_one_opens_by_hand_with_tar_sha256sum_and_age(place, clock, save, own_lock, tmp_path):
    with DataFolder.create(place, clock, own_lock.lock) as folder:
        save(folder, "Dee")
        folder.compact(force=True)
        made = create(folder, clock)
    (tmp_path / "recovery-key.txt").write_text(own_lock.recovery_key + "\n")
    (tmp_path / "by-hand").mkdir()
    for words in (
        f"tar xf '{made.path}'",
        "sha256sum --quiet --strict -c SHA256SUMS",
        "age -d -i ../recovery-key.txt -o ../keys.txt recovery.age",
        "age -d -i ../keys.txt -o ../caseload.json caseload.json.age",
    ):
        done = subprocess.run(words, shell=True, cwd=tmp_path / "by-hand", capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), words
    assert '"Dee"' in (tmp_path / "caseload.json").read_text()
