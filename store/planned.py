"""What has its day between two days: plans, those that come back, what became of them, releases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.clock import Moment
from store.records import Client
from store.series import occurrences
from store.standing import has_died, is_active
from store.waiting import (
    Coming,
    RecordRef,
    Records,
    expected_release,
    in_order,
    is_open,
    open_plans,
    plan_row,
)

EXPECTED_OUT = "expected out"
CAME_OUT = "came out"


def planned(records: Records, moment: Moment, first: date, last: date) -> tuple[Coming, ...]:
    """Everything of these days, both included, by day and hour.

    Of people who are not walked with now only what became of earlier plans is there; of those who died
    nothing.
    """
    return in_order((*_open(records, first, last), *_around(records, moment, first, last)))


def _open(records: Records, first: date, last: date) -> Iterator[Coming]:
    for plan, name in open_plans(records):
        for shown in occurrences(plan, first, last):
            yield plan_row(shown, name, records, head=plan)


def _around(records: Records, moment: Moment, first: date, last: date) -> Iterator[Coming]:
    """What became of plans, and releases."""
    yield from _closed(records, 0, "", first, last)
    for client in records.people():
        if has_died(client):
            continue
        yield from _closed(records, client.id, client.name, first, last)
        if is_active(client) and (on := expected_release(client, moment.day)) and first <= on <= last:
            yield _release(client, on, EXPECTED_OUT)
        for episode in client.episodes:
            if episode.on and first <= episode.on <= min(last, moment.day):
                yield _release(client, episode.on, CAME_OUT)


def _closed(records: Records, client_id: int, name: str, first: date, last: date) -> Iterator[Coming]:
    for plan in records.appointments_of(client_id):
        if first <= plan.on <= last and not is_open(plan):
            yield plan_row(plan, name, records, head=plan)


def _release(client: Client, on: date, words: str) -> Coming:
    return Coming(client.id, client.name, on, None, words, RecordRef("clients", client.id))
