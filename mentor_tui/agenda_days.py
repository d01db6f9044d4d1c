"""The days of a week or of a month as they stand in a grid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from mentor_tui.agenda_span import WEEK, span
from mentor_tui.rows import plan_key
from store.planned import CAME_OUT
from store.waiting import Coming
from widgets.day_grid import GridDay, GridEntry

_SATURDAY = 5


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


def _entry(coming: Coming) -> GridEntry:
    return GridEntry(
        key=plan_key(coming),
        name=coming.name or "you",
        what=coming.what or coming.text,
        at=f"{coming.at:%H:%M}" if coming.at else "",
        is_quiet=bool(coming.result) or coming.text == CAME_OUT,
    )
