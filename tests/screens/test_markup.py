"""Whatever people are called and whatever they say stands on the screen as they said it."""

import pytest

from store.records import Appointment, Client, Promise

TEXTS = (
    "[home]",
    "[/",
    "[bold]x[/bold]",
    "[@click=app.quit]out[/]",
    "$accent",
    "{x}",
    "\\[a",
    "日本語 👩‍👩‍👧",
)


def add_person(caseload, text):
    person = caseload.add(Client(name=text)).records[0].id
    caseload.add(Promise(client_id=person, words=f"ask {text} about it"))
    caseload.add(
        Appointment(client_id=person, kind="appointment", what=f"see {text}", on=caseload.clock.now().day)
    )


async def test_a_name_is_never_markup_on_today(open_page, empty_books):
    for text in TEXTS:
        add_person(empty_books.caseload, text)
    async with open_page(empty_books, size=(120, 60)) as page:
        for text in TEXTS:
            assert text in page.text, text


@pytest.mark.parametrize("key", "dyuxzpiolbve")
async def test_a_name_is_never_markup_in_a_dialog(open_page, empty_books, key):
    name = "[/ [b]x[/b] $c \\[a"
    add_person(empty_books.caseload, name)
    async with open_page(empty_books, size=(120, 40)) as page:
        await page.press(key)
        assert len(page.app.screen_stack) > 1
        assert name in page.text


@pytest.mark.parametrize("text", ["\x1b[31mred", "a\x9b2Jb", "left \u202e thgir", "bell\x07", "\ud800"])
async def test_no_control_character_reaches_the_screen(open_page, empty_books, text):
    empty_books.caseload.add(Client(name=text.encode("utf-8", "replace").decode()))
    async with open_page(empty_books) as page:
        assert not set(page.text) & set("\x1b\x9b\u202e\x07\ud800")


async def test_the_trouble_line_is_cleaned_too(open_page, books):
    async with open_page(books) as page:
        page.app.trouble("Could not save [b]this\x1b[2J.")
        await page.pilot.pause()
        assert "Could not save [b]this[2J." in page.lines[-1]
        await page.press("down")
        assert "n note" in page.lines[-1]
