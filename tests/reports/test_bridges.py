"""Tables D and E: how far bridges came, how soon after a release, and which doors stayed shut."""

from datetime import date

import pytest

from mentor_tui.reports import part_words, period_report
from store.clock import moment_from
from store.period import Period
from store.records import Appointment, Client, Episode, Referral, Step

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
IN_2027 = moment_from("2027-06-01T09:00", "America/Vancouver")


def moment_on(text):
    return moment_from(text, "America/Vancouver").at


def nov(day):
    return date(2026, 11, day)


def walked(*steps, id=1, client_id=1, area="housing", **fields):
    """A bridge from "stage day" words: "asked 3" is asked on the 3rd, "went" on a day nobody wrote."""
    made = [
        (stage, nov(int(day)) if day else None) for stage, _, day in (each.partition(" ") for each in steps)
    ]
    kept = tuple(Step(stage=stage, on=day) for stage, day in made)
    last = {"stage": made[-1][0], "stage_on": made[-1][1]}
    return Referral(id=id, client_id=client_id, area=area, steps=kept, **(last | fields))


def out_on(*days, id=1, back_on=None, **fields):
    return Client(id=id, name="x", episodes=tuple(Episode(on=day, back_on=back_on) for day in days), **fields)


@pytest.fixture
def read(books):
    """A line as it is read, of a report over these records."""

    def read_it(records, code, label, group="", moment=IN_2027, period=NOVEMBER):
        report = period_report(books(*records), period, moment)
        lines = [
            line
            for table in report.tables
            if table.code == code
            for each in table.groups
            for line in each.lines
            if line.label == label and group in ("", each.title)
        ]
        return f"{lines[0].figure} {part_words(lines[0])}" if lines else "no such line"

    return read_it


@pytest.mark.parametrize(
    ("steps", "far"),
    [
        (("idea 2",), []),
        (("wanted 2",), ["wanted"]),
        (("asked 2",), ["wanted", "asked"]),
        (("wanted 2", "yes 5"), ["wanted", "asked"]),
        (("waiting-list 2",), ["wanted", "asked"]),
        (("date-set 2",), ["wanted", "asked", "date set"]),
        (("asked 2", "went 9"), ["wanted", "asked", "date set", "went"]),
        (("settled 9",), ["wanted", "asked", "date set", "went", "going back"]),
        (("went 2", "wanted 9"), ["wanted", "asked", "date set", "went"]),
        (("asked 2", "let-go 9"), ["wanted", "asked", "let go"]),
        (("let-go 9",), ["let go", "how far it came: not known"]),
        (("went",), ["wanted", "asked", "date set", "went", "went, day not known"]),
    ],
)
def test_a_bridge_counts_for_every_stage_up_to_the_furthest_it_came_to(read, steps, far):
    records = (out_on(nov(1)), walked(*steps))
    lines = ["wanted", "asked", "date set", "went", "going back", "let go"]
    lines += ["how far it came: not known", "went, day not known"]
    reads = {line: read(records, "D", line, "All areas")[0] for line in lines}
    assert [line for line, figure in reads.items() if figure == "1"] == far


@pytest.mark.parametrize(
    ("bridge", "counts"),
    [
        (walked("asked 30"), True),
        (Referral(id=1, client_id=1, stage="asked"), True),
        (Referral(id=1, client_id=1, stage="settled", written_at=moment_on("2026-12-01T00:30")), False),
        (Referral(id=1, client_id=1, stage="settled", written_at=moment_on("2026-11-30T23:30")), True),
        (Referral(id=1, client_id=1, stage="asked", stage_on=date(2026, 3, 1)), True),
        (Referral(id=1, client_id=1, stage="settled", stage_on=date(2026, 3, 1)), False),
        (Referral(id=1, client_id=1, stage="let-go", stage_on=date(2026, 10, 31)), False),
        (Referral(id=1, client_id=1, stage="asked", stage_on=date(2026, 12, 1)), False),
        (Referral(id=1, client_id=1, stage="settled", stage_on=date(2026, 12, 1), asked_on=nov(30)), True),
        (Referral(id=1, client_id=9, stage="asked", stage_on=nov(3)), False),
    ],
)
def test_a_bridge_counts_where_it_was_open_in_these_days_or_moved_in_them(read, bridge, counts):
    expected = "1" if counts else "0"
    assert read((out_on(nov(1)), bridge), "D", "bridges", "All areas")[0] == expected


