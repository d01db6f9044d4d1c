"""A second day right behind a first: "thu or fri", "thu in 2 weeks". Which is meant is never guessed."""

import re
from datetime import date, timedelta

from store.when_calendar import FURTHEST_DAYS
from store.when_days import compiled
from store.when_words import (
    COUNT,
    END,
    MONTH,
    MONTHS,
    WEEKDAY,
    Frame,
    Refusal,
    When,
    count_of,
    weekday_number,
)

_DAY = rf"(?:on +)?(?:{WEEKDAY}|today|tomorrow|\d{{1,2}} +{MONTH}|{MONTH} +\d)"
_ORDINALS = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_DASH = r"[-–]"
# "sat" and "sun" are words too: "thu sat with her".
_PLAIN = rf"(?!sat\b|sun\b){WEEKDAY}"


def refuse_two(head: str, end: int, when: When, frame: Frame) -> None:
    """Refuse a day, read up to `end`, that another one follows.

    Raises:
        Refusal: with the days it could be.
    """
    if choice := compiled(r" +or(?= )").match(head, end):
        raise Refusal(f"“{head[: choice.end()]} ...” is more than one day or time", "fri 10am", choice.end())
    if choice := compiled(rf"(?: +(?:and|&|to) +{_DAY}| +{_DASH} +(?:on +)?{_PLAIN}){END}").match(head, end):
        raise Refusal(f"“{head[: choice.end()]}” is more than one day", "fri 10am", choice.end())
    if choice := compiled(rf" +(?:on +)?(?P<weekday>{_PLAIN}){END}").match(head, end):
        ahead = weekday_number(choice["weekday"]) - when.day.weekday()
        if not ahead:
            example = f"{choice['weekday'].lower()} {_dated(when.day)}"
            raise Refusal(f"“{head[: choice.end()]}”: the weekday stands first", example, choice.end())
        raise _two(head, choice, when.day, (0, ahead), frame)
    if choice := compiled(
        rf",? +(?:the +)?(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINALS} +of +(?:{MONTH}|next|this)){END}"
    ).match(head, end):
        raise Refusal(f"“{head[: choice.end()]}” says two days", _dated(when.day), choice.end())
    if choice := compiled(rf" +in +(?P<count>{COUNT}) +(?P<unit>days?|weeks?){END}").match(head, end):
        days = count_of(choice["count"]) * (7 if choice["unit"][0] in "wW" else 1)
        raise _two(head, choice, when.day, (min(days, FURTHEST_DAYS), 0), frame)
    if choice := compiled(rf" +(?:week|after +(?P<next>next)){END}").match(head, end):
        raise _two(head, choice, when.day, (7, 14) if choice["next"] else (7, 0), frame)


def _two(head: str, choice: re.Match[str], day: date, ahead: tuple[int, int], frame: Frame) -> Refusal:
    """The refusal, with the days it could be so many days ahead, where they would be read."""
    today, could_be = frame.moment.day, [day + timedelta(days=days) for days in ahead]
    days = [_dated(one) for one in could_be if (one <= today if frame.past else one >= today)]
    said = f"“{head[: choice.end()]}” could be more than one day"
    return Refusal(said, "” or “".join(days) or "fri", choice.end())


def _dated(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
