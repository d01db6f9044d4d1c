"""Another passphrase, stopped anywhere: the folder opens with the old one or the new, and nothing is half."""

import os

import pytest

from store import vault
from store.backup import create
from store.clock import FixedClock, moment_from
from store.errors import SaveFailed
from store.folder import DataFolder
from store.layout import Layout

CALLS = ("open", "write", "fsync", "rename", "replace", "link", "unlink", "chmod", "ftruncate")


@pytest.fixture
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def put(own_lock, monkeypatch):
    """Put the lock of the tests, which opens in milliseconds, into a folder whose passphrase was another."""
    monkeypatch.setattr(vault, "wrapped", lambda keys, passphrase: own_lock.lock)
    return lambda place: vault.change_passphrase(place, own_lock.lock.keys, own_lock.passphrase)


OLD = b"age-encryption.org/v1\n-> scrypt of the old passphrase\n"


@pytest.fixture
def place(tmp_path, clock, own_lock):
    path = tmp_path / "store"
    DataFolder.create(path, clock, own_lock.lock).close()
    Layout(path).identity.write_bytes(OLD)
    return path


class Stopped(BaseException):
    """In the place of a kill: from here on no call of the system is carried out."""


def stopped_after(patched, calls):
    """Let this many of the calls that change files through, and no more; the names of those that went."""
    went = []

    def guarded(name, real):
        def call(*words, **more):
            if len(went) >= calls:
                raise Stopped
            went.append(name)
            return real(*words, **more)

        return call

    for name in CALLS:
        patched.setattr(os, name, guarded(name, getattr(os, name)))
    return went


def test_a_stop_at_any_call_leaves_the_old_file_or_the_new_one(place, clock, own_lock, put, monkeypatch):
    layout, seen = Layout(place), set()
    before = {at.name for at in place.iterdir()}
    for calls in range(40):
        layout.identity.write_bytes(OLD)
        with monkeypatch.context() as patched:
            stopped_after(patched, calls)
            try:
                put(place)
                is_done = True
            except Stopped:
                is_done = False
        is_new = layout.identity.read_bytes() != OLD
        if is_new:
            assert layout.identity.read_bytes() == own_lock.lock.identity, calls
        assert vault.unlock_with_recovery(place, own_lock.recovery_key) == own_lock.lock.keys, calls
        check_left_over(place, clock, own_lock, before)
        seen.add(is_new)
        if is_done:
            assert is_new and seen == {False, True}
            assert vault.unlock(place, own_lock.passphrase) == own_lock.lock.keys
            return
    raise AssertionError("it never came to its end")


def check_left_over(place, clock, own_lock, before):
    """What a stop left bears a name that nothing takes for a file of the folder."""
    left = {at.name for at in place.iterdir()} - before
    assert all(name.startswith(".") and name.endswith(".part") for name in left)
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        assert (folder.notices, folder.read_only_reason) == ((), "")
    for name in left:
        (place / name).unlink()


def test_what_a_stop_left_is_in_no_backup(place, clock, own_lock):
    (place / ".left.part").write_bytes(b"half of a new file")
    Layout(place).identity.write_bytes(own_lock.lock.identity)
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        archive = create(folder, clock).path.read_bytes()
    assert b"identity.age" in archive
    assert b".left.part" not in archive


def test_no_file_is_written_in_place(place, put):
    """Who holds on to the old file by another name sees what it was, to the byte."""
    layout = Layout(place)
    for at in (layout.identity, layout.recovery):
        os.link(at, place.parent / at.name)
    recovery = layout.recovery.read_bytes()
    put(place)
    assert (place.parent / "identity.age").read_bytes() == OLD
    assert (place.parent / "recovery.age").read_bytes() == recovery
    assert not layout.identity.samefile(place.parent / "identity.age")
    assert not layout.recovery.samefile(place.parent / "recovery.age")


def test_each_new_file_is_on_the_disk_before_it_has_the_name_and_the_name_lasts(place, put, monkeypatch):
    with monkeypatch.context() as patched:
        went = stopped_after(patched, 99)
        put(place)
    kept = [name for name in went if name in ("fsync", "rename", "replace")]
    assert kept[:6] in (["fsync", "replace", "fsync"] * 2, ["fsync", "rename", "fsync"] * 2)


def test_a_new_file_that_does_not_open_takes_no_ones_place(place, put, own_lock, monkeypatch):
    other = vault.NewLock(own_lock.lock.keys, own_lock.lock.identity[:-1] + b"x", own_lock.lock.recovery)
    monkeypatch.setattr(vault, "wrapped", lambda keys, passphrase: other)
    with pytest.raises(SaveFailed, match="still holds"):
        put(place)
    assert Layout(place).identity.read_bytes() == OLD


def test_a_full_disk_is_said_and_the_old_passphrase_holds(place, put, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(SaveFailed, match="The old one still holds"):
        patched.setattr(os, "fsync", full)
        put(place)
    assert Layout(place).identity.read_bytes() == OLD
    assert not list(place.glob(".*"))
