"""The lock while the disk refuses what she was typing: her words are held, encrypted, and come back."""

import pytest

from mentor_tui.books import books_of
from store.folder import DataFolder
from tests.screens.at_the_door import at_the_door
from tests.screens.conftest import add_people

LOCKED = "Your notes are locked"


@pytest.fixture
def place(tmp_path, clock, own_lock):
    """An encrypted folder with Dee and the others in it."""
    with DataFolder.create(tmp_path / "store", clock, own_lock.lock) as folder:
        add_people(books_of(folder, clock).caseload)
    return tmp_path / "store"


@pytest.fixture
def opened(place, clock, own_lock):
    """Opens it: `async with opened() as page`, on Today."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opening(**settings):
        async with at_the_door(place, clock, **settings) as page:
            page.app.unlocked(own_lock.lock.keys)
            await page.until("COMING UP")
            yield page

    return opening


@pytest.fixture
def refusing(monkeypatch):
    """A disk that takes no small file, until it does."""
    from store import loose_files
    from store.loose_files import NotKept

    class Disk:
        def fill(self):
            for name in ("store.drafts.write_sealed", "store.inbox.write_sealed"):
                monkeypatch.setattr(name, self._refuse)

        def free(self):
            for name in ("store.drafts.write_sealed", "store.inbox.write_sealed"):
                monkeypatch.setattr(name, loose_files.write_sealed)

        def _refuse(self, path, sealed, recipients):
            raise NotKept("the disk is full")

    return Disk()


async def typed_and_refused(page, refusing):
    await page.press("enter", "l")
    await page.paste("15c her new shoes")
    refusing.fill()
    await page.press("ctrl+l")
    await page.until(LOCKED)


async def test_words_that_the_disk_refuses_are_held_encrypted_and_she_is_told(opened, refusing):
    async with opened() as page:
        await typed_and_refused(page, refusing)
        await page.until("The disk refuses the words")
        await page.press("escape")
        assert page.app.is_running
        assert "press esc again to close without them" in page.flat
        await page.press("escape")
        assert not page.app.is_running


async def test_held_words_reach_the_disk_without_a_key_once_it_takes_them(opened, refusing, place, own_lock):
    async with opened() as page:
        await typed_and_refused(page, refusing)
        await page.until("The disk refuses the words")
        refusing.free()
        page.app.try_held_again()
        (kept,) = (place / "drafts").glob("*.age")
        assert b"shoes" not in kept.read_bytes()
        page.app.unlocked(own_lock.lock.keys)
        await page.until("1 put aside: “15c her new shoes”")


async def test_held_words_are_back_in_their_line_though_the_disk_still_refuses(opened, refusing, own_lock):
    async with opened() as page:
        await typed_and_refused(page, refusing)
        page.app.unlocked(own_lock.lock.keys)
        await page.until("her new shoes")
        assert "note, Dee" in page.text
