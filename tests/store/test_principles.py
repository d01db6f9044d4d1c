"""The six themes, their questions, and the one question of a day."""

from collections import Counter
from datetime import date, timedelta

import pytest

from store.clock import moment_from
from store.principles import (
    citation,
    day_happenings,
    question_of_the_day,
    questions,
    questions_for,
    theme,
    themes,
)
from store.records import Contact, OwnQuestion, QuestionChoice

MONDAY = moment_from("2026-11-23T14:02", "America/Vancouver")
DAY = MONDAY.day
A_CALL = ("a call",)


def at_day(day: date):
    return moment_from(f"{day.isoformat()}T09:00", "America/Vancouver")


def chose(question_id: str, choice: str, on: date = DAY) -> QuestionChoice:
    return QuestionChoice(question_id=question_id, on=on, choice=choice)


def test_the_picture_has_one_foundation_four_practices_and_one_outcome():
    assert [each.place for each in themes()] == ["foundation", *["practice"] * 4, "outcome"]
    assert [each.code for each in themes()] == ["shared", "hope", "respect", "steady", "meet", "bridge"]


def test_a_theme_is_found_by_its_short_name():
    assert theme("steady").name == "Providing consistent support"


def test_the_study_is_named_with_its_doi_and_what_is_known_of_it():
    assert citation().doi == "10.1186/s12889-023-17524-4"
    assert "abstract only" in citation().note


def test_every_question_has_an_id_of_its_own():
    ids = [each.id for each in questions()]
    assert len(ids) == len(set(ids)) == 168


@pytest.mark.parametrize("question", questions(), ids=lambda each: each.id)
def test_a_question_fits_on_a_line_and_a_half_and_asks(question):
    assert 0 < len(question.words) <= 100
    assert question.words.endswith("?")


@pytest.mark.parametrize("code", [each.code for each in themes()])
def test_every_theme_has_questions_for_every_moment(code):
    for moment in ("before", "after", "weekly", "with"):
        assert len(questions_for(moment, code)) >= 2


@pytest.mark.parametrize("moment", ["death", "inside", "ending"])
def test_the_hard_moments_have_their_own_words(moment):
    assert questions_for(moment)


def test_some_known_questions_keep_their_ids():
    by_id = {each.id: each.words for each in questions()}
    assert by_id["steady-b1"] == "What did I say I'd do last time, and where does it stand?"
    assert by_id["steady-a4"] == "What does this missed call tell me, and what does it not tell me?"
    assert by_id["hope-w6"] == "What small win went by this week without anyone saying it out loud?"
    assert by_id["hope-with-a"] == "What feels a little lighter than it did on your first day out?"


def test_the_same_records_and_day_give_the_same_question():
    first = question_of_the_day(MONDAY, A_CALL, ())
    assert first == question_of_the_day(MONDAY, A_CALL, ())


def test_after_the_days_first_contact_it_asks_about_the_day_and_says_so():
    offered = question_of_the_day(MONDAY, ("a gate pickup", "two calls unanswered"), ())
    assert offered.question.moment == "after"
    assert offered.because == "After a day like this one (a gate pickup, two calls unanswered)"


def test_before_anything_happened_it_asks_for_the_day_ahead():
    assert question_of_the_day(MONDAY, (), ()).question.moment == "before"


def test_a_quiet_weekend_looks_back_over_the_week():
    offered = question_of_the_day(at_day(date(2026, 11, 28)), (), ())
    assert (offered.question.moment, offered.because) == ("weekly", "Looking back over the week")


def test_a_moment_can_be_asked_for():
    assert question_of_the_day(MONDAY, A_CALL, (), when="weekly").question.moment == "weekly"


def test_not_today_gives_none_today():
    assert question_of_the_day(MONDAY, (), [chose("hope-b1", "not-today")]) is None


def test_not_today_is_over_tomorrow():
    yesterday = chose("hope-b1", "not-today", DAY - timedelta(days=1))
    assert question_of_the_day(MONDAY, (), [yesterday]) is not None


