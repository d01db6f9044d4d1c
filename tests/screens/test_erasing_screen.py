"""Erasing in the program: shown first, done when the name was typed; the books open again by themselves."""

from datetime import date

import pytest

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import Client, Contact
from tests.screens.at_the_door import at_the_door

ENDED = date(2025, 10, 31)


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture(params=["plain", "encrypted"])
def folder(request, tmp_path, clock, own_lock, monkeypatch):
    """Zebulon, long finished, and Mia; the keys it opens with."""
    lock = own_lock.lock if request.param == "encrypted" else None
    with DataFolder.create(tmp_path / "data", clock, lock) as made:
        caseload = Caseload(made, clock)
        zeb = Client(name="Zebulon", status="finished", status_on=ENDED, about="plum trees")
        zeb = caseload.add(zeb).records[0]
        mia = caseload.add(Client(name="Mia")).records[0]
        for person, words in ((zeb, "pruned the plum"), (mia, "soup with Zebulon's sister")):
            caseload.add(Contact(client_ids=(person.id,), on=ENDED, mode="phone", words=words))
    (tmp_path / "data" / "backups" / "backup-torn.tar").write_bytes(b"x")
    return tmp_path / "data", own_lock.passphrase if lock else "", lock.keys if lock else None


async def test_what_is_no_longer_needed_is_a_line_on_today_and_goes_when_its_name_is_typed(folder, clock):
    path, passphrase, keys = folder
    async with at_the_door(path, clock) as page:
        if passphrase:
            await page.unlock(passphrase)
        await page.until("1 record to look at: still needed?")
        page.app.action_place("today")
        page.app.open_dialog("still-needed")
        await page.until("since Sat 31 Oct")
        await page.press("enter", "down", "down", "enter")
        await page.until("What goes")
        await page.press("pagedown", "pagedown")
        assert "soup with Zebulon's sister" in page.flat and "backup-torn.tar" in page.flat
        assert "Flash storage, snapshots of the disk and sync services may keep traces of it" in page.flat
        await page.paste("zeb")
        await page.press("enter")
        assert "not the name" in page.flat
        await page.paste("ulon")
        await page.press("enter")
        await page.until("A person was erased. This cannot be undone.")
        assert "backup-torn.tar" in page.flat
        await page.press("escape")
        await page.until("1 person: nothing due")
        assert "still needed" not in page.text and "Zebulon" not in page.text
        assert [client.name for client in page.app.caseload.people()] == ["Mia"]
        await page.press("u")
        await page.until("note, Mia")
    with DataFolder.open(path, clock, keys=keys) as opened:
        assert next(act.label for act in opened.history()) == "a person was erased"
    assert [at.name for at in path.parent.iterdir()] == ["data"]


@pytest.mark.parametrize("folder", ["plain"], indirect=True)
async def test_a_record_kept_with_a_reason_asks_no_more_for_a_year(folder, clock):
    async with at_the_door(folder[0], clock, size=(40, 12)) as page:
        await page.until("still needed?")
        page.app.open_dialog("still-needed")
        await page.until("since Sat 31 Oct")
        await page.press("enter", "enter")
        await page.paste("a letter may come")
        await page.press("enter")
        await page.until("No record asks")
        kept = next(client for client in page.app.caseload.people() if client.name == "Zebulon")
        assert (kept.review_on, kept.kept_because) == (date(2027, 11, 23), "a letter may come")
