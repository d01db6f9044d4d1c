"""identity.age and recovery.age: their form, and whether they are the files that opened these keys."""

import pytest

from store import vault
from store.backup import create
from store.backup_keeping import with_keys
from store.backup_manifest import BackupRefused
from store.backup_proof import proofs, verify
from store.folder import DataFolder
from store.key_files import is_identity_file, is_recovery_file, know, troubles


@pytest.fixture
def locked(place, clock, save, own_lock):
    with DataFolder.create(place, clock, own_lock.lock) as folder:
        save(folder, "Dee")
        yield folder


@pytest.fixture
def forgetful(locked, home_of_its_own):
    """A machine that knows nothing of this folder's key files."""
    for at in (home_of_its_own / "mentor-state" / "pins").glob("*.key-files.json"):
        at.unlink()
    return locked


def flipped(content, at):
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_the_files_of_a_lock_have_the_form_they_should_have(own_lock):
    assert is_identity_file(own_lock.lock.identity) and is_recovery_file(own_lock.lock.recovery)
    assert not is_identity_file(own_lock.lock.recovery) and not is_recovery_file(own_lock.lock.identity)


def test_no_file_that_was_cut_short_has_the_form(own_lock):
    identity, recovery = own_lock.lock.identity, own_lock.lock.recovery
    assert not any(is_identity_file(identity[:length]) for length in range(len(identity)))
    assert not any(is_recovery_file(recovery[:length]) for length in range(len(recovery)))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b"v1\n", b"v2\n"),
        (b"-> scrypt ", b"-> scrypt  "),
        (b" 4\n", b" 04\n"),
        (b" 4\n", b" 63\n"),
        (b"\n--- ", b"\n-> x\n\n--- "),
        (b"\n--- ", b"\n-- "),
    ],
)
def test_an_identity_file_has_one_stanza_and_its_header_is_taken_strictly(own_lock, was, now):
    assert not is_identity_file(own_lock.lock.identity.replace(was, now, 1))


def test_a_recovery_file_that_a_passphrase_could_open_too_is_none(own_lock):
    head, mac, rest = own_lock.lock.recovery.partition(b"\n--- ")
    scrypt = b"\n-> scrypt 3lcvfiraWuD4jp/N1ezzWQ 4\n1KlAdD6pH6e+r9uvdAmdiwjNtj4phEEP1n/qcoR1Ku0"
    assert is_recovery_file(own_lock.lock.recovery) and not is_recovery_file(head + scrypt + mac + rest)


@pytest.mark.parametrize("name", ["identity.age", "recovery.age"])
@pytest.mark.parametrize("damage", [lambda _: b"junk", lambda content: content[:-1], lambda _: None])
def test_no_backup_is_made_of_a_folder_that_it_would_not_open(forgetful, clock, name, damage):
    at = forgetful.path / name
    content = damage(at.read_bytes())
    at.unlink() if content is None else at.write_bytes(content)
    with pytest.raises(BackupRefused, match=f"No backup was made: {name} .* `mentor passphrase change"):
        create(forgetful, clock)
    assert list((forgetful.path / "backups").iterdir()) == []


@pytest.mark.parametrize("name", ["identity.age", "recovery.age"])
def test_one_flipped_bit_among_the_wrapped_keys_is_known_from_the_files_that_opened_them(locked, clock, name):
    at = locked.path / name
    at.write_bytes(flipped(at.read_bytes(), -20))
    with pytest.raises(BackupRefused, match=f"{name} is not the file it was"):
        create(locked, clock)


def test_where_nothing_is_known_of_them_only_their_form_is_looked_at(forgetful, clock, own_lock):
    at = forgetful.path / "identity.age"
    at.write_bytes(flipped(at.read_bytes(), -20))
    made = create(forgetful, clock)
    verify(made.path, clock, with_keys(own_lock.lock.keys))
    assert made.name in proofs(forgetful.path)


def test_a_backup_with_junk_for_its_keys_is_not_proven_by_the_keys_at_hand(
    locked, clock, own_lock, monkeypatch
):
    """As an earlier mentor made it: whole, sealed, and shut for good once the keys are gone."""
    for name in ("identity.age", "recovery.age"):
        (locked.path / name).write_bytes(b"junk")
    with monkeypatch.context() as earlier:
        earlier.setattr("store.backup._check_key_files", lambda *_: None)
        made = create(locked, clock)
    with pytest.raises(BackupRefused, match=r"identity\.age in it is no whole age file"):
        verify(made.path, clock, with_keys(own_lock.lock.keys))
    assert proofs(locked.path) == {}


def test_a_passphrase_changed_here_leaves_files_that_are_known(locked, clock, own_lock):
    vault.put_key_files(locked.path, own_lock.lock, own_lock.passphrase)
    keys = vault.unlock(locked.path, own_lock.passphrase)
    assert list(troubles(locked.path, keys.recipients)) == []
    assert create(locked, clock).problem == ""


def test_a_passphrase_changed_elsewhere_is_known_once_it_has_opened(locked, own_lock):
    recipients = own_lock.lock.keys.recipients
    know(locked.path, recipients, {"identity.age": b"of before", "recovery.age": b"of before"})
    assert len(list(troubles(locked.path, recipients))) == 2
    vault.unlock(locked.path, own_lock.passphrase)
    assert list(troubles(locked.path, recipients)) == []


def test_files_of_other_keys_say_nothing_of_these(locked, own_lock):
    know(locked.path, {"caseload": ["age1other"], "notebook": []}, {"identity.age": b"another"})
    assert list(troubles(locked.path, own_lock.lock.keys.recipients)) == []