def test_a_stage_of_after_these_days_is_not_counted_in_them(read):
    later = walked("asked 3", stage="went", stage_on=date(2026, 12, 4), went_on=date(2026, 12, 4))
    assert read((out_on(nov(1)), later), "D", "went", "All areas") == "0 of 1 bridge"


def test_the_doctor_is_the_doctor_alone_and_not_mental_health_or_another_service(read):
    areas = ("mental-health", "health", "housing")
    theirs = [walked("asked 1", "went 2", id=n, client_id=n, area=area) for n, area in enumerate(areas, 1)]
    people = [out_on(nov(1), id=n) for n in (1, 2, 3)]
    group = "Doctor within 72 hours of release"
    assert read((*people, *theirs), "D", "went to a doctor", group)[0] == "1"


@pytest.mark.parametrize(
    ("went", "within"),
    [
        (nov(9), (0, 0, 0, 0)),
        (nov(10), (1, 1, 1, 1)),
        (nov(13), (1, 1, 1, 1)),
        (nov(14), (0, 1, 1, 1)),
        (nov(24), (0, 1, 1, 1)),
        (nov(25), (0, 0, 1, 1)),
        (date(2026, 12, 10), (0, 0, 1, 1)),
        (date(2026, 12, 11), (0, 0, 0, 1)),
        (date(2027, 2, 8), (0, 0, 0, 1)),
        (date(2027, 2, 9), (0, 0, 0, 0)),
    ],
)
def test_a_window_is_from_day_0_to_the_end_of_its_last_day(read, went, within):
    records = (out_on(nov(10)), Referral(id=1, client_id=1, area="health", stage="went", went_on=went))
    windows = ("72 hours", "14 days", "30 days", "90 days")
    reads = [read(records, "D", "went to a service", f"Within {each} of release")[0] for each in windows]
    assert tuple(map(int, reads)) == within
    by_area = [read(records, "D", f"went within {each}", "doctor and health")[0] for each in windows]
    assert tuple(int(each) if each.isdigit() else 0 for each in by_area) == within


def test_who_is_not_past_a_window_is_too_early_to_say_and_not_a_no(read):
    soon = moment_from("2026-11-13T23:59", "America/Vancouver")
    over = moment_from("2026-11-14T00:01", "America/Vancouver")
    # Gone on the first day, and too early all the same: only whole windows are compared.
    records = (out_on(nov(10)), out_on(nov(1), id=2), walked("went 10"))
    assert read(records, "D", "too early to say", "72 hours after release", soon) == "1 of 2 people released"
    assert read(records, "D", "went to a service", moment=soon) == "0 of 1 person past 72 hours"
    assert read(records, "D", "no first visit written", moment=soon) == "1 of 1 person past 72 hours"
    assert read(records, "D", "too early to say", "72 hours after release", over) == "0 of 2 people released"
    assert read(records, "D", "went to a service", moment=over) == "1 of 2 people past 72 hours"


@pytest.mark.parametrize(
    ("person", "bridges", "label"),
    [
        (out_on(nov(10)), (), "no first visit written"),
        (out_on(nov(10), back_on=nov(13)), (), "back inside before then, no first visit written"),
        (out_on(nov(10), back_on=nov(14)), (), "no first visit written"),
        (out_on(nov(10), status="died", status_on=nov(12)), (), "died before then, no first visit written"),
        (out_on(nov(10), status="died", status_on=nov(20)), (), "no first visit written"),
        (out_on(nov(10)), (walked("went"),), "went, day not known"),
        (out_on(nov(10), back_on=nov(12)), (walked("went 11"),), "went to a service"),
        (out_on(nov(1), nov(10)), (walked("went 2"),), "no first visit written"),
        (out_on(nov(10)), (walked("went"), walked("went 12", id=2)), "went to a service"),
        (
            out_on(nov(10)),
            (Referral(id=1, client_id=1, stage="settled", stage_on=nov(11)),),
            "went to a service",
        ),
    ],
)
def test_everyone_past_a_window_is_in_one_line_of_it(read, person, bridges, label):
    records = (person, *bridges)
    assert read(records, "D", label, "Within 72 hours of release") == "1 of 1 person past 72 hours"


