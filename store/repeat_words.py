"""How something that comes back reads: in full, so that it is read back as itself, and short, for lists."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.when_echo import day_and_month, echo

if TYPE_CHECKING:
    from store.clock import Moment
    from store.records import Repeat
    from store.when import PlanWhen

OTHER_RULE = "comes back by a rule of another calendar"


def repeat_words(repeat: Repeat) -> str:
    """For lists: "every other Tue", "first Mon of each month until 31 Jan 2027"."""
    from store.repeat_rules import pattern_of, pattern_words

    pattern = pattern_of(repeat.rule, repeat.begins)
    return (pattern_words(pattern) if pattern else OTHER_RULE) + _until(repeat.until)


def echo_plan(plan: PlanWhen, moment: Moment) -> str:
    """The whole reading, which the grammar reads back as itself.

    "every other Tue until 31 Jan 2027, from Tue 24 Nov 2026, 14:00, tomorrow"; one day as `echo` has it.
    """
    one = echo(plan.when, moment)
    if plan.repeats is None:
        return one
    words = repeat_words(plan.repeats)
    return f"{words}, from {one}" if plan.repeats.until else f"{words} from {one}"


def can_be_said(repeat: Repeat) -> bool:
    """Whether the mentor's words can say this rule; one from another calendar may be beyond them."""
    from store.repeat_rules import pattern_of

    return pattern_of(repeat.rule, repeat.begins) is not None


def _until(day: date | None) -> str:
    return f" until {day_and_month(day.day, day.month)} {day.year}" if day else ""
