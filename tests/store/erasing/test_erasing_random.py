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
from store.merging import merge, refile
from store.records import Appointment, Client, Contact, Promise
from store.references import lost_count
from store.shelf import TABLE_OF
from tests.store.erasing.planted import opened

NAMES = ("Zebulon Quartz", "Ambrose Kite", "Perpetua Lunt", "Ottoline Vex")
DAY = date(2026, 11, 2)
STEPS = 60


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


class Life:
    """A folder as it fills; where each token was put, and what was ever filed with others too."""

    def __init__(self, caseload, chance):
        self.caseload, self.chance = caseload, chance
        self.tokens, self.moved = {}, set()

    def documents(self):
        """What is kept now."""
        book = self.caseload.folder.caseload
        every = {
            (table, id): found
            for table in book.ledger.tables()
            for id, found in book.documents(table).items()
        }
        return {place: json.loads(json.dumps(document)) for place, document in every.items()}

    def one_act(self, people, step):
        """Something that may happen; a refused undo is no act."""
        caseload, chance = self.caseload, self.chance
        me, other = chance.choice(people), chance.choice(people)
        token = f"tok{step:03}zz"
        met = Contact(client_ids=(me,), on=DAY, mode="phone", words=token, as_typed=token)
        promises, notes = caseload.of(Promise, me), caseload.of(Contact, me)
        may_be = [
            *[lambda: caseload.add(met)] * 3,
            lambda: me == other or caseload.add(replace(met, client_ids=(me, other), words="of both")),
            lambda: caseload.add(Promise(client_id=me, words=token)),
            lambda: caseload.add(Appointment(client_id=me, on=DAY, what=token)),
            lambda: promises and caseload.change(promises[0], replace(promises[0], words=token)),
            lambda: notes and caseload.change(notes[0], replace(notes[0], words=token)),
            lambda: notes and caseload.remove(chance.choice(notes)),
            lambda: self.put_right(chance.choice([*promises, *notes, None]), me, other),
            lambda: me == other or chance.random() > 0.2 or self.made_one(me, other),
            *[caseload.folder.undo, caseload.folder.redo] * 2,
            lambda: caseload.folder.compact(force=True),
            lambda: create(caseload.folder, caseload.clock),
        ]
        was = self.documents()
        with suppress(RequestRefused):
            chance.choice(may_be)()
        for place, document in self.documents().items():
            self.moved |= {place} if len(people_of(document)) > 1 else set()
            if token in json.dumps(document) and was.get(place) != document:
                self.tokens[token] = (place, me)

    def put_right(self, record, me, other):
        """File a record with another person."""
        if record and me != other:
            self.moved.add((TABLE_OF[type(record)], record.id))
            refile(self.caseload, (record,), *(self.caseload.get(Client, each) for each in (me, other)))

    def made_one(self, me, other):
        """Two people who are one; it may be undone."""
        self.moved |= {place for place, found in self.documents().items() if other in people_of(found)}
        merge(self.caseload, *(self.caseload.get(Client, each) for each in (me, other)))


def live(path, clock, chance):
    """Fill a folder; the people who are still there, what is kept, and the tokens of each."""
    with DataFolder.create(path, clock) as folder:
        life = Life(Caseload(folder, clock), chance)
        for name in NAMES:
            life.caseload.add(Client(name=name))
        for step in range(STEPS):
            if people := [client.id for client in life.caseload.people()]:
                life.one_act(people, step)
        return {client.id: client.name for client in life.caseload.people()}, life.documents(), life


def people_of(document):
    return [*document.get("client_ids", ()), *([document["client_id"]] if "client_id" in document else ())]


def tokens_of(who, life, before):
    """Those that may stand nowhere: of what is theirs now, and of what was never anybody else's."""
    for token, (place, by) in life.tokens.items():
        now = before.get(place)
        if people_of(now) == [who] if now else (by == who and place not in life.moved):
            yield token


def expected(place, document, who, strip):
    """What a document should be afterwards, reckoned by itself; None where it should be gone."""
    several = document.get("client_ids", [])
    if place == ("clients", who) or document.get("client_id") == who or several == [who]:
        return None
    if who not in several:
        return document
    more = {"unnamed": 1} if strip else {}
    return {**document, "client_ids": [each for each in several if each != who], **more}


def bare(document):
    """Without the line as typed, which goes with whoever was named in it."""
    return document and {name: value for name, value in document.items() if name != "as_typed"}


def check(path, clock, who, name, life, before, strip):
    """No token and no name of theirs is anywhere; every other record is as it should be."""
    theirs = re.compile("|".join([name, *tokens_of(who, life, before)]).encode())
    files = [file for file in path.rglob("*") if file.is_file()]
    assert not [file for file in files for text in opened(file.read_bytes(), []) if theirs.search(text)]
    with DataFolder.open(path, clock) as folder:
        for (table, id), document in before.items():
            wanted = expected((table, id), document, who, strip)
            found = folder.caseload.documents(table).get(id)
            is_tally = strip and table == "contacts" and found and not found.get("client_ids")
            assert bare(found) == bare(wanted) or (wanted is None and is_tally)
        while folder.next_undo():
            folder.undo()
        assert lost_count(folder) == 0
        folder.compact(force=True)
    assert not [one.text for one in examine(path, clock) if one.severity == "trouble"]
    for one in listing(path):
        verify(one.path, clock)


def one_life(path, clock, seed):
    chance = random.Random(seed)
    people, before, life = live(path, clock, chance)
    if not people:
        return
    who, strip = chance.choice(list(people)), chance.random() < 0.3
    done = erase(path, clock, Wish((who,), strip=strip))
    for left in done.unreached:  # of a day on which two were one for a while
        assert "made one" in left.why
        (path / left.place).unlink()
    check(path, clock, who, people[who], life, before, strip)


def test_of_a_life_drawn_by_chance_one_leaves_and_nobody_else(tmp_path, clock):
    one_life(tmp_path / "data", clock, 1)


@pytest.mark.long
def test_of_many_lives_drawn_by_chance_one_leaves_and_nobody_else(tmp_path, clock):
    for seed in range(200):
        one_life(tmp_path / "data", clock, seed)
        shutil.rmtree(tmp_path / "data")
