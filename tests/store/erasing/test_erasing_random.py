"""Lives drawn by chance, with undo, folds and backups: one person leaves, and nobody else does."""

import json
import random
import re
import shutil
from contextlib import suppress
from datetime import date

import pytest
from msgspec.structs import replace

from store.backup import create, listing
from store.backup_proof import verify
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.doctor import examine
from store.erasing import Wish, erase
from store.errors import RequestRefused
from store.folder import DataFolder
from store.records import Appointment, Client, Contact, Promise
from tests.store.erasing.planted import opened

NAMES = ("Zebulon Quartz", "Ambrose Kite", "Perpetua Lunt", "Ottoline Vex")
DAY = date(2026, 11, 2)
STEPS = 60


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


def live(path, clock, chance):
    """Fill a folder; the people who are still there, and what is kept."""
    with DataFolder.create(path, clock) as folder:
        caseload = Caseload(folder, clock)
        for name in NAMES:
            caseload.add(Client(name=name))
        for step in range(STEPS):
            people = [client.id for client in caseload.people()]
            if people:
                one_act(caseload, chance, people, step)
        documents = {
            (table, id): json.loads(json.dumps(document))
            for table in folder.caseload.ledger.tables()
            for id, document in folder.caseload.documents(table).items()
        }
        return {client.id: client.name for client in caseload.people()}, documents


def one_act(caseload, chance, people, step):
    """Something that may happen; a refused undo is no act."""
    me, other = chance.choice(people), chance.choice(people)
    token = f"tok{me}x{step:03}zz"
    met = Contact(client_ids=(me,), on=DAY, mode="phone", words=token, as_typed=token)
    promises, notes = caseload.of(Promise, me), caseload.of(Contact, me)
    may_be = [
        *[lambda: caseload.add(met)] * 3,
        lambda: me == other or caseload.add(replace(met, client_ids=(me, other), words="of both")),
        lambda: caseload.add(Promise(client_id=me, words=token)),
        lambda: caseload.add(Appointment(client_id=me, on=DAY, what=token)),
        lambda: promises and caseload.change(promises[0], replace(promises[0], words=token)),
        lambda: notes and caseload.remove(chance.choice(notes)),
        caseload.folder.undo,
        caseload.folder.redo,
        lambda: caseload.folder.compact(force=True),
        lambda: create(caseload.folder, caseload.clock),
    ]
    with suppress(RequestRefused):
        chance.choice(may_be)()


def expected(place, document, who, strip):
    """What a document should be afterwards, reckoned by itself; None where it should be gone."""
    several = document.get("client_ids", [])
    if place == ("clients", who) or document.get("client_id") == who or several == [who]:
        return None
    if who not in several:
        return document
    rest = {name: value for name, value in document.items() if name != "as_typed"}
    more = {"unnamed": 1} if strip else {}
    return {**rest, "client_ids": [each for each in several if each != who], **more}


def check(path, clock, who, name, before, strip):
    """No token and no name of theirs is anywhere; every other record is as it should be."""
    theirs = re.compile(rb"tok%dx\d{3}zz|%b" % (who, name.encode()))
    files = [file for file in path.rglob("*") if file.is_file()]
    assert not [file for file in files for text in opened(file.read_bytes(), []) if theirs.search(text)]
    with DataFolder.open(path, clock) as folder:
        for (table, id), document in before.items():
            wanted, found = (
                expected((table, id), document, who, strip),
                folder.caseload.documents(table).get(id),
            )
            is_tally = strip and table == "contacts" and found and not found.get("client_ids")
            assert found == wanted or (wanted is None and is_tally)
        with suppress(RequestRefused):
            while folder.next_undo():
                folder.undo()
        folder.compact(force=True)
    assert not [one.text for one in examine(path, clock) if one.severity == "trouble"]
    for one in listing(path):
        verify(one.path, clock)


def one_life(path, clock, seed):
    chance = random.Random(seed)
    people, before = live(path, clock, chance)
    if not people:
        return
    who, strip = chance.choice(list(people)), chance.random() < 0.3
    assert erase(path, clock, Wish((who,), strip=strip)).unreached == []
    check(path, clock, who, people[who], before, strip)


def test_of_a_life_drawn_by_chance_one_leaves_and_nobody_else(tmp_path, clock):
    one_life(tmp_path / "data", clock, 1)


@pytest.mark.long
def test_of_many_lives_drawn_by_chance_one_leaves_and_nobody_else(tmp_path, clock):
    for seed in range(300):
        one_life(tmp_path / "data", clock, seed)
        shutil.rmtree(tmp_path / "data")
