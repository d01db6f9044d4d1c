"""Agenda as a person meets it."""

from datetime import date, time, timedelta

import pytest

from store.records import Appointment, Client, Contact, Episode, Repeat

TODAY = date(2026, 11, 23)
TUE = date(2026, 12, 1)
WEEK = timedelta(days=7)
NEXT_TAB, PREVIOUS_TAB = "right_square_bracket", "left_square_bracket"


@pytest.fixture
def weekly(books):
    """Sam's weekly walk, from Tuesday in a week on."""
    rule = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=TUE)
    plan = Appointment(client_id=5, on=TUE, at=time(11), what="walk", repeats=rule, series="ab" * 16)
    return books.caseload.add(plan).records[0]


def open_days(books, person=5):
    plans = [plan for plan in books.caseload.appointments_of(person) if plan.what == "walk"]
    return [(plan.on, bool(plan.repeats)) for plan in plans if not plan.result]


async def go_to(page, day):
    """The day as if it had been typed after f."""
    page.app.screen.show_day(day)
    await page.pilot.pause()


async def test_the_coming_days_stand_day_by_day(open_page, books, snapshot):
    async with open_page(books) as page:
        await page.press("3")
        assert page.text == snapshot


async def test_a_week_and_a_month_stand_as_grids(open_page, books, weekly, snapshot):
    async with open_page(books) as page:
        await page.press("3", NEXT_TAB)
        assert page.text == snapshot(name="week")
        await page.press(NEXT_TAB, "right")
        assert page.text == snapshot(name="month")


async def test_where_there_is_no_room_the_same_days_are_a_list(open_page, books, weekly, snapshot):
    async with open_page(books, size=(40, 12)) as page:
        await page.press("3", PREVIOUS_TAB)
        assert page.text == snapshot


async def test_what_is_open_from_before_comes_first(open_page, books):
    books.caseload.add(Appointment(client_id=1, on=TODAY - timedelta(days=3), what="bring the forms"))
    books.caseload.add(Appointment(on=TODAY - timedelta(days=2), what="my hair", calendar_uid="of my phone"))
    async with open_page(books) as page:
        await page.press("3")
        assert page.text.index("STILL OPEN FROM BEFORE") < page.text.index("bring the forms, 3 days ago")
        assert page.text.index("bring the forms") < page.text.index("TODAY")
        assert "my hair" not in page.text


async def test_a_release_expected_or_past_is_a_date_too(open_page, books):
    out = Episode(expected_on=TODAY + timedelta(days=5), certainty="expected")
    books.caseload.add(Client(name="Ines", status="not-out", episodes=(out,)))
    async with open_page(books) as page:
        await page.press("3")
        line = next(line for line in page.lines if "Ines" in line)
        assert "expected out" in line
        await go_to(page, TODAY - timedelta(days=2))
        assert "Dee" in page.text and "came out" in page.text


async def test_d_closes_the_plan_with_the_note_that_is_typed_in_the_same_save(open_page, books):
    async with open_page(books) as page:
        await page.press("3", "down", "d")
        assert "what came of it" in page.text
        await page.press("enter")
        assert "note, Renée · “court”, Tue: “went”" in page.text
        page.app.screen.line.text = "along 2h it was put over"
        await page.press("enter")
    note = books.caseload.all(Contact)[-1]
    court = next(plan for plan in books.caseload.all(Appointment) if plan.kind == "court")
    assert (court.result, court.closed_by, note.words) == ("went", note.id, "it was put over")
    books.caseload.undo()
    assert not books.caseload.get(Appointment, court.id).result


async def test_d_with_an_empty_line_closes_the_plan_alone(open_page, books):
    before = len(books.caseload.all(Contact))
    async with open_page(books) as page:
        await page.press("3", "d", "enter")
        assert books.caseload.all(Appointment)[0].result == "done"
        assert "Saved 14:02" in page.text
    assert len(books.caseload.all(Contact)) == before


async def test_whoever_has_the_same_hour_is_said_and_a_click_goes_to_a_day(open_page, books):
    books.caseload.add(Appointment(client_id=4, on=TODAY + timedelta(days=1), at=time(9, 30), what="bank"))
    async with open_page(books) as page:
        await page.press("3")
        assert "court, ride not sorted · the same time as Jo" in page.text
        await page.press(NEXT_TAB)
        await page.pilot.click("#week", offset=(14, 3))
        await page.pilot.pause()
        assert "bank · the same time as Renée" in page.text
        await page.press(NEXT_TAB)
        await page.pilot.click("#month", offset=(27, 14))
        await page.pilot.pause()
        assert "Fri 27 Nov" in page.text and "meds run out" in page.text


