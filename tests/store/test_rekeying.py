"""A folder put under another lock, under its first, or under none: the same in every record, or untouched."""

import os
import shutil
from contextlib import closing

import pytest

from store import letterbox, vault
from store.age_files import Opener, new_identity
from store.card import card_in, is_encrypted
from store.clock import FixedClock, moment_from
from store.creating import card_bytes
from store.doctor import examine
from store.drafts import Draft
from store.errors import RequestRefused, SaveFailed, StoreBusy, StoreReadOnly
from store.folder import DataFolder
from store.in_use import present, present_soon
from store.keys import new_keys
from store.layout import Layout
from store.loose_files import NotKept
from store.rekeying import relock
from store.swapping import settle_swap, sweep_building

WORDS = "Quillon says the clinic door was shut"


@pytest.fixture
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def other_lock(own_lock, monkeypatch):
    """Other keys, whose passphrase is taken for tried: trying it takes scrypt three seconds."""
    keys = new_keys(new_identity()[1])
    monkeypatch.setattr("store.rekeying.check_lock", lambda lock, passphrase: None)
    return vault.NewLock(keys, own_lock.lock.identity, vault.recovery_file(keys))


def filled(path, clock, lock=None):
    """A folder with a history of folds, words in both ledgers, a draft, a line that waits and an undo."""
    with DataFolder.create(path, clock, lock) as folder:
        for number in range(3):
            with folder.act(f"note {number}") as act:
                act.insert("contacts", {"words": f"{WORDS} {number}"})
            with folder.act("page") as act:
                act.insert("reflections", {"words": WORDS})
            folder.compact(force=number < 2)
        with folder.act("wrong") as act:
            act.update("contacts", 1, {"words": "wrong"})
        folder.undo()
        folder.drafts().keep(Draft("reflection", None, {"text": WORDS}))
        folder.inbox().put(WORDS)
    (path / "settings.json").write_text('{"theme": "paper"}')
    return path


def told(folder):
    """All that can be asked of an open folder."""
    return (
        {table: dict(folder.caseload.documents(table)) for table in folder.caseload.ledger.tables()},
        {table: dict(folder.notebook.documents(table)) for table in folder.notebook.ledger.tables()},
        list(folder.history()),
        [item.text for item in folder.inbox().items()],
        [draft.answers for draft in folder.drafts().all()],
    )


def keys_of(lock):
    return lock.keys if lock else None


@pytest.fixture(params=["encrypt", "decrypt", "rekey"])
def change(request, own_lock, other_lock):
    """The lock before, the lock after, and what that is called."""
    before = None if request.param == "encrypt" else own_lock.lock
    after = {"encrypt": own_lock.lock, "decrypt": None, "rekey": other_lock}[request.param]
    return before, after, request.param


def test_everything_is_as_it_was_under_the_other_lock(tmp_path, clock, change):
    before, after, why = change
    place = filled(tmp_path / "store", clock, before)
    with DataFolder.open(place, clock, keys=keys_of(before)) as folder:
        was = told(folder)
    seen = examine(place, clock, keys_of(before))
    relock(place, clock, keys_of(before), after, "", why)
    with DataFolder.open(place, clock, keys=keys_of(after)) as folder:
        assert told(folder) == was
        assert folder.is_encrypted == (after is not None)
        assert not folder.read_only_reason
        assert (place / "settings.json").exists()
    assert examine(place, clock, keys_of(after)) == seen


def test_undo_reaches_as_far_back_as_before(tmp_path, clock, change):
    before, after, why = change
    place = filled(tmp_path / "store", clock, before)
    relock(place, clock, keys_of(before), after, "", why)
    with DataFolder.open(place, clock, keys=keys_of(after)) as folder:
        labels = [folder.undo().label for _ in range(6)]
        assert labels == ["page", "note 2", "page", "note 1", "page", "note 0"]


def test_nothing_of_the_old_folder_is_left(tmp_path, clock, change):
    before, after, why = change
    place = filled(tmp_path / "store", clock, before)
    relock(place, clock, keys_of(before), after, "", why)
    assert [at.name for at in tmp_path.iterdir()] == ["store"]
    assert not (place / "rekeyed").exists()
    if after is not None:
        for path in place.rglob("*"):
            assert not path.is_file() or b"Quillon" not in path.read_bytes(), path.name


