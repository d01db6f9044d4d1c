"""The six themes and their questions."""

import pytest

from store.own_questions import days_of
from store.principles import citation, questions, questions_for, theme, themes


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
    assert len(ids) == len(set(ids)) == 199


def test_each_question_fits_on_a_line_and_a_half_and_asks():
    for question in questions():
        assert 0 < len(question.words) <= 100, question.id
        assert question.words.endswith("?"), question.id


def test_a_question_is_for_days_that_can_be():
    for question in questions():
        days = {*dict(days_of(question.moment)), "death"}
        assert {*question.fits} <= days, question.id


@pytest.mark.parametrize("code", [each.code for each in themes()])
def test_every_theme_has_questions_for_every_moment(code):
    for moment in ("before", "after", "weekly", "with"):
        asked = questions_for(moment, code)
        assert sum(not each.fits for each in asked) >= 3, "a theme can have its turn on any day"


@pytest.mark.parametrize("moment", ["death", "inside", "ending"])
def test_the_hard_moments_have_their_own_words(moment):
    assert questions_for(moment)


def test_some_known_questions_keep_their_ids():
    by_id = {each.id: each.words for each in questions()}
    assert by_id["steady-b1"] == "What did I say I'd do last time, and where does it stand?"
    assert by_id["steady-a4"] == "What does this missed call tell me, and what does it not tell me?"
    assert by_id["hope-w6"] == "What small win went by this week without anyone saying it out loud?"
    assert by_id["hope-with-a"] == "What feels a little lighter than it did on your first day out?"
