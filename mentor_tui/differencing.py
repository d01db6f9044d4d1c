"""What somebody could tell who holds two reports: the one that is made, and one handed on before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from mentor_tui.handing_on import whole_figures
from mentor_tui.reports.audit import floor_of
from mentor_tui.reports.suppression import LEAST, threshold
from store.period import Period
from store.text import clean_line
from store.when_echo import day_and_month

if TYPE_CHECKING:
    from datetime import date

    from mentor_tui.reports.tables import Report
    from store.caseload import Caseload
    from store.records import HandedOn

_PEOPLE = "A/People/people supported"
_MOST = 5
"""Sentences at most: the newest; with more of them the point is made."""
_EVENTS = "F/"
_TELLS = "someone holding both can tell what changed."


def differences(caseload: Caseload, report: Report, least: int = LEAST) -> tuple[str, ...]:
    """Sentences for what was handed on before and differs from this report by few, the newest first.

    The same report about the same days, about days inside these or around them, or overlapping; and several
    that lie side by side within these days, taken together. Nothing is held back for it.

    Args:
        report: every figure whole, as `whole_report` makes it.
    """
    from store.records import HandedOn

    if report.people < floor_of(threshold(least)):
        return ()  # of the work alone: no number of people is on it
    given = [one for one in caseload.all(HandedOn) if one.what == report.name and one.figures]
    given.sort(key=lambda one: (one.on, one.id), reverse=True)
    return tuple(_sentences(given, report, threshold(least), caseload.clock.now().day))


def _sentences(given: Sequence[HandedOn], report: Report, least: int, today: date) -> Iterator[str]:
    now = {one.line: one.figure for one in whole_figures(report)}
    days = Period(report.first, report.last)
    near = [one for one in given if _meet(one, days)]
    for one in near[:_MOST]:
        if said := _said(now, _figures(one), least):
            yield f"It differs from what you handed on {_when(one, today)} {said}: {_TELLS}"
    inside = _side_by_side(near, days)
    if len(inside) > 1:
        together: dict[str, float] = {}
        for one in inside:
            for line, figure in _figures(one).items():
                together[line] = together.get(line, 0) + figure
        if said := _said(now, together, least):
            parts = f"{len(inside)} reports you handed on about parts of these days, taken together,"
            yield f"It differs from {parts} {said}: {_TELLS}"


def _said(now: Mapping[str, float], before: Mapping[str, float], least: int) -> str:
    """By how many people, or in how many numbers; "" where nothing differs by few."""
    few = {
        line: abs(figure - before[line])
        for line, figure in now.items()
        if line in before and not line.startswith(_EVENTS) and 0 < abs(figure - before[line]) < least
    }
    if _PEOPLE in few:
        people = round(few[_PEOPLE])
        return f"by {people} {'person' if people == 1 else 'people'}"
    if few:
        return f"by fewer than {least} in {len(few)} number{'' if len(few) == 1 else 's'}"
    return ""


def _figures(one: HandedOn) -> dict[str, float]:
    return {each.line: each.figure for each in one.figures}


def _meet(one: HandedOn, days: Period) -> bool:
    theirs = _days(one)
    return theirs is not None and theirs.first <= days.last and days.first <= theirs.last


def _days(one: HandedOn) -> Period | None:
    return Period(one.first, one.last) if one.first and one.last else None


def _side_by_side(near: Iterable[HandedOn], days: Period) -> list[HandedOn]:
    """Of those within these days, the newest ones that do not overlap each other."""
    found: list[HandedOn] = []
    for one in near:
        theirs = _days(one)
        if theirs is None or theirs == days or not (theirs.first in days and theirs.last in days):
            continue
        if not any(_meet(each, theirs) for each in found):
            found.append(one)
    return found


def _when(one: HandedOn, today: date) -> str:
    to = f" to {clean_line(one.to)}" if one.to else ""
    year = "" if one.on.year == today.year else f" {one.on.year}"
    return f"{day_and_month(one.on.day, one.on.month)}{year}{to}"
