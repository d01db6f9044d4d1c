"""What is next with somebody, where last week's of a weekly plan is still open."""

from datetime import date, time, timedelta

from mentor_tui.people_rows import person_lines
from mentor_tui.record_rows import date_rows, next_items
from mentor_tui.review_rows import has_next, page_items
from store.records import Appointment, Client, Repeat
from widgets.row import Heading, Row

TUE = date(2026, 11, 24)
LAST = TUE - timedelta(days=7)
DEE = 1


def _weekly(caseload, until=None):
    caseload.add(Client(name="Dee"))
    rule = Repeat(rule="FREQ=WEEKLY", begins=LAST, until=until)
    plan = Appointment(client_id=DEE, on=LAST, at=time(14), what="group", repeats=rule, series="ab" * 16)
    return caseload.add(plan).records[0]


def _words(items):
    return [_said(item) for item in items if isinstance(item, Heading | Row)]


def _said(item):
    if isinstance(item, Heading):
        return item.text
    pieces = (cell if isinstance(cell, str) else "".join(piece[0] for piece in cell) for cell in item.cells)
    return " ".join(pieces)


def test_every_list_says_the_day_that_comes_and_what_is_still_open(empty_books, clock):
    caseload, now = empty_books.caseload, clock.now()
    _weekly(caseload)
    dee = caseload.get(Client, DEE)
    assert person_lines(caseload, now)[0].next == "Tue 14:00 group"
    assert _words(next_items(caseload, dee, now)) == [
        "NEXT", "Tue 14:00  group", "STILL OPEN", "Tue 17 Nov 14:00  group · every Tue",
    ]  # fmt: skip
    dates = [item.key for item in date_rows(caseload, dee, now) if isinstance(item, Row)]
    assert dates == ["appointments:1", "appointments:1@2026-11-24"]
    review = page_items(caseload.review_page(DEE), None, caseload, now)
    assert "next Tue 14:00  group" in _words(review)
    assert has_next(caseload, DEE, now.day)


def test_what_has_come_to_its_end_is_no_next(empty_books, clock):
    caseload, now = empty_books.caseload, clock.now()
    _weekly(caseload, until=LAST)
    assert person_lines(caseload, now)[0].next == ""
    assert not has_next(caseload, DEE, now.day)


async def test_a_later_day_on_their_own_page_is_moved_as_that_day(open_page, empty_books):
    from mentor_tui.screens.client import ClientScreen

    _weekly(empty_books.caseload)
    async with open_page(empty_books) as page:
        page.app.push_screen(ClientScreen(DEE, "appointments:1@2026-11-24"))
        await page.pilot.pause()
        await page.press("plus", "o")
        plans = empty_books.caseload.appointments_of(DEE)
        assert [plan.on for plan in plans] == [LAST, TUE + timedelta(days=1)]
