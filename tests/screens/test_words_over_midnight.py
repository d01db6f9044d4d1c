"""What was typed before midnight means the day it showed, whatever is typed after midnight."""

from datetime import date, time

import pytest

from mentor_tui.books import books_of
from mentor_tui.screens.go_to_day import GoToDay
from mentor_tui.screens.record_form import RecordForm
from store.clock import moment_from
from store.folder import DataFolder
from store.records import Appointment, Client


class Night:
    """A clock that stands before midnight until it is put forward."""

    def __init__(self):
        self.put_to("2026-11-23T23:58")

    def put_to(self, text):
        self.moment = moment_from(text, "America/Vancouver")

    def now(self):
        return self.moment


@pytest.fixture
def night():
    return Night()


@pytest.fixture
def books_at_night(tmp_path, night):
    DataFolder.create(tmp_path / "store", night).close()
    with DataFolder.open(tmp_path / "store", night) as folder:
        books = books_of(folder, night)
        books.caseload.add(Client(name="Dee"))
        yield books


async def open_form(page, kind, record=None):
    screen = RecordForm(kind, 1, record)
    page.app.push_screen(screen)
    await page.pilot.pause()
    return screen


async def test_what_is_typed_after_midnight_leaves_the_day_typed_before_it(open_page, books_at_night, night):
    async with open_page(books_at_night, clock=night) as page:
        screen = await open_form(page, Appointment)
        screen.form.restore({"when": "tomorrow 10am"})
        await page.pilot.pause()
        screen.keep()
        night.put_to("2026-11-24T00:02")
        await page.press("tab", "x")
        assert screen.form.answers["when"] == "24 Nov 2026 10:00"
        screen.keep()
        drafted = books_at_night.folder.drafts().of("Appointment", 1)
        assert (drafted.answers["when"], drafted.answers["what"]) == ("24 Nov 2026 10:00", "x")
        await page.press("ctrl+s")
    plan = books_at_night.caseload.appointments_of(1)[-1]
    assert (plan.on, plan.at, plan.what) == (date(2026, 11, 24), time(10), "x")


async def test_a_day_that_is_typed_after_midnight_is_of_the_new_day_in_parts_too(
    open_page, books_at_night, night
):
    dee = books_at_night.caseload.get(Client, 1)
    async with open_page(books_at_night, clock=night) as page:
        form = (await open_form(page, Client, dee)).form
        form.restore({"episodes": [{"expected_on": "tomorrow", "on": ""}]})
        await page.pilot.pause()
        night.put_to("2026-11-24T00:02")
        (row,) = (row for row in page.app.screen.query("FieldRow") if row.field.name == "back_on")
        row.focus_field()
        await page.press(*"tomorrow")
        (shown,) = form.answers["episodes"]
        assert (shown["expected_on"], shown["back_on"]) == ("24 Nov 2026", "tomorrow")
        assert row.input.has_focus


async def test_a_day_to_go_to_is_the_one_it_showed_before_midnight(open_page, books_at_night, night):
    gone_to = []
    async with open_page(books_at_night, clock=night) as page:
        page.app.push_screen(GoToDay(gone_to.append))
        await page.pilot.pause()
        await page.press(*"tomorrow")
        night.put_to("2026-11-24T00:02")
        await page.press("ctrl+s")
    assert gone_to == [date(2026, 11, 24)]
