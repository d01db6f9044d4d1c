"""Reflect's tab Themes: a place to browse, in which nothing is counted."""

import re
from datetime import date

import pytest

from store.principles import themes
from store.records import Reflection

THEMES = ("4", *["left_square_bracket"] * 3)


@pytest.fixture
def notebook(books):
    """Pages under themes in two months, and a theme on a note of today."""
    kept = books.notebook
    for on, words, lenses in (
        (date(2026, 10, 30), "The door that opened was not the one on my list.", ("bridge",)),
        (date(2026, 11, 3), "I could have texted.", ("steady",)),
        (date(2026, 11, 17), "It was hers to choose, [b]and[/b] she did.", ("respect", "hope")),
        (date(2026, 11, 17), "On nothing at all.", ()),
    ):
        kept.add(Reflection(on=on, words=words, themes=lenses))
    reading = books.caseload.read_note("dee call 15m got the boots herself #hope")
    saved = books.caseload.record_note(reading)
    kept.see_themes(reading.themes, saved.records[0].uid, books.caseload.clock.now().day, saved.act)
    return kept


def lit(page):
    return page.app.screen.page.lit


async def test_each_theme_is_lit_in_turn_with_what_it_is_for_and_what_was_written(
    open_page, books, notebook, snapshot
):
    async with open_page(books) as page:
        await page.press(*THEMES)
        assert page.text == snapshot(name="all six")
        assert "On nothing at all" not in page.text
        shown = {}
        for each in themes():
            await page.press("right")
            assert lit(page) == each.code
            shown[each.code] = page.text
            assert " ".join(each.purpose.split()) in " ".join(page.text.split())
        assert "on a note: got the boots herself" in shown["hope"]
        hope, meet = (" ".join(shown[code].split()) for code in ("hope", "meet"))
        assert "It was hers to choose" in hope
        assert "I could have texted." not in hope
        assert "Nothing written under this one yet" in meet
        assert "Building respectful relationships. Being two people first" in shown["respect"]
        assert not re.search(r"%|\d+ (pages?|notes?|times?|days?)\b|\d+/\d+ ", hope + meet)
        await page.press("right")
        assert lit(page) == ""


async def test_the_calendar_leads_to_what_was_written_on_a_day(open_page, books, notebook):
    async with open_page(books) as page:
        await page.press(*THEMES, "tab", "up", "x")
        assert "Nothing was written on this day" in page.lines[-1]
        await page.press("right")
        assert page.app.screen.page.day == date(2026, 11, 17)
        await page.press("enter", "enter")
        assert "It was hers to choose" in page.app.screen.query_one("#page-words").answer
        await page.press("escape", "pageup")
        assert "October 2026" in page.text
        assert page.app.screen.record_here().on == date(2026, 10, 30)
        await page.press("pageup")
        assert "September 2026" in page.text
        await page.press("pagedown", "pagedown")
        assert "November 2026" in page.text and "September" not in page.text
        await page.press("question_mark")
        assert "pgup    The week before, on Week; the month" in page.text


async def test_a_page_begun_on_a_theme_is_written_under_it(open_page, books):
    async with open_page(books) as page:
        await page.press(*THEMES, "right", "right", "a", *"More", "ctrl+s")
        assert [(one.words, one.themes) for one in books.notebook.reflections()] == [("More", ("hope",))]
        assert "More" in page.text


@pytest.mark.parametrize("size", [(120, 40), (40, 12), (40, 24)])
async def test_themes_can_be_browsed_at_any_size(open_page, books, notebook, snapshot, size):
    async with open_page(books, size=size) as page:
        await page.press(*THEMES, "right", "right")
        assert page.text == snapshot
        assert all(len(line) <= size[0] for line in page.lines)
        await page.press("left", "left", "pageup")
        assert page.app.screen.record_here().on == date(2026, 10, 30)
        await page.press("pagedown")
        assert page.app.screen.record_here().on == date(2026, 11, 23)


async def test_before_anything_is_written_the_six_stand_there_all_the_same(open_page, books):
    async with open_page(books) as page:
        await page.press(*THEMES)
        text = " ".join(page.text.split())
        assert "relying on shared experience" in text
        assert "Nothing written under a theme yet" in text
        await page.press("x", "e", "enter")
        assert page.app.screen.page.ID == "themes-page"
        await page.pilot.click("#six", offset=(14, 2))
        assert lit(page) == "hope"
