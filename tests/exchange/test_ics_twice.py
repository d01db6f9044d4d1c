"""A UID that several events have, and days named one by one: nothing vanishes, nothing floods in."""

from datetime import date

import pytest

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.ics_in import lines_of, plan_calendar
from store.records import Client


def event(title, day, *lines):
    return ["BEGIN:VEVENT", "UID:same", f"SUMMARY:{title}", f"DTSTART:{day}", *lines, "END:VEVENT"]


@pytest.fixture
def home(open_caseload):
    return open_caseload("home")


@pytest.fixture
def planned(home, tmp_path):
    """What these files would become, and how that is said."""

    def plan(*files):
        (tmp_path / "their").mkdir()
        for number, events in enumerate(files):
            text = "\n".join(
                ["BEGIN:VCALENDAR", *(line for lines in events for line in lines), "END:VCALENDAR"]
            )
            (tmp_path / "their" / f"{number}.ics").write_text(text)
        found = plan_calendar(tmp_path / "their", home)
        return found, lines_of(found, home, applied=False)

    return plan


def test_an_event_for_somebody_with_whom_it_rests_says_so(home, planned):
    home.add(Client(name="Dee", status="paused"))
    _, lines = planned([event("Dee: clinic", "20261222")])
    assert (
        lines[1]
        == "  Tue 22 Dec 2026, in 29 days · for Dee · Dee: clinic (it rests for now: paused, their choice)"
    )


COURT, DENTIST = event("court", "20261222"), event("dentist", "20261223")
SAME_UID = (
    "  left out: Tue 22 Dec 2026, in 29 days · court "
    "(another event there has the same UID; give it one of its own)"
)


@pytest.mark.parametrize("files", [[[COURT, DENTIST]], [[COURT], [DENTIST]]])
def test_of_two_events_with_one_uid_the_one_left_out_has_its_line(planned, files):
    plan, lines = planned(*files)
    assert [each.what for each in plan.added] == ["dentist"]
    assert lines == (
        "1 event to bring in, 1 left out.",
        SAME_UID,
        "  Wed 23 Dec 2026, in 30 days · dentist",
    )


def test_the_same_event_in_two_files_is_said_to_be_there_twice_and_a_passed_one_is_over(planned):
    plan, lines = planned([event("court", "20251222"), COURT], [COURT])
    assert len(plan.added) == 1
    assert lines == (
        "1 event to bring in, 1 over, and left where they are, 1 left out.",
        "  left out: Tue 22 Dec 2026, in 29 days · court (it is in the calendar twice)",
        "  Tue 22 Dec 2026, in 29 days · court",
    )


def test_a_day_changed_twice_is_said_once_more(planned):
    weekly = event("group", "20261124", "RRULE:FREQ=WEEKLY;COUNT=3")
    first, second = (
        event(f"group {at}", f"20261202T{at}0000", "RECURRENCE-ID:20261201") for at in ("10", "11")
    )
    plan, _ = planned([weekly, first, second])
    assert [(each.what, each.on) for each in plan.added] == [
        ("group", date(2026, 11, 24)),
        ("group 11", date(2026, 12, 2)),
    ]
    assert [row.title for row in plan.rows if row.outcome == "left-out"] == ["group 10"]


@pytest.mark.parametrize("name", ["RDATE", "EXDATE"])
def test_days_named_one_by_one_count_for_the_limit(planned, name):
    days = ",".join(["20270101"] * 5000)
    with pytest.raises(ImportRefused, match="5,001 events"):
        planned([event("often", "20261225", f"{name}:{days}")])
