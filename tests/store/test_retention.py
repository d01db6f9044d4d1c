"""Which records ask whether they are still needed, and when: never of somebody who is walked with."""

from datetime import date

import pytest
from msgspec.structs import replace

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.errors import RequestRefused
from store.folder import DataFolder
from store.records import Client, Contact
from store.retention import after_months, ask_later, due, keep, review_day

ENDED = date(2025, 10, 31)


@pytest.fixture
def caseload(tmp_path):
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    with DataFolder.create(tmp_path / "data", clock) as folder:
        yield Caseload(folder, clock)


def person(caseload, name="Quill", **fields):
    return caseload.add(Client(name=name, **fields)).records[0]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 10, 31), 12, date(2026, 10, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 12, 5), 120, date(2035, 12, 5)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, later):
    assert after_months(day, months) == later


def test_a_year_after_the_end_or_the_last_contact_it_is_asked(caseload):
    done = person(caseload, status="finished", status_on=ENDED)
    person(caseload, "Rook", status="walking", status_on=date(2020, 1, 1))
    person(caseload, "Teal", status="finished", status_on=date(2026, 3, 1))
    met_since = person(caseload, "Wren", status="lost-touch", status_on=ENDED)
    caseload.add(Contact(client_ids=(met_since.id,), on=date(2026, 2, 2), mode="phone"))
    assert [(one.client.name, one.since, one.last) for one in due(caseload)] == [
        ("Quill", date(2026, 10, 31), ENDED)
    ]
    assert due(caseload, keep_months=14) == ()
    assert review_day(done, lambda _: date(2026, 1, 5), 12) == date(2027, 1, 5)


def test_a_day_that_she_set_counts_alone_and_a_reason_moves_it(caseload):
    set_so = person(caseload, status="finished", status_on=ENDED, review_on=date(2027, 1, 1))
    early = person(
        caseload, "Rook", status="finished", status_on=date(2026, 9, 1), review_on=date(2026, 11, 1)
    )
    assert [(one.client.name, one.since) for one in due(caseload)] == [("Rook", date(2026, 11, 1))]
    caseload.remove(early)
    assert due(caseload) == ()
    caseload.change(set_so, replace(set_so, review_on=date(2026, 11, 23)))
    (one,) = due(caseload)
    with pytest.raises(RequestRefused, match="why"):
        keep(caseload, one.client, "  ")
    keep(caseload, one.client, "a letter may come")
    kept = caseload.get(Client, set_so.id)
    assert (kept.review_on, kept.kept_because) == (date(2027, 11, 23), "a letter may come")
    caseload.undo()
    ask_later(caseload, caseload.get(Client, set_so.id))
    assert due(caseload) == ()


def test_of_someone_who_died_it_is_never_asked_by_itself(caseload):
    person(caseload, status="died", status_on=ENDED)
    person(caseload, "Rook", status="died", status_on=date(2026, 10, 1))
    assert due(caseload) == ()
    assert [one.client.name for one in due(caseload, with_who_died=True)] == ["Quill"]
