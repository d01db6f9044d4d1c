"""The question on Today and under Reflect: as often as she likes, left in peace on hard days, remembered."""

from datetime import date

import pytest

from mentor_tui.question import DayQuestion, question_by_itself, question_of_the_week, question_of_today
from store.clock import FixedClock, moment_from
from store.principles import Shown
from store.questions_shown import keep_shown, shown_until_now
from store.records import Client, Contact
from widgets.question_card import QuestionCard
from widgets.row_list import RowList

TODAY = date(2026, 11, 23)
LAST_MONDAY = date(2026, 11, 16)


async def test_settings_turn_how_often_one_is_offered_and_reflect_still_has_one(open_page, books):
    async with open_page(books, keep_settings_in=books.folder.path) as page:
        assert page.app.screen.query_one(QuestionCard).display
        await page.press("7")
        page.app.screen.query_one(RowList).highlight("questions")
        await page.press("enter")
        assert "one a week, on Friday or at the weekend" in page.text
        await page.press("enter")
        assert "none by itself; Reflect has one when you ask" in page.text
        await page.press("1")
        assert not page.app.screen.query_one(QuestionCard).display
        await page.press("4")
        assert "not today" in page.text
        assert page.app.day_question().question.words[:20] in page.text


async def test_on_the_day_of_a_return_inside_today_is_quiet_and_reflect_has_its_question(open_page, books):
    books.caseload.set_status(books.caseload.find_person("sam"), "inside", TODAY)
    async with open_page(books) as page:
        assert not page.app.screen.query_one(QuestionCard).display
        await page.press("w")
        assert "a page of your own" in page.text, "an empty page is there all the same"
        await page.press("escape", "4")
        assert "Somebody is back inside today:" in page.text
        assert "What do they need to know about us still being here?" in page.text


@pytest.mark.parametrize("status", ["died", "inside", "stepping-back", "finished"])
def test_on_the_day_of_an_ending_nothing_is_offered_unasked(books, status):
    assert question_by_itself(books.caseload, books.notebook, "daily") is not None
    books.caseload.set_status(books.caseload.find_person("sam"), status, TODAY)
    assert question_by_itself(books.caseload, books.notebook, "daily") is None
    assert (question_of_today(books.caseload, books.notebook) is None) is (status == "died")


def test_on_the_day_on_which_a_death_was_written_down_nothing_is_asked_either(books, monkeypatch):
    books.caseload.set_status(books.caseload.find_person("sam"), "died", date(2026, 11, 10))
    assert question_of_today(books.caseload, books.notebook) is None
    monkeypatch.setattr(books.caseload, "clock", FixedClock(moment_from("2026-11-24T09:00", "Etc/UTC")))
    assert question_of_today(books.caseload, books.notebook) is not None


def test_before_anybody_is_here_nothing_is_offered(empty_books):
    assert question_by_itself(empty_books.caseload, empty_books.notebook, "daily") is None


def test_what_stood_there_counts_the_next_day_though_nothing_was_done_about_it(books):
    day = DayQuestion()
    first = day.by_itself(books.caseload, books.notebook, "daily")
    assert day.is_to_be_kept
    assert shown_until_now(books.folder.drafts()) == ()
    day.keep(books.caseload)
    again = DayQuestion().by_itself(books.caseload, books.notebook, "daily")
    assert again.question == first.question, "opened again, it is the same"
    assert [one.question_id for one in shown_until_now(books.folder.drafts())] == [first.question.id]
    assert books.caseload.next_undo().label != "question"


def test_what_the_shell_showed_meanwhile_counts_in_a_program_left_open(books):
    day = DayQuestion()
    first = day.of(books.caseload, books.notebook)
    day.keep(books.caseload)
    elsewhere = Shown(TODAY, "hope-w6", 1, LAST_MONDAY)
    keep_shown(books.folder.drafts(), [elsewhere], TODAY)
    assert day.of_week(books.caseload, books.notebook).question.id == "hope-w6"
    assert day.of(books.caseload, books.notebook) == first


def test_a_folder_that_can_only_be_read_is_left_as_it_is(books, monkeypatch):
    monkeypatch.setattr(type(books.folder), "read_only_reason", "It can only be read now.")
    day = DayQuestion()
    first = day.by_itself(books.caseload, books.notebook, "daily")
    day.keep(books.caseload)
    assert shown_until_now(books.folder.drafts()) == ()
    assert day.by_itself(books.caseload, books.notebook, "daily") == first


@pytest.mark.parametrize("now", ["2026-11-27", "2026-11-26", "2026-11-30"])
def test_of_a_week_in_which_somebody_died_nothing_is_asked_anywhere(books, monkeypatch, now):
    monkeypatch.setattr(books.caseload, "clock", FixedClock(moment_from(f"{now}T09:00", "Etc/UTC")))
    books.caseload.add(Client(name="Ana B", status="died", status_on=date(2026, 11, 25)))
    assert question_of_the_week(books.caseload, books.notebook) is None
    assert question_by_itself(books.caseload, books.notebook, "weekly") is None
    offered = question_by_itself(books.caseload, books.notebook, "daily")
    assert offered is None or offered.question.moment != "weekly"


def test_each_week_has_its_own_question_for_what_was_in_that_week(books, monkeypatch):
    add = books.caseload.add
    monkeypatch.setattr(books.caseload, "clock", FixedClock(moment_from("2026-12-04T09:00", "Etc/UTC")))
    add(Contact(client_ids=(2,), on=date(2026, 11, 24), mode="phone", outcome="no-answer"))
    add(Contact(client_ids=(2,), on=date(2026, 12, 3), mode="gate", outcome="met"))
    day = DayQuestion()
    last = day.of_week(books.caseload, books.notebook, TODAY)
    this = day.of_week(books.caseload, books.notebook)
    assert (last.week, this.week) == (TODAY, date(2026, 11, 30))
    assert "unanswered" in last.because and "gate" in this.because and "unanswered" not in this.because
    assert day.of_week(books.caseload, books.notebook, TODAY) == last != this


def test_once_a_week_is_from_friday_on_until_it_was_written_on(books, monkeypatch):
    def offered(day: str):
        monkeypatch.setattr(
            books.caseload, "clock", FixedClock(moment_from(f"2026-11-{day}T09:00", "Etc/UTC"))
        )
        return question_by_itself(books.caseload, books.notebook, "weekly")

    assert [bool(offered(day)) for day in ("26", "27", "28", "29", "30")] == [False, True, True, True, False]
    assert offered("27").because.startswith("Looking back over the week")
    monkeypatch.setattr(books.notebook, "clock", FixedClock(moment_from("2026-11-27T09:00", "Etc/UTC")))
    books.notebook.choose(offered("27").question.id, "not-today")
    assert offered("28") is None


def test_a_call_makes_it_a_question_after_the_day(books):
    talk = Contact(client_ids=(2,), on=TODAY, mode="phone", outcome="talked")
    books.caseload.add(talk)
    assert "a call" in question_of_today(books.caseload, books.notebook).because
