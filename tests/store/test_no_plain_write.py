"""On an encrypted folder no write to any file holds a word of the record, temporary files included."""

import os
from base64 import b64encode
from pathlib import Path

import pytest

from store import letterbox, vault
from store.age_files import new_identity
from store.backup import create
from store.backup_keeping import with_keys
from store.backup_proof import verify
from store.backup_restore import restore
from store.clock import FixedClock, moment_from
from store.drafts import Draft
from store.folder import DataFolder
from store.keys import new_keys
from store.rekeying import relock
from tests.faults.syscalls import listened, why_not

NAME, WORDS = "Zsofiaplant", "velvetharpplant"
PASSPHRASE = "planted passphrase"
PLAIN = tuple(word.encode() for word in (NAME, WORDS, PASSPHRASE))
IN_BASE64 = tuple(b64encode(b"." * at + word)[4:-4] for word in PLAIN for at in range(3))
"""As a journal's line would hold them: at each of the three places a word may begin at."""
PLANTED = PLAIN + IN_BASE64
WRITES = {"write", "pwrite64", "writev"}
PATHS = {
    "openat": 1, "open": 0, "mkdirat": 1, "mkdir": 0, "rename": 1, "renameat": 3, "renameat2": 3, "link": 1,
    "linkat": 3, "symlink": 1, "symlinkat": 2,
}  # fmt: skip

pytestmark = pytest.mark.skipif(bool(why_not()), reason="this kernel hands out no system calls")


class Ear:
    """Hears every write of a program and of its children, and every name they give."""

    def __init__(self):
        self.files = set()
        """What was written to: paths, as they were called then."""
        self.plain = []
        """Paths of files that were given a planted word, or a name that holds one."""

    def hear(self, call):
        if call.name in WRITES:
            at = str(Path(f"/proc/{call.pid}/fd/{call.arguments[0]}").readlink())
            if at.startswith("/") and not at.startswith("/dev/"):  # no pipe, no socket
                self.files.add(at)
                assert call.name != "writev", at  # its pieces are not read here
                self._look(at, call.content(1, call.arguments[2]))
        elif call.name in PATHS:
            path = call.text(PATHS[call.name])
            self._look(path, os.fsencode(path))
        return 0

    def _look(self, at, content):
        if any(word in content for word in PLANTED):
            self.plain.append(at)


@pytest.fixture
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def other_lock(own_lock, monkeypatch):
    """Other keys, whose passphrase is taken for tried: trying it takes scrypt three seconds."""
    keys = new_keys(new_identity()[1])
    monkeypatch.setattr("store.rekeying.check_lock", lambda lock, passphrase: None)
    return vault.NewLock(keys, own_lock.lock.identity, vault.recovery_file(keys))


def heard(child):
    """What `child` wrote, in a process of its own; it must come to its end."""
    ear = Ear()

    def run():
        child()
        os._exit(0)

    assert listened(run, ear.hear) == 0
    return ear


def a_day(place, clock, own_lock, other_lock):
    """Everything that is done to a folder, from making it to giving it other keys."""
    lock = own_lock.lock
    with DataFolder.create(place, clock, lock) as folder:
        with folder.act(f"person, {NAME}") as act:
            act.insert("clients", {"name": NAME, "about": WORDS})
        with folder.act("page") as act:
            act.insert("reflections", {"words": WORDS})
        folder.compact(force=True)
        with folder.act(WORDS) as act:
            act.update("clients", 1, {"about": f"{WORDS}, and more"})
        folder.undo()
        folder.drafts().keep(Draft("note", 1, {"text": WORDS}))
        folder.drafts().keep(Draft("reflection", None, {"text": WORDS}))
        folder.inbox().put(WORDS, f"Who is {NAME}?")
        made = create(folder, clock)
        verify(made.path, clock, with_keys(lock.keys))
        held = folder.drafts().sealed(Draft("note", 2, {"text": WORDS}))
    held.write()
    letterbox.post(place, f"{NAME} {WORDS}", clock, f"You said {NAME}.")
    keys = vault.unlock(place, own_lock.passphrase)
    with DataFolder.open(place, clock, keys=keys) as folder:
        assert len(list(folder.inbox().items())) == 2
        folder.compact(force=True)
    restore(made.path, place.with_name("beside"), clock, with_keys(keys))
    relock(place, clock, keys, other_lock, PASSPHRASE, "rekey")
    with DataFolder.open(place, clock, keys=other_lock.keys) as folder:
        assert len(folder.drafts().all()) == 3


def test_no_write_of_a_whole_day_holds_a_word_of_it(tmp_path, clock, own_lock, other_lock):
    ear = heard(lambda: a_day(tmp_path / "store", clock, own_lock, other_lock))
    assert ear.plain == []
    for ending in (
        "/caseload.journal", "/caseload.json.age.new", "/notebook.journal", "/identity.age", ".part",
        "/room/backup", "/room/caseload.journal", "/swap",
    ):  # fmt: skip
        assert any(at.endswith(ending) for at in ear.files), ending  # or it was not heard at all


def test_what_a_plain_folder_writes_is_heard(tmp_path, clock):
    """Or the ear would be deaf, and the other test worth nothing."""

    def child():
        with DataFolder.create(tmp_path / "store", clock) as folder:
            with folder.act("person") as act:
                act.insert("clients", {"name": NAME})
            folder.compact(force=True)
            folder.drafts().keep(Draft("note", 1, {"text": WORDS}))
            create(folder, clock)

    ear = heard(child)
    for ending in ("/caseload.journal", "/caseload.json.new", "/room/backup", ".part"):
        assert any(at.endswith(ending) for at in ear.plain), ending


@pytest.mark.parametrize("before", [b"", b"1", b"12", b"123"])
def test_a_word_in_base64_is_heard(tmp_path, before):
    ear = heard(lambda: (tmp_path / "line").write_bytes(b64encode(before + WORDS.encode() + b" and more")))
    assert ear.plain


def test_a_name_that_holds_a_word_is_heard(tmp_path):
    ear = heard((tmp_path / NAME).mkdir)
    assert len(ear.plain) == 1