async def test_x_removes_the_plan_under_the_cursor(open_page, books):
    async with open_page(books) as page:
        await page.press("3")
        before = len(books.caseload.all(Appointment))
        await page.press("x", "enter")
        assert len(books.caseload.all(Appointment)) == before - 1


async def test_a_key_moves_the_plan_and_the_cursor_goes_with_it(open_page, books):
    async with open_page(books) as page:
        await page.press("3", NEXT_TAB, "plus")
        call = books.caseload.all(Appointment)[0]
        assert call.on == TODAY + timedelta(days=1) and call.at == time(16)
        await page.press("greater_than_sign")
        assert books.caseload.get(Appointment, call.id).on == TODAY + timedelta(days=8)
        assert "30 Nov to 6 Dec" in page.lines[0] and page.app.screen.row_here() == f"appointments:{call.id}"
        await page.press("less_than_sign", "minus", "minus")
        assert "has passed" in page.text
    assert books.caseload.get(Appointment, call.id).on == TODAY


async def test_a_plan_moved_out_of_sight_is_followed_or_said_and_no_other_moves(open_page, books):
    async with open_page(books) as page:
        await page.press("3", *["greater_than_sign"] * 3)
        call = books.caseload.all(Appointment)[0]
        assert call.on == TODAY + 3 * WEEK and page.app.screen.row_here() == f"appointments:{call.id}"
        assert "Mon 14 Dec" in page.text
        await page.press("1", "tab", "greater_than_sign", "greater_than_sign", "plus")
        court = next(plan for plan in books.caseload.all(Appointment) if plan.kind == "court")
        assert court.on == TODAY + timedelta(days=8)
        assert "Saved: “court”, Renée, is now Tue 1 Dec; u undoes." in page.text
        others = [plan.on for plan in books.caseload.all(Appointment) if plan.id not in (call.id, court.id)]
        assert others == [TODAY + timedelta(days=2), TODAY + timedelta(days=4)]
        await page.press("home", "plus")
        assert books.caseload.all(Appointment)[2].on == TODAY + timedelta(days=3)


async def test_after_a_plan_moved_out_of_sight_a_click_chooses_another(open_page, books):
    async with open_page(books) as page:
        await page.press("tab", "end", "greater_than_sign", "greater_than_sign")
        moved = {plan.id: plan.on for plan in books.caseload.all(Appointment)}
        assert "is now" in page.text
        await page.pilot.click("#coming", offset=(6, 1))
        await page.press("plus")
    assert {plan.id: plan.on for plan in books.caseload.all(Appointment)} != moved


async def test_from_a_day_that_has_passed_one_counts_from_today(open_page, books):
    passed = Appointment(client_id=1, on=TODAY - timedelta(days=9), what="bring the forms")
    rule = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=TODAY - timedelta(days=13))
    walk = Appointment(client_id=5, on=rule.begins, what="walk", repeats=rule, series="ab" * 16)
    forms, head = (books.caseload.add(plan).records[0] for plan in (passed, walk))
    async with open_page(books) as page:
        await page.press("3")
        page.app.screen.days.highlight(f"appointments:{forms.id}")
        await page.press("plus")
        assert books.caseload.get(Appointment, forms.id).on == TODAY + timedelta(days=1)
        page.app.screen.days.highlight(f"appointments:{head.id}")
        await page.press("greater_than_sign", "o")
        assert open_days(books) == [(TODAY + timedelta(days=1), True), (TODAY + WEEK, False)]
        assert "STILL OPEN" not in page.text


async def test_of_what_comes_back_one_day_or_all_from_it_on_are_moved(open_page, books, weekly):
    async with open_page(books) as page:
        await page.press("3", NEXT_TAB)
        await go_to(page, TUE + WEEK)
        assert page.app.screen.row_here() == f"appointments:{weekly.id}@{TUE + WEEK}"
        await page.press("plus")
        assert "move “walk”, Tue 8 Dec: which of them" in page.text and "from here on" in page.text
        await page.press("o")
        assert open_days(books) == [(TUE, True), (TUE + WEEK + timedelta(days=1), False)]
        await go_to(page, TUE + 2 * WEEK)
        await page.press("plus", "escape", "plus", "h")
    assert open_days(books) == [
        (TUE, False),  # with no other day left of it, it does not come back any more
        (TUE + WEEK + timedelta(days=1), False),
        (TUE + 2 * WEEK + timedelta(days=1), True),
    ]


