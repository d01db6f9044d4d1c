"""What comes back, from the shell: planned, read back, refused with a way out."""

import pytest


@pytest.fixture
def planned(mentor, dee):
    return mentor


def test_a_plan_that_comes_back_is_kept_as_one_and_read_back_in_full(planned):
    saved = planned("plan", "dee", "every other tue 14:00 until 31 jan", "group")
    assert saved.out == (
        "Dee · every other Tue until 31 Jan 2027, from Tue 24 Nov 2026, 14:00, tomorrow · group\n"
    )
    (plan,) = planned("plan", "dee", "last day", "rent", "--json").json["records"]["appointments"]
    assert (plan["on"], plan["repeats"]["rule"]) == ("2026-11-30", "FREQ=MONTHLY;BYMONTHDAY=-1")
    assert len(plan["series"]) == 32


def test_an_end_said_behind_the_words_ends_the_plan(planned):
    said = planned("plan", "dee", "every tue 14:00", "class", "for", "6", "weeks")
    assert said.out == "Dee · every Tue until 4 Jan 2027, from Tue 24 Nov 2026, 14:00, tomorrow · class\n"
    assert "class until she moves" in planned("plan", "dee", "every wed", "class until she moves").out


def test_what_comes_back_unclearly_is_refused_and_nothing_is_planned(planned):
    refused = planned("plan", "dee", "every second tue", "group")
    assert refused.code == 1
    assert "“2nd tue”, “every 2 weeks on tue” or “every other tue” would be read." in refused.err
    assert "group" not in planned("agenda", "--days", "60").out


def test_a_note_plans_what_comes_back_and_says_so(planned):
    said = planned("note", "dee call > every mon and thu 9:30 class")
    assert "next: every Mon and Thu from Thu 26 Nov 2026, 09:30, in 3 days · class" in said.out


def test_each_person_of_a_note_has_a_series_of_their_own(planned):
    planned("client", "add", "Jo")
    plans = planned("note", "dee, jo met > every fri", "--json").json["records"]["appointments"]
    assert {plan["client_id"] for plan in plans} == {1, 2}
    assert len({plan["series"] for plan in plans}) == 2