def test_a_death_and_a_way_back_inside_are_lines_only_where_there_is_one(read):
    for why in ("back inside", "died"):
        line = f"{why} before then, no first visit written"
        assert read((out_on(nov(10)),), "D", line) == "no such line"


@pytest.mark.parametrize(
    ("person", "unknown"),
    [
        (Client(id=1, name="x"), 1),
        (Client(id=1, name="x", episodes=(Episode(expected_on=nov(5)),), status="not-out"), 1),
        (Client(id=1, name="x", episodes=(Episode(expected_on=date(2027, 1, 5)),), status="not-out"), 0),
        (Client(id=1, name="x", status="not-out"), 0),
        (Client(id=1, name="x", status="inside"), 0),
        (out_on(date(2020, 1, 1)), 0),
    ],
)
def test_a_release_day_that_is_not_known_is_a_line(read, a_talk, person, unknown):
    found = read((person, a_talk), "D", "release day not known")
    assert found == f"{unknown} of 1 person supported"


@pytest.fixture
def a_talk():
    from store.records import Contact

    return Contact(id=1, client_ids=(1,), on=nov(20), mode="phone", outcome="talked")


SHUT = ["the service said no", "no space", "a rule kept them out", "no such service here"]


@pytest.mark.parametrize(
    ("ended", "label"),
    [
        ("said-no", SHUT[0]),
        ("no-space", SHUT[1]),
        ("rule", SHUT[2]),
        ("none-here", SHUT[3]),
        ("changed-mind", "another reason, no door's"),
        ("met-otherwise", "another reason, no door's"),
        ("lost-touch", "another reason, no door's"),
        ("the dog, again", "in words not on the list"),
        ("", "why: not asked or not known"),
    ],
)
def test_a_bridge_that_ended_stands_under_one_reason(read, ended, label):
    records = (out_on(nov(1)), walked("asked 2", "let-go 9", ended=ended))
    assert read(records, "E", label, "Why") == "1 of 1 bridge that ended"
    is_door = label in SHUT
    shut = read(records, "E", "doors that stayed shut", "Ended in these days")
    assert shut == f"{int(is_door)} of 1 bridge that ended"
    assert read(records, "E", "housing") == ("1 of 1 door that stayed shut" if is_door else "no such line")
    assert read(records, "E", label, "housing") == (
        "1 of 1 door that stayed shut" if is_door else "no such line"
    )


def test_a_door_that_shut_before_these_days_or_opened_again_is_not_counted(read):
    before = Referral(id=1, client_id=1, stage="let-go", stage_on=date(2026, 10, 31), ended="rule")
    again = walked("let-go 3", "asked 8", id=2)
    assert read((out_on(nov(1)), before, again), "E", "bridges that ended") == "0 for any reason"


def test_turned_away_on_the_day_is_counted_of_plans(read):
    plan = Appointment(id=1, client_id=1, on=nov(9), result="turned-away")
    other = Appointment(id=2, client_id=1, on=date(2026, 12, 9), result="turned-away")
    assert read((out_on(nov(1)), plan, other), "E", "turned away on the day") == "1 plans of these days"


def test_in_a_month_without_a_release_nothing_is_said_of_windows(read, books):
    made = period_report(books(Client(id=1, name="x")), NOVEMBER, IN_2027)
    (table,) = [each for each in made.tables if each.code == "D"]
    assert [group.title for group in table.groups] == ["All areas", "Released in these days"]
