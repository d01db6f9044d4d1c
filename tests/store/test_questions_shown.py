"""What stood before her is remembered beside the ledgers: no act, no word of hers, gone after a season."""

from datetime import date, timedelta

import pytest

from store.age_files import Opener
from store.folder import DataFolder
from store.principles import Shown
from store.questions_shown import as_it_lies, keep_shown, shown_until_now

DAY = date(2026, 11, 23)


def test_what_was_shown_is_read_back_in_its_order_and_is_no_act(folder):
    drafts, before = folder.drafts(), folder.next_undo()
    first, second = Shown(DAY, "hope-b1", 0), Shown(DAY, "own-3", 2)
    keep_shown(drafts, [first], DAY)
    keep_shown(drafts, [first, second], DAY)
    assert shown_until_now(folder.drafts()) == (first, second)
    assert folder.next_undo() == before
    assert drafts.all() == (), "it is nothing that waits for her"


def test_what_is_long_ago_is_let_go_once_sixty_came_after_it(folder):
    old, new = Shown(DAY - timedelta(201), "hope-b1", 0), Shown(DAY, "meet-b1", 0)
    since = [Shown(DAY - timedelta(60 - number), "hope-w6", 1, DAY) for number in range(60)]
    keep_shown(folder.drafts(), [old, *since], old.on)
    keep_shown(folder.drafts(), [new], DAY)
    assert shown_until_now(folder.drafts()) == (*since, new)


def test_a_clock_that_was_once_years_ahead_loses_nothing(folder):
    lately = Shown(DAY - timedelta(1), "hope-b1", 0)
    ahead = Shown(DAY + timedelta(900), "meet-b1", 0)
    keep_shown(folder.drafts(), [lately], DAY)
    keep_shown(folder.drafts(), [ahead], ahead.on)
    assert lately in shown_until_now(folder.drafts())


def test_that_it_was_written_again_is_seen_without_reading_it(folder):
    before = as_it_lies(folder.drafts())
    keep_shown(folder.drafts(), [Shown(DAY, "hope-b1", 0)], DAY)
    first = as_it_lies(folder.drafts())
    assert before != first == as_it_lies(folder.drafts())
    keep_shown(folder.drafts(), [Shown(DAY, "meet-b1", 0)], DAY)
    assert as_it_lies(folder.drafts()) != first


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
