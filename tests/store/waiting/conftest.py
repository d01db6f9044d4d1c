"""Plain records on a shelf, for the pure functions that ask who is waiting."""

from collections.abc import Callable
from datetime import date, time

import pytest

from store.clock import moment_from
from store.records import Appointment, Client, Contact, Promise, Record, Referral, Service


class Shelf:
    """The reads of `store.waiting.Records`, over a handful of records."""

    def __init__(self, *records: Record, curve: tuple[int, ...] = ()):
        self.records = records
        self.release_curve = curve

    def _all(self, kind, keep=lambda record: True):
        return [record for record in self.records if isinstance(record, kind) and keep(record)]

    def people(self):
        return self._all(Client)

    def contacts_with(self, client_id):
        found = self._all(Contact, lambda record: client_id in record.client_ids)
        return iter(sorted(found, key=lambda record: (record.on, record.id), reverse=True))

    def appointments_of(self, client_id):
        return self._all(Appointment, lambda record: record.client_id == client_id)

    def promises_of(self, client_id):
        return self._all(Promise, lambda record: record.client_id == client_id)

    def referrals_of(self, client_id):
        return self._all(Referral, lambda record: record.client_id == client_id)

    def service_name(self, service_id):
        return next((each.short or each.name for each in self._all(Service) if each.id == service_id), "")


@pytest.fixture(scope="session")
def shelf() -> type[Shelf]:
    return Shelf


@pytest.fixture(scope="session")
def at() -> Callable:
    """A moment of a day in Vancouver."""

    def moment(day: date, wall: time = time(14, 2)):
        return moment_from(f"{day.isoformat()}T{wall.isoformat()}", "America/Vancouver")

    return moment


@pytest.fixture(scope="session")
def monday(at):
    """Monday 23 November 2026, 14:02."""
    return at(date(2026, 11, 23))