def test_the_old_keys_open_nothing_any_more(tmp_path, clock, own_lock, other_lock):
    place = filled(tmp_path / "store", clock, own_lock.lock)
    relock(place, clock, own_lock.lock.keys, other_lock, "", "rekey")
    for path in place.rglob("*.age"):
        if path.name == "identity.age":
            continue  # the test's own, whose scrypt is light
        with pytest.raises(ValueError, match="not opened"):
            Opener(own_lock.lock.keys.caseload.identity).decrypt(path.read_bytes())


class Stopped(BaseException):
    """In the place of a kill: from here on no call of the system is carried out."""


def stopped_after(patched, calls):
    """Let this many of the calls that change names or confirm files through, and no more."""
    left = [calls]

    def guarded(real):
        def call(*words, **more):
            if not left[0]:
                raise Stopped
            left[0] -= 1
            return real(*words, **more)

        return call

    for name in ("rename", "replace", "fsync", "unlink", "rmdir", "mkdir"):
        patched.setattr(os, name, guarded(getattr(os, name)))


EACH = pytest.param(1, marks=[pytest.mark.long, pytest.mark.trust("kill")], id="each")
"""In `python3 dev.py trust` a stop is tried at each call there is."""


@pytest.mark.parametrize("every", [pytest.param(7, id="some"), EACH])
def test_a_stop_at_any_call_leaves_the_one_or_the_other_whole(tmp_path, clock, change, every, monkeypatch):
    before, after, why = change
    base = filled(tmp_path / "base", clock, before)
    with DataFolder.open(base, clock, keys=keys_of(before)) as folder:
        was = told(folder)
    for calls in range(0, 400, every):
        place = tmp_path / f"run-{calls}" / "store"
        shutil.copytree(base, place)
        with monkeypatch.context() as patched:
            stopped_after(patched, calls)
            try:
                relock(place, clock, keys_of(before), after, "", why)
                is_done = True
            except Stopped:
                is_done = False
        settle_swap(place)
        with DataFolder.open(place, clock, keys=own_or_other(place, before, after)) as folder:
            assert told(folder) == was, calls
        sweep_building(place)
        assert [at.name for at in place.parent.iterdir()] == ["store"], calls
        shutil.rmtree(place.parent)
        if is_done:
            return
    raise AssertionError("it never came to its end")


def own_or_other(place, before, after):
    now = card_in(place).get("recipients")
    return next(keys_of(lock) for lock in (before, after) if now == (lock.keys.recipients if lock else None))


def test_an_open_program_forbids_it(tmp_path, clock, own_lock):
    place = filled(tmp_path / "store", clock)
    presence = present(place)
    with pytest.raises(StoreBusy, match="Close it there"):
        relock(place, clock, None, own_lock.lock, own_lock.passphrase, "encrypt")
    presence.close()
    assert not is_encrypted(place)


def test_a_folder_open_since_before_writes_nothing_into_the_old_one(tmp_path, clock, own_lock, other_lock):
    place = filled(tmp_path / "store", clock, own_lock.lock)
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as still_open:
        relock(place, clock, own_lock.lock.keys, other_lock, "", "rekey")
        with (
            pytest.raises(StoreReadOnly, match="lock of this caseload was changed"),
            still_open.act("x") as act,
        ):
            act.insert("contacts", {"words": "x"})


@pytest.mark.parametrize("mark", [b"before-restore", b"before-encrypt|before-restore", b"before-.*", b""])
def test_a_mark_that_somebody_else_wrote_removes_nothing(tmp_path, clock, mark):
    place = filled(tmp_path / "store", clock)
    aside = shutil.copytree(place, tmp_path / "store.before-restore-2026-11-23-140200")
    Layout(place).rekeyed.write_bytes(mark)
    DataFolder.open(place, clock).close()
    assert Layout(aside).is_there


