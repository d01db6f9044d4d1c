"""`mentor reflect` and the question in `mentor today`: the moment asked for, and how often one is offered."""

import json

import pytest


@pytest.fixture
def asked(mentor, dee):
    def ask(*words: str, **more) -> dict:
        return mentor("reflect", *words, "--json", **more).json["question"]

    return ask


def test_a_moment_is_asked_for_and_another_of_it_given(asked):
    for option, said in (("--before", "nothing planned"), ("--after", "After this day"), ("--week", "week")):
        first = asked(option)
        assert said in first["because"]
        assert asked(option)["id"] == first["id"], "the same until something is done about it"
        assert asked(option, "--another")["id"] != first["id"]


def test_the_words_asked_and_why_stay_with_what_was_written_on_them(asked, mentor):
    offered = asked("--week")
    saved = mentor("reflect", "--week", "It was a long one.", "--json").json
    page = saved["records"]["reflections"][0]
    assert (page["question_id"], page["question"]) == (offered["id"], offered["text"])
    assert page["because"] == offered["because"]


def test_what_mentor_today_showed_does_not_come_again_soon_either(mentor, dee):
    shown = [
        mentor("today", "--json", now=f"2026-12-{day:02}T09:00").json["question"] for day in range(1, 12)
    ]
    ids = [one["id"] for one in shown]
    assert len({*ids}) == len(ids)
    assert mentor("reflect", "--json", now="2026-12-11T10:00").json["question"]["id"] == ids[-1]


def test_of_a_week_in_which_somebody_died_it_says_that_nothing_is_asked(mentor, dee):
    mentor("client", "status", "dee", "died", now="2026-11-25T09:00")
    assert mentor("reflect", "--week", now="2026-11-27T09:00").out.strip() == "Of this week nothing is asked."


def test_never_and_not_today_are_kept_as_said_and_another_asks_after_all(asked, mentor):
    first = asked("--never")
    never = [
        one["id"] for one in mentor("questions", "list", "--json").json["questions"] if not one["is_asked"]
    ]
    assert len(never) == 1 and first["id"] not in never
    assert asked("--not-today") is None and asked() is None
    assert "--another` asks after all" in mentor("reflect").err
    assert asked("--another")
    assert asked("--not-today") is None and asked(now="2026-11-25T09:00:00-08:00")


@pytest.mark.parametrize("said", [("--never", "--another"), ("Words.", "--never"), ("Words.", "--not-today")])
def test_two_wishes_at_once_are_refused_and_nothing_is_kept(mentor, dee, said):
    assert mentor("reflect", *said).code == 1
    assert mentor("notebook", "list", "--json").json["pages"] == []


def test_two_moments_at_once_are_refused(mentor):
    refused = mentor("reflect", "--before", "--week")
    assert (refused.code, refused.err.strip()) == (1, "Say one of --before, --after and --week.")


@pytest.mark.parametrize(
    ("how_often", "monday", "friday"),
    [("daily", True, True), ("weekly", False, True), ("off", False, False)],
)
def test_a_question_is_offered_as_often_as_she_likes_and_given_whenever_she_asks(
    asked, mentor, place, how_often, monday, friday
):
    (place / "settings.json").write_text(json.dumps({"questions": how_often}))
    for now, is_offered in (("2026-11-23T14:02:00-08:00", monday), ("2026-11-27T09:00:00-08:00", friday)):
        offered = mentor("today", "--json", now=now).json["question"]
        assert (offered is not None) is is_offered
        assert asked(now=now) is not None
