"""Whether a folder has a lock: its card says so, and the page over it says what is so."""

import pytest

from mentor_tui.folder_door import FolderDoor
from mentor_tui.settings import Settings
from store.errors import RequestRefused
from store.folder import DataFolder
from tests.screens.at_the_door import at_the_door


async def test_a_lock_that_lies_beside_a_plain_folder_makes_it_look_no_safer(tmp_path, clock, own_lock):
    with DataFolder.create(tmp_path / "store", clock):
        (tmp_path / "store" / "identity.age").write_bytes(own_lock.lock.identity)
    async with at_the_door(tmp_path / "store", clock) as page:
        await page.until("Who are you walking with?")
        assert "not encrypted" in page.text


def test_a_plain_folder_that_stands_where_keys_are_given_is_refused(tmp_path, clock, own_lock):
    DataFolder.create(tmp_path / "store", clock).close()
    door = FolderDoor(tmp_path / "store", clock, Settings())
    with pytest.raises(RequestRefused, match="is not encrypted, and a passphrase was given for it"):
        door.open(own_lock.lock.keys)


@pytest.mark.parametrize("name", ["identity.age", "caseload.json.age"])
def test_where_the_card_is_gone_the_files_tell_that_there_is_a_lock(tmp_path, clock, own_lock, name):
    DataFolder.create(tmp_path / "store", clock, own_lock.lock).close()
    for gone in {"store.json", "identity.age", "caseload.json.age"} - {name}:
        (tmp_path / "store" / gone).unlink(missing_ok=True)
    (tmp_path / "store" / name).touch()
    assert FolderDoor(tmp_path / "store", clock, Settings()).is_encrypted