def test_a_line_is_posted_to_the_new_keys_afterwards(tmp_path, clock, own_lock, other_lock):
    place = filled(tmp_path / "store", clock, own_lock.lock)
    relock(place, clock, own_lock.lock.keys, other_lock, "", "rekey")
    letterbox.post(place, "posted", clock)
    with DataFolder.open(place, clock, keys=other_lock.keys) as folder:
        assert "posted" in [item.text for item in folder.inbox().items()]


def test_a_line_put_in_meanwhile_is_refused_or_there_and_never_plain(tmp_path, clock, own_lock):
    """A folder open since before the first lock has a seal that leaves everything plain."""
    place = filled(tmp_path / "store", clock)
    with DataFolder.open(place, clock) as still_open:
        relock(place, clock, None, own_lock.lock, own_lock.passphrase, "encrypt")
        for keep in (
            lambda: still_open.inbox().put("Quillon rang"),
            lambda: still_open.drafts().keep(Draft("note", 1, {"text": "Quillon rang"})),
        ):
            with pytest.raises(NotKept, match="lock of this caseload was changed"):
                keep()
    assert not any(b"Quillon" in at.read_bytes() for at in place.rglob("*") if at.is_file())


def test_a_line_that_is_just_put_in_holds_the_folder_where_it_is(tmp_path, clock, own_lock):
    place = filled(tmp_path / "store", clock)
    with closing(present_soon(place)), pytest.raises(StoreBusy):
        relock(place, clock, None, own_lock.lock, own_lock.passphrase, "encrypt")
    assert not is_encrypted(place)


def test_a_second_change_of_keys_leaves_a_whole_history(tmp_path, clock, own_lock, other_lock):
    place = filled(tmp_path / "store", clock, own_lock.lock)
    seen = examine(place, clock, own_lock.lock.keys)
    relock(place, clock, own_lock.lock.keys, other_lock, "", "rekey")
    relock(place, clock, other_lock.keys, own_lock.lock, own_lock.passphrase, "rekey")
    assert examine(place, clock, own_lock.lock.keys) == seen


def test_a_new_passphrase_is_refused_when_the_keys_were_changed_while_it_was_typed(
    tmp_path, clock, own_lock, other_lock
):
    place = filled(tmp_path / "store", clock, own_lock.lock)
    relock(place, clock, own_lock.lock.keys, other_lock, "", "rekey")
    before = (place / "identity.age").read_bytes(), (place / "recovery.age").read_bytes()
    with pytest.raises(SaveFailed, match="not those of what lies in the folder"):
        vault.put_key_files(place, own_lock.lock, own_lock.passphrase)
    assert before == ((place / "identity.age").read_bytes(), (place / "recovery.age").read_bytes())


def test_forged_keys_do_not_take_the_place_of_good_ones(tmp_path, clock, own_lock, other_lock):
    """Whoever can write the folder can write its card, and a recovery.age to her public recovery key."""
    place = filled(tmp_path / "store", clock, own_lock.lock)
    (place / "store.json").write_bytes(card_bytes(card_in(place)["store"], other_lock.keys))
    forged = vault.NewLock(other_lock.keys, own_lock.lock.identity, own_lock.lock.recovery)
    with pytest.MonkeyPatch.context() as patched, pytest.raises(SaveFailed):
        patched.setattr(vault, "check_lock", lambda lock, passphrase: None)
        vault.put_key_files(place, forged, own_lock.passphrase)


def test_a_folder_under_other_keys_in_its_place_is_refused(tmp_path, clock, own_lock, other_lock):
    place = filled(tmp_path / "store", clock, own_lock.lock)
    place.rename(tmp_path / "away")
    DataFolder.create(tmp_path / "other", clock, other_lock).close()
    (tmp_path / "other").rename(place)
    with pytest.raises(RequestRefused, match="under other keys than when it was last open here"):
        DataFolder.open(place, clock, keys=other_lock.keys)


def test_a_stopped_decrypt_leaves_nothing_plain_once_it_is_opened_again(tmp_path, clock, own_lock):
    place = filled(tmp_path / "store", clock, own_lock.lock)
    (place / ".next").mkdir()
    (place / ".next" / "caseload.json").write_text(WORDS)
    DataFolder.open(place, clock, keys=own_lock.lock.keys).close()
    assert not (place / ".next").exists()
