"""A fold is read back from the disk before the old pair goes: a disk that keeps other bytes costs nothing."""

import os
from pathlib import Path

import pytest

from store import compaction
from store.age_codec import Age
from store.folder import DataFolder


@pytest.fixture(params=["plain", "encrypted"])
def kept(request, place, clock, save, own_lock):
    """An open folder with something to fold."""
    lock = own_lock.lock if request.param == "encrypted" else None
    with DataFolder.create(place, clock, lock) as folder:
        save(folder, "Dee")
        folder.compact(force=True)
        save(folder, "Ed")
        yield folder


def keeps_other_bytes(patched, ending, at):
    """A disk that confirms a file of this name and keeps one byte of it otherwise."""
    confirm, was_hit = os.fsync, []

    def lie(handle):
        confirm(handle)
        name = str(Path(f"/proc/self/fd/{handle}").readlink())
        if name.endswith(ending):
            was_hit.append(name)
            content = os.open(name, os.O_RDWR)
            byte = os.pread(content, 1, at)
            os.pwrite(content, bytes([byte[0] ^ 1]), at)
            os.close(content)

    patched.setattr(os, "fsync", lie)
    return was_hit


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no /proc to look at")
@pytest.mark.parametrize("ending", [".json.new", ".journal.new"])
def test_what_the_disk_kept_otherwise_never_takes_the_old_ones_place(
    kept, ending, clock, save, names, file_states, monkeypatch
):
    if ending == ".json.new" and kept.is_encrypted:
        ending = ".json.age.new"
    before = {name: content for name, content in file_states(kept.path).items() if "history" not in name}
    with monkeypatch.context() as patched:
        was_hit = keeps_other_bytes(patched, ending, 30)
        assert kept.compact(force=True) is False
    assert was_hit
    after = file_states(kept.path)
    assert {name: after.get(name) for name in before} == before
    assert not [name for name in after if name.endswith(".new")]
    save(kept, "Kim")
    kept.close()
    with DataFolder.open(kept.path, clock, keys=kept.keys) as again:
        assert (names(again), again.read_only_reason, again.notices) == (["Dee", "Ed", "Kim"], "", ())


def test_an_encrypted_journal_is_folded_after_a_thousand_lines(place, clock, save, own_lock, monkeypatch):
    assert Age.most_lines == 1000
    monkeypatch.setattr(Age, "most_lines", 3)
    with DataFolder.create(place, clock, own_lock.lock) as folder:
        for name in ("Dee", "Ed", "Jo"):
            save(folder, name)
        assert folder.compact() is False
        save(folder, "Kim")
        assert folder.compact() is True
        assert len((place / "caseload.journal").read_bytes().splitlines()) == 1


def test_a_plain_journal_is_folded_when_it_is_half_as_long_as_its_snapshot(folder, save, monkeypatch):
    assert compaction._LEAST == 1 << 20
    monkeypatch.setattr(compaction, "_LEAST", 1000)
    save(folder, "Dee", words="x" * 9000)
    assert folder.compact() is True
    save(folder, "Ed", words="x" * 3000)
    assert folder.compact() is False
    save(folder, "Jo", words="x" * 3000)
    assert folder.compact() is True
