"""Templates: `;` and a digit put words into a note; nine of them, changed in a list of their own."""

from store.records import Contact, NoteTemplate


async def test_a_digit_behind_a_semicolon_puts_its_words_there_and_they_are_read(open_page, books):
    books.caseload.add(NoteTemplate(digit=3, text="text checked in > fri"))
    async with open_page(books) as page:
        await page.press("n", *"dee ;")
        assert ";3 text checked in" in page.text
        await page.press(*"3 ok")
        assert page.app.screen.line.text == "dee text checked in > fri ok"
        assert "Fri 27 Nov" in page.text
        await page.press("enter")
        (note,) = [one for one in books.caseload.all(Contact) if one.words == "checked in"]
        assert note.mode == "text"


async def test_other_semicolons_stay_words_and_ctrl_z_takes_a_template_back(open_page, books):
    books.caseload.add(NoteTemplate(digit=3, text="checked in\nand again"))
    async with open_page(books) as page:
        await page.press("n", *"dee met;3 ;4 ;3")
        assert page.app.screen.line.text == "dee met;3 ;4 checked in\nand again"
        assert page.app.screen.line.editor.is_long
        await page.press("ctrl+z")
        assert page.app.screen.line.text == "dee met;3 ;4 ;"


async def test_templates_are_written_changed_and_removed_in_their_list(open_page, books):
    async with open_page(books) as page:
        await page.press("n", ";")
        assert "No template yet" in page.text
        await page.press("backspace", "escape", "7")
        page.app.screen.query_one("#settings").highlight("templates")
        await page.press("enter", "a")
        await page.press(*"tried", "escape", "a")
        assert "tried" in page.text  # what was typed stands there again
        await page.press("ctrl+s")
        assert ";1   tried" in page.text and "1 of 9" in page.lines[0]
        await page.press("e", *" twice", "ctrl+s")
        assert [one.text for one in books.caseload.all(NoteTemplate)] == ["tried twice"]
        await page.press("x", "enter")
        assert books.caseload.all(NoteTemplate) == ()
        await page.press("x")
        assert "nothing here to remove" in page.lines[-1]


async def test_the_catch_up_sheet_knows_them_too(open_page, books):
    books.caseload.add(NoteTemplate(digit=1, text="call\nlong talk"))
    async with open_page(books) as page:
        await page.press("N", *"dee ;1")
        assert page.app.screen.query_one("#sheet-text").answer == "dee call\n  long talk"
