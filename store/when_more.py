"""The rarer forms of a day: this and last, months and hours away, ends of months, the first Monday of one."""

import re
from datetime import UTC, date, time, timedelta

from store.when_calendar import (
    FURTHEST_DAYS,
    PLACES,
    YEAR_AFTER,
    Rule,
    month_length,
    months_on,
    place_in_month,
    within_reach,
)
from store.when_days import in_a_year
from store.when_words import (
    COUNT,
    END,
    MONTH,
    MONTHS,
    PARTS,
    WEEKDAY,
    Frame,
    Refusal,
    When,
    count_of,
    month_number,
    weekday_number,
)


def _two_days(found: re.Match[str], at: time | None, frame: Frame) -> date:
    return frame.moment.day + timedelta(days=2 if found["after"].lower() == "after" else -2)


def _this(found: re.Match[str], at: time | None, frame: Frame) -> date:
    return frame.moment.day


def _weekday_of_this_week(found: re.Match[str], at: time | None, frame: Frame) -> date:
    today = frame.moment.day
    on = today + timedelta(days=weekday_number(found["weekday"]) - today.weekday())
    if frame.past if on > today else (on < today and not frame.past):
        said, word = found.group(), found["weekday"].lower()
        raise Refusal(f"“{said}” is {on.day} {MONTHS[on.month - 1].capitalize()}", f"{word}” or “20 nov")
    return on


def _weekday_of_last_week(found: re.Match[str], at: time | None, frame: Frame) -> date:
    today = frame.moment.day
    this = today + timedelta(days=weekday_number(found["weekday"]) - today.weekday())
    before = this - timedelta(days=7)
    if not found["week"] and this < today:
        said, word = found.group(), found["weekday"].lower()
        days = f"{_short(before)} or {_short(this)}"
        raise Refusal(f"“{said}” could be {days}", f"{word}” or “{_short(before)}” or “{_short(this)}")
    return before


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _last_night(found: re.Match[str], at: time | None, frame: Frame) -> date:
    return frame.moment.day - timedelta(days=1)


def _counted_from(found: re.Match[str], at: time | None, frame: Frame) -> date:
    """So many days, weeks or months away, or ago, or from a day."""
    count, unit = count_of(found["count"]), found["unit"].lower()
    today = frame.moment.day
    start = today
    said = found.groupdict().get("from") or ""
    if said.lower() == "tomorrow":
        start = today + timedelta(days=1)
    elif said and said.lower() not in ("now", "today"):
        start = today + timedelta(days=(weekday_number(said) - today.weekday()) % 7 or 7)
    if unit[0] in "dwf":
        days = count * {"d": 1, "w": 7, "f": 14}[unit[0]]
        return start + timedelta(days=within_reach(days, found, frame))
    months = count * (12 if unit[0] == "y" else 1)
    days = within_reach(months * 30, found, frame)
    year, month = months_on(start, months if days >= 0 else -months)
    return _same_day(start.day, year, month, found, frame)


def _same_day(day: int, year: int, month: int, found: re.Match[str], frame: Frame) -> date:
    if day > (there := month_length(year, month)):
        name = MONTHS[month - 1]
        said = f"“{found.group()}” would be {day} {name.capitalize()} {year}, which is not a day"
        last, today = date(year, month, there), frame.moment.day
        is_readable = last <= today if frame.past else last >= today
        raise Refusal(said, f"{there} {name} {year}" if is_readable else "20 nov")
    return date(year, month, day)


def _clock_counted(found: re.Match[str], at: time | None, frame: Frame) -> When:
    """Minutes and hours away, or ago: an instant, whatever the clocks do in between."""
    minutes = 30 if found["half"] else count_of(found["count"]) * (60 if found["unit"][0] in "hH" else 1)
    if minutes > FURTHEST_DAYS * 24 * 60:
        raise Refusal(f"“{found.group()}” is too far away", "in 3 hours")
    away = timedelta(minutes=-minutes if found.groupdict().get("ago") else minutes)
    local = (frame.moment.local.astimezone(UTC) + away).astimezone(frame.moment.tz)
    return When(local.date(), local.time().replace(second=0, microsecond=0, fold=0))


def _edge(found: re.Match[str], at: time | None, frame: Frame) -> date:
    """The first or last day of a month or year."""
    today, is_end = frame.moment.day, found["edge"].lower() == "end"
    if (found["unit"] or "").lower() == "year":
        step = _step(found)
        on = date(today.year + step, 12 if is_end else 1, 31 if is_end else 1)
        return on if step or (found["which"] or "").lower() == "this" else _turned(on, frame, 12, is_end)
    year, month = _month_said(found, frame)
    on = date(year, month, month_length(year, month) if is_end else 1)
    if found["month"]:
        return on if found["year"] else _turned(on, frame, 12, is_end)
    return on if found["which"] and found["which"].lower() != "the" else _turned(on, frame, 1, is_end)


def _turned(on: date, frame: Frame, months: int, is_end: bool) -> date:
    """The same edge a month or year on where this one has passed; read backwards, of before."""
    today = frame.moment.day
    if (on <= today) if frame.past else (on >= today):
        return on
    year, month = months_on(on, -months if frame.past else months)
    return date(year, month, month_length(year, month) if is_end else 1)


