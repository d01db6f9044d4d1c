"""What is done seldom with a person: x, and z."""

from datetime import date

from store.records import Client


def person(books, name):
    return books.caseload.find_person(name)


def clients(books):
    return [client.name for client in books.caseload.all(Client)]


async def choose(page, words):
    """Move to the line with these words and open it."""
    while not any("▸" in line.split(words)[0] for line in page.lines if words in line):
        await page.press("down")
    await page.press("enter")
    await page.pilot.pause()


async def write(page, text):
    await page.pilot.press(*("space" if mark == " " else mark for mark in text))


async def test_more_reads_as_a_short_list(open_page, books, snapshot):
    async with open_page(books) as page:
        await page.press("x")
        assert page.text == snapshot


async def test_where_you_stand_is_chosen_from_the_list(open_page, books):
    async with open_page(books) as page:
        await page.press("x")
        await choose(page, "where you stand")
        await choose(page, "stepping back")
    dee = person(books, "dee")
    assert (dee.status, dee.status_on) == ("stepping-back", date(2026, 11, 23))


async def test_back_inside_ends_the_release_on_its_day(open_page, books):
    async with open_page(books) as page:
        await page.press("x")
        await choose(page, "back inside")
        assert "more, Dee" not in page.text  # the list gives way to what was chosen in it
        await page.press("escape")
        assert "more, Dee" in page.text
        await page.press("enter")
        await write(page, "yesterday")  # what is proposed gives way too
        await page.press("ctrl+s")
    dee = books.caseload.find_person("dee")
    assert (dee.status, dee.episodes[-1].back_on) == ("inside", date(2026, 11, 22))


async def test_walking_after_inside_asks_since_when_they_are_out(open_page, books):
    books.caseload.set_status(person(books, "dee"), "inside", date(2026, 11, 22))
    async with open_page(books) as page:
        page.app.open_dialog("more", person(books, "dee").id)
        await page.pilot.pause()
        await choose(page, "where you stand")
        await choose(page, "light touch")
        assert "Dee, out since" in page.text
        await page.press("ctrl+s")
    dee = person(books, "dee")
    assert (dee.status, dee.episodes[-1].on) == ("light", date(2026, 11, 23))


async def test_everything_about_them_asks_for_the_release_that_a_status_begins(open_page, books):
    books.caseload.set_status(person(books, "dee"), "inside", date(2026, 11, 22))
    async with open_page(books) as page:
        dee = person(books, "dee")
        page.app.open_dialog("form", Client, dee.id, dee)
        await page.pilot.pause()
        page.app.screen.form.restore({"status": "walking"})
        await page.press("ctrl+s")
        await page.pilot.pause()
        assert "Say since when they are out" in page.text
    assert person(books, "dee").status == "inside"


async def test_a_day_still_to_come_is_refused_for_what_has_happened(open_page, books):
    async with open_page(books) as page:
        await page.press("x")
        await choose(page, "they died")
        await page.press("ctrl+u")
        await write(page, "24 nov 2026")
        await page.press("ctrl+s")
        await page.pilot.pause()
        assert "still to come" in page.text
    assert person(books, "dee").status == "walking"


async def test_taking_a_person_out_asks_and_undo_brings_all_back(open_page, books):
    async with open_page(books) as page:
        await page.press("x")
        await choose(page, "take them out")
        assert "Take Dee out" in page.text
        await page.press("enter")
        assert "Dee" not in clients(books)
        await page.press("u", "enter")
    assert "Dee" in clients(books)
    assert books.caseload.promises_of(person(books, "dee").id)[0].words == "ask about boots"


async def test_leaving_a_question_leaves_everything_as_it_is(open_page, books):
    async with open_page(books) as page:
        await page.press("x")
        await choose(page, "take them out")
        await page.press("escape", "escape")
    assert "Dee" in clients(books)


async def test_leave_until_keeps_the_day_and_the_reason(open_page, books):
    async with open_page(books) as page:
        await page.press("z")
        await write(page, "fri")
        await page.press("tab")
        await write(page, "away")
        await page.press("ctrl+s")
    dee = person(books, "dee")
    assert (dee.left_until, dee.left_because) == (date(2026, 11, 27), "away")


async def test_leave_until_without_a_day_takes_an_earlier_one_back(open_page, books):
    books.caseload.leave_until(person(books, "dee"), date(2026, 11, 27), "away")
    async with open_page(books) as page:
        page.app.open_dialog("leave-until", person(books, "dee").id)
        await page.pilot.pause()
        await page.press("ctrl+u", "ctrl+s")
    assert person(books, "dee").left_until is None


async def test_leave_until_nothing_says_what_would_be_read(open_page, books):
    async with open_page(books) as page:
        await page.press("z", "ctrl+s")
        await page.pilot.pause()
        assert "Say until when" in page.text


async def test_reducing_to_tallies_stands_beside_erasing(open_page, books):
    async with open_page(books) as page:
        await page.press("x")
        await choose(page, "reduce to tallies")
        assert "reduce “Dee” to tallies" in page.text
        await page.press("escape")
    assert "Dee" in clients(books)
