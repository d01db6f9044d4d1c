"""Everything promised: whose comes first, and who is left in peace."""

from datetime import date

import pytest

from store.caseload import Caseload
from store.promised import promised
from store.records import Client, Promise


@pytest.fixture
def caseload(folder, clock):
    return Caseload(folder, clock)


@pytest.fixture
def promise(caseload):
    def to(name, words, due=None, status="walking", **fields):
        known = next((one for one in caseload.people() if one.name == name), None)
        person = known or (caseload.add(Client(name=name, status=status)).records[0] if name else None)
        made = Promise(client_id=person.id if person else 0, words=words, due_on=due, **fields)
        return caseload.add(made).records[0]

    return to


def listed(caseload):
    people = promised(caseload).people
    return [(one.client.name if one.client else "", [each.words for each in one.promises]) for one in people]


def test_whoever_has_the_earliest_day_comes_first_and_what_has_a_day_before_what_has_none(caseload, promise):
    promise("Sam", "a coat", made_on=date(2026, 11, 20))
    promise("Jo", "the bus pass", date(2026, 11, 27))
    promise("Dee", "boots", made_on=date(2026, 11, 22))
    promise("Dee", "her ID", date(2026, 11, 24), made_on=date(2026, 11, 22))
    promise("Dee", "a letter", made_on=date(2026, 11, 1))
    assert listed(caseload) == [
        ("Dee", ["her ID", "a letter", "boots"]),
        ("Jo", ["the bus pass"]),
        ("Sam", ["a coat"]),
    ]
    assert promised(caseload).count == 5


def test_what_was_kept_or_let_go_is_not_listed(caseload, promise):
    caseload.keep_promise(promise("Dee", "boots"))
    caseload.keep_promise(promise("Dee", "a coat"), "let-go")
    assert listed(caseload) == []


def test_promises_to_someone_who_died_are_not_spoken_of_and_those_to_whoever_is_at_rest_rest(
    caseload, promise
):
    ola = promise("Ola", "a visit")
    promise("Ike", "a letter", status="inside")
    promise("Pat", "a call", status="paused")
    promise("Lou", "a ride", status="finished")
    promise("Max", "a card", status="lost-touch")
    promise("Vi", "a book", status="light")
    promise("", "new gloves")
    caseload.set_status(caseload.get(Client, ola.client_id), "died")
    assert listed(caseload) == [("", ["new gloves"]), ("Vi", ["a book"])]
    assert promised(caseload).resting == 4
    caseload.undo()
    assert ("Ola", ["a visit"]) in listed(caseload)
