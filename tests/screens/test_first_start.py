"""The first start as a person meets it."""

from mentor_tui.screens.first_start import FirstStartScreen
from store.records import Client


async def to_first_start(page):
    if not isinstance(page.app.screen, FirstStartScreen):
        page.app.open_dialog("first-start")
        await page.pilot.pause()


async def test_lines_are_read_as_they_are_typed(open_page, empty_books):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"dee out 21 nov weekly text")
        assert "Dee · out Sat 21 Nov 2026, 2 days ago · weekly by text" in page.text


async def test_saving_adds_everyone_in_one_act(open_page, empty_books):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"dee out 21 nov", "enter", *"jo", "ctrl+s")
        await page.pilot.pause()
        assert [client.name for client in empty_books.caseload.all(Client)] == ["Dee", "Jo"]
        assert empty_books.caseload.next_undo().label == "first people"
        assert "day 2 since release" in page.text


async def test_it_says_that_nothing_is_encrypted(open_page, empty_books):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        assert "It is not encrypted yet" in page.text


async def test_what_is_not_read_is_said_and_not_guessed(open_page, empty_books):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"dee out soonish")
        assert "is not read as a day" in page.text
