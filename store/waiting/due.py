"""When a thing falls due, and which band that is."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from store.clock import Moment

_SOON = timedelta(hours=36)
_WEEK_DAYS = 7


def day_start(day: date, moment: Moment) -> datetime:
    """The instant a day begins where the mentor is."""
    return _instant(day, time.min, moment)


def plan_instant(on: date, at: time | None, zone: str, moment: Moment) -> datetime:
    """The instant of a plan; its wall time is that of the zone it was made in, or the mentor's."""
    tz = _zone(zone) if at and zone else None
    if tz is None or at is None:
        return _instant(on, at or time.min, moment)
    try:
        return datetime.combine(on, at, tz).astimezone(UTC)
    except OverflowError:
        return _instant(on, at, moment)


def item_band(on: date, at: time | None, instant: datetime, moment: Moment) -> str:
    """The band of something with a day: a plan, a dated promise, an expected release."""
    away = (on - moment.day).days
    if away < 0:
        return "now"
    # Its own day counts whole, so an item of this morning does not fall out of sight at noon.
    close = away <= 1 if at is None else away == 0 or instant - moment.at <= _SOON
    if close:
        return "today"
    return "week" if away <= _WEEK_DAYS else "later"


def monday_of(day: date) -> date:
    """The first day of its week; the calendar itself begins on one."""
    return date.fromordinal(day.toordinal() - day.weekday())


def days_after(day: date, days: int) -> date:
    """The day so many days on; the last day there is, rather than an error, for an absurd number."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def _instant(day: date, wall: time, moment: Moment) -> datetime:
    try:
        return moment.instant(day, wall)
    except OverflowError:
        # The first and last day of the calendar have no UTC twin in every zone.
        return datetime.combine(day, wall, UTC)


@lru_cache(maxsize=32)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
