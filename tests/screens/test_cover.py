"""A cover over a plain folder: it hides, says that it is no lock, and anybody's enter takes it away."""

import pytest

COVERED = "Your notes are not encrypted: this hides them from view"


async def test_ctrl_l_covers_a_plain_folder_and_says_that_it_is_no_lock(open_page, books):
    async with open_page(books) as page:
        await page.press("ctrl+l")
        assert COVERED in " ".join(page.text.split())
        assert "Dee" not in page.text


async def test_any_enter_takes_it_away(open_page, books):
    async with open_page(books) as page:
        await page.press("ctrl+l", "enter")
        assert "COMING UP" in page.text


@pytest.mark.parametrize("key", ["n", "2", "q", "escape", "u", "ctrl+p", "question_mark", "ctrl+l"])
async def test_no_other_key_does_anything_there(open_page, books, key):
    async with open_page(books) as page:
        await page.press("ctrl+l", key)
        assert COVERED in " ".join(page.text.split())


async def test_what_is_half_typed_stays_in_its_dialog_beneath(open_page, books):
    async with open_page(books) as page:
        await page.press("l", *"her shoes", "ctrl+l")
        assert "shoes" not in page.text
        await page.press("enter")
        assert "her shoes" in page.text and "note, Dee" in page.text
