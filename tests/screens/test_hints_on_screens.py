"""Hints about words on the screen: at a pause, in a line that moves nothing, and never in the way."""

from mentor_tui.screens import words_hinted
from store.records import Contact, HintWord
from widgets.chips import Chips


def hint_of(page):
    return "".join(words for row in page.app.screen.query_one("#word-hint", Chips).rows for words, _ in row)


async def test_a_hint_comes_at_a_pause_goes_with_the_next_key_and_the_note_is_saved_as_typed(
    open_page, books
):
    async with open_page(books) as page:
        await page.press("n", *"dee says he is a junkie")
        assert hint_of(page) == ""
        before = len(page.text.splitlines()), page.text.index("enter save")
        page.app.screen.show_hint()
        await page.press()
        assert "“junkie” · or quote their words · they are more than that" in page.text
        assert (len(page.text.splitlines()), page.text.index("enter save")) == before
        await page.press("x")
        assert hint_of(page) == ""
        await page.press("backspace", "enter")
        assert any(one.words == "says he is a junkie" for one in books.caseload.all(Contact))


async def test_a_form_looks_at_the_mentors_words_and_not_at_theirs(open_page, books):
    async with open_page(books) as page:
        await page.press("i")
        await page.press(*"ask about the junkie")
        page.app.screen.show_hint()
        assert "junkie" in hint_of(page)
        await page.press("escape", "o", *"no junkie next door")
        assert not page.app.screen.query("#word-hint")


async def test_the_list_is_changed_in_its_place_and_hints_are_turned_off_in_settings(
    open_page, books, monkeypatch, snapshot
):
    monkeypatch.setattr(words_hinted, "PAUSE", 0.001)
    async with open_page(books) as page:
        await page.press("n", *"a junkie")
        await page.pilot.pause()
        assert "junkie" in hint_of(page), "it comes by itself when the pause is over"
        await page.press("escape", "7")
        settings = page.app.screen.query_one("#settings")
        settings.highlight("hint-words")
        await page.press("enter")
        assert "No word of your own yet" in page.text
        await page.press("a", *"Challenging", "ctrl+s")
        assert page.text == snapshot
        (word,) = books.caseload.all(HintWord)
        assert (word.words, word.kind, word.is_off) == ("challenging", "own", False)
        await page.press("x", "enter")
        assert books.caseload.all(HintWord) == ()
        await page.press("escape")
        settings.highlight("hints")
        await page.press("enter")
        assert not page.app.settings.hints
        await page.press("n", *"a junkie")
        await page.pilot.pause()
        assert hint_of(page) == "", "though its pause is over"


async def test_help_over_the_note_line_says_what_is_better_not_kept(open_page, books):
    async with open_page(books) as page:
        await page.press("n")
        assert "Better left out" not in page.text  # only before the very first note
        await page.press("question_mark", "f1")
        page.app.screen.query_one(".dialog").scroll_end(animate=False)
        await page.press()
        assert "Better not written down" in page.text
        await page.press("escape")
        assert page.app.screen.line.text == "?"
