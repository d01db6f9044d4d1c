"""It locks by itself when nobody has touched a key for a while; the machine's sleep counts."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from mentor_tui.books import books_of
from mentor_tui.idle import Idle
from store.clock import Moment
from store.folder import DataFolder
from tests.screens.at_the_door import at_the_door
from tests.screens.conftest import add_people

LOCKED = "Your notes are locked"


@dataclass
class MovedClock:
    """A clock that is moved by hand."""

    moment: Moment

    def now(self):
        return self.moment

    def move(self, **much):
        self.moment = replace(self.moment, local=self.moment.local + timedelta(**much))


@pytest.fixture
def moved(clock):
    return MovedClock(clock.now())


class Ticks:
    at = 1000.0

    def __call__(self):
        return self.at


def test_it_is_over_after_the_minutes_of_the_settings(moved):
    idle = Idle(moved, Ticks())
    moved.move(minutes=4, seconds=59)
    assert not idle.is_over(5)
    moved.move(seconds=1)
    assert idle.is_over(5)


def test_a_touch_begins_anew(moved):
    idle = Idle(moved, Ticks())
    moved.move(minutes=4)
    idle.touch()
    moved.move(minutes=4)
    assert not idle.is_over(5)


def test_never_is_never(moved):
    idle = Idle(moved, Ticks())
    moved.move(days=400)
    assert not idle.is_over(0)


def test_a_clock_that_is_set_back_keeps_nothing_open(moved):
    ticks = Ticks()
    idle = Idle(moved, ticks)
    moved.move(hours=-3)
    ticks.at += 300
    assert idle.is_over(5)


def test_a_machine_that_slept_has_been_left(moved):
    ticks = Ticks()
    idle = Idle(moved, ticks)
    moved.move(hours=8)  # the other clock stood still in its sleep
    assert idle.is_over(5)


@pytest.fixture
def place(tmp_path, moved, own_lock):
    with DataFolder.create(tmp_path / "store", moved, own_lock.lock) as folder:
        add_people(books_of(folder, moved).caseload)
    return tmp_path / "store"


async def test_five_minutes_without_a_key_lock_it(place, moved, own_lock):
    async with at_the_door(place, moved) as page:
        page.app.unlocked(own_lock.lock.keys)
        await page.until("COMING UP")
        moved.move(minutes=5)
        assert page.app.lock_if_left()
        await page.until(LOCKED)


async def test_the_first_key_after_that_finds_the_lock_and_does_nothing_else(place, moved, own_lock):
    async with at_the_door(place, moved) as page:
        page.app.unlocked(own_lock.lock.keys)
        await page.until("COMING UP")
        moved.move(minutes=5)
        await page.press("n")
        await page.until(LOCKED)
        assert page.app.screen.line.secret == ""


async def test_with_never_it_stays_open(place, moved, own_lock):
    async with at_the_door(place, moved, lock_after_minutes=0) as page:
        page.app.unlocked(own_lock.lock.keys)
        await page.until("COMING UP")
        moved.move(hours=9)
        assert not page.app.lock_if_left()


async def test_a_plain_folder_is_covered(open_page, books, moved):
    async with open_page(books, clock=moved) as page:
        moved.move(minutes=5)
        page.app.lock_if_left()
        await page.pilot.pause()
        assert "Covered" in page.text
