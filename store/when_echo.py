"""How a day reads back: in full, so that a wrong reading is seen at once, and short, for lists."""

from datetime import date, datetime, timedelta

from store.clock import Moment
from store.when_words import MONTHS, WEEKDAYS, When


def echo(when: When, moment: Moment) -> str:
    """The whole reading, which the grammar reads back as itself: "Thu 26 Nov 2026, 10:00, in 3 days"."""
    clock = f", {when.at:%H:%M}" if when.at else ""
    return f"{_dated(when.day)} {when.day.year}{clock}, {distance(when.day, moment.day)}"


def short(when: When | date, moment: Moment) -> str:
    """For lists: "16:00" today, "Tue" within the week, else "Thu 26 Nov", with its year if another's."""
    day, at = (when.day, when.at) if isinstance(when, When) else (when, None)
    away = (day - moment.day).days
    if away == 0:
        return f"{at:%H:%M}" if at else "today"
    if away == -1:
        return "yesterday"
    if 1 <= away <= 6:
        return WEEKDAYS[day.weekday()].capitalize()
    return _dated(day) if day.year == moment.day.year else f"{_dated(day)} {day.year}"


def short_instant(at: datetime, moment: Moment) -> str:
    """An instant in the mentor's own time, for lists: "14:02" today, else "Thu 12 Nov 14:02"."""
    local = at.astimezone(moment.tz)
    day = "" if local.date() == moment.day else f"{short(local.date(), moment)} "
    return f"{day}{local:%H:%M}"


def day_and_month(day: int, month: int) -> str:
    """A day of any year: "4 Mar"."""
    return f"{day} {MONTHS[month - 1].capitalize()}"


def with_its_year(day: date) -> str:
    """A day without its weekday: "4 Mar 2026"."""
    return f"{day_and_month(day.day, day.month)} {day.year}"


def distance(day: date, today: date) -> str:
    """How far a day is: "today", "tomorrow", "yesterday", "in 3 days", "3 days ago"."""
    away = (day - today) // timedelta(days=1)
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return named.get(away) or (f"in {away} days" if away > 0 else f"{-away} days ago")


def ago(at: datetime, moment: Moment) -> str:
    """How far the mentor's own day of an instant is: "today", "3 days ago"."""
    return distance(at.astimezone(moment.tz).date(), moment.day)


def _dated(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()].capitalize()} {day_and_month(day.day, day.month)}"
