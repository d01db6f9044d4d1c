"""Which days the agenda shows, and how they stand in a grid."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from mentor_tui.rows import plan_key
from store.planned import CAME_OUT
from store.waiting import Coming
from store.waiting.due import days_after
from widgets.day_grid import GridDay, GridEntry

VIEWS = ("List", "Week", "Month")
"""Its tabs."""
LIST, WEEK, MONTH = range(3)
_LIST_DAYS = 14
_WEEK_DAYS = 7
_SATURDAY = 5


def span(view: int, day: date) -> tuple[date, date]:
    """The first and last day shown: fourteen from this one, its week, or the weeks of its month."""
    if view == LIST:
        return day, days_after(day, _LIST_DAYS)
    if view == WEEK:
        monday = _monday(day)
        return monday, days_after(monday, _WEEK_DAYS - 1)
    monday = _monday(day.replace(day=1))
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return monday, days_after(_monday(last), _WEEK_DAYS - 1)


def turned(view: int, day: date, pages: int) -> date:
    """The day some pages of this view further on, or back."""
    if view == MONTH:
        months = day.year * 12 + day.month - 1 + pages
        year, month = divmod(months, 12)
        if not date.min.year <= year <= date.max.year:
            return day
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    try:
        return day + timedelta(days=pages * (_LIST_DAYS + 1 if view == LIST else _WEEK_DAYS))
    except OverflowError:
        return day


def span_words(view: int, day: date, today: date) -> str:
    """The days shown, for the heading: "23 Nov to 7 Dec", "November 2026"."""
    if view == MONTH:
        return f"{day:%B} {day.year}"
    first, last = span(view, day)
    year = "" if first.year == last.year == today.year else f" {last.year}"
    month = f" {first:%b}" if first.month != last.month else ""
    return f"{first.day}{month} to {last.day} {last:%b}{year}"


def grid_days(view: int, day: date, today: date, planned: Iterable[Coming]) -> list[GridDay]:
    """Each day of a week or a month, with what it holds."""
    by_day = {on: tuple(map(_entry, group)) for on, group in groupby(planned, key=lambda one: one.on)}
    first, last = span(view, day)
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    return [
        GridDay(
            key=each.isoformat(),
            title=f"{each:%a} {each.day}" if view == WEEK else str(each.day),
            entries=by_day.get(each, ()),
            is_today=each == today,
            is_quiet=each.weekday() >= _SATURDAY if view == WEEK else each.month != day.month,
        )
        for each in days
    ]


def _monday(day: date) -> date:
    return days_after(day, -day.weekday()) if day.toordinal() > _WEEK_DAYS else date.min


def _entry(coming: Coming) -> GridEntry:
    return GridEntry(
        key=plan_key(coming),
        name=coming.name or "you",
        what=coming.what or coming.text,
        at=f"{coming.at:%H:%M}" if coming.at else "",
        is_quiet=bool(coming.result) or coming.text == CAME_OUT,
    )
