"""The tab Notebook: pages whose day has come, two keys to bring one, and burning that asks first."""

from datetime import date, timedelta

import pytest

from mentor_tui.notebook_page import NotebookPage
from mentor_tui.reflect_commands import burn_what_was_removed
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.notebook import Notebook
from store.records import Reflection
from tests.screens.at_the_door import at_the_door

TODAY = date(2026, 11, 23)
TO_NOTEBOOK = ("4", "left_square_bracket", "left_square_bracket")


def flat(page):
    """The screen as one line, its frames left out."""
    return " ".join(page.text.replace("│", " ").split())


@pytest.fixture
def pages(books):
    kept = books.notebook
    kept.add(Reflection(on=TODAY, words="the newest page"))
    kept.add(Reflection(on=TODAY - timedelta(days=30), words="a page whose day came", keep_until=TODAY))
    return kept


async def test_pages_whose_day_has_come_stand_first_and_nothing_happened_to_them(open_page, books, pages):
    async with open_page(books) as page:
        await page.press(*TO_NOTEBOOK)
        lines = [line.strip(" ▸") for line in page.lines if line.strip()]
        at = lines.index("THEIR DAY HAS COME; x BURNS OR KEEPS")
        assert "a page whose day came · kept until today" in lines[at + 1]
        assert lines[at + 2] == "ALL THE OTHERS" and "the newest page" in lines[at + 3]
        await page.press("x")
        assert "▸ burn it: out of history and every backup too, for good" in flat(page)
        await page.press("down", "enter", *"25 dec", "ctrl+s")
        assert pages.reflections()[1].keep_until == date(2026, 12, 25)
        assert "THEIR DAY" not in page.text and "keep until 25 Dec" in page.text


async def test_two_keys_bring_a_page_to_supervision_and_two_make_it_private_again(open_page, books, pages):
    async with open_page(books) as page:
        await page.press(*TO_NOTEBOOK, "end")
        page.app.screen.page.pages.highlight("reflections:1")
        await page.press("x", "enter")
        assert pages.get(Reflection, 1).for_supervision and "bring to supervision" in page.text
        await page.press("x", "enter")
        assert not pages.get(Reflection, 1).for_supervision


async def test_a_page_keeps_its_day_an_alias_and_why_its_question_was_asked(open_page, books):
    async with open_page(books) as page:
        because = page.app.day_question().because
        await page.press("4", "w")
        assert because in flat(page)
        await page.press(*"boots", "tab", "tab", "tab", *"J.", "tab", *"blursday")
        assert "is not read as a day" in flat(page)
        await page.press("shift+tab", "ctrl+s")
        assert books.notebook.reflections() == (), "what is no day is not saved as none"
        assert flat(page).count("is not read as a day") == 1 and page.app.focused.id == "page-keep"
        await page.press("escape", "w")
        field = page.app.screen.query_one("#page-keep")
        assert field.answer == "blursday", "and its text is kept as it was typed"
        field.answer = "in 3 weeks"
        await page.pilot.pause()
        assert "Mon 14 Dec 2026, in 21 days; nothing burns by itself" in flat(page)
        await page.press("ctrl+s")
        kept = books.notebook.reflections()[0]
        assert (kept.alias, kept.keep_until, kept.because) == ("J.", date(2026, 12, 14), because)


async def test_a_page_burns_when_its_row_is_chosen_and_the_books_open_again_without_it(
    tmp_path, monkeypatch, snapshot
):
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    path = tmp_path / "data"
    with DataFolder.create(path, clock) as made:
        for words in ("stays here", "burnish evening"):
            Notebook(made, clock).add(Reflection(on=TODAY, words=words))
    async with at_the_door(path, clock) as page:
        await page.until("Today")
        page.app.action_place("reflect")
        await page.press("left_square_bracket", "left_square_bracket", "x", "down", "down", "enter")
        await page.until("burn it for good")
        assert "\n".join(page.lines) == snapshot
        await page.press("enter")
        assert len(page.app.notebook.reflections()) == 2, "the first enter lets it stay"
        page.app.open_dialog("burn", (2,))
        await page.until("burn it for good")
        await page.press("down", "enter")
        await page.until("A page of the notebook was burned. This cannot be undone.")
        await page.press("escape")
        await page.until("stays here")
        assert page.lines[0].startswith(" Reflect"), "and she is where she was"
        assert isinstance(page.app.screen.page, NotebookPage)
        kept = page.app.notebook.reflections()
        assert [each.words for each in kept] == ["stays here"]
        page.app.notebook.remove(kept[0])
        burn_what_was_removed(page.app)
        await page.until("burn it for good")
        assert "removed before, and still in the history" in page.flat
        await page.press("escape")
    assert not [at for at in path.rglob("*") if at.is_file() and b"burnish" in at.read_bytes()]


async def test_all_whose_day_has_come_burn_together_and_no_other(open_page, books, pages):
    pages.add(Reflection(on=TODAY, words="another whose day came", keep_until=TODAY))
    async with open_page(books) as page:
        opened = []
        page.app.open_dialog = lambda name, *numbers: opened.append((name, *numbers))
        await page.press(*TO_NOTEBOOK, "x", "down")
        assert "▸ burn all 2 whose day has come" in flat(page)
        await page.press("enter")
        assert [(name, set(numbers)) for name, numbers in opened] == [("burn", {2, 3})]
