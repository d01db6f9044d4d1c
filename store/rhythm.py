"""An agreed rhythm as it is typed and as it reads: "weekly by text", "every 9 days", "7d"."""

import re
from datetime import date

from store.errors import RequestRefused
from store.records import Rhythm
from store.text import fold

_NAMED = {"daily": 1, "weekly": 7, "fortnightly": 14, "biweekly": 14, "monthly": 30}
_UNITS = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7, "month": 30, "months": 30}
_COUNTED = re.compile(r"(?:every )?(?:(\d{1,3}|other|two|three|four) ?)?(d|w|days?|weeks?|months?)\b")
_WORDS = {"other": 2, "two": 2, "three": 3, "four": 4}
_LONGEST_DAYS = 366


def read_rhythm(text: str, agreed_on: date) -> Rhythm | None:
    """A rhythm from words; None for "none" or nothing.

    A month counts as 30 days, because a rhythm is a number of days.

    Raises:
        RequestRefused: it is not read; the sentence names what would be.
    """
    words = " ".join(fold(text).split())
    if words in ("", "none", "no"):
        return None
    days, rest = _days(words)
    if not days or not 1 <= days <= _LONGEST_DAYS:
        raise RequestRefused(
            f"{text.strip()!r} is not read as a rhythm. Try: weekly, every 10 days, 2w, weekly by text."
        )
    return Rhythm(every_days=days, how=rest.strip(" ,").removeprefix("by ").strip(), agreed_on=agreed_on)


def rhythm_words(rhythm: Rhythm) -> str:
    """How it reads: "weekly by text", "every 9 days"."""
    every = "weekly" if rhythm.every_days == 7 else f"every {rhythm.every_days} days"
    every = "daily" if rhythm.every_days == 1 else every
    return f"{every} by {rhythm.how}" if rhythm.how else every


def _days(words: str) -> tuple[int, str]:
    first, _, rest = words.replace(",", " ").partition(" ")
    if first in _NAMED:
        return _NAMED[first], rest
    counted = _COUNTED.match(words)
    if counted is None:
        return 0, ""
    number = counted[1] or "1"
    return (_WORDS.get(number) or int(number)) * _UNITS[counted[2]], words[counted.end() :]
