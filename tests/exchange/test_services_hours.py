"""Opening hours as people read them."""

import pytest

from mentor_tui.exchange.hsds.hours import clock_time, merged, opening, spoken_days
from mentor_tui.exchange.hsds.tables import Row


def _row(**cells: str) -> Row:
    return Row("regular_schedules.csv", 1, cells)


@pytest.mark.parametrize(
    ("days", "spoken"),
    [
        ((0, 1, 2, 3, 4), "Mon-Fri"),
        ((0, 2), "Mon, Wed"),
        ((0, 2, 3, 4), "Mon, Wed-Fri"),
        ((5, 6), "Sat, Sun"),
        (range(7), "every day"),
        ((), ""),
    ],
)
def test_days_are_written_as_people_write_them(days: tuple[int, ...], spoken: str) -> None:
    assert spoken_days(days) == spoken


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:00", "09:00"),
        ("10:00:00", "10:00"),
        ("1:30 PM", "13:30"),
        ("12:00am", "00:00"),
        ("9 a.m.", "09:00"),
        ("18:00-05:00", "18:00"),
        ("09:00:00.000Z", "09:00"),
        ("1970-01-01T09:30:00Z", "09:30"),
        ("noon", "noon"),
        ("", ""),
    ],
)
def test_times_are_written_one_way(text: str, time: str) -> None:
    assert clock_time(text) == time


def test_a_break_at_noon_makes_two_lines_of_the_day() -> None:
    rows = [
        _row(weekday="Monday", opens_at="9:00", closes_at="12:00"),
        _row(weekday="1", opens_at="13", closes_at="17:00"),
    ]
    found = merged(one for one in map(opening, rows) if one)
    assert [(h.days, h.opens, h.closes) for h in found] == [("Mon", "09:00", "12:00"), ("Mon", "13", "17:00")]


def test_a_holiday_is_told_by_its_date() -> None:
    one = opening(_row(start_date="2026-12-25", end_date="2026-12-26", closed="true"))
    assert one is not None
    assert merged([one])[0].days == "2026-12-25 to 2026-12-26"
    assert merged([one])[0].note == "closed"


def test_every_other_week_is_said() -> None:
    one = opening(_row(freq="WEEKLY", interval="2", byday="TU,TH", opens_at="10:00", closes_at="11:00"))
    assert one is not None
    assert (merged([one])[0].days, merged([one])[0].note) == ("Tue, Thu", "every 2 weeks")


@pytest.mark.parametrize(
    ("cells", "days", "note"),
    [
        ({"weekday": "Monday - Friday"}, "Mon-Fri", ""),
        ({"weekday": "Sat to Mon"}, "Mon, Sat, Sun", ""),
        ({"weekday": "weekdays"}, "Mon-Fri", ""),
        ({"byday": "[MO,WE]", "freq": "WEEKLY"}, "Mon, Wed", ""),
        ({"byday": "1MO,-1FR", "freq": "MONTHLY"}, "1st Mon, last Fri", "monthly"),
        ({"bymonthday": "1,15", "freq": "MONTHLY"}, "day 1, 15 of the month", "monthly"),
        ({"freq": "DAILY", "interval": "1"}, "every day", ""),
        ({"weekday": "by appointment"}, "by appointment", ""),
    ],
)
def test_days_are_read_in_every_way_they_are_written(cells: dict[str, str], days: str, note: str) -> None:
    one = opening(_row(opens_at="10:00", closes_at="11:00", **cells))
    assert one is not None
    assert (merged([one])[0].days, merged([one])[0].note) == (days, note)
