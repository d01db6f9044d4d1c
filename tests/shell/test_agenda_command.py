"""The agenda in the shell: the coming days, a week, a month."""

import pytest


@pytest.fixture
def planned(mentor, dee):
    """Dee with something every Tuesday, and a clinic that was."""
    mentor("plan", "dee", "every tue 14:00", "group")
    mentor("plan", "dee", "wed 10:00", "clinic", "--kind", "doctor")
    mentor("done", "dee", "clinic", "--result", "turned-away")
    return mentor


def test_the_coming_days_have_each_day_of_what_comes_back(planned):
    assert planned("agenda").out.splitlines() == [
        "Tue         14:00  Dee  group",
        "Tue 1 Dec   14:00  Dee  group",
    ]
    items = planned("agenda", "--json").json["items"]
    assert [item["comes_back"] for item in items] == [True, True]


def test_a_week_says_what_became_of_plans(planned):
    assert "Wed         10:00  Dee  clinic: turned away" in planned("agenda", "--week").out
    said = planned("agenda", "--week", "--json").json
    assert (said["days"], said["first"], said["last"]) == (None, "2026-11-23", "2026-11-29")
    assert [item["result"] for item in said["items"]] == ["", "turned-away"]


def test_another_month_is_a_day_of_it_away(planned):
    said = planned("agenda", "--month", "--on", "12 jan 2027", "--json").json
    assert (said["first"], said["last"], len(said["items"])) == ("2027-01-01", "2027-01-31", 4)
    assert planned("agenda", "--on", "soonish").code == 1
    assert "Nothing planned for" in planned("agenda", "--on", "3 mar 2026").out


def test_what_is_done_says_when_it_comes_back(planned):
    assert planned("done", "dee", "group").out.splitlines() == [
        "Dee · Tue 24 Nov 2026, 14:00, tomorrow group · done",
        "comes back: Tue 1 Dec 2026, 14:00, in 8 days",
    ]
    said = planned("note", "dee", "met 1h < today").out
    assert "comes back" not in said  # the next one lies ahead
