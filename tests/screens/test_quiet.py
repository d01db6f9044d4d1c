"""The page of an ending: what it shows, what it leads to, and the way back."""

from datetime import date

from store.made_files import MadeFiles
from store.records import Appointment
from tests.screens.test_more import choose, person, write


async def test_a_death_is_one_act_with_a_quiet_page_and_undo_brings_all_back(
    open_page, books, snapshot, clock
):
    dee = person(books, "dee")
    before = {table: dict(books.folder.caseload.documents(table)) for table in ("clients", "appointments")}
    calendar = books.folder.path.parent / "november.ics"
    MadeFiles.of(books.folder).remember(calendar, b"x", "a calendar", (dee.id,))
    calendar.write_bytes(b"x")
    sheet = calendar.with_name("questions.pdf")
    MadeFiles.of(books.folder).remember(sheet, b"y", "check-in sheet", (dee.id,))
    sheet.write_bytes(b"y")
    async with open_page(books) as page:
        assert "Dee" in page.text
        await page.press("x")
        await choose(page, "they died")
        await page.press("ctrl+s")
        await page.pilot.pause()
        assert page.text == snapshot
        assert "november.ics" in page.text and "questions.pdf" not in page.text
        await page.press("q")
        assert "Dee" not in page.text
        assert "QUESTION" not in page.text and "├─" not in page.text  # nor a line around none
        await page.press("r")
        assert "1 of 13" in page.text
        await page.press("q", "I")
        assert "Sam" in page.text and "Dee" not in page.text
        for key in ("3", "right_square_bracket", "right_square_bracket"):
            await page.press(key)
            assert "Agenda" in page.text and "Dee" not in page.text
        await page.press("u")
        assert "Undo: where you stand “died”, Dee, 14:02?" in page.text
        await page.press("enter", "1")
        assert "Dee" in page.text
    after = {table: dict(books.folder.caseload.documents(table)) for table in before}
    assert after == before


async def test_the_quiet_page_leads_to_a_page_of_her_own_and_goes_once_it_is_undone(open_page, books):
    async with open_page(books) as page:
        page.app.attempt(lambda: books.caseload.set_status(person(books, "dee"), "died"))
        await page.pilot.pause()
        await page.press("w")
        assert "There's no right thing to write." in page.text
        await write(page, "her laugh")
        await page.press("ctrl+s")
        (kept,) = books.notebook.reflections()
        assert (kept.words, kept.question_id) == ("her laugh", "death-1")
        await page.press("g")
        assert "They died." in page.text
        await page.press("u", "enter", "u", "enter")
        await page.pilot.pause()
        assert "Today" in page.lines[0]
    assert person(books, "dee").status == "walking"


async def test_back_inside_offers_a_letter_and_g_asks_since_when_they_are_out(open_page, books):
    async with open_page(books) as page:
        await page.press("x")
        await choose(page, "back inside")
        await page.press("ctrl+s")
        await page.pilot.pause()
        assert "What do they need to know about us still being here?" in page.text
        await page.press("enter")
        await write(page, "sat")
        await page.press("ctrl+s")
        letter = books.caseload.all(Appointment)[-1]
        assert (letter.kind, letter.mode, letter.on) == ("touch", "letter", date(2026, 11, 28))
        await page.press("q")
        assert "letter" in page.text.split("COMING UP")[1]
        assert "call" not in page.text.split("COMING UP")[1].split("QUESTION")[0]
        page.app.open_dialog("client", person(books, "dee").id)
        await page.pilot.pause()
        visit = Appointment(client_id=person(books, "dee").id, on=date(2026, 11, 29), mode="in-person")
        page.app.attempt(lambda: books.caseload.add(visit))
        assert "rests for now (back inside). A letter would come up." in page.lines[-1]
        await page.press("g", "ctrl+s")
    dee = person(books, "dee")
    assert (dee.status, dee.episodes[-1].on) == ("walking", date(2026, 11, 23))


async def test_g_after_a_pause_inside_asks_since_when_they_are_out_too(open_page, books):
    books.caseload.set_status(person(books, "dee"), "inside", date(2026, 11, 20))
    books.caseload.set_status(person(books, "dee"), "paused")
    async with open_page(books) as page:
        page.app.open_dialog("client", person(books, "dee").id)
        await page.pilot.pause()
        await page.press("g")
        assert "Dee, out since" in page.text
        await page.press("ctrl+s")
    dee = person(books, "dee")
    assert (dee.status, dee.episodes[-1].on) == ("walking", date(2026, 11, 23))


async def test_stepping_back_and_finishing_have_their_own_page_and_g_opens_again(open_page, books):
    async with open_page(books) as page:
        await page.press("x")
        await choose(page, "stepping back")
        assert "What will you each take from this?" in page.text
        await page.press("enter")
        await write(page, "her sister")
        await page.press("enter")
        assert "who stands beside them now: “her sister”" in page.text
        await page.press("q", "x")
        await choose(page, "finished for now")
        assert "Nothing reminds of them from now on." in page.text
        assert "who stands beside them now: “her sister”" in page.text
        assert person(books, "dee").status == "finished"
        await page.press("g")
        assert "Today" in page.lines[0]
        dee = person(books, "dee")
        assert (dee.status, dee.beside_them) == ("walking", "her sister")
        await page.press("g")
        assert "walking together already" in page.text
        books.caseload.set_status(dee, "light")
        await page.press("g")
        assert "You are walking together already (light touch); x changes where you stand." in page.text
        assert person(books, "dee").status == "light"
