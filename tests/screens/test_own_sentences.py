"""What a mentor tells people first, and the number for an emergency, are hers to write."""

from mentor_tui.forms.agreements import CONSENT
from mentor_tui.own_sentences import LIMITS
from mentor_tui.settings import read_settings


def hint_of_what_was_told(books):
    blank = CONSENT.blank(books.caseload.clock.now(), 1)
    asked = [one for group in CONSENT.groups(books.caseload, blank, True) for one in group.asked]
    return next(one for one in asked if one.name == "told").field.hint


async def test_what_is_told_first_and_the_emergency_number_are_her_own_words(open_page, books):
    assert hint_of_what_was_told(books) == LIMITS
    async with open_page(books, keep_settings_in=books.folder.path, size=(100, 60)) as page:
        await page.press("7")
        rows = page.app.screen.query_one("#settings")
        for row, words in (("told-first", "Nearly all."), ("emergency", "112, Ana")):
            rows.highlight(row)
            await page.press("enter", *words, "enter")
            assert words in page.text
        await page.press("question_mark", "end")
        assert "no emergency service. In an emergency: 112, Ana." in page.text
    assert hint_of_what_was_told(books) == "Nearly all."
    assert read_settings(books.folder.path).emergency == "112, Ana"
