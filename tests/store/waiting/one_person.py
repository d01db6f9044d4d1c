"""Dee and what is kept about her, for the tables of who is waiting."""

from datetime import date, time

import pytest

from store.records import Appointment, Client, Contact, Episode, Promise, Referral, Rhythm


def nov(day: int) -> date:
    return date(2026, 11, day)


def dec(day: int) -> date:
    return date(2026, 12, day)


def dee(**fields) -> Client:
    return Client(id=1, name="Dee", **fields)


def out(day: date, **more) -> Client:
    return dee(episodes=(Episode(on=day, **more),))


def expected(day: date, **more) -> Client:
    return dee(episodes=(Episode(expected_on=day, **more),), status="not-out")


AGREED = nov(2)


def weekly(agreed: date = AGREED, every: int = 7, **fields) -> Client:
    return dee(rhythm=Rhythm(every_days=every, agreed_on=agreed), **fields)


def call(day: int, outcome: str = "talked", **fields) -> Contact:
    return Contact(
        **{"id": day, "client_ids": (1,), "on": nov(day), "mode": "phone", "outcome": outcome} | fields
    )


def plan(on: date, at: time | None = None, **fields) -> Appointment:
    return Appointment(**{"id": 1, "client_id": 1, "on": on, "at": at, "what": "clinic"} | fields)


def promise(due: date | None = None, **fields) -> Promise:
    return Promise(**{"id": 1, "client_id": 1, "words": "ask about boots", "due_on": due} | fields)


def bridge(asked: date | None, **fields) -> Referral:
    return Referral(**{"id": 1, "client_id": 1, "to": "clinic", "stage": "asked", "stage_on": asked} | fields)


NOTHING = ["nothing_agreed: nothing agreed yet"]


def reads(entry) -> list[str]:
    """The reasons of one who waits, each as its kind and its words."""
    return [f"{reason.kind}: {reason.text}" for reason in entry.reasons]


def each_of(cases):
    """A test run with each row of a table: its name, the records, the band, the reasons."""
    rows, names = [case[1:] for case in cases], [case[0] for case in cases]
    return pytest.mark.parametrize(("records", "band", "reasons"), rows, ids=names)
