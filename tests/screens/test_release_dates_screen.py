"""Dates after a release, and a new day for a date that did not happen, as the mentor meets them."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from store.noting import About
from store.records import Appointment, Client, Episode

TODAY = date(2026, 11, 23)


def dee(books):
    return books.caseload.find_person("dee")


def open_plans(books):
    return [plan for plan in books.caseload.appointments_of(dee(books).id) if not plan.result]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_dates_after_a_release_are_ticked_and_planned_as_one_act(open_page, books, size, snapshot):
    async with open_page(books, size=size) as page:
        page.app.open_dialog("release-dates", dee(books).id)
        await page.pilot.pause()
        assert page.text == snapshot
        await page.press("ctrl+s")
        assert "None is ticked" in " ".join(page.text.split())
        await page.press("space", "down", "enter", "space", "space", "ctrl+s")
        days = [plan.on for plan in open_plans(books)]
        assert days == [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 28)]
        await page.press("u", "enter")
    assert len(open_plans(books)) == 1


async def test_a_new_release_day_offers_its_dates_and_esc_plans_none(open_page, books):
    async with open_page(books) as page:
        moved = books.caseload.set_released(dee(books), date(2026, 11, 22))
        page.app.saved(moved)
        await page.pilot.pause()
        assert "dates after the release, Dee" in page.text
        await page.press("down", "space")
        again = page.app.screen.way_back()
        await page.press("escape")
        page.app.push_screen(again(page.app))
        await page.pilot.pause()
        assert page.text.count("●") == 1, "after a lock the list is back with its ticks"
        await page.press("escape")
    assert len(open_plans(books)) == 1


async def test_a_date_that_was_moved_asks_its_new_day_and_one_undo_takes_both(open_page, books):
    court = Appointment(
        client_id=dee(books).id, kind="court", what="court", on=date(2026, 11, 23), at=time(9)
    )
    plan = books.caseload.add(court).records[0]
    async with open_page(books) as page:
        page.app.attempt(lambda: books.caseload.close_plan(plan, "went-moved"))
        await page.pilot.pause()
        assert "“court”: is there a new day?" in page.text
        page.app.screen.form.restore({"when": "fri 10:30"})
        await page.press("ctrl+s")
        again = open_plans(books)[-1]
        assert (again.what, again.on, again.at) == ("court", date(2026, 11, 27), time(10, 30))
        await page.press("u", "enter")
    assert books.caseload.get(Appointment, plan.id).result == ""
    assert [one.id for one in open_plans(books) if one.what == "court"] == [plan.id]


@pytest.mark.parametrize(("result", "asks"), [("cancelled", True), ("went", False), ("chose-not", False)])
async def test_only_what_may_have_another_day_asks_for_one(open_page, books, result, asks):
    plan = books.caseload.add(Appointment(client_id=dee(books).id, kind="court", on=date(2026, 11, 23)))
    async with open_page(books) as page:
        page.app.attempt(lambda: books.caseload.close_plan(plan.records[0], result))
        await page.pilot.pause()
        assert ("is there a new day?" in page.text) is asks
    assert books.caseload.all(Client)


async def test_a_release_is_expected_again_and_its_day_may_be_unknown(open_page, books):
    books.caseload.set_status(dee(books), "inside")
    async with open_page(books) as page:
        page.app.open_dialog("more", dee(books).id)
        await page.pilot.pause()
        page.app.screen.query_one("#more-list").highlight("expected")
        await page.press("enter")
        await page.pilot.pause()
        await page.press("ctrl+s")
        assert "“unknown” is fine too" in " ".join(page.text.split())
        page.app.screen.form.restore({"on": "unknown"})
        await page.press("ctrl+s")
    assert (dee(books).status, dee(books).episodes[-1].certainty) == ("not-out", "unknown")


async def test_done_says_that_a_person_expected_out_is_out(open_page, books):
    caseload = books.caseload
    caseload.change(dee(books), replace(dee(books), status="not-out", episodes=(Episode(expected_on=TODAY),)))
    async with open_page(books) as page:
        await page.press("d", "enter", "ctrl+s", "escape")
    assert (dee(books).status, dee(books).episodes[-1].on) == ("walking", TODAY)


async def test_a_note_that_closes_a_moved_date_asks_the_new_day_too(open_page, books):
    court = Appointment(client_id=dee(books).id, kind="court", what="court", on=TODAY)
    plan = books.caseload.add(court).records[0]
    reading = books.caseload.read_note("call 15m they moved it", person=dee(books).id)
    async with open_page(books) as page:
        saved = books.caseload.record_note(reading, plan=About(plan.id, plan.on, "went-moved"))
        page.app.saved(saved)
        await page.pilot.pause()
        assert "“court”: is there a new day?" in page.text
        page.app.screen.form.restore({"when": "fri 10:30"})
        await page.press("ctrl+s")
        assert "is there a new day?" not in page.text
    assert [plan.on for plan in open_plans(books) if plan.what == "court"] == [date(2026, 11, 27)]


async def test_a_form_leads_to_the_same_questions(open_page, books):
    court = Appointment(client_id=dee(books).id, kind="court", what="court", on=TODAY)
    plan = books.caseload.add(court).records[0]
    async with open_page(books) as page:
        page.app.open_dialog("form", Client)
        await page.pilot.pause()
        page.app.screen.form.restore({"name": "Ana", "released": "yesterday"})
        await page.press("ctrl+s")
        assert "dates after the release, Ana" in page.text
        await page.press("escape")
        page.app.open_dialog("form", Appointment, plan.client_id, plan)
        await page.pilot.pause()
        page.app.screen.form.restore({"result": "cancelled"})
        await page.press("ctrl+s")
        assert "“court”: is there a new day?" in page.text
