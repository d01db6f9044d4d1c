"""An encrypted data folder: opened by the passphrase or the recovery key, and by nobody else."""

import subprocess
import sys

import pytest

from store import pins, vault
from store.clock import FixedClock, moment_from
from store.drafts import Draft
from store.errors import MentorError, PassphraseNeeded, RequestRefused, StoreReadOnly
from store.folder import DataFolder
from store.layout import Layout

WORDS = "Quillon says the clinic door was shut"


@pytest.fixture
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def place(tmp_path, clock, own_lock):
    """An encrypted folder with words in both ledgers, a draft and a line in the inbox."""
    with DataFolder.create(tmp_path / "store", clock, own_lock.lock) as folder:
        with folder.act(f"note, {WORDS}") as act:
            act.insert("contacts", {"words": WORDS})
        folder.compact(force=True)
        with folder.act("more") as act:
            act.insert("contacts", {"words": WORDS})
        with folder.act("page") as act:
            act.insert("reflections", {"words": WORDS})
        folder.drafts().keep(Draft("note", 1, {"text": WORDS}))
        folder.drafts().keep(Draft("reflection", None, {"text": WORDS}))
        folder.inbox().put(WORDS, f"Who is {WORDS}?")
    return tmp_path / "store"


def test_nothing_of_the_words_can_be_read_on_the_disk(place):
    for path in place.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"Quillon" not in content, path.name
            assert b"contacts" not in content, path.name


def test_the_passphrase_opens_everything_again(place, clock, own_lock):
    with DataFolder.open(place, clock, keys=vault.unlock(place, own_lock.passphrase)) as folder:
        assert not folder.read_only_reason
        assert folder.notices == ()
        assert [one["words"] for one in folder.caseload.documents("contacts").values()] == [WORDS, WORDS]
        assert [one["words"] for one in folder.notebook.documents("reflections").values()] == [WORDS]
        assert [item.text for item in folder.inbox().items()] == [WORDS]
        assert {draft.kind for draft in folder.drafts().all()} == {"note", "reflection"}
        assert [act.label for act in folder.history()] == ["page", "more", f"note, {WORDS}"]


def test_undo_reaches_through_an_encrypted_history(place, clock, own_lock):
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        for label in ("page", "more", f"note, {WORDS}"):
            assert folder.undo().label == label
        assert not folder.caseload.documents("contacts")


@pytest.mark.parametrize(
    "typed",
    [
        lambda key: key,
        lambda key: key.lower(),
        lambda key: " ".join(key[at : at + 4] for at in range(0, len(key), 4)),
        lambda key: key.removeprefix("AGE-SECRET-KEY-"),
    ],
)
def test_the_recovery_key_opens_it_however_it_is_typed(place, own_lock, typed):
    found = vault.unlock_with_recovery(place, typed(own_lock.recovery_key))
    assert found == own_lock.lock.keys


def test_without_keys_it_stays_shut(place, clock):
    with pytest.raises(PassphraseNeeded) as refused:
        DataFolder.open(place, clock)
    assert refused.value.exit_code == 77


def test_a_wrong_passphrase_is_said(place):
    with pytest.raises(vault.WrongKey, match="not the passphrase"):
        vault.unlock(place, "six kind words for a rest")


def test_a_mistyped_recovery_key_is_told_from_another_one(place, own_lock):
    from store.age_files import new_identity

    with pytest.raises(vault.WrongKey, match="mistyped"):
        vault.unlock_with_recovery(place, own_lock.recovery_key[:-1])
    with pytest.raises(vault.WrongKey, match="not the one of this caseload"):
        vault.unlock_with_recovery(place, new_identity()[0])


def test_a_plain_folder_keeps_no_key_of_an_encrypted_one_that_was_begun_there(tmp_path, clock):
    layout = Layout(tmp_path / "store")
    layout.path.mkdir()
    for place in (layout.identity, layout.recovery):
        place.write_bytes(b"of a start that was stopped")
    DataFolder.create(layout.path, clock).close()
    assert not layout.identity.exists() and not layout.recovery.exists()


def test_with_a_damaged_identity_file_the_recovery_key_is_named(place, own_lock):
    Layout(place).identity.write_bytes(b"nothing")
    with pytest.raises(MentorError, match="recovery key still can"):
        vault.unlock(place, own_lock.passphrase)


@pytest.mark.parametrize(
    "content", [b"", b"# recovery: x", b"AGE-SECRET-KEY-1X", b"# chain: no\n# caseload: x\nX"]
)
def test_a_recovery_file_without_keys_in_it_is_said_to_be_damaged(place, own_lock, content):
    """Anybody can encrypt to the recovery key's public half, which stands in the card."""
    from store.age_files import Recipients

    Layout(place).recovery.write_bytes(Recipients([own_lock.lock.keys.recovery]).encrypt(content))
    with pytest.raises(MentorError, match=r"recovery\.age is damaged"):
        vault.unlock_with_recovery(place, own_lock.recovery_key)


