"""Whom a note is about, where its words do not say: asked on the note line."""

from datetime import date

from textual import events

from store.inbox import Inbox
from store.records import Client


def person(books, name):
    return books.caseload.find_person(name)


def newest(books, name):
    return next(books.caseload.contacts_with(person(books, name).id))


async def paste(page, text):
    page.app.post_message(events.Paste(text))
    await page.pilot.pause()


async def open_note(page, **options):
    page.app.open_dialog("note", **options)
    await page.pilot.pause()


async def test_two_people_are_asked_about_and_not_guessed(open_page, books):
    books.caseload.add(Client(name="Deena"))
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "de call 15m boots")
        assert "Two people match “de”: Dee and Deena." in page.text
        await page.press("enter")
        await page.press("down", "enter")
        await page.press("enter")
    assert newest(books, "deena").words == "boots"


async def test_someone_else_can_be_chosen_from_everyone(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "xavier was here")
        await page.press("enter", "down")  # it asks; past "add Xavier"
        await page.press("enter")
        await page.press("enter")
        await page.press("enter")
    first = books.caseload.people()[0]
    assert newest(books, first.name).words == "xavier was here"


async def test_a_line_about_nobody_can_wait_in_the_inbox(open_page, books, clock):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "xavier was here")
        await page.press("enter")
        await page.press("down", "down", "enter")
    assert [item.text for item in Inbox(books.folder.path, clock).items()] == ["xavier was here"]


async def test_an_answer_is_not_kept_for_a_note_about_somebody_else(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "marcsu call 15m hey")
        await page.press("enter", "enter")  # it asks; Marcus
        page.app.screen.line.text = ""
        await page.pilot.pause()
        await paste(page, "tamika call 5m new guy")
        assert "No one here is called “tamika”" in page.text
        await page.press("enter")
    assert newest(books, "marcus").words != "new guy"


async def test_an_answer_is_dropped_when_the_name_it_was_given_for_is_typed_over(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "marcsu call 15m hey")
        await page.press("enter", "enter")
        page.app.screen.line.text = "tamika call 15m hey"
        await page.pilot.pause()
        await page.press("enter")
        assert "No one here is called “tamika”" in page.text
    assert newest(books, "marcus").words != "hey"


async def test_an_answer_holds_while_the_note_goes_on(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "marcsu call 15m hey")
        await page.press("enter", "enter")
        await paste(page, " and more")
        await page.press("enter")
    assert newest(books, "marcus").words == "hey and more"


async def test_a_stranger_is_added_with_the_note_and_one_undo_takes_both(open_page, books):
    everyone = books.caseload.people()
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "tamika call 5m new guy")
        await page.press("enter")
        assert "add “Tamika”" in page.text
        await page.press("enter")
        assert "Tamika (new)" in page.text
        await page.press("enter")
        call = newest(books, "tamika")
        assert (call.mode, call.minutes, call.words) == ("phone", 5, "new guy")
        assert person(books, "tamika").met_on == date(2026, 11, 23)
        await page.press("u", "enter")
    assert books.caseload.people() == everyone


async def test_a_second_name_that_is_nobodys_is_added_beside_the_first(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee, tamika ride 2h")
        await page.press("enter", "enter", "enter")
    ride = newest(books, "tamika")
    assert set(ride.client_ids) == {person(books, "dee").id, person(books, "tamika").id}


async def test_a_stranger_typed_over_is_not_added(open_page, books):
    everyone = books.caseload.people()
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "tamika call 5m new guy")
        await page.press("enter", "enter")
        page.app.screen.line.text = "dee call 5m new guy"
        await page.pilot.pause()
        await page.press("enter")
    assert newest(books, "dee").words == "new guy"
    assert books.caseload.people() == everyone


async def test_while_it_asks_the_keys_are_those_of_the_answers(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "tamika call 5m new guy")
        await page.press("enter")
        assert "enter choose   ↑↓ move   esc back to the words" in page.text
        assert "tab complete" not in page.text
        await page.press("escape")
        assert "enter save   tab complete" in page.text
        assert "tamika call 5m new guy" in page.text


async def test_a_click_on_the_keys_of_the_answers_does_what_they_do(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "tamika call 5m new guy")
        await page.press("enter")
        row = next(y for y, line in enumerate(page.lines) if "esc back to the words" in line)
        await page.pilot.click(offset=(page.lines[row].index("esc back") + 1, row))
        await page.pilot.pause()
        assert "enter save" in page.text


async def test_the_answers_are_moved_among_in_the_longer_form_too(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "marcsu call 15m hey\nand more")
        await page.press("ctrl+s", "down")
        assert "ctrl+s choose" in page.text
        await page.press("up", "ctrl+s", "ctrl+s")
    assert newest(books, "marcus").words == "hey\nand more"
