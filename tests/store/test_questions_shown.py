"""What stood before her is remembered beside the ledgers: no act, no word of hers, gone after a season."""

from datetime import date, timedelta

import pytest

from store.age_files import Opener
from store.folder import DataFolder
from store.principles import Shown
from store.questions_shown import keep_shown, shown_until_now

DAY = date(2026, 11, 23)


def test_what_was_shown_is_read_back_in_its_order_and_is_no_act(folder):
    drafts, before = folder.drafts(), folder.next_undo()
    first, second = Shown(DAY, "hope-b1", 0), Shown(DAY, "own-3", 2)
    keep_shown(drafts, [first], DAY)
    keep_shown(drafts, [first, second], DAY)
    assert shown_until_now(folder.drafts()) == (first, second)
    assert folder.next_undo() == before
    assert drafts.all() == (), "it is nothing that waits for her"


def test_what_is_long_ago_is_let_go(folder):
    old, new = Shown(DAY - timedelta(201), "hope-b1", 0), Shown(DAY, "meet-b1", 0)
    keep_shown(folder.drafts(), [old], old.on)
    keep_shown(folder.drafts(), [new], DAY)
    assert shown_until_now(folder.drafts()) == (new,)


def test_a_broken_list_is_no_trouble(folder):
    keep_shown(folder.drafts(), [Shown(DAY, "hope-b1", 0)], DAY)
    (kept,) = (folder.path / "drafts").iterdir()
    kept.write_text(kept.read_text().replace(DAY.isoformat(), "some day"))
    assert shown_until_now(folder.drafts()) == ()
    kept.write_text("{")
    assert shown_until_now(folder.drafts()) == ()


def test_where_it_is_encrypted_it_has_the_notebooks_key(tmp_path, clock, own_lock):
    with DataFolder.create(tmp_path / "sealed", clock, own_lock.lock) as folder:
        keep_shown(folder.drafts(), [Shown(DAY, "hope-b1", 0)], DAY)
        (kept,) = (folder.path / "drafts").iterdir()
        assert b"hope-b1" not in kept.read_bytes()
        assert shown_until_now(folder.drafts()) == (Shown(DAY, "hope-b1", 0),)
        sealed = kept.read_bytes()
        assert b"hope-b1" in Opener(folder.keys.notebook.identity).decrypt(sealed)
        with pytest.raises(ValueError):
            Opener(folder.keys.caseload.identity).decrypt(sealed)
