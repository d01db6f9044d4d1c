"""Days after a release on which to be in touch while no rhythm is agreed: "0, 3, 14, 30, 90"."""

import re

from store.errors import RequestRefused
from store.text import fold

# Day 0 and 72 hours: Unlocking the Gates; 14 days: when an overdose is most likely (Kinner 2021, CMAJ Open);
# 30 days: how long community transition teams walk along; 90 days: the PREVAIL peers' three months.
DEFAULT_CURVE = (0, 3, 14, 30, 90)
_MOST_DAYS = 366
_MOST_NUMBERS = 12


def read_curve(text: str) -> tuple[int, ...] | None:
    """Days from words; () for "none", None for nothing: the mentor's own then.

    Raises:
        RequestRefused: it is not read; the sentence names what would be.
    """
    words = " ".join(fold(text).split())
    if words in ("", "usual", "mine"):
        return None
    if words in ("none", "no", "off", "never"):
        return ()
    parts = re.split(r" ?(?:,|;| and ) ?| (?=\d)", words.removeprefix("days ").removeprefix("day "))
    found = [_day(part) for part in parts if part]
    days = sorted({day for day in found if day is not None})
    if None in found or not days or days[-1] > _MOST_DAYS or len(days) > _MOST_NUMBERS:
        raise RequestRefused(f"“{text.strip()[:30]}” is not read; “0, 3, 14, 30, 90” or “none” would be.")
    return tuple(days)


def kept_curve(text: str) -> tuple[int, ...]:
    """The mentor's own, as it stands in her settings; the usual days where that is not read."""
    try:
        curve = read_curve(text)
    except RequestRefused:
        curve = None
    return DEFAULT_CURVE if curve is None else curve


def curve_words(curve: tuple[int, ...]) -> str:
    """How it reads: "days 0, 3, 14, 30 and 90", "day 7", "none"."""
    if not curve:
        return "none"
    if len(curve) == 1:
        return f"day {curve[0]}"
    return f"days {', '.join(map(str, curve[:-1]))} and {curve[-1]}"


def curve_text(curve: tuple[int, ...] | None) -> str:
    """As it stands in a field; it reads back as itself."""
    if curve is None:
        return ""
    return ", ".join(map(str, curve)) or "none"


def _day(part: str) -> int | None:
    if hours := re.fullmatch(r"(\d{1,3}) ?(?:h|hours)", part):
        return -(-int(hours[1]) // 24)
    number = re.fullmatch(r"(?:day )?(\d{1,4})", part)
    return int(number[1]) if number else None
