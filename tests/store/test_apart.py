"""The passphrase is tried in a child process, and no one else on the machine can read it there."""

import subprocess
import sys
from pathlib import Path

import pytest

from store import unlocking, vault
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.unlocking import unwrap, wrap

started = []
"""The words and the environment of each child while `watched` is set."""
watching = []


def hear(event, arguments):
    if event == "subprocess.Popen" and watching:
        _, words, _, environment = arguments
        started.append((list(words), dict(environment or {})))


sys.addaudithook(hear)


@pytest.fixture(autouse=True)
def asked_anew(passphrases_tried_once, monkeypatch):
    """Here the child is asked each time."""
    monkeypatch.setattr(unlocking, "_apart", passphrases_tried_once)


class Seen(Exception):
    """The child was looked at; what it would go on to do is not waited for."""


@pytest.fixture
def watched():
    """What is started from here on."""
    started.clear()
    watching.append(True)
    yield started
    watching.clear()


@pytest.fixture
def running(monkeypatch):
    """What the machine shows everyone of each child of ours, while it waits to be told what to do."""
    if not Path("/proc/self/environ").exists():
        pytest.skip("no /proc to look at")
    shown = []
    tell = subprocess.Popen.communicate

    def look(child, input=None, **more):
        of_it = Path(f"/proc/{child.pid}")
        while not all(seen := [(of_it / name).read_bytes() for name in ("cmdline", "environ")]):
            assert child.poll() is None  # for a moment at its start nothing is shown yet
        shown.append(tuple(seen))
        if input[:1] == b"w":
            raise Seen  # to wrap takes scrypt three seconds
        return tell(child, input=input, **more)

    monkeypatch.setattr(subprocess.Popen, "communicate", look)
    return shown


@pytest.fixture
def place(tmp_path, own_lock):
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    DataFolder.create(tmp_path / "store", clock, own_lock.lock).close()
    return tmp_path / "store"


def test_to_unlock_one_child_is_started_and_told_nothing_in_its_words(place, own_lock, watched, running):
    assert vault.unlock(place, own_lock.passphrase) == own_lock.lock.keys
    ((words, environment),) = watched
    assert words[-2:] == ["-m", "store.unlocking"]
    ((line, around),) = running
    assert b"store.unlocking" in line
    secret = own_lock.passphrase
    assert secret not in "\0".join((*words, *environment, *environment.values()))
    assert secret.encode() not in line + around


def test_to_make_a_lock_a_child_is_started_and_told_nothing_in_its_words(watched, running):
    with pytest.raises(Seen):
        wrap(b"keys planted", "harbor wren planted")
    ((words, environment),) = watched
    ((line, around),) = running
    assert b"store.unlocking" in line
    assert "planted" not in "\0".join((*words, *environment, *environment.values()))
    assert b"planted" not in line + around


def test_the_program_itself_never_tries_a_passphrase(own_lock, monkeypatch):
    """pyrage holds the interpreter while it does, and with it every key and every frame."""
    pyrage = pytest.importorskip("pyrage")

    def tried(*_):
        raise AssertionError("a passphrase was tried in the program's own process")

    monkeypatch.setattr(pyrage.passphrase, "decrypt", tried)
    monkeypatch.setattr(pyrage.passphrase, "encrypt", tried)
    assert unwrap(own_lock.lock.identity, own_lock.passphrase) == own_lock.lock.keys.text()
