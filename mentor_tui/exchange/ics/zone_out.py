"""What a clock does in a zone, as a calendar file says it: VTIMEZONE."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from store.recurrence import WEEKDAY_CODES

if TYPE_CHECKING:
    from icalendar import Component

_YEARS = 12


class _Change(NamedTuple):
    """Clocks are put forward or back."""

    wall: datetime
    """What they showed just before, had nobody touched them."""
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def zone_component(zone: ZoneInfo, first: date) -> Component:
    """A VTIMEZONE that holds from the year before `first` on."""
    from icalendar import Timezone

    found = Timezone()
    found.add("tzid", zone.key)
    # A plan of another program may lie at either end of what a calendar counts.
    year = min(max(first.year - 1, 2), 9998 - _YEARS)
    start = datetime(year, 1, 1, tzinfo=UTC)
    at_first = start.astimezone(zone)
    offset = at_first.utcoffset() or timedelta()
    was = _Change(datetime(1970, 1, 1), offset, offset, at_first.tzname() or "", False)  # noqa: DTZ001
    found.add_component(_observance([was]))
    changes = list(_changes(zone, start))
    for kind in dict.fromkeys((change.before, change.after) for change in changes):
        alike = [change for change in changes if (change.before, change.after) == kind]
        found.add_component(_observance(alike, _yearly(alike, year - 1 + _YEARS)))
    return found


def _changes(zone: ZoneInfo, start: datetime) -> Iterator[_Change]:
    days = (start + timedelta(days=day) for day in range(366 * _YEARS))
    for early, late in pairwise(days):
        if early.astimezone(zone).utcoffset() == late.astimezone(zone).utcoffset():
            continue
        before = early.astimezone(zone).utcoffset() or timedelta()
        while late - early > timedelta(seconds=1):
            middle = early + (late - early) / 2
            is_before = middle.astimezone(zone).utcoffset() == before
            early, late = (middle, late) if is_before else (early, middle)
        after = late.replace(microsecond=0).astimezone(zone)
        wall = (late.replace(microsecond=0) + before).replace(tzinfo=None)
        yield _Change(wall, before, after.utcoffset() or before, after.tzname() or "", bool(after.dst()))


def _observance(alike: list[_Change], rule: dict[str, object] | None = None) -> Component:
    from icalendar import TimezoneDaylight, TimezoneStandard

    first = alike[0]
    part = TimezoneDaylight() if first.is_summer else TimezoneStandard()
    part.add("dtstart", first.wall)
    part.add("tzoffsetfrom", first.before)
    part.add("tzoffsetto", first.after)
    part.add("tzname", first.name)
    if rule:
        part.add("rrule", rule)
    elif len(alike) > 1:
        part.add("rdate", [change.wall for change in alike[1:]])
    return part


def _yearly(alike: list[_Change], last_year: int) -> dict[str, object] | None:
    """The rule by which it happens every year, to the end of what was looked at; None where none fits."""
    walls = [change.wall for change in alike]
    years = [wall.year for wall in walls]
    if years != list(range(years[0], years[0] + len(years))) or years[-1] < last_year:
        return None
    if len({(wall.month, wall.weekday(), wall.time()) for wall in walls}) > 1:
        return None
    counts = {(wall.day - 1) // 7 + 1 for wall in walls}
    if len(counts) == 1:
        nth = counts.pop()
    elif all((wall + timedelta(days=7)).month != wall.month for wall in walls):
        nth = -1
    else:
        return None
    return {"freq": "yearly", "bymonth": walls[0].month, "byday": f"{nth}{WEEKDAY_CODES[walls[0].weekday()]}"}
