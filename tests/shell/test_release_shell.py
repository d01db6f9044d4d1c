"""Releases, the days after them, and dates that follow, in the shell."""

import pytest


def told(answer):
    return " ".join(answer.out.split())


def dates_of(mentor):
    return mentor("client", "dates", "dee", "--json").json["dates"]


def test_dates_are_shown_and_only_those_named_are_planned(mentor, dee):
    first = told(mentor("client", "dates", "dee"))
    assert first.startswith("1 Tue 24 Nov 2026, tomorrow be in touch day 3 2 Sat 28 Nov 2026")
    before = dates_of(mentor)
    saved = mentor("client", "dates", "dee", "--plan", "1,3", "--json").json
    assert [one["on"] for one in saved["records"]["appointments"]] == [before[0]["on"], before[2]["on"]]
    assert len(dates_of(mentor)) == len(before) - 2
    mentor("undo")
    assert dates_of(mentor) == before


@pytest.mark.parametrize("words", ["9", "0", "one", "1,x", ",", "99999999999999999999"])
def test_a_number_that_is_not_in_the_list_plans_nothing(mentor, dee, words):
    answer = mentor("client", "dates", "dee", "--plan", words)
    assert (answer.code, answer.out) == (1, "")
    assert "there are 5" in answer.err
    assert answer.is_quiet_about_itself


def test_all_of_them_can_be_planned_and_then_none_is_left(mentor, dee):
    assert mentor("client", "dates", "dee", "--plan", "all").code == 0
    assert "all are planned" in mentor("client", "dates", "dee").out
    assert mentor("client", "dates", "dee", "--plan", "all").code == 1


def test_a_release_may_be_unknown_and_then_have_a_day(mentor, dee):
    sam = mentor("client", "add", "Sam", "--released", "unknown", "--json").json["records"]["clients"][0]
    assert (sam["status"], sam["episodes"][0]["certainty"]) == ("not-out", "unknown")
    assert "not out yet; no day known" in mentor("today").out
    sam = mentor("client", "edit", "sam", "--released", "4 dec", "--json").json["records"]["clients"][0]
    assert sam["episodes"][0]["expected_on"] == "2026-12-04"


def test_the_days_after_a_release_are_the_mentors_or_their_own(mentor, dee, place):
    mentor("client", "add", "Jo", "--released", "2026-11-03")
    assert "not talked yet; day 30 since release is Thu 3 Dec" in told(mentor("today"))
    mentor("client", "edit", "jo", "--curve", "21")
    assert "not talked yet; day 21 since release is tomorrow" in told(mentor("today"))
    assert mentor("client", "edit", "jo", "--curve", "soon").code == 1
    mentor("client", "edit", "jo", "--curve", "usual")
    (place / "settings.json").write_text('{"release_curve": "none"}')
    assert "nothing agreed yet" in mentor("today").out
    (place / "settings.json").write_text('{"release_curve": "whenever"}')
    assert "day 30 since release" in told(mentor("today")), "what is not read there is passed over"


def test_days_of_medication_are_set_and_their_last_day_is_offered(mentor, dee):
    edited = mentor("client", "edit", "dee", "--supply-days", "14")
    assert "released Sat 21 Nov 2026, 14 days of medication" in edited.out
    assert "could follow from it" in edited.err
    assert ("2026-12-05", "medication-ends") in [(one["on"], one["kind"]) for one in dates_of(mentor)]
    mentor("client", "add", "Sam")
    refused = mentor("client", "edit", "sam", "--supply-days", "14")
    assert (refused.code, "No release of Sam is known" in refused.err) == (1, True)
    both = mentor("client", "edit", "sam", "--released", "4 dec", "--supply-days", "3")
    assert "release expected Fri 4 Dec 2026, 3 days of medication" in both.out


def test_a_date_that_was_moved_is_planned_anew_in_the_same_act(mentor, dee):
    mentor("plan", "dee", "fri 9:30", "court")
    saved = mentor("done", "dee", "court", "--result", "went-moved", "--again", "4 dec 10:00", "--json").json
    closed, again = saved["records"]["appointments"]
    assert (closed["result"], again["result"]) == ("went-moved", "")
    assert (again["what"], again["kind"], again["on"], again["at"]) == (
        "court",
        "court",
        "2026-12-04",
        "10:00:00",
    )
    mentor("undo")
    (plan,) = mentor("client", "show", "dee", "--json").json["appointments"]
    assert (plan["on"], plan["result"]) == ("2026-11-27", "")


def test_a_new_day_that_is_not_read_closes_nothing(mentor, dee):
    mentor("plan", "dee", "fri 9:30", "court")
    assert mentor("done", "dee", "court", "--again", "soonish").code == 1
    assert mentor("client", "show", "dee", "--json").json["appointments"][0]["result"] == ""


def test_a_plan_may_say_from_when_it_is_shown(mentor, dee):
    mentor("client", "edit", "dee", "--released", "2026-08-01")
    mentor("plan", "dee", "12 dec", "coffee")
    assert "THIS WEEK" not in mentor("today").out
    mentor("plan", "dee", "13 dec", "court", "--remind", "20")
    assert "court Sun 13 Dec" in told(mentor("today")).partition("THIS WEEK")[2]
    assert mentor("plan", "dee", "13 dec", "court", "--remind", "-1").code == 2


def test_a_release_says_that_dates_could_follow_and_an_old_one_does_not(mentor, dee):
    answer = mentor("client", "add", "Ana", "--released", "today")
    assert "6 dates could follow from it; `mentor client dates NAME` shows which." in answer.err
    assert "could follow" not in mentor("client", "add", "Bo", "--released", "2024-01-02").err
    assert "could follow" not in mentor("client", "edit", "ana", "--about", "x").err


def test_plans_move_with_a_release_that_moved(mentor, dee):
    mentor("client", "add", "Ana", "--released", "4 dec")
    mentor("client", "dates", "ana", "--plan", "1")
    moved = mentor("client", "edit", "ana", "--released", "11 dec")
    assert "--was 2026-12-04 there shows what would move" in moved.err
    first = mentor("client", "dates", "ana", "--was", "2026-12-04", "--json").json["dates"][0]
    assert (first["on"], first["moves"]) == ("2026-12-12", 1)
    assert "moves from 5 Dec" in mentor("client", "dates", "ana", "--was", "4 dec").out
    mentor("client", "dates", "ana", "--was", "4 dec", "--plan", "1")
    (plan,) = mentor("client", "show", "ana", "--json").json["appointments"]
    assert plan["on"] == "2026-12-12"
