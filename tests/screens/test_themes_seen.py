"""Themes seen on notes stand in the notebook, and nowhere on the person's record."""

import pytest

from mentor_tui.screens.theme_seen import choose_another
from store.records import ThemeSeen

NOTEBOOK = ("4", "left_square_bracket", "left_square_bracket")


@pytest.fixture
def seen(books):
    """Dee's note with a theme on it."""
    reading = books.caseload.read_note("dee call 15m got the boots herself #hope")
    saved = books.caseload.record_note(reading)
    books.notebook.see_themes(reading.themes, saved.records[0].uid, books.caseload.clock.now().day, saved.act)
    return saved.records[0]


async def test_a_theme_seen_on_a_note_stands_in_the_notebook(open_page, books, seen):
    async with open_page(books) as page:
        await page.press(*NOTEBOOK)
        assert "today      offering hope seen on a note: got the boots herself" in page.text


async def test_a_theme_never_shows_on_the_persons_record(open_page, books, seen):
    async with open_page(books) as page:
        await page.press("enter")
        for _ in range(5):
            assert "hope" not in page.text
            await page.press("right_square_bracket")


async def test_a_theme_is_taken_out_and_undo_brings_it_back(open_page, books, seen):
    async with open_page(books) as page:
        await page.press(*NOTEBOOK, "x")
        assert "remove this theme" in page.text
        await page.press("enter")
        assert books.notebook.themes_seen() == ()
        await page.press("u")
        assert "Undo: theme removed, 14:02?" in page.text
        await page.press("enter")
        assert "offering hope" in page.text


async def test_a_theme_is_changed_to_another_of_the_six(open_page, books, seen):
    async with open_page(books) as page:
        await page.press(*NOTEBOOK, "e", "c", "o", "n", "enter")
        assert [one.theme for one in books.notebook.themes_seen()] == ["steady"]


async def test_a_theme_changed_to_one_that_is_on_its_note_already_is_there_once(open_page, books, seen):
    books.notebook.add(ThemeSeen(theme="steady", on=seen.on, contact_uid=seen.uid))
    (hope,) = (one for one in books.notebook.themes_seen() if one.theme == "hope")
    async with open_page(books) as page:
        choose_another(page.app, hope)
        await page.press("c", "o", "n", "enter")
    assert [one.theme for one in books.notebook.themes_seen()] == ["steady"]


async def test_enter_on_a_theme_leads_to_its_note(open_page, books, seen):
    async with open_page(books) as page:
        await page.press(*NOTEBOOK, "enter")
        await page.pilot.pause()
        assert page.lines[0].startswith(" Dee")
        assert page.app.screen.record_here() == seen


async def test_a_theme_whose_note_is_gone_says_so(open_page, books, seen):
    books.caseload.remove(seen)
    async with open_page(books) as page:
        await page.press(*NOTEBOOK, "enter")
        assert "Its note is not filed yet, or was taken out; x takes the theme out too." in page.lines[-1]


async def test_a_theme_is_put_on_a_note_where_it_stands_and_taken_out_the_same_way(open_page, books):
    caseload = books.caseload
    note = caseload.record_note(caseload.read_note("dee call 15m got the boots")).records[0]
    kept = books.folder.caseload.documents("contacts")[note.id]
    async with open_page(books) as page:
        page.app.open_dialog("client", 1, f"contacts:{note.id}")
        await page.pilot.pause()
        await page.press("x", *"saw", "enter")
        assert "seen here" not in page.text
        await page.press(*"hope", "enter")
        (seen,) = books.notebook.themes_seen()
        assert (seen.theme, seen.on, seen.contact_uid) == ("hope", note.on, note.uid)
        await page.press("x", *"saw", "enter")
        assert "offering hope                      seen here; enter takes it out" in page.text
        assert page.text.count("seen here") == 1
        await page.press(*"hope", "enter")
        assert books.notebook.themes_seen() == ()
    assert books.folder.caseload.documents("contacts")[note.id] == kept
