"""The lock in the shell: a first one, another passphrase, other keys, and none."""

import os

import pytest

from mentor_tui.commands import terminal
from store import vault
from store.card import is_encrypted


@pytest.fixture
def no_terminal(monkeypatch):
    monkeypatch.setattr(terminal, "is_there", lambda: False)


@pytest.fixture
def light(monkeypatch, own_lock):
    """Wrapping takes scrypt three seconds; these were wrapped before, and are taken for tried."""
    wrapped = []

    def wrap(keys, passphrase):
        wrapped.append(passphrase)
        return vault.NewLock(keys, own_lock.lock.identity, vault.recovery_file(keys))

    monkeypatch.setattr(vault, "wrapped", wrap)
    monkeypatch.setattr("store.rekeying.check_lock", lambda lock, passphrase: None)
    monkeypatch.setattr(
        "mentor_tui.commands.new_locks.new_lock", lambda passphrase: (own_lock.lock, own_lock.recovery_key)
    )
    return wrapped


@pytest.fixture
def by(own_lock):
    """A descriptor that gives a line once."""
    opened = []

    def descriptor(words):
        out, into = os.pipe()
        os.write(into, f"{words}\n".encode())
        os.close(into)
        opened.append(out)
        return out

    yield descriptor
    for one in opened:
        os.close(one)


def test_init_encrypts_and_gives_a_script_the_recovery_key(mentor, place, light, by, own_lock, no_terminal):
    answer = mentor("--passphrase-fd", by(own_lock.passphrase), "init", "--json")
    assert answer.code == 0, answer.err
    assert answer.json["encrypted"] is True
    assert answer.json["recovery_key"] == own_lock.recovery_key
    assert vault.unlock(place, own_lock.passphrase) == own_lock.lock.keys


def test_init_without_a_passphrase_or_a_terminal_asks_nobody(mentor, place, no_terminal):
    answer = mentor("init")
    assert answer.code == 77
    assert "--passphrase-fd" in answer.err
    assert not place.exists()


def test_init_refuses_a_folder_that_is_there_before_it_asks(mentor, locked):
    answer = mentor("init")
    assert answer.code == 1
    assert "There is a data folder" in answer.err


def test_both_lost_begins_a_new_one_beside_the_locked_one(
    mentor, locked, place, light, by, own_lock, no_terminal
):
    answer = mentor("--passphrase-fd", by("another"), "init", "--beside")
    assert answer.code == 0, answer.err
    assert "never deleted" in answer.err
    aside = place.with_name(f"{place.name}.locked-2026-11-23")
    assert is_encrypted(aside)
    assert "Dee" not in mentor("--passphrase-fd", by(own_lock.passphrase), "clients").out
    assert is_encrypted(place)


def test_a_plain_caseload_is_encrypted_and_reads_the_same(mentor, place, light, by, own_lock, no_terminal):
    mentor("init", "--plain")
    mentor("client", "add", "Dee")
    mentor("backup", "create")
    before = mentor("clients", "--json").out
    answer = mentor("--passphrase-fd", by(own_lock.passphrase), "encrypt")
    assert answer.code == 0, answer.err
    assert own_lock.recovery_key in answer.out
    assert ".tar" in answer.err  # the backups that can still be read
    assert "remove them" in answer.err
    assert mentor("clients").code == 77
    assert mentor("--passphrase-fd", by(own_lock.passphrase), "clients", "--json").out == before


def test_a_lock_is_taken_off_only_when_it_is_meant(mentor, locked, place, by, own_lock, no_terminal):
    refused = mentor("--passphrase-fd", by(own_lock.passphrase), "decrypt")
    assert (refused.code, is_encrypted(place)) == (1, True)
    done = mentor("--passphrase-fd", by(own_lock.passphrase), "decrypt", "--yes", "--json")
    assert done.json == {"schema_version": 1, "done": True}
    assert mentor("clients").out == "Dee  walking together\n"


def test_other_keys_leave_passphrase_and_recovery_key(
    mentor, locked, place, light, by, own_lock, no_terminal
):
    answer = mentor("--passphrase-fd", by(own_lock.passphrase), "rekey")
    assert answer.code == 0, answer.err
    assert light == [own_lock.passphrase]
    anew = vault.unlock_with_recovery(place, own_lock.recovery_key)
    assert anew.caseload.identity != own_lock.lock.keys.caseload.identity
    assert len(list((place / "backups").glob("*.tar"))) == 1


def test_a_new_recovery_key_opens_it_and_the_old_one_does_not(
    mentor, locked, place, light, by, own_lock, no_terminal
):
    answer = mentor("--passphrase-fd", by(own_lock.passphrase), "recovery-key", "new", "--json")
    assert answer.code == 0, answer.err
    assert vault.unlock_with_recovery(place, answer.json["recovery_key"])
    with pytest.raises(vault.WrongKey):
        vault.unlock_with_recovery(place, own_lock.recovery_key)


def test_a_forgotten_passphrase_is_replaced_by_the_recovery_key(
    mentor, locked, place, by, own_lock, no_terminal, monkeypatch
):
    changed = []
    monkeypatch.setattr(vault, "change_passphrase", lambda *words: changed.append(words))
    words = "--recovery-key-fd", by(own_lock.recovery_key), "--new-passphrase-fd", by("harbor wren quilt")
    assert mentor("passphrase", "change", *words).code == 0
    assert changed == [(place, own_lock.lock.keys, "harbor wren quilt")]


@pytest.mark.parametrize(
    "words", [("rekey",), ("recovery-key", "new"), ("decrypt",), ("passphrase", "change")]
)
def test_what_is_plain_is_said_to_be_plain(mentor, place, words):
    mentor("init", "--plain")
    answer = mentor(*words)
    assert (answer.code, answer.err) == (1, "This caseload is not encrypted; `mentor encrypt` makes it so.\n")


@pytest.mark.parametrize("words", [("rekey",), ("recovery-key", "new"), ("decrypt", "--yes")])
def test_without_a_passphrase_nothing_hangs(mentor, locked, no_terminal, words):
    assert mentor(*words).code == 77
