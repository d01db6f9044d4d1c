"""TinyDB's whole query layer over the journal, with results that are copies and changes that are acts."""

import pytest
from tinydb import Query, where
from tinydb.operations import delete, increment
from tinydb.table import Document, Table

from store.folder import DataFolder


@pytest.fixture(params=["our table", "stock table"])
def people(request, folder):
    """Three people, through our table and through TinyDB's own over our storage."""
    if request.param == "our table":
        table = folder.caseload.table("clients")
    else:
        table = Table(folder.caseload.storage, "clients")
    table.insert_multiple({"name": name, "n": 1, "also": [name.lower()]} for name in ("Dee", "Ed", "Jo"))
    return table


def test_queries_find_what_they_should(people):
    assert people.get(where("name") == "Ed").doc_id == 2
    assert people.get(doc_id=3)["name"] == "Jo" and people.get(doc_id=4) is None
    assert people.get(doc_id=float("nan")) is None
    assert [one.doc_id for one in people.get(doc_ids=[1, 3, 9])] == [1, 3]
    assert [one["name"] for one in people.search(Query().name.matches("[DE]"))] == ["Dee", "Ed"]
    assert people.count(where("n") == 1) == len(people) == len(people.all()) == 3
    assert people.contains(where("name") == "Jo") and people.contains(doc_id=1)


def test_changes_change_what_they_should(people, place, clock):
    assert people.update({"n": 2}, where("name") == "Dee") == [1]
    assert people.update(increment("n"), doc_ids=[1, 2, 99]) == [1, 2]
    assert people.update(delete("also")) == [1, 2, 3]
    assert people.update_multiple([({"a": 1}, where("n") == 3), (delete("n"), where("name") == "Jo")]) == [
        1,
        3,
    ]
    assert people.upsert({"name": "Kim"}, where("name") == "Kim") == [4]
    assert people.upsert({"b": 1}, where("name") == "Kim") == [4]
    assert people.upsert(Document({"name": "Lou"}, doc_id=9)) == [9]
    assert people.remove(where("name") == "Ed") == [2] and people.remove(doc_ids=[9]) == [9]
    with DataFolder.open(place, clock) as again:
        assert {one.doc_id: dict(one) for one in again.caseload.table("clients")} == {
            1: {"name": "Dee", "n": 3, "a": 1},
            3: {"name": "Jo"},
            4: {"name": "Kim", "b": 1},
        }


def test_a_number_that_is_taken_is_refused(people):
    with pytest.raises(ValueError, match="already exists"):
        people.insert(Document({"name": "Kim"}, doc_id=2))
    with pytest.raises(ValueError, match="not a Mapping"):
        people.insert([1])


def test_what_json_cannot_hold_is_refused_and_changes_nothing(people):
    with pytest.raises(TypeError):
        people.insert({"name": {1, 2}})
    assert len(people) == 3


def test_editing_a_result_changes_nothing_kept(folder):
    people = folder.caseload.table("clients")
    people.insert({"name": "Dee", "n": 1, "also": ["dee"]})
    for found in (
        people.all()[0],
        people.get(doc_id=1),
        people.search(where("name") == "Dee")[0],
        next(iter(people)),
    ):
        found["also"].append("spoiled")
        found["name"] = "spoiled"
        assert people.get(doc_id=1) == {"name": "Dee", "n": 1, "also": ["dee"]}
        assert people.search(where("name") == "Dee")[0]["also"] == ["dee"]


def test_a_query_asked_again_sees_what_changed_since(folder):
    people = folder.caseload.table("clients")
    people.insert({"name": "Dee"})
    assert people.count(where("name") == "Dee") == 1
    with folder.act("other") as act:
        act.insert("clients", {"name": "Dee"})
    assert people.count(where("name") == "Dee") == 2


def test_each_direct_change_is_a_commit_of_its_own_and_inside_an_act_joins_it(folder):
    people = folder.caseload.table("clients")
    people.insert({"name": "Dee"})
    people.insert_multiple([{"name": "Ed"}, {"name": "Jo"}])
    with folder.act("several") as act:
        id = act.insert("clients", {"name": "Kim"})
        people.update({"pronouns": "she"}, doc_ids=[id])
        people.remove(doc_ids=[1])
        assert len(people) == 3 and people.get(doc_id=id)["pronouns"] == "she"
    assert [len(act.changes) for act in folder.history()] == [2, 2, 1]
    folder.undo()
    assert sorted(one["name"] for one in people) == ["Dee", "Ed", "Jo"]


def test_a_change_writes_one_line_and_nothing_else(folder, file_states):
    people = folder.caseload.table("clients")
    people.insert_multiple({"name": f"person {number}"} for number in range(100))
    before = file_states(folder.path)
    people.update({"name": "Dee"}, doc_ids=[50])
    after = file_states(folder.path)
    changed = [name for name in after if after[name] != before[name]]
    assert changed == ["caseload.journal"]
    assert after[changed[0]].startswith(before[changed[0]])
    assert after[changed[0]].count(b"\n") == before[changed[0]].count(b"\n") + 1


def test_tables_can_be_dropped_and_brought_back(folder):
    db = folder.caseload
    db.table("clients").insert({"name": "Dee"})
    db.insert({"in": "the default table"})
    assert len(db) == 1 and {"clients", "_default"} <= db.tables()
    db.drop_table("clients")
    assert len(db.table("clients")) == 0 and len(db) == 1
    db.drop_tables()
    assert len(db) == 0
    folder.undo()
    folder.undo()
    assert db.table("clients").get(doc_id=1)["name"] == "Dee" and len(db) == 1
    db.table("clients").truncate()
    assert len(db.table("clients")) == 0


def test_a_removed_number_is_not_given_again_after_truncate(folder):
    people = folder.caseload.table("clients")
    people.insert({"name": "Dee"})
    people.truncate()
    assert people.insert({"name": "Ed"}) == 2
