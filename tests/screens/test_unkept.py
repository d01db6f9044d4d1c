"""The disk refuses what is typed and not yet saved: no word is lost without her knowing."""

import pytest
from textual import events

from store import loose_files
from store.drafts import Draft, Drafts
from store.inbox import Inbox
from store.loose_files import NotKept

FULL = "The disk is full: these words are not kept yet."


@pytest.fixture
def disk(monkeypatch):
    """A disk that fills up, and is freed again, under drafts and inbox."""

    class Disk:
        def fill(self):
            monkeypatch.setattr("store.drafts.write_sealed", self._refuse)
            monkeypatch.setattr("store.inbox.write_sealed", self._refuse)

        def free(self):
            monkeypatch.setattr("store.drafts.write_sealed", loose_files.write_sealed)
            monkeypatch.setattr("store.inbox.write_sealed", loose_files.write_sealed)

        def _refuse(self, path, sealed, recipients):
            raise NotKept("the disk is full")

    return Disk()


async def paste(page, text):
    page.app.post_message(events.Paste(text))
    await page.pilot.pause()


KINDS = {
    "note": ("l", "15c her new shoes"),
    "sheet": ("N", "dee 15c her new shoes"),
    "page": ("w", "her new shoes"),
    "form": ("i", "her new shoes"),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_esc_says_that_words_are_not_kept_and_the_second_closes(open_page, books, disk, kind):
    key, words = KINDS[kind]
    async with open_page(books, size=(120, 40)) as page:
        await page.press(key)
        await paste(page, words)
        disk.fill()
        await page.press("escape")
        assert FULL in " ".join(page.text.replace("│", " ").split())
        assert "her new shoes" in page.text
        assert len(page.app.screen_stack) == 2
        await page.press("escape")
        assert len(page.app.screen_stack) == 1


@pytest.mark.parametrize("kind", KINDS)
async def test_words_the_disk_refused_are_back_at_the_next_opening(open_page, books, disk, kind):
    key, words = KINDS[kind]
    async with open_page(books, size=(120, 40)) as page:
        await page.press(key)
        await paste(page, words)
        disk.fill()
        await page.press("escape", "escape", key)
        assert "her new shoes" in page.text


async def test_they_are_not_shown_under_another_name(open_page, books, disk):
    async with open_page(books) as page:
        await page.press("l")
        await paste(page, "15c her new shoes")
        disk.fill()
        await page.press("escape", "escape")
        page.app.open_dialog("note", books.caseload.find_person("marcus").id)
        await page.pilot.pause()
        assert "her new shoes" not in page.text


async def test_typing_on_asks_again(open_page, books, disk):
    async with open_page(books) as page:
        await page.press("l")
        await paste(page, "15c her new shoes")
        disk.fill()
        await page.press("escape", "x", "escape")
        assert len(page.app.screen_stack) == 2


async def test_once_there_is_room_they_are_kept_by_themselves(open_page, books, clock, disk):
    dee = books.caseload.find_person("dee").id
    async with open_page(books) as page:
        await page.press("l")
        await paste(page, "15c her new shoes")
        disk.fill()
        await page.press("escape", "escape")
        disk.free()
        await page.press("q")
        assert not page.app.is_running
    assert Drafts(books.folder.path, clock).of("note", dee).words == "15c her new shoes"


async def test_q_says_once_that_words_are_not_kept(open_page, books, disk):
    async with open_page(books) as page:
        await page.press("l")
        await paste(page, "15c her new shoes")
        disk.fill()
        await page.press("escape", "escape", "q")
        assert FULL in page.lines[-1]
        assert page.app.is_running
        await page.press("q")
        assert not page.app.is_running


async def test_the_key_that_ends_everything_says_so_too(open_page, books, disk):
    async with open_page(books) as page:
        await page.press("l")
        await paste(page, "15c her new shoes")
        disk.fill()
        await page.press("ctrl+q")
        assert page.app.is_running
        await page.press("ctrl+q")
        assert not page.app.is_running


async def test_a_line_of_the_inbox_is_back_as_it_was_changed(open_page, books, clock, disk):
    item = Inbox(books.folder.path, clock).put("15c shoes")
    async with open_page(books) as page:
        page.app.open_dialog("note", item=item)
        await page.pilot.pause()
        page.app.screen.line.text = "dee 15c her new shoes"
        await page.pilot.pause()
        disk.fill()
        await page.press("escape")
        assert len(page.app.screen_stack) == 2
        await page.press("escape")
        page.app.open_dialog("note", item=item)
        await page.pilot.pause()
        assert page.app.screen.line.text == "dee 15c her new shoes"


async def test_the_first_start_asks_too(open_page, empty_books, disk):
    async with open_page(empty_books) as page:
        await paste(page, "dee out 21 nov")
        disk.fill()
        await page.press("escape")
        assert "dee out 21 nov" in page.text and FULL in page.lines[-1]
        await page.press("escape")
        assert "Today" in page.lines[0]


async def test_a_note_saved_all_the_same_is_not_spoken_of_any_more(open_page, books, disk):
    async with open_page(books) as page:
        await page.press("l")
        await paste(page, "15c her new shoes")
        disk.fill()
        await page.press("escape", "enter", "q")
        assert not page.app.is_running


async def test_earlier_words_stay_where_they_are(open_page, books, clock, disk):
    dee = books.caseload.find_person("dee").id
    drafts = Drafts(books.folder.path, clock)
    drafts.keep(Draft("note", dee, {"text": "15c the coat"}))
    async with open_page(books) as page:
        await page.press("l")
        await paste(page, "15c her new shoes")
        disk.fill()
        await page.press("escape", "escape")
    assert [draft.words for draft in drafts.all()] == ["15c the coat"]
