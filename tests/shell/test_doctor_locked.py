"""The doctor in the shell, on an encrypted folder whose key files are not what they were."""

import pytest

from store.layout import Layout


@pytest.fixture
def given(locked, own_lock, tmp_path, monkeypatch):
    """The passphrase is given in a file."""
    (tmp_path / "passphrase").write_text(own_lock.passphrase + "\n")
    (tmp_path / "passphrase").chmod(0o600)
    monkeypatch.setenv("MENTOR_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    return Layout(locked)


def test_a_lost_recovery_file_is_said_and_ends_in_1(given, mentor):
    assert mentor("doctor").code == 0
    given.recovery.unlink()
    answer = mentor("doctor")
    assert answer.code == 1
    assert "recovery.age is missing" in answer.out and "`mentor passphrase change`" in answer.out


@pytest.mark.parametrize("damage", [lambda at: at.unlink(), lambda at: at.write_bytes(b"junk")])
def test_a_lost_identity_file_is_said_and_ends_in_1(given, mentor, damage):
    damage(given.identity)
    answer = mentor("doctor")
    assert answer.code == 1
    assert answer.err.startswith("identity.age ") and "The recovery key still can" in answer.err
