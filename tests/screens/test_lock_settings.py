"""The lock in Settings: how it stands, lock now, lock after, another passphrase."""

import pytest

from mentor_tui.books import books_of
from mentor_tui.settings import read_settings
from store.folder import DataFolder
from tests.screens.at_the_door import at_the_door
from tests.screens.conftest import add_people


@pytest.fixture
def place(tmp_path, clock, own_lock):
    with DataFolder.create(tmp_path / "store", clock, own_lock.lock) as folder:
        add_people(books_of(folder, clock).caseload)
    return tmp_path / "store"


async def to_settings(page, own_lock, row=""):
    page.app.unlocked(own_lock.lock.keys)
    await page.until("COMING UP")
    await page.press("7")
    if row:
        page.app.screen.query_one("#settings").highlight(row)
        await page.press("enter")


async def test_they_say_that_it_is_encrypted(place, clock, own_lock):
    async with at_the_door(place, clock, size=(120, 40)) as page:
        await to_settings(page, own_lock)
        assert "on: the passphrase opens it, or the recovery key on your paper" in page.text
        assert "not encrypted" not in page.text.casefold()


async def test_lock_now_locks(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await to_settings(page, own_lock, "lock")
        await page.until("Your notes are locked")


async def test_the_minutes_are_chosen_and_kept(place, clock, own_lock):
    async with at_the_door(place, clock, size=(120, 40)) as page:
        await to_settings(page, own_lock, "lock-after")
        assert "10 minutes without a key" in page.text
        assert read_settings(place).lock_after_minutes == 10


async def change(page, own_lock, now, new):
    await to_settings(page, own_lock, "passphrase")
    for typed in (now, new, new):
        await page.paste(typed)
        await page.press("enter")


async def test_another_passphrase_takes_the_place_of_the_one_she_has(place, clock, own_lock, monkeypatch):
    changed = []
    # The real change costs scrypt twice; the store's own tests pay for it once.
    monkeypatch.setattr("store.vault.change_passphrase", lambda *words: changed.append(words[2]))
    async with at_the_door(place, clock, size=(100, 30)) as page:
        await change(page, own_lock, own_lock.passphrase, "maple quilt harbor wren")
        await page.until("The passphrase is changed.")
    assert changed == ["maple quilt harbor wren"]


async def test_without_the_one_she_has_nothing_is_changed(place, clock, own_lock):
    before = (place / "identity.age").read_bytes()
    async with at_the_door(place, clock, size=(100, 30)) as page:
        await change(page, own_lock, "another", "maple quilt harbor wren")
        await page.until("That is not the passphrase")
    assert (place / "identity.age").read_bytes() == before


async def test_it_locks_from_the_page_of_another_passphrase_too(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await to_settings(page, own_lock, "passphrase")
        await page.press("ctrl+l")
        await page.until("Your notes are locked")
