"""The date grammar: small, echoed, and never guessing. docs/dates.md shows it to a mentor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.errors import UnclearDate
from store.text import clean_line
from store.when_days import REPEAT_BEGINS, compiled
from store.when_echo import distance, echo, short
from store.when_finding import Found, find_day, find_when
from store.when_words import Frame, Refusal, When, more_examples

if TYPE_CHECKING:
    from store.clock import Moment
    from store.records import Repeat

__all__ = [
    "Found",
    "FoundPlan",
    "Frame",
    "PlanWhen",
    "Refusal",
    "When",
    "distance",
    "echo",
    "find_day",
    "find_plan",
    "find_when",
    "leading_when",
    "nearest_when",
    "plan_with_end",
    "read_plan",
    "read_when",
    "short",
]

_CLOSING = " ,.;:!"
_LONGEST_REPEAT = 200
# One of these is in whatever REPEAT_BEGINS matches; that pattern is compiled only where it may.
_REPEAT_WORDS = (
    *("every", "each", "alternate", "ly", "days", "last", "first", "second", "third", "fourth", "fifth"),
    *("once", "twice", "times", "st", "nd", "rd", "th "),
)


@dataclass(frozen=True, slots=True)
class PlanWhen:
    """When a plan is: a day, or the first of many."""

    when: When
    repeats: Repeat | None = None
    """How it comes back, counted from `when`."""


@dataclass(frozen=True, slots=True)
class FoundPlan:
    """A phrase for when a plan is, inside a text."""

    plan: PlanWhen
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
    _refuse_hour(line, found.end if found else None, past=past)
    examples = "“yesterday”, “fri 14:00” or “20 nov”" if past else "“thu 10am”, “26 nov” or “in 2 weeks”"
    raise UnclearDate(f"“{line[:40]}” is not read as a day; {examples} would be.")


def read_plan(text: str, moment: Moment, *, day_first: bool = True) -> PlanWhen:
    """When a plan is, as the whole text says: a day to come, or what comes back from a day on.

    Raises:
        UnclearDate: with examples of what would be read.
    """
    line = clean_line(text)
    try:
        found = find_plan(line, 0, Frame(moment, past=False, day_first=day_first))
    except Refusal as refusal:
        raise UnclearDate(f"{refusal.reason}; “{refusal.example}” would be read.") from None
    if found and not line[found.end :].strip(_CLOSING):
        return found.plan
    _refuse_hour(line, found.end if found else None, past=False)
    raise UnclearDate(
        f"“{line[:40]}” is not read as a day; “thu 10am”, “26 nov” or “every other tue” would be."
    )


def _refuse_hour(line: str, end: int | None, *, past: bool) -> None:
    """Refuse a bare hour at the end of what is read as a day ("thu 10"), with both times it could be."""
    from store.when_hours import hour_behind

    doubt = hour_behind(line, end) if end else None
    if doubt and not line[doubt[1].end :].strip(_CLOSING):
        raise UnclearDate(f"{doubt[1].reason}; “{more_examples(doubt[1].example, past=past)}” would be read.")


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


def find_plan(text: str, start: int, frame: Frame) -> FoundPlan | None:
    """The phrase for when a plan is that begins at `start`: what comes back, or one day.

    Raises:
        Refusal: for what sounds like it and is not read; its `end` closes the phrase.
    """
    head = text[start : start + _LONGEST_REPEAT]
    if _may_repeat(head):
        from store.when_repeats import repeat_at

        try:
            found = repeat_at(head, 0, frame)
        except Refusal as refusal:
            examples = more_examples(refusal.example, past=False)
            raise Refusal(refusal.reason, examples, start + refusal.end) from None
        if found:
            return FoundPlan(PlanWhen(found.when, found.repeats), start + found.end)
    one = find_when(text, start, frame)
    return FoundPlan(PlanWhen(one.when), one.end) if one else None


def plan_with_end(words: str, plan: PlanWhen, frame: Frame) -> tuple[str, PlanWhen]:
    """A plan's words without the end they say ("class until 31 jan"), and the plan that ends then.

    Both as they are where it does not come back, has an end, or the words end with nothing of the kind.
    """
    if plan.repeats is None or plan.repeats.until:
        return words, plan
    from store.when_repeats import with_end

    left, repeats = with_end(words, plan.repeats, frame)
    return left, PlanWhen(plan.when, repeats)


def _may_repeat(head: str) -> bool:
    """Whether it is worth waking what reads a repeat: by its first words, or those behind a time."""
    begins = head[:30].lower()
    if not any(word in begins for word in _REPEAT_WORDS):
        return False
    if compiled(REPEAT_BEGINS).match(head):
        return True
    timed = head[:1].isdigit() or head[:2].lower() in ("at", "no", "mi")
    return timed and compiled(rf"(?:at +)?[^ ]+ +(?:[ap]\.?m\.? +)?{REPEAT_BEGINS}").match(head) is not None