def test_another_gives_one_of_another_theme():
    first = question_of_the_day(MONDAY, A_CALL, ()).question
    second = question_of_the_day(MONDAY, A_CALL, [chose(first.id, "another")]).question
    assert second.theme != first.theme


def test_another_reaches_every_question_once_and_then_stops():
    choices, seen = [], []
    while (offered := question_of_the_day(MONDAY, (), choices, when="before")) is not None:
        seen.append(offered.question.id)
        choices.append(chose(offered.question.id, "another"))
    assert sorted(seen) == sorted(each.id for each in questions_for("before"))


def test_a_question_shown_today_stays_after_it_was_offered():
    shown = question_of_the_day(MONDAY, (), ()).question
    later = question_of_the_day(MONDAY, A_CALL, [chose(shown.id, "offered")]).question
    assert later == shown


def test_never_is_respected_for_years():
    choices = [chose(each.id, "never") for each in questions_for("before") if each.id != "meet-b1"]
    days = [DAY + timedelta(days=number) for number in range(0, 700, 7)]
    assert {question_of_the_day(at_day(day), (), choices).question.id for day in days} == {"meet-b1"}


def test_welcome_undoes_never():
    never = [chose(each.id, "never") for each in questions_for("before")]
    assert question_of_the_day(MONDAY, (), never) is None
    again = [*never, chose("hope-b2", "welcome")]
    assert question_of_the_day(MONDAY, (), again).question.id == "hope-b2"


@pytest.mark.parametrize("kept", [True, False], ids=["each is kept as offered", "nothing is written down"])
def test_every_theme_has_its_turn_and_no_question_comes_back_soon(kept):
    choices: list[QuestionChoice] = []
    shown = []
    for number in range(60):
        day = DAY + timedelta(days=number)
        question = question_of_the_day(at_day(day), A_CALL, choices).question
        shown.append(question)
        if kept:
            choices.append(chose(question.id, "offered", day))
    assert set(Counter(each.theme for each in shown).values()) == {10}
    for number, question in enumerate(shown):
        assert question not in shown[number + 1 : number + 12]


def test_a_theme_written_on_lately_lets_the_others_go_first():
    written = question_of_the_day(MONDAY, A_CALL, ()).question
    days = [DAY + timedelta(days=number) for number in range(1, 6)]
    choices = [chose(written.id, "written")]
    themes_after = {question_of_the_day(at_day(day), A_CALL, choices).question.theme for day in days}
    assert written.theme not in themes_after


def test_the_mentors_own_question_has_its_turn():
    never = [chose(each.id, "never") for each in questions()]
    own = OwnQuestion(id=3, theme="hope", words="What made me laugh?")
    offered = question_of_the_day(MONDAY, (), never, [own])
    assert (offered.question.id, offered.question.words) == ("own-3", "What made me laugh?")


def call(outcome: str, **more) -> Contact:
    return Contact(on=DAY, mode="phone", outcome=outcome, **more)


def test_a_day_is_told_by_what_weighed_most_in_it():
    gate = Contact(on=DAY, mode="gate", kind="gate-pickup", outcome="met")
    contacts = [call("talked"), call("no-answer"), gate, call("message-left")]
    assert day_happenings(contacts) == ("a gate pickup", "two calls unanswered")


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        (call("talked"), ("a call",)),
        (Contact(on=DAY, mode="text", outcome="sent"), ("a message without an answer yet",)),
        (Contact(on=DAY, mode="text", outcome="back"), ("a message answered",)),
        (Contact(on=DAY, outcome="could-not-place"), ("a meeting that did not come about",)),
        (Contact(on=DAY, kind="behalf", minutes=20), ("a piece of work on someone's behalf",)),
        (Contact(on=DAY, mode="in-person", outcome="met"), ("a meeting",)),
        (Contact(on=DAY, words="worried about court"), ()),
        (Contact(on=DAY, kind="work", minutes=60), ()),
    ],
)
def test_one_contact_reads_as_a_day(contact, told):
    assert day_happenings([contact]) == told


def test_the_day_in_words_names_no_one():
    assert "Dee" not in " ".join(day_happenings([call("talked", client_ids=(1,), words="Dee laughed")]))
