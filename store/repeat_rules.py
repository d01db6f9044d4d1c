"""How something comes back, between the mentor's words and the rule text of RFC 5545."""

from dataclasses import dataclass
from datetime import date, timedelta

from store.recurrence import WEEKDAY_CODES
from store.text import listed
from store.when_calendar import PLACES, month_length
from store.when_words import MONTHS, WEEKDAYS

_FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_PLACE_WORDS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_WORKDAYS = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What comes back, as the mentor can say it."""

    unit: str
    """day, week, month or year."""
    step: int = 1
    """Every so many of them."""
    weekdays: tuple[int, ...] = ()
    """0 for Monday; of a month only with `places`, and one only."""
    places: tuple[int, ...] = ()
    """Which of the month: 1 to 4, -1 the last."""
    days: tuple[int, ...] = ()
    """Days of the month, -1 the last; of a year one only."""
    month: int = 0
    """Of a year."""


def rule_text(pattern: Pattern) -> str:
    """The rule, as `Repeat.rule` keeps it."""
    parts = [f"FREQ={_FREQUENCIES[pattern.unit]}"]
    if pattern.step > 1:
        parts.append(f"INTERVAL={pattern.step}")
    if pattern.month:
        parts.append(f"BYMONTH={pattern.month}")
    if pattern.places:
        code = WEEKDAY_CODES[pattern.weekdays[0]]
        parts.append("BYDAY=" + ",".join(f"{place}{code}" for place in pattern.places))
    elif pattern.weekdays:
        parts.append("BYDAY=" + ",".join(WEEKDAY_CODES[day] for day in pattern.weekdays))
    if pattern.days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, pattern.days)))
    return ";".join(parts)


def pattern_of(rule: str, begins: date) -> Pattern | None:
    """The pattern of a rule; None for one that the mentor's words cannot say (of another calendar)."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";") if part)
    unit = {name: unit for unit, name in _FREQUENCIES.items()}.get(parts.pop("FREQ", ""))
    week_begins = parts.pop("WKST", "MO")
    try:
        step = int(parts.pop("INTERVAL", "1"))
        weekdays, places = _by_day(parts.pop("BYDAY", ""))
        days = tuple(int(day) for day in parts.pop("BYMONTHDAY", "").split(",") if day)
        month = int(parts.pop("BYMONTH", "0"))
    except ValueError:
        return None
    if unit is None or parts or step < 1 or (week_begins != "MO" and step > 1 and len(weekdays) > 1):
        return None
    if unit == "year" and not month and not days:
        month, days = begins.month, (begins.day,)
    elif unit == "month" and not days and not places:
        days = (begins.day,)
    elif unit == "week" and not weekdays:
        weekdays = (begins.weekday(),)
    pattern = Pattern(unit, step, weekdays, places, days, month)
    return pattern if _can_be_said(pattern) else None


def _by_day(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Weekdays, and which of the month where that is said; ValueError for what has no words."""
    items = [item for item in text.split(",") if item]
    weekdays = tuple(dict.fromkeys(WEEKDAY_CODES.index(item[-2:]) for item in items))
    places = tuple(int(item[:-2]) for item in items if item[:-2])
    if places and (len(places) != len(items) or len(weekdays) > 1):
        raise ValueError(text)
    return weekdays, places


def _can_be_said(pattern: Pattern) -> bool:
    if pattern.unit == "day":
        return not (pattern.weekdays or pattern.days or pattern.month)
    if pattern.unit == "week":
        return not (pattern.places or pattern.days or pattern.month)
    if pattern.unit == "month":
        in_each = all(-1 <= day <= 28 and day for day in pattern.days)
        placed = bool(pattern.places) and set(pattern.places) <= set(_PLACE_WORDS)
        return (
            not pattern.month
            and in_each
            and placed != bool(pattern.days)
            and placed == bool(pattern.weekdays)
        )
    if len(pattern.days) != 1 or not 1 <= pattern.month <= 12 or pattern.weekdays:
        return False
    return 1 <= pattern.days[0] <= month_length(2001, pattern.month)


def falls_on(pattern: Pattern, day: date) -> bool:
    """Whether it may fall on this day, leaving out how often."""
    last = month_length(day.year, day.month)
    if pattern.places:
        place = (day.day - 1) // 7 + 1
        is_last = day.day > last - 7
        return day.weekday() in pattern.weekdays and (
            place in pattern.places or (is_last and -1 in pattern.places)
        )
    if pattern.days and day.day not in pattern.days and not (day.day == last and -1 in pattern.days):
        return False
    if pattern.month and day.month != pattern.month:
        return False
    return not pattern.weekdays or day.weekday() in pattern.weekdays


def first_on(pattern: Pattern, start: date) -> date:
    """The first day it falls on, from `start` on."""
    day = start
    while not falls_on(pattern, day):
        day += timedelta(days=1)
    return day


def pattern_words(pattern: Pattern) -> str:
    """Words that are read back as the same: "every other Tue", "first and third Mon of each month"."""
    if pattern.unit == "day":
        return _every(pattern.step, "day")
    if pattern.unit == "week":
        named = listed([WEEKDAYS[day].capitalize() for day in pattern.weekdays])
        if pattern.weekdays == _WORKDAYS and pattern.step == 1:
            return "every weekday"
        every = {1: "every ", 2: "every other "}.get(pattern.step)
        return f"{every}{named}" if every else f"every {pattern.step} weeks on {named}"
    if pattern.unit == "year":
        return f"{_every(pattern.step, 'year')} on {pattern.days[0]} {MONTHS[pattern.month - 1].capitalize()}"
    months = f"of {'each month' if pattern.step == 1 else _every(pattern.step, 'month')}"
    if pattern.places:
        places = listed([_PLACE_WORDS[place] for place in pattern.places])
        return f"{places} {WEEKDAYS[pattern.weekdays[0]].capitalize()} {months}"
    return f"{listed([nth(day) for day in pattern.days])} {months}"


def nth(day: int) -> str:
    """A day of the month: "3rd", and "last day" for -1."""
    if day < 0:
        return "last day"
    ending = "th" if 10 <= day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def places_in(words: list[str]) -> tuple[int, ...]:
    """Which of the month, from words like "first", each once."""
    return tuple(dict.fromkeys(PLACES[word.lower()] for word in words))


def _every(step: int, unit: str) -> str:
    return {1: f"every {unit}", 2: f"every other {unit}"}.get(step) or f"every {step} {unit}s"
