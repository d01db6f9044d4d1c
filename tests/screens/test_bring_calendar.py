"""A calendar brought in from the program: looked at first, then brought in, and undone at once."""

from pathlib import Path

import pytest

from store.records import Appointment

REAL = Path(__file__).parents[1] / "exchange" / "calendars"


async def looked_at(page, place):
    page.app.open_dialog("bring-calendar")
    await page.pilot.pause()
    page.app.screen.query_one("#write-path").value = str(place)
    await enter(page)


async def enter(page):
    await page.press("enter")
    await page.app.workers.wait_for_complete(list(page.app.screen.workers))
    await page.pilot.pause()


async def test_each_event_is_seen_before_enter_brings_it_in(open_page, books):
    before = books.caseload.all(Appointment)
    async with open_page(books) as page:
        await looked_at(page, REAL / "calcurse.ics")
        assert "5 events to bring in, 1 over, 1 left out." in page.text
        assert "Dee clinic · not kept: how long it takes" in page.text
        assert "buy boots · left out: a task, not an event" in page.text
        assert books.caseload.all(Appointment) == before
        assert books.caseload.next_undo().label != "import of a calendar"
        await enter(page)
        assert len(books.caseload.all(Appointment)) == len(before) + 5
        assert "Saved 14:02" in page.lines[-1]
        await looked_at(page, REAL / "calcurse.ics")
        assert "Nothing new to bring in, 5 here already, 1 over, 1 left out." in page.text
        await page.press("escape", "u", "enter")
        assert books.caseload.all(Appointment) == before


@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
async def test_it_can_be_read_at_other_sizes(open_page, books, size):
    async with open_page(books, size=size) as page:
        await looked_at(page, REAL / "khal")
        assert "bring them in" in page.text
        assert all(len(line) <= size[0] for line in page.lines)


async def test_what_is_no_calendar_is_said_and_the_path_stays(open_page, books, tmp_path):
    (tmp_path / "no.ics").write_text("hello")
    async with open_page(books) as page:
        page.app.open_dialog("bring-calendar")
        await page.pilot.pause()
        page.app.screen.query_one("#write-path").value = str(tmp_path / "no.ics")
        await page.press("enter")
        while "looking" in page.text:
            await page.pilot.pause(0.01)
        assert "no.ics is not a calendar: it has no BEGIN:VCALENDAR." in page.text
        assert "no.ics" in page.app.screen.query_one("#write-path").value
