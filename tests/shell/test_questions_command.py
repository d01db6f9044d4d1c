"""`mentor questions`: listed, added, put otherwise, retired, welcomed back, taken out."""

import re
from pathlib import Path

import pytest

from store.own_questions import days_of
from store.principles import KINDS_OF_DAY

PAGE = (Path(__file__).parents[2] / "docs" / "questions.md").read_text("utf-8")


@pytest.fixture
def own(mentor):
    """A data folder, with the two kinds of questions that are hers."""
    assert mentor("init", "--plain").code == 0
    mentor("questions", "add", "Did I eat?", "--theme", "steady", "--moment", "weekly", "--on", "long-week")
    mentor("questions", "change", "hope-b1", "What do I see in them?")
    return mentor


def of(mentor, question_id):
    return next(
        one for one in mentor("questions", "list", "--json").json["questions"] if one["id"] == question_id
    )


def test_every_question_is_listed_with_its_id_and_hers_say_so(own):
    listed = own("questions", "list")
    assert listed.code == 0
    words = "What do I see in them?  (in your words, when you see somebody)"
    assert f"Offering hope\n  hope-b1         before   {words}\n" in listed.out
    assert "  own-1           weekly   Did I eat?  (yours, when there was a long week)\n" in listed.out
    assert "Days with a page of their own\n" in listed.out
    of_moment = own("questions", "list", "--theme", "bridge", "--moment", "with").out.splitlines()
    assert of_moment[0] == "Bridging connections to services" and len(of_moment) == 4
    assert len(own("questions", "list", "--yours").out.splitlines()) == 4
    assert own("questions", "list", "--yours", "--theme", "bridge").out.startswith("No question like that.")


def test_the_json_of_questions_has_these_fields_and_no_others(own):
    assert of(own, "own-1") == {
        "id": "own-1",
        "theme": "steady",
        "moment": "weekly",
        "text": "Did I eat?",
        "fits": ["long-week"],
        "is_own": True,
        "text_before": None,
        "is_asked": True,
    }
    reworded = of(own, "hope-b1")
    assert (reworded["is_own"], reworded["text"]) == (False, "What do I see in them?")
    assert reworded["text_before"].startswith("What have I seen")


def test_a_question_of_hers_changes_in_what_is_named_and_in_nothing_else(own):
    own("questions", "change", "own-1", "--on", "any", "--moment", "any")
    assert (of(own, "own-1")["moment"], of(own, "own-1")["fits"]) == ("", [])
    changed = own("questions", "change", "own-1", "Did I sit down?", "--theme", "hope", "--on", "gate,ride")
    assert (changed.code, changed.out) == (0, "Asked like this from now on.\n")
    assert "`mentor undo` takes it back" in changed.err
    assert {key: of(own, "own-1")[key] for key in ("theme", "text", "fits")} == {
        "theme": "hope",
        "text": "Did I sit down?",
        "fits": ["gate", "ride"],
    }
    same = own("questions", "change", "own-1", "--theme", "hope")
    assert same.out == "Nothing to change: it stands like that already.\n"
    assert own("questions", "change", "own-1", "--json").json["act"] is None


def test_a_question_is_retired_and_welcomed_back_and_undo_is_left_alone(own):
    retired = own("questions", "retire", "hope-a3")
    assert retired.out == "Not asked again. `mentor questions welcome hope-a3` welcomes it back.\n"
    assert retired.err == ""
    assert not of(own, "hope-a3")["is_asked"]
    assert "hope-a3" in own("questions", "list", "--yours").out
    assert own("questions", "retire", "hope-a3").out.startswith("Nothing to change")
    choice = own("questions", "welcome", "hope-a3", "--json").json["records"]["question_choices"][0]
    assert (choice["question_id"], choice["choice"]) == ("hope-a3", "welcome")
    assert of(own, "hope-a3")["is_asked"]
    assert "a question in your words" in own("undo").out


def test_what_is_hers_is_taken_out_and_undo_brings_it_back(own):
    assert own("questions", "remove", "own-1").out == "Your question is taken out.\n"
    own("undo")
    assert of(own, "own-1")["text"] == "Did I eat?"
    assert own("questions", "remove", "hope-b1").out == "It has its own words again.\n"
    assert of(own, "hope-b1")["text_before"] is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "Why?", "--theme", "hoping"), "not one of the themes: shared, hope"),
        (("add", "Why?", "--theme", "hope", "--moment", "death"), "not a moment: before, after"),
        (("add", "Why?", "--theme", "hope", "--on", "rain"), "not a kind of day: "),
        (("add", "Why?", "--theme", "hope", "--moment", "before", "--on", "crisis"), "is not known before"),
        (("add", "Why?", "--theme", "hope", "--moment", "with", "--on", "ride"), "is for any day"),
        (("change", "own-1", "--moment", "after"), "known only looking back"),
        (("add", " ", "--theme", "hope"), "Write the question first"),
        (("change", "hope-b1", "--theme", "meet"), "only the words change"),
        (("change", "hope-b1"), "only the words change"),
        (("remove", "meet-b1"), "`mentor questions retire meet-b1`"),
        (("retire", "own-77"), "There is no question “own-77”"),
    ],
)
def test_what_a_question_cannot_be_is_said_with_a_way_out(own, words, sentence):
    refused = own("questions", *words)
    assert refused.code == 1
    assert sentence in refused.err
    assert refused.out == "" and refused.is_quiet_about_itself


def test_the_page_of_questions_has_every_kind_of_day_and_the_moments_it_can_be_asked_at():
    rows = re.findall(r"^\| `([\w-]+)` \| (.+) \| ([\w, ]+) \|$", PAGE, re.MULTILINE)
    moments = ("before", "after", "weekly")
    assert rows == [
        (code, words, ", ".join(each for each in moments if code in dict(days_of(each))))
        for code, words in KINDS_OF_DAY
    ]
