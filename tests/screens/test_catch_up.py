import pytest
from textual import events

from store.drafts import Drafts
from store.inbox import Inbox

SHEET = """dee 15c got the boots < yesterday
marcus text back ok
  she is at her sister's
work 1h"""


@pytest.fixture
def inbox(books, clock):
    return Inbox(books.folder.path, clock)


async def open_sheet(page, text=""):
    await page.press("N")
    if text:
        page.app.post_message(events.Paste(text))
        await page.pilot.pause()


def words_with(books, name):
    return next(books.caseload.contacts_with(books.caseload.find_person(name).id)).words


async def test_a_sheet_shows_how_each_note_is_understood(open_page, books, snapshot):
    async with open_page(books) as page:
        await open_sheet(page, SHEET + "\nxavier was there")
        assert page.text == snapshot


async def test_a_sheet_is_whole_on_a_phone(open_page, books, snapshot):
    async with open_page(books, size=(40, 12)) as page:
        await open_sheet(page, SHEET)
        while "own work" not in page.text:  # the last reading comes into sight once it is laid out
            await page.pilot.pause(0.01)
        assert page.text == snapshot


async def test_every_line_is_a_note_and_all_are_one_act(open_page, books):
    before = books.caseload.next_undo().number
    async with open_page(books) as page:
        await open_sheet(page, SHEET)
        await page.press("ctrl+s")
        assert words_with(books, "dee") == "got the boots"
        assert words_with(books, "marcus") == "ok\nshe is at her sister's"
        await page.press("u", "enter")
    assert books.caseload.next_undo().number == before


async def test_a_line_that_is_not_clear_is_pointed_at_before_anything_is_saved(open_page, books):
    before = books.caseload.next_undo().number
    async with open_page(books) as page:
        await open_sheet(page, "dee 15c boots\nxavier was there")
        await page.press("ctrl+s")
        assert "Not clear yet: note 2." in page.text
    assert books.caseload.next_undo().number == before


async def test_a_second_save_puts_what_is_not_clear_into_the_inbox(open_page, books, inbox):
    async with open_page(books) as page:
        await open_sheet(page, "dee 15c boots\nxavier was there\n  with his sister")
        await page.press("ctrl+s")
        await page.press("ctrl+s")
    assert words_with(books, "dee") == "boots"
    assert [item.text for item in inbox.items()] == ["xavier was there\nwith his sister"]


async def test_notes_saved_are_not_saved_again_when_the_inbox_refuses_the_rest(open_page, books):
    (books.folder.path / "inbox").rmdir()
    (books.folder.path / "inbox").write_text("a file where the folder should be", encoding="utf-8")
    async with open_page(books) as page:
        await open_sheet(page, "dee 15c boots\nxavier was there")
        await page.press("ctrl+s")
        await page.press("ctrl+s")
        assert "The clear notes are saved." in page.text
        assert "15c boots" not in page.text
        assert "xavier was there" in page.text
    assert words_with(books, "dee") == "boots"


async def test_themes_of_a_sheet_go_to_the_notebook(open_page, books):
    async with open_page(books) as page:
        await open_sheet(page, "dee 15c boots #hope\nmarcus 20t ok #steady")
        await page.press("ctrl+s")
    assert {seen.theme for seen in books.notebook.themes_seen()} == {"hope", "steady"}


async def test_a_closed_sheet_comes_back_with_its_lines(open_page, books):
    async with open_page(books) as page:
        await open_sheet(page, SHEET)
        await page.press("escape")
        await open_sheet(page)
        assert "marcus text back ok" in page.text


async def test_a_saved_sheet_leaves_no_draft(open_page, books, clock):
    async with open_page(books) as page:
        await open_sheet(page, SHEET)
        await page.press("ctrl+s")
    assert Drafts(books.folder.path, clock).all() == ()


async def test_an_empty_sheet_says_that_there_is_nothing_to_save(open_page, books):
    async with open_page(books) as page:
        await open_sheet(page)
        await page.press("ctrl+s")
        assert "Nothing to save yet" in page.text
