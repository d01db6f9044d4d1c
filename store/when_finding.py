"""One date phrase inside a text: where it ends, and which day and time it says."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from store.clock import Moment
from store.when_calendar import Rule
from store.when_days import day_forms
from store.when_echo import distance
from store.when_words import FLAGS, WEEKDAYS, Frame, Refusal, When, more_examples, time_at, time_behind

# The longest date phrase is some 45 characters; more is never looked at, however long the note.
LONGEST = 80
_ON = re.compile(r"on +", FLAGS)
_LINKS = ("or", "and", "&", "to", "in", "on", "week", "after", "-", "–", "the")
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b", FLAGS)
_GAP = re.compile(r"(?:[,.]? +|T)", FLAGS)
# "sat", "sun", "mar" and "may" are words too: a figure, a mark or the end must stand behind them.
# "on sat", "next sat" and "fri 3 may" are days whatever follows.
_TWO_FACED = re.compile(r"(?:\d{1,2} +)?(?:sat|sun|mar|may)", FLAGS)
_BEHIND = re.compile(
    r"[.,]? *(?:$|\d|(?:at +)?(?:noon|midday|night)\b|(?:in +the +)?(?:morning|afternoon|evening)\b"
    r"|at +\d|(?:next|last|this) +week\b|[<>!](?: |$)|[+#@]\w)",
    FLAGS,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date phrase inside a text."""

    when: When
    end: int
    """Where it ends."""


def find_when(text: str, start: int, frame: Frame) -> Found | None:
    """The date phrase that begins at `start`; None if what stands there is no date at all.

    Raises:
        Refusal: for what sounds like a date and is not read; its `end` closes the phrase.
    """
    head = text[start : start + LONGEST]
    try:
        found = _phrase(head, frame)
    except Refusal as refusal:
        examples = more_examples(refusal.example, past=frame.past)
        raise Refusal(refusal.reason, examples, start + (refusal.end or len(head))) from None
    return Found(found.when, start + found.end) if found else None


def find_day(text: str, start: int, frame: Frame) -> Found | None:
    """The day that begins at `start`, without a time: of "until 31 jan 14:00" the time is another's.

    Raises:
        Refusal: for what sounds like a day and is not read.
    """
    head = text[start : start + LONGEST]
    form = _day_form(head, 0, frame, is_sure=True)
    if form is None:
        from store.when_refused import refused_at

        if refusal := refused_at(head, 0, frame):
            raise refusal
        return None
    found, rule = form
    day = rule(found, None, frame)
    when = day if isinstance(day, When) else When(day)
    checked(when, found.group(), frame)
    return Found(when, start + found.end())


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
    at, end = (early[0], found.end()) if early else _time_after(head, found)
    return _settled(head, end, found, rule, at, frame)


def _settled(head: str, end: int, found: re.Match[str], rule: Rule, at: time | None, frame: Frame) -> Found:
    try:
        day = rule(found, at, frame)
        if isinstance(day, When):  # an hour away: what stands behind it is no time of that day
            when, end = day, found.end()
        else:
            when = When(day, at)
        checked(when, head[:end].strip(), frame)
    except Refusal as refusal:
        raise Refusal(refusal.reason, refusal.example, end) from None
    past_tail = _tail(head, end, when, frame)
    if past_tail == end and _may_go_on(head, end):
        # Rarely does a second day follow.
        from store.when_two import refuse_two

        refuse_two(head, end, when, frame)
    return Found(when, past_tail)


def _may_go_on(head: str, end: int) -> bool:
    """Whether what stands behind a day may be another one, by its first word."""
    word = head[end : end + 10].lower().split(None, 1)[:1]
    return bool(word) and (word[0] in _LINKS or word[0][:3] in WEEKDAYS or bool(_NTH.match(word[0])))


def _plainer(phrase: str) -> str:
    word = phrase.split()[-1].lower()
    full = {"sat": "saturday", "sun": "sunday"}.get(word)
    return f"{word} 10am” or “{full}" if full else f"{word} 3” or “3 {word} 10am"


def _day_form(
    head: str, start: int, frame: Frame, *, is_sure: bool = False
) -> tuple[re.Match[str], Rule] | None:
    on = _ON.match(head, start)
    start = on.end() if on else start
    for pattern, rule in day_forms(head, start):
        found = pattern.match(head, start)
        if found is None:
            continue
        doubtful = not (on or is_sure or frame.past) and _TWO_FACED.fullmatch(found.group())
        if doubtful and not _BEHIND.match(head, found.end()):
            raise Refusal(f"“{found.group()}” may be a word here", _plainer(found.group()), found.end())
        return found, rule
    return None


def _time_after(head: str, found: re.Match[str]) -> tuple[time | None, int]:
    """The time behind a day, or the one that a part of the day stands for."""
    end, said = found.end(), found.groupdict()
    part = "night" if said.get("night") else (said.get("part") or "").lower()
    gap = _GAP.match(head, end)
    if gap is None and not part:
        return None, end
    if gap and not part:
        late = time_behind(head, gap.end())
        if late:
            return late
    # Few days have a part said of them.
    from store.when_parts import part_at, time_in

    if gap and not part:
        there = part_at(head, gap.end())
        part, end = there or ("", end)
    return time_in(head, end, part) if part else (None, end)


def _tail(head: str, end: int, when: When, frame: Frame) -> int:
    """Where the phrase ends with the distance an echo adds (", in 3 days"), if it is there and agrees."""
    tail = f", {distance(when.day, frame.moment.day)}"
    said = head[end : end + len(tail)]
    behind = head[end + len(tail) : end + len(tail) + 1]
    return end + len(tail) if said.lower() == tail and not behind.isalnum() else end


def checked(when: When, said: str, frame: Frame) -> None:
    """Refuse a time the clocks skip, and what lies on the wrong side of now."""
    moment = frame.moment
    if when.at and not _exists(when.day, when.at, moment):
        later = f"{when.day.isoformat()} {(when.at.hour + 1) % 24:02}:30"
        raise Refusal(f"“{said}”: the clocks skip {when.at:%H:%M} that day", later)
    now, instant = moment.at, moment.instant(when.day, when.at) if when.at else None
    # "this morning" names no hour: the sentence says which one it stands for.
    says_no_hour = when.at and when.day == moment.day and not any(map(str.isdigit, said))
    hour = f" is {when.at:%H:%M}, which" if when.at and says_no_hour else ""
    if frame.past and (when.day > moment.day or (instant and instant > now)):
        raise Refusal(f"“{said}”{hour} is still to come", "today” or “yesterday” or “fri")
    this_minute = now.replace(second=0)
    if not frame.past and (when.day < moment.day or (instant and instant < this_minute)):
        raise Refusal(f"“{said}”{hour} has passed", _later(when.day, moment))


def _later(day: date, moment: Moment) -> str:
    """What to type instead of a time that has passed: the next hour of today, where there is one."""
    hour = moment.local.hour + 1
    if day != moment.day or hour > 23 or not _exists(day, time(hour), moment):
        return "tomorrow 10am"
    return f"today {hour:02}:00” or “tomorrow 10am"


def _exists(day: date, at: time, moment: Moment) -> bool:
    wall = datetime.combine(day, at, moment.tz)
    return wall.astimezone(UTC).astimezone(moment.tz).time() == at
