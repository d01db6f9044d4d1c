"""The agenda as rows: a heading for each day, the time, who, what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentor_tui.rows import person_key, what_cell
from store.vocabulary import ACTIVE_STATUSES
from store.waiting import Coming, RecordRef, expected_release, is_open, what_it_is
from store.when_echo import distance
from widgets.row import Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment

COLUMNS = (Column(width=5), Column(least=8, most=16), Column(least=24))
"""Time; who; what."""


def items(caseload: Caseload, moment: Moment, days: int) -> list[Item]:
    """Still open from before, then day by day."""
    by_day: dict[date, list[Row]] = {}
    for coming in caseload.agenda(days):
        by_day.setdefault(coming.on, []).append(_row(coming, moment))
    for on, row in _releases(caseload, moment, days):
        by_day.setdefault(on, []).append(row)
    shown: list[Item] = []
    if before := _still_open(caseload, moment):
        shown += [Heading("STILL OPEN FROM BEFORE"), *before]
    for on in sorted(by_day):
        shown += [*([Gap()] if shown else []), Heading(_day_heading(on, moment)), *by_day[on]]
    return shown


def _row(coming: Coming, moment: Moment) -> Row:
    at = f"{coming.at:%H:%M}" if coming.at else ""
    # Its day stands above it: the time must not be said twice.
    what: tuple[Piece, ...] = ((coming.what or coming.text, ""),)
    if coming.goes_with:
        what += ((f", {coming.goes_with}", "muted"),)
    key = f"{coming.record.table}:{coming.record.id}"
    return Row(key, (((at, "second"),), ((coming.name or "you", "name"),), what))


def _releases(caseload: Caseload, moment: Moment, days: int) -> list[tuple[date, Row]]:
    """Expected releases are dates too."""
    rows: list[tuple[date, Row]] = []
    for client in caseload.people():
        on = expected_release(client, moment.day)
        if client.status in ACTIVE_STATUSES and on and 0 <= (on - moment.day).days <= days:
            words: tuple[Piece, ...] = (("expected out", "strong"),)
            rows.append((on, Row(person_key(client.id), (((("", ""),)), ((client.name, "name"),), words))))
    return rows


def _still_open(caseload: Caseload, moment: Moment) -> list[Row]:
    names = {client.id: client.name for client in caseload.people() if client.status in ACTIVE_STATUSES}
    plans = [
        plan
        for person in (*names, 0)
        for plan in caseload.appointments_of(person)
        if is_open(plan) and plan.on < moment.day
    ]
    return [
        _row_before(plan.id, names.get(plan.client_id, ""), what_it_is(plan, caseload), plan.on, moment)
        for plan in sorted(plans, key=lambda plan: (plan.on, plan.id))
    ]


def _row_before(id: int, name: str, what: str, on: date, moment: Moment) -> Row:
    coming = Coming(0, name, on, None, what, RecordRef("appointments", id))
    words = (*what_cell(coming, moment), (f", {distance(on, moment.day)}", "muted"))
    return Row(f"appointments:{id}", (((("", "second"),)), ((name or "you", "name"),), words))


def _day_heading(on: date, moment: Moment) -> str:
    named = {0: "TODAY, ", 1: "TOMORROW, "}.get((on - moment.day) // timedelta(days=1), "")
    year = "" if on.year == moment.day.year else f" {on.year}"
    return f"{named}{on:%a} {on.day} {on:%b}{year}"
