"""A posted line: what waited is hers to file, what comes while it is open is filed at once, and once."""

import pytest

from mentor_tui.books import books_of
from store.folder import DataFolder
from store.letterbox import post
from store.records import Contact
from tests.screens.at_the_door import at_the_door
from tests.screens.conftest import add_people


@pytest.fixture
def place(tmp_path, clock, own_lock):
    with DataFolder.create(tmp_path / "store", clock, own_lock.lock) as folder:
        add_people(books_of(folder, clock).caseload)
    return tmp_path / "store"


async def open_it(page, own_lock):
    page.app.unlocked(own_lock.lock.keys)
    await page.until("COMING UP")
    await page.app.workers.wait_for_complete()
    await page.pilot.pause()


def noted(page, words):
    return [one for one in page.app.caseload.all(Contact) if one.words == words]


async def test_what_was_posted_while_it_was_locked_waits_for_her_on_today(place, clock, own_lock):
    post(place, "dee 15c her new shoes", clock)
    async with at_the_door(place, clock) as page:
        await open_it(page, own_lock)
        assert "1 note in the inbox" in page.text
        page.app.look_into_the_letterbox()
        assert noted(page, "her new shoes") == []


async def test_she_files_it_with_the_note_line_and_it_is_gone_from_there(place, clock, own_lock):
    post(place, "dee 15c her new shoes", clock)
    async with at_the_door(place, clock) as page:
        await open_it(page, own_lock)
        page.app.open_dialog("inbox")
        await page.press("enter", "enter")
        await page.until("Saved 14:02")
        assert len(noted(page, "her new shoes")) == 1
        assert page.app.books.folder.inbox().items() == ()


async def test_what_is_posted_while_it_is_open_is_filed_at_once_and_said(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await open_it(page, own_lock)
        post(place, "dee 15c her new shoes", clock)
        page.app.look_into_the_letterbox()
        await page.pilot.pause()
        assert "Filed from the inbox: note, Dee" in page.lines[-1]
        assert len(noted(page, "her new shoes")) == 1
        assert page.app.books.folder.inbox().items() == ()


async def test_one_whose_person_is_not_clear_waits(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await open_it(page, own_lock)
        post(place, "somebody had new shoes", clock)
        page.app.look_into_the_letterbox()
        await page.pilot.pause()
        assert "1 note in the inbox" in page.text


async def test_one_that_was_saved_and_not_taken_out_is_not_filed_again(place, clock, own_lock):
    item = post(place, "dee 15c her new shoes", clock)
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        caseload = books_of(folder, clock).caseload
        caseload.record_note(caseload.read_note(item.text), item=item.name)  # and here it was killed
    async with at_the_door(place, clock) as page:
        await open_it(page, own_lock)
        assert len(noted(page, "her new shoes")) == 1
        assert page.app.books.folder.inbox().items() == ()


async def test_two_open_programs_file_a_line_once(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await open_it(page, own_lock)
        item = post(place, "dee 15c her new shoes", clock)
        with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
            caseload = books_of(folder, clock).caseload
            caseload.record_note(caseload.read_note(item.text), item=item.name)
        page.app.look_into_the_letterbox()
        assert len(noted(page, "her new shoes")) == 1


async def test_what_was_filed_by_itself_can_be_undone(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await open_it(page, own_lock)
        post(place, "dee 15c her new shoes", clock)
        page.app.look_into_the_letterbox()
        await page.press("u", "enter")
        assert noted(page, "her new shoes") == []
