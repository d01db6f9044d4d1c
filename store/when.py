"""The date grammar: small, echoed, and never guessing. docs/dates.md shows it to a mentor."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from store.clock import Moment
from store.errors import UnclearDate
from store.text import clean_line
from store.when_days import Rule, day_forms
from store.when_echo import distance, echo, short
from store.when_words import FLAGS, Frame, Refusal, When, time_at

__all__ = [
    "Found",
    "Frame",
    "Refusal",
    "When",
    "distance",
    "echo",
    "find_when",
    "leading_when",
    "nearest_when",
    "read_when",
    "short",
]

# The longest date phrase is some 45 characters; more is never looked at, however long the note.
LONGEST = 80
_ON = re.compile(r"on +", FLAGS)
_OR = re.compile(r" +or(?= )", FLAGS)
_GAP = re.compile(r"(?:,? +|T)", FLAGS)
_CLOSING = " ,.;:!"
# "sat", "sun", "mar" and "may" are words too: a figure, a mark or the end must stand behind them.
# "on sat", "next sat" and "fri 3 may" are days whatever follows.
_TWO_FACED = re.compile(r"(?:\d{1,2} +)?(?:sat|sun|mar|may)", FLAGS)
_BEHIND = re.compile(r"[.,]? *(?:$|\d|(?:at +)?noon\b|at +\d|[<>!](?: |$)|[+#@]\w)", FLAGS)


@dataclass(frozen=True, slots=True)
class Found:
    """A date phrase inside a text."""

    when: When
    end: int
    """Where it ends."""


def read_when(text: str, moment: Moment, *, past: bool = False, day_first: bool = True) -> When:
    """The day, or day and time, that the whole text says.

    Args:
        past: read backwards: the latest such day, never one still to come.

    Raises:
        UnclearDate: with examples of what would be read.
    """
    line = clean_line(text)
    try:
        found = find_when(line, 0, Frame(moment, past, day_first))
    except Refusal as refusal:
        raise UnclearDate(f"{refusal.reason}; “{refusal.example}” would be read.") from None
    if found and not line[found.end :].strip(_CLOSING):
        return found.when
    examples = "“yesterday”, “fri 14:00” or “20 nov”" if past else "“thu 10am”, “26 nov” or “in 2 weeks”"
    raise UnclearDate(f"“{line[:40]}” is not read as a day; {examples} would be.")


def leading_when(
    words: str, moment: Moment, *, past: bool = False, day_first: bool = True
) -> tuple[When, str] | None:
    """The longest date phrase the words begin with, and the words after it; None without one."""
    begin = len(words) - len(words.lstrip())
    try:
        found = find_when(words, begin, Frame(moment, past, day_first))
    except Refusal:
        return None
    return (found.when, words[found.end :].lstrip(" ,.;:")) if found else None


def nearest_when(words: str, moment: Moment, *, day_first: bool = True) -> tuple[When, str] | None:
    """Like `leading_when`, for a day that may be past or to come: the nearest such day."""
    both = (leading_when(words, moment, past=past, day_first=day_first) for past in (True, False))
    read = [reading for reading in both if reading]
    return min(read, key=lambda reading: abs((reading[0].day - moment.day).days), default=None)


def find_when(text: str, start: int, frame: Frame) -> Found | None:
    """The date phrase that begins at `start`; None if what stands there is no date at all.

    Raises:
        Refusal: for what sounds like a date and is not read; its `end` closes the phrase.
    """
    head = text[start : start + LONGEST]
    try:
        found = _phrase(head, frame)
    except Refusal as refusal:
        raise Refusal(refusal.reason, refusal.example, start + (refusal.end or len(head))) from None
    return Found(found.when, start + found.end) if found else None


def _phrase(head: str, frame: Frame) -> Found | None:
    early = time_at(head, 0)
    gap = _GAP.match(head, early[1]) if early else None
    form = _day_form(head, gap.end() if gap else 0, frame) if gap or not early else None
    if form is None:
        if early:
            example = "yesterday 14:00" if frame.past else "tomorrow 10am"
            raise Refusal(f"“{head[: early[1]]}” is a time without a day", example, early[1])
        # Many patterns to compile, which a line without such a phrase need not pay for.
        from store.when_refused import refused_at

        refusal = refused_at(head, 0, frame)
        if refusal:
            raise refusal
        return None
    found, rule = form
    at, end = (early[0], found.end()) if early else _time_after(head, found.end())
    return _settled(head, end, found, rule, at, frame)


def _settled(head: str, end: int, found: re.Match[str], rule: Rule, at: time | None, frame: Frame) -> Found:
    choice = _OR.match(head, end)
    if choice:
        raise Refusal(f"“{head[: choice.end()]} ...” is more than one day or time", "fri 10am", choice.end())
    try:
        when = _checked(When(rule(found, at, frame), at), head[:end].strip(), frame)
    except Refusal as refusal:
        raise Refusal(refusal.reason, refusal.example, end) from None
    return Found(when, _tail(head, end, when, frame))


def _plainer(phrase: str) -> str:
    word = phrase.split()[-1].lower()
    full = {"sat": "saturday", "sun": "sunday"}.get(word)
    return f"{word} 10am” or “{full}" if full else f"{word} 3” or “3 {word} 10am"


def _day_form(head: str, start: int, frame: Frame) -> tuple[re.Match[str], Rule] | None:
    on = _ON.match(head, start)
    start = on.end() if on else start
    for pattern, rule in day_forms():
        found = pattern.match(head, start)
        if found is None:
            continue
        doubtful = not on and not frame.past and _TWO_FACED.fullmatch(found.group())
        if doubtful and not _BEHIND.match(head, found.end()):
            raise Refusal(f"“{found.group()}” may be a word here", _plainer(found.group()), found.end())
        return found, rule
    return None


def _time_after(head: str, end: int) -> tuple[time | None, int]:
    gap = _GAP.match(head, end)
    late = time_at(head, gap.end()) if gap else None
    return late or (None, end)


def _tail(head: str, end: int, when: When, frame: Frame) -> int:
    """Where the phrase ends with the distance an echo adds (", in 3 days"), if it is there and agrees."""
    tail = f", {distance(when.day, frame.moment.day)}"
    said = head[end : end + len(tail)]
    behind = head[end + len(tail) : end + len(tail) + 1]
    return end + len(tail) if said.lower() == tail and not behind.isalnum() else end


def _checked(when: When, said: str, frame: Frame) -> When:
    moment = frame.moment
    if when.at and not _exists(when.day, when.at, moment):
        later = f"{when.day.isoformat()} {(when.at.hour + 1) % 24:02}:30"
        raise Refusal(f"“{said}”: the clocks skip {when.at:%H:%M} that day", later)
    now, instant = moment.at, moment.instant(when.day, when.at) if when.at else None
    if frame.past and (when.day > moment.day or (instant and instant > now)):
        raise Refusal(f"“{said}” is still to come", "yesterday” or “fri")
    this_minute = now.replace(second=0)
    if not frame.past and (when.day < moment.day or (instant and instant < this_minute)):
        raise Refusal(f"“{said}” has passed", "tomorrow 10am")
    return when


def _exists(day: date, at: time, moment: Moment) -> bool:
    wall = datetime.combine(day, at, moment.tz)
    return wall.astimezone(UTC).astimezone(moment.tz).time() == at