async def test_a_later_day_is_corrected_and_removed_as_far_as_she_says(open_page, books, weekly):
    async with open_page(books) as page:
        await page.press("3", NEXT_TAB)
        await go_to(page, TUE + WEEK)
        await page.press("e")
        page.app.screen.form.restore({"when": "9 dec 2026 15:00"})
        await page.press("ctrl+s", "o")
        assert open_days(books) == [(TUE, True), (TUE + WEEK + timedelta(days=1), False)]
        await go_to(page, TUE + 2 * WEEK)
        await page.press("x", "enter", "h")
    assert open_days(books) == [(TUE, False), (TUE + WEEK + timedelta(days=1), False)]


async def test_t_makes_a_plan_come_back_and_ends_that_again(open_page, books):
    async with open_page(books) as page:
        await page.press("3", "t")
        page.app.screen.form.restore({"again": "every other mon 16:30"})
        await page.press("ctrl+s")
        call = books.caseload.all(Appointment)[0]
        assert call.repeats.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" and call.at == time(16, 30)
        assert "every other Mon" in page.text
        await page.press("t")
        page.app.screen.form.restore({"again": "thu 10am"})
        await page.press("ctrl+s")
        assert "That is a single day" in page.text
        page.app.screen.form.restore({"again": ""})
        await page.press("ctrl+s")
    assert books.caseload.get(Appointment, call.id).repeats is None


async def test_days_further_on_and_back_are_a_key_away(open_page, books):
    async with open_page(books) as page:
        await page.press("3", NEXT_TAB, "pagedown")
        assert "30 Nov to 6 Dec" in page.lines[0]
        await page.press("home", "left")
        assert "16 to 22 Nov" in page.lines[0]
        await page.press(NEXT_TAB, "pagedown", "f")
        page.app.screen.form.restore({"on": "12 mar 2027"})
        await page.press("ctrl+s")
        assert "March 2027" in page.lines[0] and "Fri 12 Mar 2027" in page.text


async def test_a_plans_on_the_day_under_the_cursor(open_page, books):
    async with open_page(books) as page:
        await page.press("3", NEXT_TAB)
        await go_to(page, TUE + timedelta(days=4))
        await page.press("a")
        assert "5 Dec 2026" in page.text


async def test_a_proposes_who_is_under_the_cursor_and_takes_anybody_else(open_page, books):
    mine = Appointment(client_id=5, on=TUE, what="group")
    group = books.caseload.add(mine).records[0]
    books.caseload.add(Appointment(client_id=4, on=TODAY, what="bank"))
    async with open_page(books) as page:
        await page.press("3")
        page.app.screen.days.highlight(f"appointments:{group.id}")
        await page.press("a")
        form = page.app.screen
        assert (form.form.answers["client_id"], form.called()) == (str(group.client_id), "a new plan")
        unlocked = form.way_back()(page.app)
        assert (unlocked._on, unlocked._proposed) == (TUE, str(group.client_id))
        form.form.restore({"what": "coffee"})
        await page.press("escape", "home", "a")
        back = page.app.screen.form
        assert [back.answers[name] for name in ("client_id", "what")] == [str(group.client_id), "coffee"]
        assert back.answers["when"] == "1 Dec 2026"
        back.restore({"client_id": "4"})
        await page.press("ctrl+s")
        made = [plan for plan in books.caseload.all(Appointment) if plan.what == "coffee"]
        assert [(plan.client_id, plan.on) for plan in made] == [(4, TUE)]


async def test_an_empty_agenda_says_which_key(open_page, empty_books):
    async with open_page(empty_books) as page:
        while page.app.screen.__class__.__name__ == "FirstStartScreen":
            await page.press("escape")
        await page.press("3")
        assert "a plans something" in page.text
        await page.press(NEXT_TAB)
        assert "Nothing is planned on this day. a plans something." in page.text


async def test_a_look_that_comes_while_the_page_closes_reads_nothing(open_page, books):
    async with open_page(books) as page:
        await page.press("3")
        front = page.app.screen
        await front.query("#tabs").remove()
        page.app.exit()
        page.app.read_again()
        assert page.app.screen is front and not page.app.screen.query("#tabs")
