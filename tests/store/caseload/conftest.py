"""A caseload of its own for every test, and short ways to put people and notes into it."""

import pytest

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.records import CASELOAD_TABLES, Appointment, Client, Referral, Service


@pytest.fixture
def caseload(folder, clock):
    return Caseload(folder, clock)


@pytest.fixture
def moment(clock):
    return clock.now()


@pytest.fixture
def later(folder):
    """The same caseload at another moment."""

    def at(text):
        return Caseload(folder, FixedClock(moment_from(text, "America/Vancouver")))

    return at


@pytest.fixture
def person(caseload):
    """Adds one person by name."""

    def add(name, **fields):
        return caseload.add(Client(name=name, **fields)).records[0]

    return add


@pytest.fixture
def note(caseload):
    """Reads one line and saves it."""

    def save(line, **how):
        return caseload.record_note(caseload.read_note(line, **how))

    return save


@pytest.fixture
def touch(caseload):
    """Adds one plan."""

    def add(client, on, **fields):
        return caseload.add(Appointment(client_id=client.id, on=on, **fields)).records[0]

    return add


@pytest.fixture
def service(caseload):
    def add(name, **fields):
        return caseload.add(Service(name=name, **fields)).records[0]

    return add


@pytest.fixture
def bridge(caseload):
    def add(client, **fields):
        return caseload.add(Referral(client_id=client.id, **fields)).records[0]

    return add


@pytest.fixture
def everything(folder):
    """Every document of the record as it stands, by table and number."""

    def documents():
        return {
            table: {id: dict(document) for id, document in folder.caseload.documents(table).items()}
            for table in CASELOAD_TABLES
        }

    return documents


@pytest.fixture
def written(folder):
    """What the newest act wrote, as sorted (table, what) pairs."""

    def newest():
        return sorted((table, what) for table, _, what in next(folder.history()).changes)

    return newest
