"""How a plan comes back, said anew: from here on, of one that has passed, ended, changed elsewhere."""

from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace

from store.records import Appointment, Repeat
from store.series import occurrences

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
TUE = date(2026, 11, 24)
OWN = 0


@pytest.fixture
def passed(books):
    """The mentor's own weekly circle; nobody said what became of last Tuesday's."""
    begins = TUE - WEEK
    rule = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=begins)
    plan = Appointment(client_id=OWN, on=begins, at=time(14), what="circle", repeats=rule, series="ab" * 16)
    return books.caseload.add(plan).records[0]


def _days(books, weeks=3):
    plans = [plan for plan in books.caseload.appointments_of(OWN) if not plan.result]
    return sorted(day.on for plan in plans for day in occurrences(plan, TUE - WEEK, TUE + weeks * WEEK))


async def _again(page, books, day=None):
    """The form of t, on the plan itself or a later day of it from which on it changes."""
    from mentor_tui.screens.repeat_form import RepeatForm

    head = next(plan for plan in books.caseload.appointments_of(OWN) if plan.repeats)
    form = RepeatForm(books.caseload.plan_on(head.id, day), "from" if day else "all")
    page.app.push_screen(form, lambda saved: None)
    await page.pilot.pause()
    return form


async def test_of_one_that_has_passed_the_line_begins_with_the_next_and_saved_as_it_is_nothing_changes(
    open_page, books, passed
):
    before = books.caseload.appointments_of(OWN)
    async with open_page(books) as page:
        await _again(page, books)
        assert "every Tue from Tue 24 Nov 2026, 14:00" in page.text
        await page.press("ctrl+s")
        assert "how it comes back" not in page.text
    assert books.caseload.appointments_of(OWN) == before


async def test_a_rule_that_cannot_be_said_stays_where_nothing_is_typed(open_page, books, passed):
    counted = replace(passed.repeats, rule="FREQ=WEEKLY;BYDAY=TU;COUNT=5")
    books.caseload.change_plan(passed, replace(passed, repeats=counted), "all")
    before = books.caseload.appointments_of(OWN)
    assert [plan.repeats for plan in before if plan.repeats] == [counted]
    async with open_page(books) as page:
        await _again(page, books)
        assert "left empty, it stays as it is" in page.text
        await page.press("ctrl+s")
        assert "how it comes back" not in page.text
    assert books.caseload.appointments_of(OWN) == before


async def test_from_here_on_is_read_from_here(open_page, books, passed):
    async with open_page(books) as page:
        form = await _again(page, books, TUE + WEEK)
        await page.press("ctrl+u", *"every thu from 26 nov")
        await page.press("ctrl+s")
        assert "That begins before Tue 1 Dec" in page.text
        await page.press("ctrl+u", *"every thu")
        assert "from Thu 3 Dec 2026" in page.text and page.app.screen is form
        await page.press("ctrl+s")
    assert _days(books, weeks=2) == [TUE - WEEK, TUE, TUE + WEEK + 2 * DAY]


async def test_an_empty_line_from_here_on_ends_it_here(open_page, books, passed):
    async with open_page(books) as page:
        await _again(page, books, TUE + WEEK)
        await page.press("ctrl+u")
        assert "it does not come back any more" in page.text
        await page.press("ctrl+s")
    assert _days(books) == [TUE - WEEK, TUE, TUE + WEEK]


async def test_what_was_closed_in_the_shell_meanwhile_is_not_given_a_rule(open_page, books, passed):
    async with open_page(books) as page:
        form = await _again(page, books)
        closed = books.caseload.close_plan(passed, "went").records[0]
        await page.press("ctrl+u", *"every thu", "ctrl+s")
        assert "moved or closed meanwhile" in page.text and page.app.screen is form
        assert "every thu" in page.text
    assert books.caseload.get(Appointment, passed.id) == closed


async def test_a_line_that_was_closed_in_the_shell_reads_so_once_its_key_was_refused(open_page, books):
    plan = books.caseload.add(Appointment(on=TUE, kind="appointment", what="bank")).records[0]
    async with open_page(books) as page:
        await page.press("3")
        stale = books.caseload.get(Appointment, plan.id)
        screen = page.app.screen
        screen.days.highlight(f"appointments:{plan.id}")
        books.caseload.close_plan(plan, "went")
        screen._moved(stale, 1, "")
        await page.pilot.pause()
        assert "bank: went" in page.text and "so nothing was saved" in page.text
    assert books.caseload.get(Appointment, plan.id).on == TUE


async def test_the_form_of_a_plan_that_has_passed_does_not_refuse_its_own_day(open_page, books, passed):
    async with open_page(books) as page:
        page.app.open_dialog("form", Appointment, None, books.caseload.get(Appointment, passed.id))
        await page.pilot.pause()
        assert "Tue 17 Nov 2026, 14:00, 6 days ago" in page.text
        assert "has passed" not in page.text
