"""The passphrase is forgotten, or both are lost."""

import pytest

from mentor_tui.books import books_of
from store.card import is_encrypted
from store.folder import DataFolder
from tests.screens.at_the_door import at_the_door
from tests.screens.conftest import add_people


@pytest.fixture
def place(tmp_path, clock, own_lock):
    with DataFolder.create(tmp_path / "store", clock, own_lock.lock) as folder:
        add_people(books_of(folder, clock).caseload)
    return tmp_path / "store"


async def type_twice(page, passphrase):
    for _ in range(2):
        await page.paste(passphrase)
        await page.press("enter")


async def test_the_recovery_key_leads_to_a_new_passphrase_and_opens(place, clock, own_lock, monkeypatch):
    changed = []
    # The real change costs scrypt twice; the store's own tests pay for it once.
    monkeypatch.setattr("store.vault.change_passphrase", lambda *words: changed.append(words[2]))
    async with at_the_door(place, clock) as page:
        await page.press("f4")
        await page.paste(own_lock.recovery_key.lower().replace("-1", "-1 "))
        await page.press("enter")
        await page.until("A new passphrase")
        assert "Dee" not in page.text
        await type_twice(page, "maple quilt harbor wren")
        await page.until("COMING UP")
    assert changed == ["maple quilt harbor wren"]


async def test_the_groups_alone_are_enough(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await page.press("f4")
        await page.paste(own_lock.recovery_key.partition("-1")[2].lower())
        await page.press("enter")
        await page.until("A new passphrase")


async def test_another_recovery_key_is_said_to_be_another(place, clock):
    async with at_the_door(place, clock) as page:
        await page.press("f4")
        await page.paste("AGE-SECRET-KEY-1QQQQ")
        await page.press("enter")
        await page.until("That is not a whole recovery key")


async def test_esc_before_the_new_passphrase_changes_nothing(place, clock, own_lock):
    before = (place / "identity.age").read_bytes()
    async with at_the_door(place, clock) as page:
        await page.press("f4")
        await page.paste(own_lock.recovery_key)
        await page.press("enter")
        await page.until("A new passphrase")
        await page.press("escape", "escape")
        assert "Your notes are locked" in page.text
    assert (place / "identity.age").read_bytes() == before


async def test_where_both_are_lost_no_false_hope_is_given(place, clock):
    async with at_the_door(place, clock) as page:
        await page.press("f4", "f8")
        assert "nobody can open these notes: not you, and not the makers of mentor" in page.flat
        assert "mentor note in the shell still takes a line" in page.flat
        assert "store.locked-2026-11-23" in page.flat


async def test_a_new_folder_is_begun_beside_the_locked_one(place, clock):
    async with at_the_door(place, clock) as page:
        await page.press("f4", "f8", "enter")
        await page.until("A passphrase for your notes")
        assert is_encrypted(place)
        await page.press("f7", "f7")
        await page.until("Who are you walking with?")
        assert not is_encrypted(place)
        assert is_encrypted(place.with_name("store.locked-2026-11-23"))


async def test_going_back_from_there_leaves_the_locked_one_where_it_is(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await page.press("f4", "f8", "enter")
        await page.until("A passphrase for your notes")
        await page.press("escape")
        await page.until("Both are lost")
        assert sorted(path.name for path in place.parent.iterdir()) == ["store"]
        page.app.unlocked(own_lock.lock.keys)
        await page.until("COMING UP")


async def test_the_locked_one_opens_again_the_day_the_passphrase_is_found(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await page.press("f4", "f8", "enter")
        await page.until("A passphrase for your notes")
        await page.press("f7", "f7")
        await page.until("Who are you walking with?")
    async with at_the_door(place.with_name("store.locked-2026-11-23"), clock) as page:
        await page.unlock(own_lock.passphrase)
        await page.until("COMING UP")


async def test_a_new_passphrase_says_once_what_opens_the_older_backups(place, clock, own_lock, monkeypatch):
    monkeypatch.setattr("store.vault.change_passphrase", lambda *_: None)
    async with at_the_door(place, clock) as page:
        await page.press("f4")
        await page.paste(own_lock.recovery_key)
        await page.press("enter")
        await page.until("A new passphrase")
        await type_twice(page, "maple quilt harbor wren")
        await page.until("Backups made before open with the old one.")
        await page.press("2", "1")
        assert "open with the old one" not in page.text


async def test_all_groups_of_the_key_stand_in_its_line_with_their_blanks(place, clock):
    groups = " ".join(f"{number:04}" for number in range(1, 16))
    async with at_the_door(place, clock) as page:
        await page.press("f4")
        await page.paste(groups)
        assert groups in page.text
