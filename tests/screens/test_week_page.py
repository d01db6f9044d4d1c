"""The week, as the mentor meets it in Reflect."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentor_tui.week_in_front import show_week
from store.records import Client, Contact, Support

TODAY = date(2026, 11, 23)
LAST_WEEK = date(2026, 11, 16)


@pytest.fixture
def hard_week(books):
    """A ride, a try, a hard moment; and somebody she can talk to."""
    add = books.caseload.add
    add(Contact(client_ids=(1,), on=TODAY - timedelta(2), mode="driving", outcome="met", minutes=90))
    add(Contact(client_ids=(2,), on=TODAY - timedelta(4), mode="phone", outcome="talked", kind="crisis"))
    books.notebook.add(Support(words="Ana, any evening"), "whom you can talk to")
    return books


def held_by(page):
    """The keys of the rows on the page of the week."""
    return [getattr(item, "key", "") for item in page.app.screen.page.list.items]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_the_week_stands_in_sentences_with_what_it_took_below(open_page, hard_week, snapshot, size):
    async with open_page(hard_week, size=size) as page:
        await page.press("4", "right_square_bracket")
        assert page.text == snapshot


async def test_a_page_of_the_week_is_written_on_its_question_and_stands_there(open_page, hard_week):
    async with open_page(hard_week) as page:
        await page.press("4", "right_square_bracket")
        assert "One question of that week, if you like:" in page.text
        await page.press("w")
        assert "the week of Mon 16 Nov 2026" in page.text
        await page.press(*"tired", "ctrl+s")
        kept = hard_week.notebook.reflections()[0]
        assert (kept.words, kept.week, kept.question != "") == ("tired", LAST_WEEK, True)
        assert "One question" not in page.text  # one question a week is enough
        await page.press("end", "up")
        assert page.app.screen.record_here() == kept


async def test_on_a_phone_the_question_is_the_last_row_and_enter_writes_on_it(open_page, hard_week):
    async with open_page(hard_week, size=(40, 12)) as page:
        await page.press("4", "right_square_bracket", "end", "enter")
        assert "the week of Mon 16 Nov" in page.text


async def test_page_up_is_the_week_before_and_nothing_is_asked_of_long_ago(open_page, hard_week):
    hard_week.caseload.add(Contact(client_ids=(1,), on=TODAY - timedelta(15), mode="gate", outcome="met"))
    async with open_page(hard_week) as page:
        await page.press("4", "right_square_bracket", "pageup", "pageup")
        assert "THE WEEK OF MON 2 TO SUN 8 NOV" in page.text
        assert "You were at the gate for Dee (Sun)." in page.text
        assert "One question" not in page.text and "week-room" in held_by(page)
        await page.press("question_mark")
        assert "pgup    The week before" in page.text and "home    Back to this week" in page.text
        await page.press("escape", "home", "pagedown")
        assert "THIS WEEK, MON 23 TO SUN 29 NOV" in page.text


async def test_of_a_week_with_a_death_nothing_is_asked(open_page, hard_week):
    died = TODAY - timedelta(3)
    hard_week.caseload.add(Client(name="Ana B", status="died", status_on=died))
    async with open_page(hard_week, size=(80, 50)) as page:
        await page.press("4", "right_square_bracket")
        assert "Ana B died (Fri)." in page.text and "a death" in page.text
        assert "One question" not in page.text and "week-room" in held_by(page)


async def test_whom_she_can_talk_to_is_one_key_away_and_kept_while_typed(open_page, books):
    async with open_page(books) as page:
        await page.press("4", "right_square_bracket", "x", *"Ana", "escape", "x")
        assert "Ana" in page.text
        await page.press(*", Sundays", "enter")
        assert books.notebook.support().words == "Ana, Sundays"
        await page.press("x", "full_stop", "enter")
        assert books.notebook.support().words == "Ana, Sundays."


async def test_where_questions_are_off_neither_the_week_nor_the_end_of_review_has_one(open_page, hard_week):
    async with open_page(hard_week) as page:
        page.app.settings = replace(page.app.settings, questions="off")
        await page.press("4", "right_square_bracket")
        assert "One question" not in page.text and "week-room" in held_by(page)
        await page.press("r", *["space"] * 14)
        assert "enter shows the week in words" in page.text and "A question" not in page.text


async def test_the_end_of_review_leads_to_the_week(open_page, hard_week):
    async with open_page(hard_week) as page:
        await page.press("r", *["space"] * 14)
        assert "A question for the week" in page.text and "enter shows the week in words" in page.text
        await page.press("enter")
        assert "LAST WEEK, MON 16 TO SUN 22 NOV" in page.text
        await page.press("r", *["space"] * 14, "w", *"slow", "ctrl+s")
        assert hard_week.notebook.reflections()[0].week == LAST_WEEK
        show_week(page.app)
        await page.pilot.pause()
        assert any(key.startswith("reflections:") for key in held_by(page))
