"""Files you made: what was written out, until it is removed."""

import pytest

from mentor_tui.exchange.json_out import write_json
from mentor_tui.screens.made_files import MadeFilesScreen


@pytest.fixture
def written(books, tmp_path):
    """The record, written out."""
    path = tmp_path / "out.json"
    write_json(books.caseload, path)
    return path


async def open_list(page):
    page.app.push_screen(MadeFilesScreen())
    await page.pilot.pause()


async def test_a_file_is_asked_for_once_and_removed(open_page, books, written):
    async with open_page(books, size=(120, 24)) as page:
        await open_list(page)
        assert "the record, JSON" in page.text and "as it was" in page.text and "out.json" in page.text
        await page.press("d")
        assert "Remove “out.json” from the disk?" in page.text and "traces" in page.text
        assert written.exists()
        await page.press("enter")
        assert not written.exists()
        assert "Nothing that was written out" in page.text and "traces" in page.lines[-1]


async def test_a_file_that_changed_is_said_to_have_and_stays(open_page, books, written):
    written.write_text("hers now")
    async with open_page(books, size=(120, 24)) as page:
        await open_list(page)
        assert "changed since" in page.text
        await page.press("d", "enter")
        assert "left as it is" in page.lines[-1]
        assert written.read_text() == "hers now"


async def test_it_is_reached_from_reports_settings_and_the_palette(open_page, books, written):
    async with open_page(books) as page:
        await page.press("6", "x", "end", "enter")
        assert page.lines[0].startswith(" Files you made")
        await page.press("q", "7")
        page.app.screen.query_one("#settings").highlight("files")
        assert "1 still lies where you put it" in page.text
        await page.press("enter")
        assert page.lines[0].startswith(" Files you made")
        listed = {command.title for command in page.app.get_system_commands(page.app.screen)}
        assert "Files you made" in listed


async def test_enter_opens_the_file(open_page, books, written, monkeypatch):
    opened = []
    monkeypatch.setattr("mentor_tui.screens.made_files.open_file", opened.append)
    async with open_page(books) as page:
        await open_list(page)
        await page.press("enter")
        await page.app.workers.wait_for_complete()
    assert opened == [written]


async def test_the_lens_leaves_what_it_is_and_hides_where(open_page, books, written):
    async with open_page(books, lens=True) as page:
        await open_list(page)
        assert "the record, JSON" in page.text and "as it was" in page.text
        assert "out.json" not in page.text
        await page.press("d")
        assert "out.json" not in page.text
