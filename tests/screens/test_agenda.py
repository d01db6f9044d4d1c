"""Agenda as a person meets it."""

from datetime import date, timedelta

from store.records import Appointment, Client, Episode

TODAY = date(2026, 11, 23)


async def test_the_coming_days_stand_day_by_day(open_page, books, snapshot):
    async with open_page(books) as page:
        await page.press("3")
        assert page.text == snapshot


async def test_what_is_open_from_before_comes_first(open_page, books):
    books.caseload.add(Appointment(client_id=1, on=TODAY - timedelta(days=3), what="bring the forms"))
    async with open_page(books) as page:
        await page.press("3")
        assert page.text.index("STILL OPEN FROM BEFORE") < page.text.index("bring the forms, 3 days ago")
        assert page.text.index("bring the forms") < page.text.index("TODAY")


async def test_an_expected_release_is_a_date_too(open_page, books):
    out = Episode(expected_on=TODAY + timedelta(days=5), certainty="expected")
    books.caseload.add(Client(name="Ines", status="not-out", episodes=(out,)))
    async with open_page(books) as page:
        await page.press("3")
        line = next(line for line in page.lines if "Ines" in line)
        assert "expected out" in line


async def test_d_says_what_became_of_the_plan_under_the_cursor(open_page, books):
    async with open_page(books) as page:
        await page.press("3", "d")
        assert books.caseload.all(Appointment)[0].result == "done"
        assert "Saved 14:02" in page.text


async def test_x_removes_the_plan_under_the_cursor(open_page, books):
    async with open_page(books) as page:
        await page.press("3")
        before = len(books.caseload.all(Appointment))
        await page.press("x", "enter")
        assert len(books.caseload.all(Appointment)) == before - 1


async def test_an_empty_agenda_says_which_key(open_page, empty_books):
    async with open_page(empty_books) as page:
        while page.app.screen.__class__.__name__ == "FirstStartScreen":
            await page.press("escape")
        await page.press("3")
        assert "a plans something" in page.text
