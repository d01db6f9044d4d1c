"""What of Today's rows can be read, by the room there is."""

from datetime import date, time, timedelta

import pytest

from mentor_tui.rows import waiting_row
from store.absences import Away
from store.records import Appointment, Consent, Promise
from store.waiting import waiting
from widgets.row import plain


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_what_is_coming_and_what_was_promised_can_be_read_while_there_is_room(
    open_page, books, size, snapshot
):
    for days, at, what in (
        (3, None, "christmas"),
        (7, time(10), "christmas call"),
        (7, time(18), "the big group"),
    ):
        on = date(2026, 11, 23) + timedelta(days=days)
        books.caseload.add(Appointment(client_id=3, on=on, at=at, what=what))
    async with open_page(books, size=size) as page:
        seen = page.text
        if size[0] >= 80:
            page.app.screen.coming_list.action_edge(1)
            await page.pilot.pause()
            assert "10:00" in page.text and "18:00" in page.text
        assert seen == snapshot


def test_in_one_line_what_was_promised_comes_before_that_she_was_away(books, clock):
    promise = Promise(client_id=3, words="call back", due_on=date(2026, 11, 20), made_on=date(2026, 11, 1))
    books.caseload.add(promise)
    away = Away(date(2026, 11, 15), date(2026, 11, 22), is_over=True)
    entry = next(one for one in waiting(books.caseload, clock.now(), away) if one.client.id == 3)
    one_line, two_lines = (plain(waiting_row(entry, lines).cells[1]) for lines in (1, 2))
    assert one_line.startswith("you said you'd call back by Fri 20 Nov · you were away")
    assert two_lines.startswith("you were away; you said you'd call back")


async def test_what_ends_soon_takes_its_line_from_the_room_and_nothing_is_cut_off_below(
    open_page, books, clock
):
    today = clock.now().day
    ends = Consent(client_id=1, purpose="share", recipient="Rosa", on=today, expires_on=today + timedelta(5))
    books.caseload.add(ends)
    async with open_page(books) as page:
        assert "1 agreement ends soon" in page.text.split("NOW")[1]
        assert page.app.screen.waiting_list.max_scroll_y == 0
