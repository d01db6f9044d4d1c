"""The clock of a zone, as a calendar says it, is the clock of that zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Timezone

from mentor_tui.exchange.ics.zone_out import zone_component


@pytest.mark.parametrize(
    "name",
    [
        "America/Vancouver",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "Asia/Kolkata",
        "America/Phoenix",
        "Etc/GMT+8",
        "Pacific/Auckland",
    ],
)
def test_the_clock_as_written_shows_what_the_zone_shows(name):
    zone = ZoneInfo(name)
    written = Timezone.from_ical(zone_component(zone, date(2026, 11, 23)).to_ical())
    read = written.to_tz(lookup_tzid=False)
    # Half a day off the hour of a change: how the doubled hour is named is for whoever reads it.
    days = (datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day) for day in range(3 * 365))
    assert all(day.astimezone(zone).utcoffset() == day.astimezone(read).utcoffset() for day in days)


def test_a_rule_without_an_end_where_clocks_change_by_rule():
    written = zone_component(ZoneInfo("Europe/Berlin"), date(2026, 11, 23)).to_ical().decode()
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in written
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in written
    assert Calendar.from_ical(written).name == "VTIMEZONE"


@pytest.mark.parametrize("first", [date.min, date.max])
def test_a_zone_is_described_at_either_end_of_the_calendar(first):
    assert zone_component(ZoneInfo("Europe/Berlin"), first).to_ical()
