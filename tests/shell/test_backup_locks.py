"""Backups of an encrypted caseload in the shell: under which passphrase, and beside those that are plain."""

import os
import shutil
import uuid
from types import SimpleNamespace

import pytest

from mentor_tui.commands import terminal
from mentor_tui.commands.door import Shell
from mentor_tui.commands.passphrases import Passphrases
from mentor_tui.commands.unlocking_backups import BackupKeys
from store import creating, pins
from store.backup import create
from store.card import card_in, is_encrypted
from store.engine_words import read_only
from store.folder import DataFolder
from store.layout import Layout

UNLIKE = "not encrypted, and this caseload is: made before it was encrypted, or not by you"


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch):
    monkeypatch.setattr(terminal, "is_there", lambda: False)


def in_a_file(path, words):
    path.write_text(words)
    path.chmod(0o600)
    return path


@pytest.fixture
def knows(tmp_path, own_lock):
    """Says the passphrase in an option."""
    return "--passphrase-file", in_a_file(tmp_path / "passphrase", own_lock.passphrase)


@pytest.fixture
def mistaken(tmp_path):
    return "--passphrase-file", in_a_file(tmp_path / "mistaken", "another day's words")


@pytest.fixture
def sealed(mentor, locked, knows):
    """The name of an encrypted backup."""
    return mentor(*knows, "backup", "create", "--json").json["backup"]["name"]


@pytest.fixture
def forged(locked, tmp_path, at_rest, monkeypatch):
    """A plain backup of the same store id: public in `store.json`, so anybody could have made it."""
    names = iter([card_in(locked)["store"], uuid.uuid4().hex])
    with monkeypatch.context() as patched:
        patched.setattr(creating, "new_name", lambda: next(names))
        folder = DataFolder.create(tmp_path / "elsewhere", at_rest)
    with folder:
        made = create(folder, at_rest)
    name = "backup-2026-11-24-140200.tar"
    Layout(locked).backups.mkdir(exist_ok=True)
    shutil.copyfile(made.path, Layout(locked).backups / name)
    return name


@pytest.fixture
def paper(own_lock):
    """The recovery key, from a descriptor that gives it once."""
    out, into = os.pipe()
    os.write(into, f"{own_lock.recovery_key}\n".encode())
    os.close(into)
    yield "--recovery-key-fd", out
    os.close(out)


def test_a_plain_one_is_not_put_in_the_place_of_what_is_encrypted(mentor, locked, forged):
    answer = mentor("backup", "restore", forged)
    assert answer.code == 1
    assert UNLIKE in answer.err and "--plain-too" in answer.err
    assert is_encrypted(locked)


def test_nor_where_only_this_machine_remembers_that_it_was_encrypted(mentor, locked, forged):
    stick = (Layout(locked).backups / forged).rename(locked.with_name("stick.tar"))
    shutil.rmtree(locked)
    assert pins.pinned(locked)
    assert UNLIKE in mentor("backup", "restore", stick).err
    assert not locked.exists()


def test_it_is_at_her_word(mentor, locked, forged, knows):
    assert mentor(*knows, "backup", "restore", forged, "--plain-too").code == 0
    assert not is_encrypted(locked)


def test_on_a_terminal_she_is_asked(mentor, locked, forged, knows, monkeypatch):
    answers = iter(["", "yes"])
    monkeypatch.setattr(terminal, "is_there", lambda: True)
    monkeypatch.setattr(terminal, "ask_openly", lambda _: next(answers))
    assert mentor(*knows, "backup", "restore", forged).code == 1
    assert is_encrypted(locked)
    assert mentor(*knows, "backup", "restore", forged).code == 0


def test_the_list_and_the_proof_mark_it(mentor, locked, forged):
    assert UNLIKE in mentor("backup", "list").out
    answer = mentor("backup", "verify", forged)
    assert (answer.code, answer.out) == (0, f"{forged}: proved; {UNLIKE}\n")


def test_no_backup_is_recommended_by_name_for_an_encrypted_folder(locked, forged):
    said = read_only("caseload.journal is damaged", Layout(locked).newest_backup())
    assert forged not in said
    assert "`mentor backup list` shows" in said


def test_one_under_another_passphrase_is_named_and_not_called_damaged(mentor, sealed, forged, mistaken):
    answer = mentor(*mistaken, "backup", "verify", "--all")
    assert answer.code == 0
    assert f"{sealed}: opens with the passphrase of its day: mentor --passphrase-file" in answer.out
    assert f"{forged}: proved" in answer.out


def test_where_none_could_be_opened_a_passphrase_is_needed(mentor, sealed, mistaken):
    answer = mentor(*mistaken, "backup", "verify", "--all")
    assert answer.code == 77
    assert f"{sealed}: opens with the passphrase of its day" in answer.out


def test_a_damaged_one_is_told_from_one_under_another_passphrase(mentor, sealed, forged, mistaken, locked):
    archive = Layout(locked).backups / forged
    archive.write_bytes(archive.read_bytes()[:-600])
    answer = mentor(*mistaken, "backup", "verify", "--all")
    assert answer.code == 1
    assert f"{forged}: This backup was cut short" in answer.out
    assert f"{sealed}: opens with" in answer.out


def test_the_recovery_key_proves_one(mentor, sealed, paper):
    assert mentor("backup", "verify", sealed, *paper).out == f"{sealed}: proved\n"


def test_the_recovery_key_brings_one_back(mentor, sealed, paper, locked, knows):
    mentor(*knows, "client", "add", "Jo")
    assert mentor("backup", "restore", sealed, *paper).code == 0
    assert [one["name"] for one in mentor(*knows, "clients", "--json").json["clients"]] == ["Dee"]


def test_the_passphrase_of_today_opens_an_older_one_that_has_the_keys_of_today(
    locked, knows, tmp_path, own_lock
):
    older = tmp_path / "older"
    shutil.copytree(locked, older)
    file = Layout(older).identity
    lines = file.read_bytes().split(b"\n", 3)
    lines[2] = lines[2].translate(bytes.maketrans(b"ABCDEabcde", b"abcdeABCDE"))  # as if by other words
    file.write_bytes(b"\n".join(lines))
    context = SimpleNamespace(obj=Shell(locked, None, Passphrases(file=knows[1])))
    assert BackupKeys(context)(older) == own_lock.lock.keys
