"""An ending in the shell: what it says, and that no page and no JSON speaks of them by itself."""

import pytest

from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.made_files import MadeFiles


@pytest.fixture
def planned(mentor, dee):
    mentor("note", "dee call 15m got the boots > thu 10am clinic ! ask about ID")
    mentor("plan", "dee", "tomorrow", "court")
    return mentor


def test_a_death_says_what_stops_and_which_files_hold_their_dates(planned, place, tmp_path):
    calendar = tmp_path / "dates.ics"
    with DataFolder.open(place, FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))) as folder:
        MadeFiles.of(folder).remember(calendar, b"x", "a calendar", (1,))
    calendar.write_bytes(b"x")
    answer = planned("client", "status", "dee", "died", "--on", "yesterday")
    assert answer.code == 0
    assert answer.out.startswith("Dee · died Sun 22 Nov 2026\n")
    assert "Nothing asks about them" in answer.err
    assert f"{calendar} still holds their dates" in answer.err
    assert "A calendar that read one of them has to let go of it there." in answer.err
    assert "Dee" not in planned("today").out + planned("agenda").out
    seen = planned("today", "--json").json
    assert (seen["waiting"], seen["coming"]) == ([], [])
    shown = planned("client", "show", "dee")
    assert "was planned: Tue 24 Nov 2026  court" in shown.out
    assert "you had said: ask about ID" in shown.out
    assert not [word for word in ("next:", "weekly", "day 2", " ago") if word in shown.out]
    assert planned("client", "show", "dee", "--json").json["reasons"] == []
    planned("undo")
    assert "Dee" in planned("today").out
    paused = planned("client", "status", "dee", "paused").err
    assert f"{calendar} still holds their dates" in paused and "let go of it there" not in paused


def test_on_the_day_of_a_death_or_of_its_writing_no_question_is_asked(planned):
    planned("client", "status", "dee", "died", "--on", "2026-11-20")
    assert planned("today", "--json").json["question"] is None
    assert planned("today", "--json", now="2026-11-24T09:00:00-08:00").json["question"]
    planned("undo")
    assert planned("today", "--json").json["question"]
    planned("client", "status", "dee", "died")
    assert planned("today", "--json").json["question"] is None


def test_a_day_to_come_is_refused_for_a_status(planned):
    answer = planned("client", "status", "dee", "died", "--on", "tomorrow")
    assert (answer.code, "still to come" in answer.err) == (1, True)
    assert "Dee" in planned("today").out


def test_a_plan_for_someone_at_rest_says_that_it_rests(planned):
    planned("client", "status", "dee", "paused")
    assert "rests" in planned("plan", "dee", "fri", "clinic").err
    planned("client", "status", "dee", "inside")
    assert "rests" in planned("plan", "dee", "sat", "a visit").err
    assert "rests" not in planned("plan", "dee", "sat", "write to her about the room").err
    assert "write to her about the room" in planned("agenda").out
    assert "a visit" not in planned("agenda").out


def test_walking_after_inside_asks_since_when_they_are_out_and_a_release_begins(planned):
    inside = planned("client", "status", "dee", "inside", "--on", "yesterday").out
    assert "released Sat 21 Nov 2026, back inside Sun 22 Nov 2026" in inside
    for between in ("", "paused"):
        if between:
            planned("client", "status", "dee", between)
        refused = planned("client", "status", "dee", "walking")
        assert (refused.code, refused.out) == (1, "")
        assert "Since when is Dee out? `--on today` says it" in refused.err
    assert planned("client", "status", "dee", "walking", "--on", "today").out.splitlines()[:2] == [
        "Dee · walking together",
        "  released Mon 23 Nov 2026",
    ]
    assert "day 0 since release" in planned("today").out


def test_who_is_out_has_no_release_ahead_and_the_shell_says_the_way(planned):
    before = planned("client", "show", "dee", "--json").json["client"]
    refused = planned("client", "edit", "dee", "--released", "unknown")
    assert refused.code == 1
    assert "Dee is out, so no release is ahead. If they are back inside, say that first" in refused.err
    assert planned("client", "show", "dee", "--json").json["client"] == before
