"""The forms a day may take, each with the rule that turns it into a calendar day."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from functools import cache
from typing import TypeAlias

from store.when_words import (
    COUNT,
    END,
    FLAGS,
    MONTH,
    MONTH_DAYS,
    MONTHS,
    WEEKDAY,
    YEAR,
    Frame,
    Refusal,
    count_of,
    month_number,
    weekday_number,
)

Rule: TypeAlias = Callable[[re.Match[str], time | None, Frame], date]

# Ten years and a little: further off is a slip of the finger, and stays inside the calendar.
FURTHEST_DAYS = 3_700


def _named(found: re.Match[str], at: time | None, frame: Frame) -> date:
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1}
    return frame.moment.day + timedelta(days=steps[found["named"].lower()])


def _weekday(found: re.Match[str], at: time | None, frame: Frame) -> date:
    today = frame.moment.day
    ahead = (weekday_number(found["weekday"]) - today.weekday()) % 7
    if ahead == 0 and at is not None:
        instant = frame.moment.instant(today, at)
        if instant <= frame.moment.at if frame.past else instant > frame.moment.at:
            return today
    if frame.past:
        return today - timedelta(days=(7 - ahead) % 7 or 7)
    return today + timedelta(days=ahead or 7)


def _next_weekday(found: re.Match[str], at: time | None, frame: Frame) -> date:
    today = frame.moment.day
    monday = today + timedelta(days=7 - today.weekday())
    return monday + timedelta(days=weekday_number(found["weekday"]))


def _counted(found: re.Match[str], at: time | None, frame: Frame) -> date:
    days = count_of(found["count"]) * (7 if found["unit"].lower().startswith("w") else 1)
    if days > FURTHEST_DAYS:
        raise Refusal(
            f"“{found.group()}” is more than ten years away", "3 days ago" if frame.past else "in 2 weeks"
        )
    return frame.moment.day + timedelta(days=-days if found.groupdict().get("ago") else days)


def _iso(found: re.Match[str], at: time | None, frame: Frame) -> date:
    return _calendar_day(int(found["year"]), int(found["month"]), int(found["day"]), found.group())


def _day_and_month(found: re.Match[str], at: time | None, frame: Frame) -> date:
    day, month = int(found["day"]), month_number(found["month"])
    on = _in_a_year(day, month, found, frame)
    said = found.groupdict().get("weekday")
    if said and weekday_number(said) != on.weekday():
        full = f"{on.day} {MONTHS[month - 1].capitalize()} {on.year}"
        other_side = on > frame.moment.day if frame.past else on < frame.moment.day
        raise Refusal(f"{full} is a {on:%A}", "fri" if other_side else full)
    return on


def _figures(found: re.Match[str], at: time | None, frame: Frame) -> date:
    first, second = int(found["first"]), int(found["second"])
    day, month = (first, second) if frame.day_first else (second, first)
    if not 1 <= month <= 12:
        order = "day first" if frame.day_first else "month first"
        raise Refusal(f"“{found.group()}” is not a day, read {order}", "26 nov")
    if found.group() == "24/7":
        raise Refusal("“24/7” reads as always", "24 jul")
    return _in_a_year(day, month, found, frame)


def _in_a_year(day: int, month: int, found: re.Match[str], frame: Frame) -> date:
    said = found.group().strip()
    if found["year"]:
        return _calendar_day(int(found["year"]), month, day, said)
    if not 1 <= day <= MONTH_DAYS[month - 1]:
        raise Refusal(f"“{said}” is not a day", "28 feb" if month == 2 else f"30 {MONTHS[month - 1]}")
    if (day, month) == (29, 2):
        raise Refusal(f"“{said}” needs its year", f"29 feb {_leap_year(frame)}")
    today = frame.moment.day
    on = date(today.year, month, day)
    if frame.past:
        return on if on <= today else date(today.year - 1, month, day)
    return on if on >= today else date(today.year + 1, month, day)


def _leap_year(frame: Frame) -> int:
    year, step = frame.moment.day.year, -1 if frame.past else 1
    return next(each for each in range(year + step, year + 9 * step, step) if _is_leap(each))


def _is_leap(year: int) -> bool:
    # As calendar.isleap, whose module takes longer to wake than a note to be read.
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _calendar_day(year: int, month: int, day: int, said: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal(f"“{said}” is not a day", "26 nov") from None


_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NTH = rf"(?P<month>{MONTH})\.?"
_YEAR_AFTER = rf"(?:,? *\b(?P<year>{YEAR})(?=$|[ ;!?)]|[.:,](?!\d)))?"

# In this order, so that the longest reading of a phrase is found first.
_FORMS: tuple[tuple[str, Rule], ...] = (
    (rf"(?P<named>today|tomorrow|yesterday){END}", _named),
    (rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?:{END}|(?=T\d\d:\d\d))", _iso),
    (rf"(?:(?P<weekday>{WEEKDAY}),? +)?{_DAY} +(?:of +)?{_NTH}{_YEAR_AFTER}{END}", _day_and_month),
    (rf"(?:(?P<weekday>{WEEKDAY}),? +)?{_NTH} +{_DAY}{_YEAR_AFTER}{END}", _day_and_month),
    (rf"(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)(?:/(?P<year>{YEAR}))?{END}", _figures),
    (rf"next +(?P<weekday>{WEEKDAY}){END}", _next_weekday),
    (rf"(?P<weekday>{WEEKDAY}){END}", _weekday),
    (rf"in +(?P<count>{COUNT}) +(?P<unit>days?|weeks?){END}", _counted),
    (rf"\+(?P<count>\d{{1,4}})(?P<unit>[dw]){END}", _counted),
    (rf"(?P<count>{COUNT}) +(?P<unit>days?|weeks?) +(?P<ago>ago){END}", _counted),
)


@cache
def day_forms() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """Each form and its rule; compiled when the first date is read, which most notes never do."""
    return tuple((re.compile(pattern, FLAGS), rule) for pattern, rule in _FORMS)
