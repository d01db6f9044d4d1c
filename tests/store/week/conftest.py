"""A caseload for a week: Monday 16 to Sunday 22 November 2026, looked at on the Monday after."""

from datetime import UTC, date, datetime

import pytest

from store.caseload import Caseload
from store.records import Client, Contact
from store.week import the_week, week_of

NOVEMBER = range(1, 31)


@pytest.fixture
def caseload(folder, clock):
    return Caseload(folder, clock)


@pytest.fixture
def person(caseload):
    """Adds somebody by name, and returns their number."""
    return lambda name, **fields: caseload.add(Client(name=name, **fields)).records[0].id


@pytest.fixture
def was(caseload):
    """Adds an entry on a day of November; an hour of the clock is Vancouver's."""

    def add(who, day, *, hour=None, **fields):
        ids = (who,) if isinstance(who, int) else tuple(who)
        at = datetime(2026, 11, day, (hour + 8) % 24, 30, tzinfo=UTC) if hour is not None else None
        if at and hour >= 16:
            at = at.replace(day=day + 1)
        return caseload.add(Contact(client_ids=ids, on=date(2026, 11, day), at=at, **fields)).records[0]

    return add


@pytest.fixture
def told(caseload):
    """What is told of the week around a day, by what it is about."""
    return lambda day=18: {
        one.about: one.words for one in the_week(caseload, week_of(date(2026, 11, day))).told
    }
