"""Jump: a letter on each part of the page, then on each row."""

from mentor_tui import places
from tests.screens.test_many_keys import at_once


async def test_two_letters_lead_to_a_row_of_the_other_list(open_page, books):
    async with open_page(books) as page:
        today = page.app.screen
        await page.press("ctrl+o")
        assert "press a letter" in page.text
        await page.press("s")
        assert today.focused is today.coming_list
        await page.press("d")
        assert page.app.screen.plan_here() == 3
        assert "press a letter" not in page.text


async def test_where_a_place_has_one_part_its_rows_have_letters_at_once(open_page, books):
    async with open_page(books) as page:
        await page.press("7", "ctrl+o")
        assert [line[:10] for line in page.lines[4:7]] == [" a colours", " s a date ", " d words o"]
        await page.press("d")
        assert page.app.screen.query_one("#settings").highlighted_key == "words"


async def test_no_letter_covers_a_word_of_a_row(open_page, books):
    async with open_page(books) as page:
        await page.press("ctrl+o", "a")
        assert any(line[1:].startswith("9 others: nothing due this week") for line in page.lines)


async def test_any_other_key_stays_and_does_nothing_else(open_page, books):
    async with open_page(books) as page:
        before = page.text
        await page.press("ctrl+o", "f5")
        assert page.text == before
        await page.press("ctrl+o", "s", "escape")
        assert page.app.screen.focused is page.app.screen.coming_list


async def test_every_place_can_be_jumped_about_in(open_page, books):
    async with open_page(books) as page:
        dee = books.caseload.find_person("dee").id
        openers = [lambda place=place: page.app.action_place(place.name) for place in places.PLACES]
        openers += [lambda: page.app.open_dialog("client", dee), page.app.action_review, page.app.action_find]
        for opened in openers:
            opened()
            await page.pilot.pause()
            there = page.app.screen
            page.app.action_jump()
            await page.pilot.pause()
            assert type(page.app.screen).__name__ == "JumpScreen", type(there).__name__
            await page.press("a")
            if page.app.screen is not there:
                await page.press("escape")
            assert page.app.screen is there
            assert there.focused is not None


async def test_letters_typed_ahead_find_the_letters_on_the_rows(open_page, books):
    async with open_page(books) as page:
        await at_once(page, "ctrl+o", "s", "d")
        assert page.app.screen.plan_here() == 3
        await at_once(page, "ctrl+o", "a", "s", "y")
        assert "why Marcus is here" in page.text
