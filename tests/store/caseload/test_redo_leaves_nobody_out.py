"""Redo takes nobody out about whom something was written since; whatever is done, no number leads nowhere."""

import random
from datetime import date

import pytest

from store.errors import MentorError, RequestRefused
from store.merging import merge, refile
from store.records import Client, Contact, HandedOn, Promise
from store.references import lost_count
from store.shelf import TABLE_OF, fields_of

STEPS = ("add", "note", "both", "promise", "merge", "refile", "remove", "undo", "undo", "redo", "redo")
DAY = date(2026, 11, 23)


@pytest.mark.parametrize("way", ["merge", "remove"])
def test_redo_is_refused_where_something_was_written_about_whoever_it_would_take_out(
    caseload, folder, person, note, way
):
    mia, zeb = person("Mia"), person("Zebulon")
    if way == "merge":
        merge(caseload, mia, zeb)
    else:
        caseload.remove(zeb)
    folder.undo()
    note("zebulon talked 5m NEWNOTE > thu 10am clinic")
    with pytest.raises(RequestRefused, match="written meanwhile about what it would take out"):
        folder.redo()
    assert [one.name for one in caseload.all(Client)] == ["Mia", "Zebulon"]
    assert lost_count(folder) == 0


def test_redo_brings_back_what_nobody_wrote_about_since(caseload, folder, person, note):
    mia, zeb = person("Mia"), person("Zebulon")
    note("zebulon talked 5m")
    merge(caseload, mia, zeb)
    folder.undo()
    folder.redo()
    assert [one.name for one in caseload.all(Client)] == ["Mia"]
    assert lost_count(folder) == 0


def test_a_page_handed_on_lets_go_of_somebody_whose_adding_is_undone(caseload, folder, person):
    mia, zeb = person("Mia"), person("Zebulon")
    handed = HandedOn(on=DAY, what="people", client_ids=(mia.id, zeb.id))
    with folder.act("handed on, people", undoable=False) as act:
        act.insert(TABLE_OF[HandedOn], fields_of(handed))
    folder.undo()
    assert [one.client_ids for one in caseload.all(HandedOn)] == [(mia.id,)]
    folder.redo()
    assert [one.client_ids for one in caseload.all(HandedOn)] == [(mia.id, zeb.id)]


def _step(caseload, folder, chance, what, number):
    if what in ("undo", "redo"):
        getattr(folder, what)()
        return
    people = list(caseload.all(Client))
    if what == "add" or len(people) < 2:
        caseload.add(Client(name=f"P{number}"))
        return
    one, other = chance.sample(people, 2)
    theirs = [each for each in caseload.all(Contact) if one.id in each.client_ids]
    if what in ("note", "both"):
        whom = (one.id, other.id) if what == "both" else (one.id,)
        caseload.add(Contact(client_ids=whom, on=DAY, mode="phone", outcome="talked"))
    elif what == "promise":
        caseload.add(Promise(client_id=one.id, words="call", contact_id=theirs[0].id if theirs else None))
    elif what == "merge":
        merge(caseload, one, other)
    elif what == "refile" and theirs:
        refile(caseload, theirs[:1], one, other)
    elif what == "remove":
        caseload.remove(chance.choice([one, *theirs]))


def _documents(folder):
    book = folder.caseload
    tables = ((table, book.documents(table)) for table in book.ledger.tables())
    return {(table, id): dict(each) for table, found in tables for id, each in found.items()}


def _changed(documents, was, now):
    """With what differs between two states as it is in the second."""
    differing = {place for place in was | now if was.get(place) != now.get(place)}
    kept = {place: one for place, one in documents.items() if place not in differing}
    return kept | {place: one for place, one in now.items() if place in differing}


@pytest.mark.parametrize("seed", range(6))
def test_no_number_leads_nowhere_and_undo_and_redo_keep_to_a_model(caseload, folder, seed):
    chance, done, undone = random.Random(seed), [], []
    for number in range(70):
        before, what = _documents(folder), chance.choice(STEPS)
        try:
            _step(caseload, folder, chance, what, number)
        except MentorError:
            assert _documents(folder) == before
            continue
        now = _documents(folder)
        if what == "undo":  # the newest act that stands, whenever it was brought back
            undone.append(done.pop(done.index(max(done, key=lambda one: one[0]))))
            assert now == _changed(before, undone[-1][2], undone[-1][1])
        elif what == "redo":
            done.append(undone.pop())
            assert now == _changed(before, *done[-1][1:])
        elif now != before:
            done.append((number, before, now))
        assert lost_count(folder) == 0, (seed, number, what)
