"""Notes about nobody by name: found, read, corrected and removed like any other."""

import pytest
from textual.widgets import Input

from store.records import Contact

LAST_VIEW = ("2", "left_square_bracket")


@pytest.fixture
def tallied(books):
    caseload = books.caseload
    for line in ("someone met 20m asked about food cards", "work 1h < yesterday wrote the newsletter"):
        caseload.record_note(caseload.read_note(line))
    return books


def unnamed(books):
    return [note for note in books.caseload.all(Contact) if not note.client_ids]


async def test_they_stand_in_the_last_view_of_clients_newest_first(open_page, tallied, snapshot):
    async with open_page(tallied) as page:
        await page.press(*LAST_VIEW)
        assert page.text == snapshot


async def test_on_a_phone_too(open_page, tallied, snapshot):
    async with open_page(tallied, size=(40, 12)) as page:
        await page.press(*LAST_VIEW)
        assert page.text == snapshot


@pytest.mark.parametrize("key", ["enter", "e"])
async def test_one_opens_in_its_form_and_is_corrected(open_page, tallied, key):
    async with open_page(tallied) as page:
        await page.press(*LAST_VIEW, "down", key)
        await page.pilot.pause()
        assert "wrote the newsletter" in page.text
        length = next(line for line in page.app.screen.query(Input) if line.value == "1h")
        length.value = "90m"
        await page.press("ctrl+s")
        await page.pilot.pause()
        assert sorted(note.minutes for note in unnamed(tallied)) == [20, 90]


async def test_x_removes_one_and_u_brings_it_back(open_page, tallied):
    async with open_page(tallied) as page:
        await page.press(*LAST_VIEW, "x", "enter")
        assert [note.kind for note in unnamed(tallied)] == ["work"]
        assert "asked about food cards" not in page.text
        await page.press("u", "enter")
        assert "asked about food cards" in page.text


async def test_words_narrow_them_and_nobody_is_called_missing(open_page, tallied):
    async with open_page(tallied) as page:
        await page.press(*LAST_VIEW, "slash", *"food")
        assert "asked about food cards" in page.text
        assert "newsletter" not in page.text


async def test_a_key_for_a_person_says_that_there_is_none(open_page, tallied):
    async with open_page(tallied) as page:
        await page.press(*LAST_VIEW, "p")
        assert "There is no person here" in page.text


async def test_an_empty_view_says_how_such_a_note_is_typed(open_page, books):
    async with open_page(books) as page:
        await page.press(*LAST_VIEW)
        assert "someone met 20m" in page.text


async def test_find_opens_one_in_its_form(open_page, tallied):
    async with open_page(tallied) as page:
        await page.press("slash", *"newsletter", "enter")
        await page.pilot.pause()
        assert "ctrl+s" in page.text
        assert "wrote the newsletter" in page.text


async def test_find_corrects_and_removes_what_is_under_its_cursor(open_page, tallied):
    async with open_page(tallied) as page:
        await page.press("slash", *"newsletter", "down", "e")
        await page.pilot.pause()
        assert "ctrl+s" in page.text
        await page.press("escape", "x", "enter")
        assert [note.kind for note in unnamed(tallied)] == [""]
        assert "Nothing has “newsletter”" in page.text


async def test_x_on_a_person_found_offers_what_can_be_done_about_them(open_page, tallied):
    async with open_page(tallied) as page:
        await page.press("slash", *"marcus", "down", "x")
        await page.pilot.pause()
        assert "back inside" in page.text
