"""A calendar brought in: what is still to come, whose it is, what is not kept; once, and taken back."""

from datetime import date, time
from pathlib import Path

import pytest

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.ics_in import import_calendar, lines_of, plan_calendar
from mentor_tui.exchange.ics_out import write_ics
from store.records import Appointment, Client, Repeat
from tests.exchange.calendar_people import filled

REAL = Path(__file__).parent / "calendars"


@pytest.fixture
def here(open_caseload):
    caseload = open_caseload("here")
    for name in ("Dee", "Will", "Sam", "Sam"):
        caseload.add(Client(name=name))
    return caseload


@pytest.fixture
def brought(here, tmp_path):
    """Plans an import of these lines, in a VEVENT unless they begin one."""

    def plan(*lines, person=None, around=("BEGIN:VEVENT", "END:VEVENT")):
        path = tmp_path / "their.ics"
        inside = [*around[:1], *lines, *around[1:]]
        text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *inside, "END:VCALENDAR", ""])
        path.write_bytes(text.encode())
        return plan_calendar(path, here, person)

    return plan


def only(plan):
    return plan.rows[0] if len(plan.rows) == 1 else None


def test_what_calcurse_exported_comes_in(here):
    plan = plan_calendar(REAL / "calcurse.ics", here)
    assert lines_of(plan, here, applied=False) == (
        "5 events to bring in, 1 over, and left where they are, 1 left out.",
        "  Thu 26 Nov 2026, 10:00, in 3 days · for Dee · Dee clinic; not kept: how long it takes",
        "  Tue 1 Dec 2026, 14:00, in 8 days · housing group · every other Tue until 31 Jan 2027; "
        "not kept: how long it takes",
        "  Wed 2 Dec 2026, in 9 days · ID card day",
        "  Mon 7 Dec 2026, 23:30, in 14 days · late shift · 7th of each month; "
        "not kept: an alarm, how long it takes",
        "  Thu 24 Dec 2026, in 31 days · Lights · every year on 24 Dec",
        "  left out: buy boots (a task, not an event)",
    )
    group = next(plan for plan in plan.added if plan.what == "housing group")
    assert group.repeats == Repeat(
        rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        begins=date(2026, 12, 1),
        until=date(2027, 1, 31),
        skips=(date(2026, 12, 15),),
    )


def test_what_khal_keeps_in_its_folder_comes_in(here):
    plan = plan_calendar(REAL / "khal", here)
    assert lines_of(plan, here, applied=True) == (
        "4 events brought in.",
        "  Thu 26 Nov 2026, 10:00, in 3 days · for Dee · Dee: clinic; "
        "not kept: its description, when it ends",
        "  Tue 1 Dec 2026, 14:00, in 8 days · housing group · every Tue until 30 Jan 2027; "
        "not kept: when it ends",
        "  Wed 2 Dec 2026, in 9 days · ID card day",
        "  Sun 20 Dec 2026, in 27 days · away together; not kept: that it goes on for 3 days",
    )
    clinic = plan.added[0]
    assert (clinic.client_id, clinic.what, clinic.where, clinic.remind_days) == (1, "clinic", "Main St", 1)


@pytest.mark.parametrize("name", ["calcurse.ics", "khal"])
def test_the_second_time_nothing_changes_and_one_undo_takes_all_back(here, name):
    import_calendar(plan_calendar(REAL / name, here), here)
    many = len(here.all(Appointment))
    again = plan_calendar(REAL / name, here)
    assert (again.added, again.many("here")) == ((), many)
    here.undo()
    assert here.all(Appointment) == ()


def test_what_went_out_from_here_is_known_when_it_comes_back(open_caseload, tmp_path):
    caseload = filled(open_caseload("there"))
    write_ics(caseload, tmp_path / "out.ics", with_names=True)
    back = plan_calendar(tmp_path / "out.ics", caseload)
    assert back.added == ()
    elsewhere = filled(open_caseload("elsewhere"))
    for plan in elsewhere.all(Appointment):
        elsewhere.remove(plan)
    import_calendar(plan_calendar(tmp_path / "out.ics", elsewhere), elsewhere)
    shown = [(item.on, item.at, item.name) for item in caseload.coming(120)]
    assert [(item.on, item.at, item.name) for item in elsewhere.coming(120)] == shown


def test_its_uid_goes_out_again_with_names_alone_and_it_is_known_by_either(here, brought, tmp_path):
    import_calendar(plan_calendar(REAL / "khal", here), here)
    import_calendar(brought("UID:Dee Rivers robbery@court.example", "SUMMARY:x", "DTSTART:20261201"), here)
    write_ics(here, tmp_path / "out")
    shown = [path.name + path.read_text().replace("\r\n ", "") for path in (tmp_path / "out").iterdir()]
    assert not [text for text in shown if "Rivers" in text or "robbery" in text or "1GHDKI4X" in text]
    assert plan_calendar(tmp_path / "out", here).added == ()
    write_ics(here, tmp_path / "out.ics", with_names=True)
    for uid in ("1GHDKI4X2VG5OAFOVBV8YX3CVM9VZQL843R6", "Dee Rivers robbery@court.example"):
        assert f"UID:{uid}" in (tmp_path / "out.ics").read_text()
    assert plan_calendar(tmp_path / "out.ics", here).added == ()


