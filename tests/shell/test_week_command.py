"""The week in the shell."""

import pytest

from mentor_tui.week_words import heading
from store.week import week_of


@pytest.fixture
def week(mentor, dee):
    """A week with Dee in it, in which nobody was asked for."""
    assert mentor("note", "dee met 1h30 got the boots ! ask about ID < fri").code == 0
    return mentor


def test_the_week_is_told_and_what_it_took_only_where_she_asks(week):
    assert week("week").out.splitlines() == [
        "Last week, Mon 16 to Sun 22 Nov:",
        "  Dee came out (Sat).",
        "  You were with Dee (Fri).",
        "  You said you would: “ask about ID” for Dee.",
    ]
    assert "1h30" not in week("week", "--last").out
    assert "1h30 with people and for them" in week("week", "--last", "--mine").out


def test_words_are_a_page_of_that_week_and_undo_takes_it_back(week):
    said = week("week", "--last", "A", "long", "one.", "--json").json["records"]["reflections"]
    assert [(page["words"], page["week"]) for page in said] == [("A long one.", "2026-11-16")]
    assert "You wrote: A long one." in week("week", "--on", "18 nov", "--mine").out
    assert week("undo", "--yes").code == 0
    assert week("week", "--last", "--mine", "--json").json["mine"]["pages"] == []


def test_words_on_a_weekly_question_are_a_page_of_the_week_too(week):
    kept = [
        week("reflect", *asked, "A word.", "--json").json["records"]["reflections"][0]
        for asked in (("--week",), ("--before",))
    ]
    assert [page["week"] for page in kept] == ["2026-11-16", None]
    assert [page["question"] != "" for page in kept] == [True, True]


def test_whom_she_can_talk_to_is_set_and_taken_away(week):
    assert week("week", "--talk-to", "Ana, any evening").code == 0
    assert "Ana" not in week("week", "--mine").out, "in a calm week it is not said"
    week("client", "status", "dee", "inside")
    assert "You can talk to: Ana, any evening" in week("week", "--mine").out
    assert "Ana" not in week("week").out
    refused = week("week", "A long one.", "--talk-to", "Jo")
    assert (refused.code, "one at a time" in refused.err) == (1, True)
    week("week", "--talk-to", "")
    assert week("week", "--mine", "--json").json["mine"]["talk_to"] == ""


def test_the_json_of_a_week_has_what_the_page_says(week):
    said = week("week", "--last", "--json").json
    assert (said["first"], said["last"], said["mine"]) == ("2026-11-16", "2026-11-22", None)
    assert said["told"][0] == {"about": "out", "text": "Dee came out (Sat)."}
    assert set(week("week", "--json", "--mine").json["mine"]) == {"told", "talk_to", "pages"}


def test_a_week_that_cannot_be_read_is_refused_and_an_empty_one_says_so(week):
    assert week("week", "--on", "soonish").code == 1
    assert "Nothing is noted in this week." in week("week", "--on", "3 mar 2026").out


def test_a_week_is_called_by_its_days(at_rest):
    today = at_rest.now().day
    assert heading(week_of(today), today) == "This week, Mon 23 to Sun 29 Nov"
    assert heading(week_of(today.replace(month=10, day=28)), today) == "The week of Mon 26 Oct to Sun 1 Nov"
    assert heading(week_of(today.replace(year=2025)), today) == "The week of Mon 17 to Sun 23 Nov 2025"
