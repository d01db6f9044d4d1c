"""The forms a day may take, each with the rule that turns it into a calendar day."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import cache

from store.when_calendar import YEAR_AFTER, Rule, is_leap, month_length, months_on, within_reach
from store.when_words import (
    COUNT,
    COUNT_WORDS,
    END,
    FLAGS,
    MONTH,
    MONTH_DAYS,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Frame,
    Refusal,
    count_of,
    month_number,
    weekday_number,
)


def _named(found: re.Match[str], at: time | None, frame: Frame) -> date:
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
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
    return frame.moment.day + timedelta(days=within_reach(days, found, frame))


def _iso(found: re.Match[str], at: time | None, frame: Frame) -> date:
    return _calendar_day(int(found["year"]), int(found["month"]), int(found["day"]), found.group())


def _dotted(found: re.Match[str], at: time | None, frame: Frame) -> date:
    """As much of the world writes it, day first; one who writes the month first is asked."""
    day, month = int(found["day"]), int(found["month"])
    if not frame.day_first and day != month and max(day, month) <= 12:
        examples = " or ".join(
            f"{one} {MONTHS[other - 1]} {found['year']}" for one, other in ((day, month), (month, day))
        )
        raise Refusal(f"“{found.group()}” could be two days", examples.replace(" or ", "” or “"))
    return _iso(found, at, frame)


def _nth(found: re.Match[str], at: time | None, frame: Frame) -> date:
    """Of "thursday the 26th": the one of this month or the nearest that has it, if that is a Thursday."""
    today, nth = frame.moment.day, int(found["day"])
    if not 1 <= nth <= 31:
        raise Refusal(f"“{found.group()}” is not a day", "26 nov")
    months = (months_on(today, -step if frame.past else step) for step in range(4))
    days = (date(*month, nth) for month in months if nth <= month_length(*month))
    on = next(day for day in days if (day <= today if frame.past else day >= today))
    if weekday_number(found["weekday"]) != on.weekday():
        raise Refusal(
            f"{on.day} {MONTHS[on.month - 1].capitalize()} {on.year} is a {on:%A}",
            f"{on.day} {MONTHS[on.month - 1]} {on.year}",
        )
    return on


def _day_and_month(found: re.Match[str], at: time | None, frame: Frame) -> date:
    day, month = int(found["day"]), month_number(found["month"])
    on = in_a_year(day, month, found, frame)
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
    return in_a_year(day, month, found, frame)


def in_a_year(day: int, month: int, found: re.Match[str], frame: Frame) -> date:
    """The day of a month in the year that was said; else the coming one, or read backwards the latest."""
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
    return next(each for each in range(year + step, year + 9 * step, step) if is_leap(each))


def _calendar_day(year: int, month: int, day: int, said: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal(f"“{said}” is not a day", "26 nov") from None


_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NTH = rf"(?P<month>{MONTH})\.?"
_DAY_MONTH = rf"{_DAY} +(?:of +)?{_NTH}{YEAR_AFTER}{END}"
_MONTH_DAY = rf"{_NTH} +{_DAY}{YEAR_AFTER}{END}"
_WEEKDAY_OF = rf"(?P<weekday>{WEEKDAY})"

# By the kind of word they begin with; in each the longest reading of a phrase comes first.
_FORMS: dict[str, tuple[tuple[str, Rule], ...]] = {
    "named": ((rf"(?P<named>today|(?P<night>tonight)|tomorrow|yesterday){END}", _named),),
    "figure": (
        (rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?:{END}|(?=T\d\d:\d\d))", _iso),
        (rf"(?P<year>{YEAR})/(?P<month>\d\d?)/(?P<day>\d\d?){END}", _iso),
        (rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>{YEAR}){END}", _dotted),
        (_DAY_MONTH, _day_and_month),
        (rf"(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)(?:/(?P<year>{YEAR}))?{END}", _figures),
        (rf"(?P<count>{COUNT}) +(?P<unit>days?|weeks?) +(?P<ago>ago){END}", _counted),
    ),
    "count": ((rf"(?P<count>{COUNT}) +(?P<unit>days?|weeks?) +(?P<ago>ago){END}", _counted),),
    "weekday": (
        (rf"{_WEEKDAY_OF},? +(?:the +)?{_DAY_MONTH}", _day_and_month),
        (rf"{_WEEKDAY_OF},? +{_MONTH_DAY}", _day_and_month),
        (rf"{_WEEKDAY_OF},? +(?:the +)?(?P<day>\d{{1,2}})(?:st|nd|rd|th){END}(?! +of\b)", _nth),
        (rf"{_WEEKDAY_OF} +(?:of +)?next +week{END}", _next_weekday),
        (rf"{_WEEKDAY_OF}{END}", _weekday),
    ),
    "month": ((_MONTH_DAY, _day_and_month),),
    "the": ((rf"the +{_DAY_MONTH}", _day_and_month),),
    "next": (
        (rf"next +{_WEEKDAY_OF}{END}", _next_weekday),
        (rf"next +week,? +(?:on +)?{_WEEKDAY_OF}{END}", _next_weekday),
    ),
    "in": (
        (rf"in +(?P<count>{COUNT}) +(?P<unit>days?|weeks?){END}", _counted),
        (rf"in +(?P<count>\d{{1,4}})(?P<unit>[dw]){END}", _counted),
    ),
    "+": ((rf"\+(?P<count>\d{{1,4}})(?P<unit>[dw]){END}", _counted),),
}
# What these begin with may be a longer form, which is looked for first (store.when_more).
_MAY_BE_MORE = ("figure", "count", "the", "in", "more")
_MORE = (
    "day",
    "this",
    "last",
    "end",
    "start",
    "beginning",
    "at",
    "half",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_WORD = re.compile(r"[a-z]+|[+\d]", FLAGS)
REPEAT_BEGINS = (
    r"(?:on +)?(?:the +)?(?:every|each|alternate|daily|(?:bi-?)?weekly|fortnightly|(?:bi-?)?monthly|yearly"
    r"|annually|first|second|third|fourth|fifth|last|weekdays|\d{1,2}(?:st|nd|rd|th)|once|twice"
    r"|\d{1,2} +times|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b"
)
"""What begins a phrase for something that comes back (store.when_repeats)."""


def day_forms(text: str, start: int) -> Iterator[tuple[re.Pattern[str], Rule]]:
    """The forms that may begin at `start`; compiled when first they may, which in most notes is never."""
    word = _WORD.match(text, start)
    kind = _kind(word.group().lower()) if word else ""
    ahead = text[start : start + 30].lower()
    has_month = any(month in ahead for month in MONTHS)
    for pattern, rule in _FORMS.get(kind, ()):
        if has_month or MONTH not in pattern:  # to compile one that cannot match takes half a saving
            yield compiled(pattern), rule
    if kind in _MAY_BE_MORE:
        from store.when_more import MORE_FORMS

        for pattern, rule in MORE_FORMS:
            yield compiled(pattern), rule


def _kind(word: str) -> str:
    if word[:1].isdigit():
        return "figure"
    if word in ("today", "tonight", "tomorrow", "yesterday"):
        return "named"
    if word in ("the", "next", "in", "+"):
        return word
    if word in COUNT_WORDS:
        return "count"
    if word in _MORE:
        return "more"
    return "weekday" if word[:3] in WEEKDAYS else "month" if word[:3] in MONTHS else ""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the date grammar."""
    return re.compile(pattern, FLAGS)
