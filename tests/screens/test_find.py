"""Finding words, as a person meets it."""

from datetime import date

import pytest
from msgspec.structs import replace

from store.records import Channel, Contact, Goal, Reflection, Service

TODAY = date(2026, 11, 23)


@pytest.fixture
def written(books):
    marcus = books.caseload.find_person("marcus")
    books.caseload.add(
        Contact(
            client_ids=(marcus.id,), on=TODAY, mode="phone", outcome="talked", words="Café by the harbour"
        )
    )
    books.caseload.add(Goal(client_id=marcus.id, words="a room near the harbour"))
    books.caseload.add(Service(name="Harbour Housing"))
    return books


async def test_results_come_as_one_types(open_page, written):
    async with open_page(written) as page:
        await page.press("slash", *"harb")
        for words in ("Café by the harbour", "a room near the harbour", "Harbour Housing"):
            assert words in page.text
        assert "3 found" in page.lines[0]


async def test_accents_do_not_matter(open_page, written):
    async with open_page(written) as page:
        await page.press("slash", *"cafe")
        assert "Café by the harbour" in page.text


async def test_enter_opens_what_was_found_in_its_place(open_page, written):
    async with open_page(written) as page:
        await page.press("slash", *"near", "enter")
        await page.pilot.pause()
        assert page.lines[0].startswith(" Marcus")
        assert "▸" in next(line for line in page.lines if "a room near the harbour" in line)


async def test_nothing_found_is_said(open_page, written):
    async with open_page(written) as page:
        await page.press("slash", *"zzzz")
        assert "Nothing has “zzzz”" in page.text


async def test_filters_narrow_and_how_they_were_read_is_said(open_page, written):
    written.caseload.record_note(written.caseload.read_note("dee call Harbour walk < 1 nov"))
    async with open_page(written) as page:
        await page.press("slash")
        line = page.app.screen.query_one("#find-words")
        line.value = "harb who:marcus from:yesterday kind:call"
        await page.pilot.pause()
        assert "Café by the harbour" in page.text and "Harbour walk" not in page.text
        assert "Marcus · from Sun 22 Nov 2026 · call" in page.text
        line.value = "harb from:soonish"
        await page.pilot.pause()
        assert "“soonish” is not" in page.text and "Harbour" not in page.text


async def test_pages_of_the_notebook_stand_apart_and_open_as_pages(open_page, written):
    written.notebook.add(Reflection(on=TODAY, words="by the harbour I was tired"))
    async with open_page(written) as page:
        await page.press("slash", *"tired", "down")
        assert "YOUR NOTEBOOK" in page.text and "by the harbour I was tired" in page.text
        assert "1 in your notebook" in page.lines[0]
        await page.press("enter")
        assert type(page.app.screen).__name__ == "ReflectionScreen"
        assert "by the harbour I was tired" in page.text


async def test_under_the_lens_no_page_of_the_notebook_is_found_nor_stays_found(open_page, written):
    written.notebook.add(Reflection(on=TODAY, words="xylophones at night"))
    async with open_page(written) as page:
        await page.press("slash", *"xyl")
        assert "YOUR NOTEBOOK" in page.text and "1 in your notebook" in page.lines[0]
        await page.press("f9")
        assert "NOTEBOOK" not in page.text and "notebook" not in page.lines[0]
        await page.press("o")
        assert "NOTEBOOK" not in page.text
        await page.press("f9")
        assert "YOUR NOTEBOOK" in page.text


async def test_the_end_of_a_number_finds_its_person_and_the_rules_come_before_it(open_page, written):
    marcus = written.caseload.find_person("marcus")
    number = Channel(how="text", value="604 555 0142")
    written.caseload.change(marcus, replace(marcus, channels=(number,)))
    async with open_page(written) as page:
        await page.press("slash")
        page.app.screen.query_one("#find-words").value = "0142"
        await page.press("down")
        assert "a number of theirs ends so" in page.text and "555" not in page.text
        await page.press("v")
        assert type(page.app.screen).__name__ == "RevealScreen" and "555" not in page.text


async def test_while_words_are_typed_the_foot_names_the_keys_that_act(open_page, books):
    async with open_page(books) as page:
        await page.press("slash", "q", "backspace", *"dee")
        assert "enter first  ↓ list  esc back" in page.lines[-1] and "q back" not in page.lines[-1]
        await page.press("down")
        assert "x more" in page.lines[-1] and "esc" not in page.lines[-1]
        await page.press("up", "2", "slash", "d")
        assert "enter list  esc all" in page.lines[-1] and "n note" not in page.lines[-1]
        await page.press("escape")
        assert "n note" in page.lines[-1]
        await page.press("5", "slash", "h")
        assert "enter list  esc all" in page.lines[-1]
