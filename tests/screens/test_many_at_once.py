"""Several people at once: marked, then the same plan or the same message for all of them, and one undo."""

from datetime import date

import pytest

from store.records import Client


@pytest.fixture
def few(empty_books):
    """Dee, Jo, Sam and Tia walk with the mentor; Pat is paused, Ola died."""
    for name in ("Dee", "Jo", "Sam", "Tia"):
        empty_books.caseload.add(Client(name=name))
    empty_books.caseload.add(Client(name="Pat", status="paused"))
    empty_books.caseload.add(Client(name="Ola", status="died"))
    return empty_books


def contacts(books, name):
    return tuple(books.caseload.contacts_with(books.caseload.find_person(name).id))


def plans(books, name):
    return books.caseload.appointments_of(books.caseload.find_person(name).id)


async def test_the_same_message_to_all_who_are_marked_is_a_note_for_each_and_one_undo(open_page, few):
    async with open_page(few) as page:
        await page.press("2", "m", "m", "down", "m")
        assert "3 marked" in page.lines[0] and "l note all" in page.lines[-1]
        assert [line.split()[1] for line in page.lines if "✓" in line][:2] == ["Dee", "Jo"]
        await page.press("l")
        await page.pilot.pause()
        for name in ("Dee", "Jo", "Tia", "a note for each of 3"):
            assert name in page.text
        page.app.screen.line.text = "5t I am here again on the 5th #hope > fri ! ring"
        await page.press("enter")
        assert "3 marked" not in page.lines[0] and "✓" not in page.text
        for name in ("Dee", "Jo", "Tia"):
            (note,) = contacts(few, name)
            assert (note.words, note.mode, note.minutes) == ("I am here again on the 5th", "text", 5)
            assert note.client_ids == (few.caseload.find_person(name).id,)
            assert [plan.on for plan in plans(few, name)] == [date(2026, 11, 27)]
        assert contacts(few, "Sam") == ()
        assert len(few.notebook.themes_seen()) == 1
        await page.press("u")
        assert "Undo: 3 notes, Dee, Jo and Tia" in page.text
        await page.press("enter")
        assert contacts(few, "Dee") == () and plans(few, "Tia") == () and few.notebook.themes_seen() == ()


async def test_the_same_plan_for_all_shown_and_nobody_paused_or_dead_among_them(open_page, few):
    async with open_page(few) as page:
        await page.press("2", "right_square_bracket", "M")
        assert "4 marked" in page.lines[0]
        await page.press("p")
        assert "a plan for each of 4" in page.text
        assert "Pat" not in page.text.split("a plan for each of 4")[1] and "Ola" not in page.text
        page.app.screen.form.restore({"when": "fri 14:00", "what": "the shed"})
        await page.press("ctrl+s")
        assert type(page.app.screen).__name__ == "ClientsScreen"
        for name in ("Dee", "Jo", "Sam", "Tia"):
            assert [plan.what for plan in plans(few, name)] == ["the shed"]
        assert plans(few, "Pat") == plans(few, "Ola") == ()
        few.caseload.undo()
        assert plans(few, "Dee") == plans(few, "Sam") == ()


async def test_whoever_is_paused_cannot_be_marked_and_escape_unmarks_first(open_page, few):
    async with open_page(few) as page:
        await page.press("2", "right_square_bracket")
        page.app.screen.everyone.highlight(f"clients:{few.caseload.find_person('pat').id}")
        await page.press("m")
        assert "Only those you walk with now can be marked" in page.lines[-1]
        await page.press("M", "escape")
        assert "marked" not in page.lines[0] and page.lines[0].startswith(" Clients")


async def test_words_to_several_wait_as_a_draft_for_the_same_people_and_nobody_else(open_page, few):
    async with open_page(few) as page:
        await page.press("2", "m", "m", "l", *"hi", "escape")
        few.caseload.set_status(few.caseload.find_person("jo"), "paused")
        page.app.open_dialog("put-aside")
        await page.pilot.pause()
        await page.press("enter")
        for _ in range(2):
            await page.pilot.pause()
        (whom,) = [line for line in page.lines if line.count("a note for each of 1") and "Dee" in line]
        assert "Jo" not in whom and '"hi"' in page.text


async def test_one_who_is_marked_is_the_one_the_keys_are_for_wherever_the_cursor_went(open_page, few):
    async with open_page(few) as page:
        await page.press("2", "m", "l")
        await page.pilot.pause()
        page.app.screen.line.text = "call all well"
        await page.press("enter")
        assert [note.words for note in contacts(few, "Dee")] == ["all well"]
        assert contacts(few, "Jo") == () and "✓" not in page.text


async def test_whoever_rests_while_the_dialog_is_open_gets_neither_the_plan_nor_the_message(open_page, few):
    jo = few.caseload.find_person("jo")
    everyone = [few.caseload.find_person(name).id for name in ("dee", "jo", "tia")]
    async with open_page(few) as page:
        await page.press("2")
        page.app.screen.mark_only(everyone)
        await page.press("p")
        few.caseload.set_status(jo, "died")
        page.app.screen.form.restore({"when": "fri 14:00", "what": "the shed"})
        await page.press("ctrl+s")
        assert "With “Jo” it rests now; nothing was saved yet." in " ".join(page.text.split())
        assert "a plan for each of 2" in page.text and plans(few, "Dee") == ()
        await page.press("ctrl+s")
        assert [plan.what for plan in plans(few, "Tia")] == ["the shed"] and plans(few, "Jo") == ()
        few.caseload.undo()
        few.caseload.undo()
        page.app.screen.mark_only(everyone)
        await page.press("l")
        few.caseload.set_status(jo, "paused")
        page.app.screen.line.text = "5t hello > fri"
        await page.press("enter")
        assert "With “Jo” it rests now" in page.text and contacts(few, "Dee") == ()
        assert "a note for each of 2" in page.text
        await page.press("enter")
        assert [note.words for note in contacts(few, "Tia")] == ["hello"] and contacts(few, "Jo") == ()
        few.caseload.undo()
        page.app.screen.mark_only(everyone)
        await page.press("l")
        for name in ("dee", "tia"):
            few.caseload.set_status(few.caseload.find_person(name), "paused")
        page.app.screen.line.text = "hello"
        await page.press("enter")
        assert "it rests now" in page.text and contacts(few, "Dee") == ()
