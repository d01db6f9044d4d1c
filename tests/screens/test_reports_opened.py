"""Reports opened up: the records behind a figure, other days, a month closed, what was handed on."""

import pytest

from store.clock import FixedClock, moment_from
from store.records import Contact
from tests.screens.test_reports_screen import KEYS_FOR_THIS_MONTHS_REPORT, settled


@pytest.fixture
def month_of_work(books):
    today = books.caseload.clock.now().day
    for day, minutes in ((3, 15), (10, 20), (17, 180)):
        books.caseload.add(
            Contact(
                client_ids=(1,), on=today.replace(day=day), mode="phone", outcome="talked", minutes=minutes
            )
        )
    books.caseload.add(
        Contact(client_ids=(2,), on=today.replace(month=10), mode="gate", outcome="met", minutes=60)
    )


async def test_a_figure_opens_to_its_records_and_each_record_to_its_person(open_page, books, month_of_work):
    async with open_page(books) as page:
        await page.press("6")
        page.app.screen.figures.highlight("F/Entries/entries")
        await page.press("enter")
        assert page.lines[0].startswith(" entries") and "6 contacts, attempts" in page.lines[0]
        assert len(page.app.screen.list.items) == 6
        await page.press("enter")
        assert page.lines[0].startswith(" Marcus")
        await page.press("escape")
        assert page.lines[0].startswith(" entries")


async def test_hours_say_what_each_entry_adds(open_page, books, month_of_work):
    async with open_page(books) as page:
        await page.press("6")
        page.app.screen.figures.highlight("F/Time, travel and money/hours")
        await page.press("enter")
        assert "3.0 h" in page.text and "0.2 h" in page.text


async def test_what_could_be_filled_in_opens_those_it_is_missing_in(open_page, books, month_of_work):
    async with open_page(books) as page:
        await page.press("6")
        assert "COULD BE FILLED IN FIRST" in page.text
        await page.press("enter")
        assert page.lines[0].startswith(" 1 bridge has no area")
        await page.press("enter")
        assert page.app.screen.__class__.__name__ == "ClientScreen"


async def test_other_days_are_shown_and_what_cannot_be_read_is_said(open_page, books, month_of_work):
    async with open_page(books) as page:
        await page.press("6", "f", *"soonish", "enter")
        assert "is not read as a period" in page.text
        page.app.screen.query_one("#write-path").value = "since 1 oct"
        await page.press("enter")
        assert "1 Oct 2026 to 23 Nov 2026" in page.lines[0]


async def test_a_month_is_closed_and_says_so_and_undo_opens_it_again(
    open_page, books, month_of_work, monkeypatch
):
    async with open_page(books) as page:
        await page.press("6", "left_square_bracket")
        page.app.screen.write_as("close")
        await page.pilot.pause()
        await page.press("enter")
        assert "Closed on 23 Nov 2026: these figures stand." in page.text
        assert "COULD BE FILLED IN" not in page.text
        later = moment_from("2026-11-23T14:05", "America/Vancouver")
        monkeypatch.setattr(FixedClock, "now", lambda _clock: later)
        books.caseload.add(
            Contact(client_ids=(1,), on=page.app.screen.period.first, mode="phone", outcome="talked")
        )
        page.app.screen.read_again()
        await page.pilot.pause()
        assert "some are counted otherwise by now." in page.text
        assert "WRITTEN SINCE IT WAS CLOSED" not in page.text
        (at_rest,) = (line for line in page.lines if "1 entry was written since it was closed; " in line)
        figures = page.app.screen.figures
        figures.action_edge(-1)
        await page.press("enter")
        assert figures.highlighted_key == "restated:0"
        assert at_rest.strip()[:40] in page.text and "WRITTEN SINCE IT WAS CLOSED" in page.text
        await page.press("enter")
        assert page.lines[0].startswith(" 1 entry was written")
        assert len(page.app.screen.list.items) == 1
        await page.press("escape", "home")
        (under_the_cursor,) = (line for line in page.lines if "1 entry was written since it" in line)
        assert under_the_cursor.index("1 entry") == at_rest.index("1 entry")
        await page.press("down")
        await page.press("u", "enter", "u", "enter")
        assert "Closed on" not in page.text


async def test_what_was_handed_on_is_listed(open_page, books, month_of_work):
    async with open_page(books) as page:
        await page.press(*KEYS_FOR_THIS_MONTHS_REPORT)
        await settled(page)
        await page.press("down")
        page.app.screen.write_as("handed-on")
        await page.pilot.pause()
        assert "a month in numbers" in page.text and "names nobody" in page.text
