"""The digit keys: each leads to the first page of its place, from anywhere."""


async def test_a_digit_shows_the_first_page_of_its_place_whatever_was_left_open_there(open_page, books):
    async with open_page(books) as page:
        await page.press("enter")
        assert page.lines[0].startswith(" Dee")
        await page.press("3", "1")
        assert page.lines[0].startswith(" Today")
        assert " ▸ Dee" in page.text


async def test_a_digit_of_the_place_one_is_in_goes_back_to_its_first_page(open_page, books):
    async with open_page(books) as page:
        await page.press("2", "enter", "2")
        assert page.lines[0].startswith(" Clients")
