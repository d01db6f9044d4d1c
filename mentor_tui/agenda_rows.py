"""The agenda as rows: a heading for each day, the time, who, what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentor_tui.rows import plan_key, what_cell
from store.noting import people_named
from store.planned import CAME_OUT
from store.records import Appointment
from store.repeat_words import repeat_words
from store.vocabulary import RESULTS, label
from store.waiting import Coming, is_open, open_plans, plan_row
from store.waiting.phrases import brief
from store.when_echo import distance
from widgets.row import Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment

COLUMNS = (Column(width=5), Column(least=8, most=16), Column(least=24))
"""Time; who; what."""

BESIDE_COLUMNS = (Column(width=5), Column())
"""The same beside a month: time; who and what."""


def items(caseload: Caseload, moment: Moment, planned: Iterable[Coming]) -> list[Item]:
    """Still open from before, where the days begin today; then day by day."""
    by_day: dict[date, list[Row]] = {}
    listed = tuple(planned)
    for coming in listed:
        by_day.setdefault(coming.on, []).append(plan_line(caseload, coming, listed))
    shown: list[Item] = []
    for on in sorted(by_day):
        shown += [*([Gap()] if shown else []), Heading(day_heading(on, moment)), *by_day[on]]
    return shown


def open_from_before(caseload: Caseload, moment: Moment) -> list[Item]:
    """Open plans whose day has passed, the oldest first; not what of her own a calendar brought in."""
    passed = (
        (plan, name)
        for plan, name in open_plans(caseload)
        if is_open(plan) and plan.on < moment.day and (plan.client_id or not plan.calendar_uid)
    )
    before = sorted(passed, key=lambda one: (one[0].on, one[0].id))
    rows = [_row_before(plan_row(plan, name, caseload, head=plan), moment) for plan, name in before]
    return [Heading("STILL OPEN FROM BEFORE"), *rows] if rows else []


def plan_line(caseload: Caseload, coming: Coming, planned: Iterable[Coming]) -> Row:
    """One thing of a day; its day stands above it, so that the time need not be said twice.

    Args:
        planned: what else there is on these days: who has the same hour is said.
    """
    at = f"{coming.at:%H:%M}" if coming.at else ""
    is_plan = coming.record.table == "appointments"
    is_over = bool(coming.result) or coming.text == CAME_OUT
    look = "muted" if is_over else "" if is_plan else "strong"
    what: tuple[Piece, ...] = ((coming.what or coming.text, look),)
    if coming.result:
        what += ((f": {label(RESULTS, coming.result)}", "muted"),)
    elif coming.goes_with:
        what += ((f", {coming.goes_with}", "muted"),)
    if others := _at_the_same_time(coming, planned):
        what += ((f" · the same time as {people_named(others)}", "muted"),)
    if coming.comes_back and not coming.result:
        what += ((f" · {how_often(caseload, coming)}", "muted"),)
    return Row(plan_key(coming), (((at, "second"),), ((coming.name or "you", "name"),), what))


def beside_line(caseload: Caseload, coming: Coming, planned: Iterable[Coming]) -> Row:
    """The same in two columns."""
    at, name, what = plan_line(caseload, coming, planned).cells
    assert not isinstance(name, str) and not isinstance(what, str)
    return Row(plan_key(coming), (at, (*name, (" ", ""), *what)))


def _at_the_same_time(coming: Coming, planned: Iterable[Coming]) -> list[str]:
    """Whoever else has this very day and hour; a whole day clashes with nothing."""
    if coming.at is None or coming.result:
        return []
    when = coming.on, coming.at
    others = (one for one in planned if (one.on, one.at) == when and not one.result)
    named = (brief(one.name) or "you" for one in others if plan_key(one) != plan_key(coming))
    return list(dict.fromkeys(named))


def how_often(caseload: Caseload, coming: Coming) -> str:
    """How a plan comes back: "every other Tue"; "" where it does not."""
    repeats = caseload.get(Appointment, coming.record.id).repeats if coming.comes_back else None
    return repeat_words(repeats) if repeats else ""


def day_heading(on: date, moment: Moment) -> str:
    """A day over what it holds: "TOMORROW, Tue 24 Nov"."""
    named = {0: "TODAY, ", 1: "TOMORROW, "}.get((on - moment.day) // timedelta(days=1), "")
    year = "" if on.year == moment.day.year else f" {on.year}"
    return f"{named}{on:%a} {on.day} {on:%b}{year}"


def _row_before(coming: Coming, moment: Moment) -> Row:
    words = (*what_cell(coming, moment), (f", {distance(coming.on, moment.day)}", "muted"))
    return Row(plan_key(coming), (((("", "second"),)), ((coming.name or "you", "name"),), words))