def test_a_new_passphrase_takes_the_place_of_the_old_one(place, clock, own_lock):
    keys = vault.unlock(place, own_lock.passphrase)
    vault.change_passphrase(place, keys, "señora luna")  # scrypt in earnest, once in all tests
    assert vault.unlock(place, "sen\N{COMBINING TILDE}ora luna") == keys
    assert vault.unlock_with_recovery(place, own_lock.recovery_key) == keys
    assert Layout(place).identity.read_bytes() != own_lock.lock.identity


def test_a_folder_named_store_where_she_stands_is_not_asked_for_the_passphrase(place, own_lock, tmp_path):
    trap = tmp_path / "elsewhere" / "store"
    trap.mkdir(parents=True)
    (trap / "__init__.py").write_text("raise SystemExit('caught')")
    code = (
        "from pathlib import Path; from store import vault; "
        f"vault.unlock(Path({str(place)!r}), {own_lock.passphrase!r}); print('open')"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=trap.parent, capture_output=True, text=True, check=False
    )
    assert done.stdout == "open\n", done.stderr


def test_keys_that_were_swapped_in_the_card_are_noticed(place, clock, own_lock):
    from store.age_files import new_identity

    card = Layout(place).card
    card.write_bytes(
        card.read_bytes().replace(own_lock.lock.keys.recovery.encode(), new_identity()[1].encode())
    )
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        assert "names other keys than yours" in folder.read_only_reason


def test_a_plain_folder_in_the_place_of_an_encrypted_one_is_refused(place, clock):
    place.rename(place.with_name("away"))
    other = place.with_name("other")
    DataFolder.create(other, clock).close()
    other.rename(place)
    with pytest.raises(RequestRefused, match="was encrypted when it was last open here"):
        DataFolder.open(place, clock)


def test_the_public_keys_are_remembered_outside_the_folder(place, own_lock):
    assert pins.pinned(place).recipients == own_lock.lock.keys.recipients


def forge(place, own_lock, change):
    """Write into the journal what somebody can who has the public keys and not the others."""
    journal = Layout(place).journal("caseload")
    lines = journal.read_bytes().split(b"\n")
    journal.write_bytes(b"\n".join(change(lines)))


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: [lines[0], lines[1].replace(b"1", b"2", 1), *lines[2:]],
        lambda lines: [lines[0], lines[2], lines[1], *lines[3:]],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [lines[0], lines[1], lines[1], *lines[2:]],
        lambda lines: [lines[0].replace(b'"act":1', b'"act":7'), *lines[1:]],
    ],
    ids=["changed", "reordered", "removed", "repeated", "header"],
)
def test_a_journal_that_was_tampered_with_is_not_believed(place, clock, own_lock, change):
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder, folder.act("third") as act:
        act.insert("contacts", {"words": "third"})
    forge(place, own_lock, change)
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        assert "damaged" in folder.read_only_reason


def test_a_record_encrypted_by_somebody_else_is_not_believed(place, clock, own_lock):
    from base64 import b64encode

    from store.age_files import Recipients

    forged = Recipients(own_lock.lock.keys.caseload.recipients).encrypt(
        b'{"act":9,"label":"x","at":"","ops":[]}'
    )
    seq = forge(
        place, own_lock, lambda lines: [*lines[:-1], b"3 " + b"0" * 64 + b" " + b64encode(forged), b""]
    )
    assert seq is None
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        assert next(act.label for act in folder.history()) == "page"
        assert folder.notices or folder.read_only_reason


def test_a_snapshot_encrypted_by_somebody_else_is_not_believed(place, clock, own_lock):
    from store.age_files import Recipients

    snapshot = place / "caseload.json.age"
    forged = Recipients(own_lock.lock.keys.caseload.recipients).encrypt(b'{"_meta":{"1":{}}}')
    snapshot.write_bytes(forged)
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        assert "damaged" in folder.read_only_reason


def test_an_open_program_is_told_when_the_keys_were_changed_under_it(place, clock, own_lock):
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as still_open:
        place.rename(place.with_name("old"))
        DataFolder.create(place, clock).close()
        with (
            pytest.raises(StoreReadOnly, match="lock of this caseload was changed"),
            still_open.act("x") as act,
        ):
            act.insert("contacts", {"words": "x"})


def test_a_passphrase_with_half_a_character_in_it_is_refused_before_anything_is_made(own_lock, place):
    with pytest.raises(MentorError, match="half a character"):
        vault.new_lock("six words \ud800")
    with pytest.raises(vault.WrongKey):
        vault.unlock(place, "six words \ud800")
