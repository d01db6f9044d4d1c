"""An agreed rhythm as it is typed and as it reads: "weekly by text", "every 9 days", "7d"."""

import re
from datetime import date

from store.errors import RequestRefused
from store.records import Rhythm
from store.text import fold
from store.vocabulary import MODES, label

_NAMED = {
    "daily": 1,
    "weekly": 7,
    "fortnightly": 14,
    "biweekly": 14,
    "bi-weekly": 14,
    "monthly": 30,
    "quarterly": 90,
}
_UNITS = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7, "month": 30, "months": 30}
_WORDS = {"other": 2, "second": 2, "third": 3, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_WORDS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COUNTED = re.compile(
    rf"(?:every |each |once an? )?(?:(\d{{1,3}}|{'|'.join(_WORDS)}) ?)?(d|w|days?|weeks?|months?)\b"
)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b")
_CALLED = {"call": "phone", "calls": "phone", "texts": "text", "message": "text", "letters": "letter"}
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
        weekday = " A weekday belongs to a plan that comes back." if _WEEKDAY.search(words) else ""
        raise RequestRefused(
            f"{text.strip()!r} is not read as a rhythm. "
            f"Try: weekly, every 10 days, 2w, weekly by text.{weekday}"
        )
    how = rest.strip(" ,").removeprefix("by ").strip()
    return Rhythm(every_days=days, how=_mode(how), agreed_on=agreed_on)


def rhythm_words(rhythm: Rhythm) -> str:
    """How it reads: "weekly by text", "every 9 days, in person"; it reads back as itself."""
    every = "weekly" if rhythm.every_days == 7 else f"every {rhythm.every_days} days"
    every = "daily" if rhythm.every_days == 1 else every
    how = label(MODES, rhythm.how)
    return f"{every}, {how}" if how.startswith(("in ", "at ")) else f"{every} by {how}" if how else every


def _mode(how: str) -> str:
    """The way of meeting that the words name, as its code; else the words."""
    named = (term.code for term in MODES if how in (term.code, fold(term.label)))
    return _CALLED.get(how) or next(named, how)


def _days(words: str) -> tuple[int, str]:
    first, _, rest = words.replace(",", " ").partition(" ")
    if first in _NAMED:
        return _NAMED[first], rest
    counted = _COUNTED.match(words)
    if counted is None:
        return 0, ""
    number = counted[1] or "1"
    return (_WORDS.get(number) or int(number)) * _UNITS[counted[2]], words[counted.end() :]