def _step(found: re.Match[str]) -> int:
    return {"next": 1, "last": -1}.get((found["which"] or "").lower(), 0)


def _month_said(found: re.Match[str], frame: Frame) -> tuple[int, int]:
    if found["month"]:
        return int(found["year"] or frame.moment.day.year), month_number(found["month"])
    return months_on(frame.moment.day, _step(found))


def _placed(found: re.Match[str], at: time | None, frame: Frame) -> date:
    """The first Monday, or the last day, of a month."""

    def in_month(year: int, month: int) -> date:
        place, what = PLACES[found["place"].lower()], found["what"].lower()
        if what != "day":
            return place_in_month(year, month, place, weekday_number(what))
        return date(year, month, month_length(year, month) if place < 0 else place)

    year, month = _month_said(found, frame)
    on, today = in_month(year, month), frame.moment.day
    if found["month"] and not found["year"] and (on > today if frame.past else on < today):
        return in_month(year + (-1 if frame.past else 1), month)
    return on


def _day_of_that_month(found: re.Match[str], at: time | None, frame: Frame) -> date:
    year, month = _month_said(found, frame)
    day = int(found["day"])
    if not 1 <= day <= 31:
        raise Refusal(f"“{found.group()}” is not a day", "26 nov")
    return _same_day(day, year, month, found, frame)


def _ordinal(found: re.Match[str], at: time | None, frame: Frame) -> date:
    """The first, in words, of a month."""
    day = ORDINALS.index(found["ordinal"].lower()) + 1
    if found["month"]:
        return in_a_year(day, month_number(found["month"]), found, frame)
    return date(*_month_said(found, frame), day)


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_UNITS = "days?|weeks?|fortnights?|months?|years?"
_HOURS = "(?:hours?|hrs?|h|minutes?|mins?|min|m)"
_WHICH = "(?P<which>the|this|next|last)"
_NAMED_MONTH = rf"(?P<month>{MONTH}){YEAR_AFTER}"
_NO_MONTH = "(?P<month>(?!))?(?P<year>(?!))?"
_PART = "(?P<part>" + "|".join(PARTS) + ")"
_ORDINAL = rf"(?:the +)?(?P<ordinal>{'|'.join(ORDINALS)}) +(?:of|in) +"
_PLACE = rf"(?:the +)?(?P<place>{'|'.join(PLACES)}) +(?P<what>{WEEKDAY}|day) +(?:of|in)"
_EDGE = r"(?:at +)?(?:the +)?(?P<edge>end|start|beginning) +of"

# What reads to the end of the phrase comes before what it begins with.
MORE_FORMS: tuple[tuple[str, Rule], ...] = (
    (rf"(?:the +)?day +(?P<after>after) +tomorrow{END}", _two_days),
    (rf"(?:the +)?day +(?P<after>before) +yesterday{END}", _two_days),
    (rf"this +{_PART}{END}", _this),
    (rf"this +(?P<weekday>{WEEKDAY}){END}", _weekday_of_this_week),
    (rf"last +(?P<part>night|evening){END}", _last_night),
    (rf"{_PLACE} +(?P<which>this|next|last) +month{_NO_MONTH}{END}", _placed),
    (rf"{_PLACE} +{_NAMED_MONTH}{END}", _placed),
    (rf"last +(?P<weekday>{WEEKDAY})(?P<week>(?!))?{END}", _weekday_of_last_week),
    (rf"last +(?P<week>week),? +(?:on +)?(?P<weekday>{WEEKDAY}){END}", _weekday_of_last_week),
    (rf"(?:the +)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? +of +(?P<which>this|next|last) +month{_NO_MONTH}{END}",
     _day_of_that_month),
    (rf"{_ORDINAL}{_NAMED_MONTH}{END}", _ordinal),
    (rf"{_ORDINAL}(?P<which>this|next|last) +month{_NO_MONTH}{END}", _ordinal),
    (rf"in +(?P<count>{COUNT}) +(?P<unit>{_UNITS}){END}", _counted_from),
    (rf"(?P<count>{COUNT}) +(?P<unit>{_UNITS}) +(?P<ago>ago){END}", _counted_from),
    (rf"(?:in +)?(?P<count>{COUNT}) +(?P<unit>{_UNITS}) +from +(?P<from>now|today|tomorrow|{WEEKDAY}){END}",
     _counted_from),
    # "in 5m" may be months: only an "ago" makes minutes of it.
    (rf"in +(?:(?P<half>half +an +hour)|(?P<count>{COUNT}) *(?P<unit>(?!m\b){_HOURS})){END}", _clock_counted),
    (rf"(?:(?P<half>half +an +hour)|(?P<count>{COUNT}) *(?P<unit>{_HOURS})) +(?P<ago>ago){END}",
     _clock_counted),
    (rf"{_EDGE} +(?:{_WHICH} +)?(?P<unit>month|year){_NO_MONTH}{END}", _edge),
    (rf"{_EDGE} +(?P<which>(?!))?(?P<unit>(?!))?{_NAMED_MONTH}{END}", _edge),
)  # fmt: skip
