"""Finding words, as a person meets it."""

from datetime import date

import pytest

from store.records import Contact, Goal, Service

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
