"""When a question is asked (before somebody is seen, after a day, of a week), and why, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from store.principles.happenings import BEFORE, Happening
from store.principles.themes import Question
from store.waiting.due import monday_of

_FRIDAY = 4
_WEIGH = frozenset({"inside", "crisis"})
"""After these a week's question is chosen anew, whatever stood there before."""
_SAID = 2
"""Happenings that are named: two are enough to recognise a day by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TheDay:
    """A day as far as a question can come from it. Nobody's name is in it."""

    on: date
    happened: tuple[Happening, ...] = ()
    """Until now, what weighs most first."""
    week: tuple[Happening, ...] = ()
    """In the days that are looked back on; asked for only where a question looks back on them."""
    planned: tuple[Happening, ...] = ()
    """What is planned with people for this day."""
    week_from: date | None = None
    """Monday of the week that is looked back on; None is the week of this day."""
    is_mourned: bool = False
    """Somebody died in that week: nothing is asked of it."""

    @property
    def of_week(self) -> date:
        """Monday of the week that is looked back on."""
        return self.week_from or monday_of(self.on)

    def codes(self, moment: str) -> tuple[str, ...]:
        """What happened, or is to, as far as it matters to this moment."""
        of = {"before": self.planned, "weekly": self.week}.get(moment, self.happened)
        return tuple(one.code for one in of)

    @property
    def is_telling(self) -> bool:
        """Whether something happened that tells the day by itself."""
        return any(one.is_telling for one in self.happened)


def looks_back(day: date) -> bool:
    """Whether it is a day on which the week is looked back on: the last working day, or the weekend."""
    return day.weekday() >= _FRIDAY


def moment_of(day: TheDay, *, week_was_asked: bool) -> str:
    """What this day calls for: before, after or weekly.

    Args:
        week_was_asked: a question looked back on this week on an earlier day of it.
    """
    if day.is_telling:
        return "after"
    if looks_back(day.on) and not week_was_asked and not day.is_mourned:
        return "weekly"
    if any(one.words for one in day.happened):
        return "after"
    return "before"


def level_of(moment: str, day: TheDay) -> int:
    """How much of the day is in the question: it stays until this is another number.

    0 before anybody was seen, 1 once the day has begun or the week is looked back on, 2 after something
    that tells the day by itself, or that weighs on a whole week.
    """
    if moment == "before":
        return 0
    weighs = _WEIGH & {*day.codes(moment)} if moment == "weekly" else day.is_telling
    return 2 if weighs else 1


def because(moment: str, day: TheDay, question: Question) -> str:
    """Why such a question: "After a day like this one (a gate pickup, two calls unanswered)"."""
    if moment == "before":
        planned = _first(day.planned, question)
        return f"Before {planned[0].words}" if planned else "On a day with nothing planned yet"
    lived = day.week if moment == "weekly" else day.happened
    said = ", ".join(one.words for one in _first(lived, question) if one.words)
    if moment == "weekly":
        return "Looking back over the week" + (f" ({said})" if said else "")
    return f"After a day like this one ({said})" if said else "After this day"


def _first(happened: Iterable[Happening], question: Question) -> Sequence[Happening]:
    """The one the question is for, then what weighs most."""
    told = [one for one in happened if one.words]
    its_own = next((one for one in told if one.code in question.fits and one.code != BEFORE), None)
    return sorted(told, key=lambda one: one is not its_own)[:_SAID]
