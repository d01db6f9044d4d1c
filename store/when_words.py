"""The words dates are made of, and the small types the date grammar hands about."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from store.clock import Moment

FLAGS = re.ASCII | re.IGNORECASE
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# A phrase ends at a space, the end or a closing mark; not inside "10:30", "1.5h" or "3,000".
END = r"(?=$|[ ;!?)]|[.:,](?!\d))"
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
YEAR = r"(?:19|20|21)\d\d"
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNT_WORDS = {"a": 1, "an": 1, **{word: count for count, word in enumerate(_NUMBERS, 1)}}
COUNT = r"(?:\d{1,4}|" + "|".join(COUNT_WORDS) + ")"

_TIME = re.compile(
    r"(?:(?P<noon>noon|midday)|(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? *(?P<half>[ap])(?:m\b|\.m\.)"
    r"|(?P<hour24>\d{1,2}):(?P<minute24>\d\d))" + END,
    FLAGS,
)
_AT = re.compile(r"at +", FLAGS)
_BARE_HOUR = re.compile(r"at +(?P<hour>\d{1,4})" + END, FLAGS)
_MIDNIGHT = re.compile(r"midnight" + END, FLAGS)
# Behind a day only: before one, and without one, these are lengths and prices too.
_BEHIND_A_DAY = re.compile(
    r"(?:at +)?(?P<hour>1[3-9]|2[0-3])(?:\.(?P<minute>[0-5]\d)|h(?P<minute2>[0-5]\d)?)" + END + r"(?! +of\b)",
    FLAGS,
)


class Part(NamedTuple):
    """A part of a day: the hour it stands for, and the hours it may be said of."""

    usual: time
    first: int
    """First hour of it."""
    last: int
    """Last hour of it."""


PARTS = {
    "morning": Part(time(9), 4, 11),
    "afternoon": Part(time(15), 12, 17),
    "evening": Part(time(18), 16, 23),
    "night": Part(time(20), 17, 23),
}


@dataclass(frozen=True, slots=True)
class When:
    """A day, or a day and a wall time, as the mentor's own calendar and clock have it."""

    day: date
    at: time | None = None
    """Wall time; None is the whole day."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a phrase is read against."""

    moment: Moment
    past: bool
    """Read backwards, as after `<`."""
    day_first: bool
    """12/3 is 12 March, not 3 December."""


class Refusal(Exception):
    """A phrase that looks like a date and is not read; `reason` says why, `example` what would be."""

    def __init__(self, reason: str, example: str, end: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.example = example
        self.end = end
        """Where the refused phrase ends in its text."""


def weekday_number(word: str) -> int:
    """0 for Monday."""
    return WEEKDAYS.index(word[:3].lower())


def month_number(word: str) -> int:
    """1 for January."""
    return MONTHS.index(word[:3].lower()) + 1


def count_of(word: str) -> int:
    """How many a figure or a number word says."""
    return COUNT_WORDS.get(word.lower()) or int(word)


def more_examples(example: str, *, past: bool) -> str:
    """Three examples of what would be read, from those a refusal gives and some that always are."""
    given = re.split("”(?:,| or) “", example)
    usual = ("yesterday", "fri 14:00", "20 nov") if past else ("tomorrow 10am", "fri", "26 nov")
    three = [*given, *(one for one in usual if one not in given)][: max(3, len(given))]
    return "”, “".join(three[:-1]) + f"” or “{three[-1]}"


def time_at(text: str, start: int, *, in_part: bool = False) -> tuple[time, int] | None:
    """The wall time that begins at `start`, and where it ends.

    Args:
        in_part: a part of the day stands beside it, which says the half of the day of "2:30".

    Raises:
        Refusal: for what looks like a time and is none, or could be two ("12am", "25:00", "at 10", "2:30").
    """
    place = _AT.match(text, start)
    begin = place.end() if place else start
    midnight = _MIDNIGHT.match(text, begin)
    if midnight:
        raise Refusal("“midnight” could be the end of one day or the next", "fri 23:59", midnight.end())
    found = _TIME.match(text, begin)
    bare = None if found else _BARE_HOUR.match(text, start)
    if bare:
        raise Refusal(f"“{bare.group()}” could be two times, or none", both_halves(bare["hour"]), bare.end())
    if found is None:
        return None
    at = _wall(found)
    if not in_part and found["hour24"] and len(found["hour24"]) == 1 and 1 <= at.hour <= 6:
        examples = f"fri {at:%H:%M}” or “fri {at.hour + 12}:{at:%M}"
        raise Refusal(f"“{found.group()}” could be two times", examples, found.end())
    return at, found.end()


def time_behind(text: str, start: int) -> tuple[time, int] | None:
    """Like `time_at`, right behind a day, where "14h" and "14.30" are times as well.

    Raises:
        Refusal: for what looks like a time and is none, or could be two.
    """
    found = _BEHIND_A_DAY.match(text, start)
    if found is None:
        return time_at(text, start)
    return time(int(found["hour"]), int(found["minute"] or found["minute2"] or 0)), found.end()


def both_halves(hour: str, minute: str = "") -> str:
    """Examples of the two times an hour may be."""
    before = f"fri {int(hour)}{f':{minute}' if minute else ''}am"
    after = f"fri {int(hour) + 12 if int(hour) < 12 else int(hour)}:{minute or '00'}"
    return f"{before}” or “{after}" if 0 < int(hour) < 12 else after if 12 <= int(hour) < 24 else "fri 14:00"


def _wall(found: re.Match[str]) -> time:
    if found["noon"]:
        return time(12, 0)
    said = found.group()
    if found["hour24"]:
        hour, minute = int(found["hour24"]), int(found["minute24"])
        if hour > 23 or minute > 59:
            raise Refusal(f"“{said}” is not a time", "fri 14:00", found.end())
        return time(hour, minute)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour == 12 and found["half"].lower() == "a":
        raise Refusal(
            f"“{said}” could be the start or the end of a day", "fri 00:30” or “fri noon", found.end()
        )
    if not 1 <= hour <= 12 or minute > 59:
        raise Refusal(f"“{said}” is not a time", "fri 2pm” or “fri 14:00", found.end())
    return time(hour % 12 + (12 if found["half"].lower() == "p" else 0), minute)
