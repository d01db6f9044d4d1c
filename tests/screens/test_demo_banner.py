"""The demo says on every screen that it is one."""

import pytest

from mentor_tui.open_app import DEMO_BANNER
from mentor_tui.screens.dialog import AskScreen
from store.records import Client, Consent

DIALOGS = ["note", "catch-up", "inbox", "put-aside", "write", "form", "more", "leave-until"]


def made_for(dialog, books):
    dee = books.caseload.find_person("dee").id
    return {"form": (Client,), "more": (dee,), "leave-until": (dee,)}.get(dialog, ())


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
async def test_a_dialog_says_demo_itself(open_page, books, size):
    async with open_page(books, size=size, demo_banner=DEMO_BANNER) as page:
        for dialog in DIALOGS:
            page.app.open_dialog(dialog, *made_for(dialog, books))
            await page.pilot.pause()
            assert page.text.count("╭─ demo") == 1, dialog
            await page.app.pop_screen()
            await page.pilot.pause()
            assert "╭─ demo" not in page.text


async def test_a_question_without_a_title_says_demo_too(open_page, books):
    async with open_page(books, size=(40, 12), demo_banner=DEMO_BANNER) as page:
        page.app.push_screen(AskScreen("Undo the note?", "undo"))
        await page.pilot.pause()
        assert "╭─ demo ─" in page.text


async def test_a_dialog_says_demo_once_however_often_it_comes_to_the_front(open_page, books):
    async with open_page(books, demo_banner=DEMO_BANNER) as page:
        await page.press("n")
        page.app.push_screen(AskScreen("Undo the note?", "undo"))
        await page.pilot.pause()
        await page.press("escape")
        assert "╭─ demo · note ─" in page.text


@pytest.mark.parametrize("name", ["[home]", "[/", "a \\[b]", "[bold]Dee[/bold]"])
async def test_a_name_in_the_frame_stays_as_it_is_written(open_page, books, name):
    person = books.caseload.add(Client(name=name)).records[0]
    async with open_page(books, demo_banner=DEMO_BANNER) as page:
        page.app.open_dialog("note", person.id)
        await page.pilot.pause()
        assert f"demo · note, {name} ─" in page.text


async def test_dialogs_say_nothing_of_a_demo_over_a_real_record(open_page, books):
    async with open_page(books) as page:
        await page.press("n")
        assert "demo" not in page.text


@pytest.mark.parametrize("width", [80, 120])
async def test_the_banner_leaves_a_persons_agreement_in_sight(open_page, books, width):
    dee = books.caseload.find_person("dee")
    books.caseload.add(Consent(client_id=dee.id, purpose="keep-notes", on=books.caseload.clock.now().day))
    async with open_page(books, size=(width, 24), demo_banner=DEMO_BANNER) as page:
        await page.press("enter")
        assert "demo" in page.lines[0]
        assert "notes: agreed" in page.lines[0]
