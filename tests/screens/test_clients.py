"""Clients as a person meets it."""

from store.records import Client


async def test_everyone_with_us_is_there_by_name(open_page, books, snapshot):
    async with open_page(books) as page:
        await page.press("2")
        assert page.text == snapshot


async def test_letters_narrow_the_list_and_accents_do_not_matter(open_page, books):
    async with open_page(books) as page:
        await page.press("2", "slash", *"rne")
        rows = [line for line in page.lines if "walking together" in line]
        assert len(rows) == 1
        assert "Renée" in rows[0]


async def test_enter_on_the_only_one_left_opens_them(open_page, books):
    async with open_page(books) as page:
        await page.press("2", "slash", *"marc", "enter")
        await page.pilot.pause()
        assert page.lines[0].startswith(" Marcus")


async def test_escape_takes_the_filter_away_before_it_leaves(open_page, books):
    async with open_page(books) as page:
        await page.press("2", "slash", *"zzz")
        assert "Nobody matches “zzz”" in page.text
        await page.press("escape")
        assert "Dee" in page.text
        await page.press("escape")
        assert page.lines[0].startswith(" Today")


async def test_people_who_died_stay_under_everyone_and_have_no_days_counted(open_page, books):
    books.caseload.add(Client(name="Ola", status="died"))
    async with open_page(books) as page:
        await page.press("2")
        assert "14 of 15 people" in page.lines[0]
        assert "Ola" not in page.text
        await page.press("right_square_bracket", "end")
        line = next(line for line in page.lines if "Ola" in line)
        assert "died" in line
        assert "talked" not in line


async def test_longest_since_a_talk_puts_who_was_not_talked_with_first(open_page, books):
    async with open_page(books) as page:
        await page.press("2", "left_square_bracket", "left_square_bracket", "home")
        names = [line.split()[0] for line in page.lines if "walking together" in line]
        assert names[0] != "Marcus"
        await page.press("end")
        assert "Marcus" in page.text


async def test_an_empty_place_says_which_key(open_page, empty_books):
    async with open_page(empty_books) as page:
        while page.app.screen.__class__.__name__ == "FirstStartScreen":
            await page.press("escape")
        await page.press("2")
        assert "Nobody yet. a adds a person." in page.text


async def test_a_phone_shows_names_and_where_it_stands(open_page, books):
    async with open_page(books, size=(40, 12)) as page:
        await page.press("2")
        assert all(len(line) <= 40 for line in page.lines)
        assert "Dee" in page.text


async def test_enter_past_nobody_looks_for_the_words_in_everything(open_page, books):
    async with open_page(books) as page:
        await page.press("2", "slash")
        page.app.screen.filter_line.value = "bus pass"
        await page.press("enter")
        await page.pilot.pause()
        assert page.lines[0].startswith(" Find") and "the bus pass" in page.text