def test_a_changed_day_of_theirs_is_a_plan_of_its_own(brought):
    plan = brought(
        "BEGIN:VEVENT", "UID:a", "SUMMARY:group", "DTSTART;TZID=America/Vancouver:20261027T140000",
        "RRULE:FREQ=WEEKLY;COUNT=9", "END:VEVENT",
        "BEGIN:VEVENT", "UID:a", "SUMMARY:group, late",
        "RECURRENCE-ID;TZID=America/Vancouver:20261124T140000",
        "DTSTART;TZID=America/Vancouver:20261125T160000", "END:VEVENT",
        "BEGIN:VEVENT", "UID:a", "STATUS:CANCELLED", "RECURRENCE-ID:20261208T220000Z",
        "DTSTART:20261208T220000Z", "END:VEVENT", around=(),
    )  # fmt: skip
    series, moved = plan.added
    assert (series.on, series.at) == (date(2026, 12, 1), time(14))
    assert series.repeats.until == date(2026, 12, 22)
    assert series.repeats.skips == (date(2026, 12, 8),)
    assert (moved.on, moved.at, moved.series_on, moved.what) == (
        date(2026, 11, 25), time(16), date(2026, 11, 24), "group, late"
    )  # fmt: skip
    assert moved.series == series.series != ""


@pytest.mark.parametrize(
    ("title", "client", "what"),
    [
        ("Dee: clinic", 1, "clinic"),
        ("dee - court", 1, "court"),
        ("Dee", 1, ""),
        ("Deer park", 0, "Deer park"),
        ("De clinic", 0, "De clinic"),
        ("Will call the clinic", 0, "Will call the clinic"),
        ("Will: the clinic", 2, "the clinic"),
        ("Sam: clinic", 0, "Sam: clinic"),
        ("clinic with Dee", 0, "clinic with Dee"),
        ("", 0, ""),
    ],
)
def test_a_whole_name_at_the_start_of_a_title_says_whose_it_is(brought, title, client, what):
    (plan,) = brought("UID:a", f"SUMMARY:{title}", "DTSTART:20261201").added
    assert (plan.client_id, plan.what) == (client, what)


def test_nothing_is_planned_for_somebody_who_died(brought, here):
    here.set_status(here.get(Client, 1), "died")
    plan = brought("UID:a", "SUMMARY:Dee: clinic", "DTSTART:20261201")
    assert (only(plan).outcome, only(plan).why) == ("left-out", "nothing is planned for them any more")
    assert plan.added == ()
    with pytest.raises(ImportRefused, match="Nothing is planned for Dee any more"):
        brought("UID:a", "SUMMARY:clinic", "DTSTART:20261201", person=here.get(Client, 1))


def test_all_of_it_can_be_about_one_person(brought, here):
    (plan,) = brought("UID:a", "SUMMARY:court", "DTSTART:20261201", person=here.get(Client, 2)).added
    assert (plan.client_id, plan.kind, plan.what) == (2, "court", "court")


@pytest.mark.parametrize(
    ("start", "on", "at"),
    [
        ("DTSTART:20261201T180000Z", date(2026, 12, 1), time(10)),
        ("DTSTART:20261201T100000", date(2026, 12, 1), time(10)),
        ("DTSTART;TZID=Europe/Berlin:20261202T060000", date(2026, 12, 1), time(21)),
        ("DTSTART;TZID=Pacific Standard Time:20261201T100000", date(2026, 12, 1), time(10)),
        ("DTSTART;TZID=/example.org/20260101/America/Vancouver:20261201T100000", date(2026, 12, 1), time(10)),
        ("DTSTART;TZID=Mars/Base:20261201T100000", date(2026, 12, 1), time(10)),
        ("DTSTART;VALUE=DATE:20261201", date(2026, 12, 1), None),
        ("DTSTART;VALUE=DATE:20261123", date(2026, 11, 23), None),
        ("DTSTART:20261123T140200", date(2026, 11, 23), time(14, 2)),
    ],
)
def test_a_time_is_read_by_her_own_clock(brought, start, on, at):
    (plan,) = brought("UID:a", "SUMMARY:x", start).added
    assert (plan.on, plan.at, plan.zone) == (on, at, "America/Vancouver" if at else "")


@pytest.mark.parametrize(
    ("lines", "outcome", "why"),
    [
        (("DTSTART:20261123T140100",), "over", ""),
        (("DTSTART;VALUE=DATE:20261122",), "over", ""),
        (("DTSTART:20251123", "RRULE:FREQ=DAILY;COUNT=3"), "over", ""),
        (("DTSTART:20261201", "STATUS:CANCELLED"), "left-out", "cancelled there"),
        (("DTSTART:20261301",), "left-out", "its day cannot be read"),
        (("DTSTART:soon",), "left-out", "its day cannot be read"),
        ((), "left-out", "it has no day"),
        (("DTSTART:30001201",), "left-out", "its day is too far away"),
    ],
)
def test_what_is_over_or_unreadable_is_said_and_not_brought_in(brought, lines, outcome, why):
    plan = brought("UID:a", "SUMMARY:x", *lines)
    assert (only(plan).outcome, only(plan).why, plan.added) == (outcome, why, ())


