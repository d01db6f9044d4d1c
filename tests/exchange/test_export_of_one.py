"""What leaves of one person: all of theirs, nobody else's, and it comes back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_tui.exchange.json_in import import_json
from mentor_tui.exchange.json_out import record_object, write_json
from store.caseload import Caseload
from store.made_files import MadeFiles
from store.records import CASELOAD_TABLES, Client, Contact, HandedOn, KeptFigure, Promise, Service


@pytest.fixture
def path(caseload: Caseload, tmp_path: Path) -> Path:
    """Dee alone, as a file."""
    day = caseload.clock.now().day
    figures = (KeptFigure(line="A/People/people supported", figure=2),)
    with_jo = Contact(client_ids=(1, 2), on=day, words="Renée cried", as_typed="Renée", minutes=20)
    caseload.add(with_jo)
    caseload.add(Contact(client_ids=(1,), on=day, words="alone", as_typed="alone with dee"))
    caseload.add(Contact(client_ids=(2,), on=day, words="only Renée"))
    caseload.add(HandedOn(on=day, what="handover", to="Ana", client_ids=(1, 2), figures=figures))
    caseload.add(HandedOn(on=day, what="month", to="City", figures=figures))
    caseload.add(Service(name="Nobody named it"))
    clinic = caseload.get(Service, 1)
    caseload.change(clinic, Service(id=1, uid=clinic.uid, name="Clinic", peer_note="brusque"))
    write_json(caseload, tmp_path / "dee.json", person=caseload.get(Client, 1))
    return tmp_path / "dee.json"


def test_it_holds_all_of_one_person_and_nobody_else(path: Path) -> None:
    found = json.loads(path.read_text())
    assert found["client"] == {"number": 1, "name": "Dee"}
    assert {table: len(found[table]) for table in CASELOAD_TABLES if found[table]} == {
        **dict.fromkeys(("clients", "appointments", "promises", "referrals", "services", "consents"), 1),
        "handed_on": 1,
        "contacts": 3,
    }
    for words in ("Renée", "see my kids", "brusque", "figure", "City", "Nobody"):
        assert words not in path.read_text()


def test_of_what_was_shared_it_holds_that_it_was_and_of_their_own_every_word(path: Path) -> None:
    _, shared, own = json.loads(path.read_text())["contacts"]
    assert (shared["client_ids"], shared["minutes"]) == ([1], 20)
    assert not {"words", "as_typed", "they_will"} & set(shared)
    assert (own["words"], own["as_typed"]) == ("alone", "alone with dee")


def test_it_is_on_the_list_of_what_was_written_with_whose_it_is(caseload: Caseload, path: Path) -> None:
    (made,) = MadeFiles.of(caseload.folder).on_disk()
    assert (made.path, tuple(made.people)) == (path, (1,))


def test_it_comes_back_equal_and_where_it_came_from_changes_nothing(
    caseload: Caseload, path: Path, open_caseload: Callable[[str], Caseload], tmp_path: Path
) -> None:
    other = open_caseload("other")
    assert import_json(path, other).left_out == ()
    again = record_object(other, other.find_person("dee"))
    assert {table: again[table] for table in CASELOAD_TABLES} == {
        table: json.loads(path.read_text())[table] for table in CASELOAD_TABLES
    }
    assert other.of(Promise, 1)
    before = caseload.folder.caseload.ledger.memory.seq
    assert import_json(path, caseload).added == {}
    assert caseload.folder.caseload.ledger.memory.seq == before
