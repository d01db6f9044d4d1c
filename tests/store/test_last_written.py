"""The last day on which anything was written, as far back as history tells."""

import shutil
from datetime import date

import pytest

from store.clock import FixedClock, moment_from
from store.folder import DataFolder

NOV_23 = date(2026, 11, 23)


@pytest.fixture
def on(place):
    """Opens the folder at a moment; makes it the first time."""

    def open_at(text, lock=None):
        clock = FixedClock(moment_from(text, "America/Vancouver"))
        if not place.exists():
            return DataFolder.create(place, clock, lock)
        return DataFolder.open(place, clock, keys=lock and lock.keys)

    return open_at


@pytest.mark.parametrize("is_locked", [False, True])
def test_the_last_day_is_found_at_hand_and_in_what_was_folded(on, save, place, own_lock, is_locked):
    lock = own_lock.lock if is_locked else None
    with on("2026-11-01T23:30", lock) as folder:
        assert folder.last_written_before(date(2026, 11, 1)) is None
        save(folder, "Dee")
        with folder.act("page") as act:
            act.insert("reflections", {"on": "2026-11-01", "words": "x"})
    with on("2026-11-23T00:10", lock) as folder:
        save(folder, "Jo")
        assert folder.last_written_before(NOV_23) == date(2026, 11, 1)  # her day, not the UTC one
        folder.compact(force=True)
        save(folder, "Sam")
        assert folder.last_written_before(NOV_23) == date(2026, 11, 1)
        shutil.rmtree(place / "history")
        assert folder.last_written_before(NOV_23) is None  # nobody is told she was away for that


def test_a_page_of_the_notebook_counts_even_if_the_record_was_folded_before(on, save):
    with on("2026-11-01T12:00") as folder:
        save(folder, "Dee")
        folder.compact(force=True)
    with on("2026-11-20T12:00") as folder, folder.act("page") as act:
        act.insert("reflections", {"on": "2026-11-20", "words": "x"})
    with on("2026-11-23T12:00") as folder:
        assert folder.last_written_before(NOV_23) == date(2026, 11, 20)
