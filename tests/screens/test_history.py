"""History: what was saved, newest first; undo and redo from there and from anywhere."""

import pytest

from store.records import Client


@pytest.fixture
def three(empty_books):
    for name in ("Dee", "Ed", "Jo"):
        empty_books.caseload.add(Client(name=name))
    return empty_books


async def history(page):
    page.app.open_dialog("history")
    await page.pilot.pause()


def labels(page):
    found = [line.split("14:02")[1].strip(" │") for line in page.lines[1:-1] if " 14:02" in line]
    return [" ".join(words.split()) for words in found]


async def test_history_shows_every_save_newest_first(open_page, three):
    three.folder.compact(force=True)
    async with open_page(three) as page:
        await history(page)
        assert labels(page) == ["person, Jo", "person, Ed", "person, Dee"]


async def test_u_there_takes_back_only_the_newest_that_stands(open_page, three):
    async with open_page(three) as page:
        await history(page)
        await page.press("down", "down", "u", "enter")
        assert [client.name for client in three.caseload.people()] == ["Dee", "Ed"]
        assert labels(page)[:2] == ["undo of person, Jo", "person, Jo · undone"]


async def test_redo_brings_back_what_was_undone_and_the_foot_names_its_key(open_page, three):
    async with open_page(three, size=(120, 40)) as page:
        await page.press("u", "enter")
        assert "Undone: person, Jo · U redoes" in page.lines[-1]
        await page.press("U")
        assert "Redo: person, Jo, undone 14:02?" in page.text
        await page.press("enter")
        assert "Redone: person, Jo · u undoes" in page.lines[-1]
        assert [client.name for client in three.caseload.people()] == ["Dee", "Ed", "Jo"]


async def test_with_nothing_undone_redo_says_so(open_page, three):
    async with open_page(three) as page:
        await page.press("U")
        assert "nothing to bring back" in page.text


async def test_enter_says_what_an_act_changed(open_page, three):
    async with open_page(three) as page:
        await history(page)
        await page.press("enter")
        assert "person, Jo: 1 added." in page.text


async def test_what_can_no_longer_be_undone_is_said_in_words(open_page, three):
    three.folder.compact(force=True)
    for old in (three.folder.path / "history").iterdir():
        old.unlink()
    async with open_page(three, size=(120, 40)) as page:
        await page.press("u")
        assert "can no longer be undone" in page.text
        await history(page)
        assert "its history does not lie in this folder" in page.text


async def test_settings_lead_to_it(open_page, three):
    async with open_page(three, size=(120, 60)) as page:
        await page.press("7")
        page.app.screen.query_one("#settings").highlight("history")
        await page.press("enter")
        assert page.lines[0].startswith(" History")