@pytest.mark.parametrize(
    ("line", "not_kept"),
    [
        ("DESCRIPTION:long story", "its description"),
        ("ATTENDEE:mailto:a@example.org", "who is invited"),
        ("ATTACH:http://example.org/a", "what is attached"),
        ("URL:http://example.org", "its link"),
        ("DTEND;VALUE=DATE:20261205", "that it goes on for 4 days"),
        ("RRULE:FREQ=HOURLY", "that it comes back (in a way that is not kept here)"),
        ("RRULE:FREQ=YEARLY;BYWEEKNO=3", "that it comes back (in a way that is not kept here)"),
        ("no colon here", "lines that cannot be read"),
        (f"LOCATION:{'x' * 400}", "the end of its long words"),
        ("EXDATE:never", "a day of it that cannot be read"),
    ],
)
def test_what_of_an_event_is_not_kept_is_said_in_its_row(brought, line, not_kept):
    row = only(brought("UID:a", "SUMMARY:x", "DTSTART;VALUE=DATE:20261201", line))
    assert (row.outcome, row.not_kept) == ("new", (not_kept,))


@pytest.mark.parametrize(
    ("start", "rule", "comes_back", "not_kept"),
    [
        ("DTSTART;TZID=America/Los_Angeles:20261201T100000", "FREQ=WEEKLY", True, ()),
        ("DTSTART;TZID=America/Phoenix:20261201T100000", "FREQ=WEEKLY", True,
         ("that it keeps the clock of another time zone",)),
        ("DTSTART;TZID=Asia/Tokyo:20261201T100000", "FREQ=WEEKLY;BYDAY=TU", False,
         ("that it comes back (on another day by your clock)",)),
    ],
)  # fmt: skip
def test_what_comes_back_by_another_clock_is_kept_as_far_as_it_can_be(
    brought, start, rule, comes_back, not_kept
):
    row = only(brought("UID:a", "SUMMARY:x", start, f"RRULE:{rule}"))
    assert (row.repeats is not None, row.not_kept) == (comes_back, not_kept)


def test_days_beside_the_rule_stand_alone(brought):
    plan = brought("UID:a", "SUMMARY:x", "DTSTART:20261201", "RRULE:FREQ=WEEKLY", "RDATE:20261203,20261204")
    assert [each.on.day for each in plan.added] == [1, 3, 4]
    assert len({each.series for each in plan.added}) == 1


def test_an_event_moved_there_stays_where_it_is_here(brought, here):
    import_calendar(brought("UID:a", "SUMMARY:x", "DTSTART:20261201"), here)
    plan = brought("UID:a", "SUMMARY:x", "DTSTART:20261203")
    assert lines_of(plan, here, applied=False) == (
        "0 events to bring in, 1 here already.",
        "  here already: Thu 3 Dec 2026, in 10 days · x (moved there; here it stays as it is)",
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not a calendar"),
        (b"hello there", "is not a calendar"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "is not whole"),
        (b"BEGIN:VCALENDAR\nVERSION:2.0\n", "its end is missing"),
        (b"BEGIN:X\n" * 50, "too deep"),
        (b"BEGIN:VCALENDAR\x00", "NUL bytes"),
        (b"\xff\xfeB\x00", "UTF-16"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 5001 + b"END:VCALENDAR\n", "5,001 events"),
    ],
)
def test_what_is_no_calendar_is_refused_in_a_sentence(here, tmp_path, content, said):
    (tmp_path / "their.ics").write_bytes(content)
    with pytest.raises(ImportRefused, match=said):
        plan_calendar(tmp_path / "their.ics", here)


def test_a_folder_without_calendars_is_refused(here, tmp_path):
    with pytest.raises(ImportRefused, match=r"no \.ics file"):
        plan_calendar(tmp_path, here)


def test_a_title_that_would_move_a_terminal_is_harmless(brought):
    row = only(brought("UID:a", "SUMMARY:a\x1b[2Jb\\nc\\, d\u202e", "DTSTART:20261201"))
    assert row.title == "ab c, d"


@pytest.mark.parametrize(
    "described",
    [
        ["TZOFFSETFROM:-0800"],
        ["BEGIN:STANDARD", "DTSTART:20000101T000000", "TZOFFSETFROM:x", "END:STANDARD"],
        ["BEGIN:STANDARD", "END:STANDARD"],
    ],
)
def test_a_zone_that_is_none_is_her_own_and_said(brought, described):
    zone = ["BEGIN:VTIMEZONE", "TZID:Odd", *described, "END:VTIMEZONE"]
    event = ["BEGIN:VEVENT", "UID:a", "SUMMARY:x", "DTSTART;TZID=Odd:20261201T100000", "END:VEVENT"]
    row = only(brought(*zone, *event, around=()))
    assert (row.at, row.not_kept) == (time(10), ("its time zone, which is not known here (“Odd”)",))
