"""The first start as a person meets it."""

import pytest

from mentor_tui.screens.first_start import FirstStartScreen
from store.drafts import Drafts
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


async def test_a_line_that_is_not_read_whole_is_pointed_at_before_anybody_is_added(open_page, empty_books):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"Bo out 31 feb", "enter", *"jo", "ctrl+s")
        assert "Not read whole: line 1." in page.text
        assert page.app.screen.query_one("#first-lines").cursor_location == (0, len("Bo out 31 feb"))
    assert empty_books.caseload.all(Client) == ()


async def test_a_second_save_keeps_what_was_not_read_with_the_person(open_page, empty_books):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"Bo out 31 feb", "ctrl+s", "ctrl+s")
    (bo,) = empty_books.caseload.all(Client)
    assert (bo.name, bo.about) == ("Bo", "out 31 feb")


async def test_lines_changed_since_they_were_pointed_at_are_pointed_at_again(open_page, empty_books):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"Bo out 31 feb", "ctrl+s", *"b", "ctrl+s")
        assert "Not read whole: line 1." in page.text
    assert empty_books.caseload.all(Client) == ()


async def test_lines_left_with_esc_are_there_at_the_next_first_start(open_page, empty_books):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"dee out 21 nov", "escape")
    async with open_page(empty_books) as page:
        await to_first_start(page)
        assert "your words of 14:02 are back" in page.text
        assert "Dee · out Sat 21 Nov 2026" in page.text


async def test_lines_are_on_the_disk_after_a_pause(open_page, empty_books, clock):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"dee")
        drafts = Drafts(empty_books.folder.path, clock)
        while not drafts.all():
            await page.pilot.pause(0.05)
        assert drafts.all()[0].answers == {"text": "dee"}


async def test_lines_left_are_gone_on_with_from_today_too(open_page, empty_books):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"dee out 21 nov", "escape")
        page.app.open_dialog("put-aside")
        await page.pilot.pause()
        assert "first people" in page.text
        await page.press("enter")
        await page.press("ctrl+s")
    assert [client.name for client in empty_books.caseload.all(Client)] == ["Dee"]


async def test_lines_that_were_saved_leave_no_draft(open_page, empty_books, clock):
    async with open_page(empty_books) as page:
        await to_first_start(page)
        await page.press(*"dee", "ctrl+s")
    assert Drafts(empty_books.folder.path, clock).all() == ()


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_with_many_lines_the_reading_of_the_last_and_the_keys_stay_in_sight(
    open_page, empty_books, size
):
    async with open_page(empty_books, size=size) as page:
        await to_first_start(page)
        lines = page.app.screen.query_one("#first-lines")
        lines.put_in("\n".join(f"Person {number} out 21 nov weekly text" for number in range(1, 10)))
        await page.pilot.pause()
        await page.pilot.pause()
        assert "adds  Person 9" in page.text
        assert "ctrl+s adds them" in page.text
        assert "Person 9 out" in page.text
        lines.move_cursor((0, 0))
        await page.pilot.pause()
        assert "adds  Person 1 ·" in page.text
