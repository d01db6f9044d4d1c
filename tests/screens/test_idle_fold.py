"""A journal that has grown long is folded: when the program is left, when it locks, and while it idles."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mentor_tui.books import books_of
from mentor_tui.folder_door import FolderDoor
from mentor_tui.settings import Settings
from store import compaction
from store.age_codec import Age
from store.folder import DataFolder
from tests.screens.at_the_door import at_the_door
from tests.screens.conftest import add_people


class MovedClock:
    """A clock that is moved by hand."""

    def __init__(self, moment):
        self.moment = moment

    def now(self):
        return self.moment

    def move(self, **much):
        self.moment = replace(self.moment, local=self.moment.local + timedelta(**much))


@pytest.fixture
def moved(clock):
    return MovedClock(clock.now())


@pytest.fixture(params=["plain", "encrypted"])
def lock(request, own_lock, monkeypatch):
    """The folder's lock or None; either way its journal is long after three lines."""
    monkeypatch.setattr(Age, "most_lines", 3)
    monkeypatch.setattr(compaction, "_LEAST", 500)
    return own_lock.lock if request.param == "encrypted" else None


@pytest.fixture
def place(tmp_path, moved, lock):
    with DataFolder.create(tmp_path / "store", moved, lock) as folder:
        add_people(books_of(folder, moved).caseload)
    return tmp_path / "store"


def lines(place):
    """How many commits the caseload's journal holds."""
    return len((place / "caseload.journal").read_bytes().splitlines()) - 1


async def opened(page, lock):
    if lock:
        page.app.unlocked(lock.keys)
    await page.until("COMING UP")


async def idle_turn(page):
    """What the program does each second, and what that began."""
    page.app._look_again()
    await page.app.workers.wait_for_complete()
    await page.pilot.pause()


async def test_a_minute_without_a_key_folds_it(place, moved, lock):
    async with at_the_door(place, moved) as page:
        await opened(page, lock)
        assert lines(place) > 3
        moved.move(seconds=61)
        await idle_turn(page)
        assert lines(place) == 0
        assert "COMING UP" in page.text


@pytest.mark.parametrize("lock", ["plain"], indirect=True)
async def test_it_is_left_alone_while_she_types(place, moved, lock):
    async with at_the_door(place, moved) as page:
        await opened(page, lock)
        before = lines(place)
        moved.move(seconds=50)
        await page.press("f9")
        moved.move(seconds=50)
        await idle_turn(page)
        assert lines(place) == before


@pytest.mark.parametrize("lock", ["encrypted"], indirect=True)  # a plain one gets a cover, and stays open
async def test_a_lock_folds_it(place, moved, lock):
    async with at_the_door(place, moved) as page:
        await opened(page, lock)
        assert lines(place) > 3
        page.app.action_lock()
        await page.until("Your notes are locked")
        await page.app.workers.wait_for_complete()
        assert lines(place) == 0


def test_the_end_of_the_program_folds_it(place, moved, lock):
    door = FolderDoor(place, moved, Settings(auto_backup=False))
    books = door.open(lock.keys if lock else None)
    assert lines(place) > 3
    door.close(books, None)
    assert lines(place) == 0


def test_a_short_one_is_left_as_it_is(place, moved, lock, monkeypatch):
    monkeypatch.setattr(Age, "most_lines", 1000)
    monkeypatch.setattr(compaction, "_LEAST", 1 << 20)
    door = FolderDoor(place, moved, Settings(auto_backup=False))
    before = lines(place)
    door.close(door.open(lock.keys if lock else None), None)
    assert lines(place) == before
