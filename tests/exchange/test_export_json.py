"""The record out as JSON and in again: nothing lost, nothing attached to the wrong person."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mentor_tui.exchange.errors import ExportRefused, ImportRefused
from mentor_tui.exchange.json_in import import_json
from mentor_tui.exchange.json_out import record_object, write_json
from store.caseload import Caseload
from store.records import CASELOAD_TABLES, Appointment, Client, Contact, Goal, Promise

Opener = Callable[[str], Caseload]


def _lists(caseload: Caseload) -> dict[str, Any]:
    return {table: record_object(caseload)[table] for table in CASELOAD_TABLES}


@pytest.fixture
def exported(caseload: Caseload, tmp_path: Path) -> Path:
    write_json(caseload, tmp_path / "out.json")
    return tmp_path / "out.json"


def _changed(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    found = json.loads(path.read_text())
    change(found)
    path.write_text(json.dumps(found))
    return path


def test_the_file_says_what_it_is_and_lists_every_table(caseload: Caseload, exported: Path) -> None:
    found = json.loads(exported.read_text())
    assert (found["schema_version"], found["store"]) == (1, caseload.folder.store_id)
    assert found["exported_at"] == "2026-11-23T22:02:00+00:00"
    assert list(found)[3:] == list(CASELOAD_TABLES)


def test_every_record_carries_its_number_and_uid(exported: Path) -> None:
    found = json.loads(exported.read_text())
    records = [one for table in CASELOAD_TABLES for one in found[table]]
    assert len(records) == 10
    assert all(list(one)[:3] == ["id", "uid", "written_at"] for one in records)


def test_the_notebook_is_never_in_it(caseload: Caseload, tmp_path: Path) -> None:
    with caseload.folder.act("reflection") as act:
        act.insert("reflections", {"on": "2026-11-23", "words": "a private thought"})
    write_json(caseload, tmp_path / "all.json")
    assert "private thought" not in (tmp_path / "all.json").read_text()


def test_the_file_is_for_the_owner_alone(exported: Path) -> None:
    assert exported.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_not_written_over(caseload: Caseload, exported: Path) -> None:
    before = exported.read_bytes()
    with pytest.raises(ExportRefused, match=r"already something called out\.json"):
        write_json(caseload, exported)
    assert exported.read_bytes() == before


def test_an_empty_store_becomes_equal(caseload: Caseload, exported: Path, open_caseload: Opener) -> None:
    other = open_caseload("other")
    done = import_json(exported, other)
    assert sum(done.added.values()) == 10
    assert _lists(other) == _lists(caseload)


def test_unknown_fields_come_along(caseload: Caseload, open_caseload: Opener, tmp_path: Path) -> None:
    with caseload.folder.act("other program") as act:
        act.update("clients", 1, {"star_sign": {"sun": ["leo", 1.5, None]}})
    write_json(caseload, tmp_path / "more.json")
    other = open_caseload("other")
    import_json(tmp_path / "more.json", other)
    assert _lists(other) == _lists(caseload)


def test_where_it_came_from_nothing_changes(caseload: Caseload, exported: Path) -> None:
    before = caseload.folder.caseload.ledger.memory.seq
    done = import_json(exported, caseload)
    assert (sum(done.unchanged.values()), done.left_out, done.act) == (10, (), 0)
    assert caseload.folder.caseload.ledger.memory.seq == before


def test_a_different_version_is_left_out_and_said(caseload: Caseload, exported: Path) -> None:
    dee = caseload.get(Client, 1)
    caseload.change(dee, Client(id=1, uid=dee.uid, name="Dee", about="her own words"))
    done = import_json(exported, caseload)
    assert done.left_out == (("clients", 1, "a different version is here already, and stays"),)
    assert caseload.get(Client, 1).about == "her own words"


def test_a_trial_run_writes_nothing_and_says_the_same(exported: Path, open_caseload: Opener) -> None:
    other = open_caseload("other")
    said = import_json(exported, other, dry_run=True)
    assert not other.all(Client)
    assert said.lines(applied=True) == import_json(exported, other).lines(applied=True)


def test_records_follow_their_own_people_where_numbers_are_taken(
    exported: Path, open_caseload: Opener
) -> None:
    other = open_caseload("other")
    other.add(Client(name="Someone else"))
    other.add(Contact(client_ids=(1,), on=other.clock.now().day, words="theirs"))
    import_json(exported, other)
    dee = next(one for one in other.people() if one.name == "Dee")
    assert dee.id != 1
    assert [one.words for one in other.of(Promise, dee.id)] == ["ask about boots"]
    assert [one.words for one in other.of(Contact, dee.id)] == ["=1+1"]
    assert [one.words for one in other.of(Contact, 1)] == ["theirs"]
    (plan,) = other.of(Appointment, dee.id)
    assert plan.contact_id is not None
    assert other.get(Contact, plan.contact_id).words == "=1+1"


def test_one_undo_takes_the_whole_import_back(exported: Path, open_caseload: Opener) -> None:
    other = open_caseload("other")
    import_json(exported, other)
    other.undo()
    assert not other.all(Client)
    assert not other.all(Contact)


def test_a_removed_records_number_never_becomes_someone_elses(
    caseload: Caseload, open_caseload: Opener, tmp_path: Path
) -> None:
    caseload.add(Contact(client_ids=(2,), on=caseload.clock.now().day, words="later"))
    caseload.remove(caseload.get(Contact, 1))
    write_json(caseload, tmp_path / "gap.json")
    empty, other = open_caseload("empty"), open_caseload("other")
    import_json(tmp_path / "gap.json", empty)
    assert _lists(empty) == _lists(caseload)
    other.add(Contact(on=other.clock.now().day, words="not hers"))
    import_json(tmp_path / "gap.json", other)
    (plan,) = other.all(Appointment)
    assert plan.contact_id is None


def test_import_again_after_renumbering_changes_nothing(exported: Path, open_caseload: Opener) -> None:
    other = open_caseload("other")
    other.add(Client(name="Someone else"))
    import_json(exported, other)
    again = import_json(exported, other)
    assert (sum(again.added.values()), again.left_out) == (0, ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not whole JSON"),
        (b"[]", "it has no schema_version"),
        (b'{"schema_version": 2}', "made by a newer mentor"),
        (b'{"schema_version": 1, "clients": {}}', '"clients" is not a list'),
        (b'{"schema_version": 1, "clients": [1]}', '"clients" is not a list'),
        (b'{"schema_version": 1, "clients": [{"id": 1}]}', "has no uid"),
        (b'{"schema_version": 1, "clients": [{"uid": 1}]}', "has no number"),
        (b'{"schema_version": 1, "x": NaN}', "NaN is not a number"),
        (b'{"schema_version": 1, "x": 1e999}', "a number is too large"),
        (b'{"schema_version": 1, "x": ' + b"9" * 5000 + b"}", "a number is too large"),
        (b'{"schema_version": 1, "a": 1, "a": 2}', "names a field twice"),
        (b'{"schema_version": 1, "a\\u001b": 1}', "holds control characters"),
        (b'{"schema_version": 1, "x": ' + b"[" * 100_000, "nested too deep"),
        (b'{"schema_version": 1, "x": "\xff"}', "is not UTF-8"),
        (b'{"schema_version": 1}\x00', "NUL bytes"),
        (b'{"schema_version": 1, "clients": [', "is not whole JSON"),
    ],
)
def test_what_is_not_a_sound_export_is_refused(
    caseload: Caseload, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "in.json").write_bytes(content)
    before = _lists(caseload)
    with pytest.raises(ImportRefused) as refused:
        import_json(tmp_path / "in.json", caseload)
    assert said in str(refused.value)
    assert _lists(caseload) == before


def test_the_same_record_twice_is_refused(exported: Path, open_caseload: Opener) -> None:
    _changed(exported, lambda found: found["clients"].append({**found["clients"][0], "id": 9}))
    with pytest.raises(ImportRefused, match="is in the file twice"):
        import_json(exported, open_caseload("other"))


def test_control_sequences_are_taken_out_on_the_way_in(exported: Path, open_caseload: Opener) -> None:
    _changed(exported, lambda found: found["clients"][0].update(name="D\x1b[31mee\u202e", extra=["\x07x"]))
    other = open_caseload("other")
    import_json(exported, other)
    document = other.folder.caseload.documents("clients")[1]
    assert (document["name"], document["extra"]) == ("Dee", ["x"])


def test_a_record_that_cannot_be_read_is_left_out_with_the_reason(
    exported: Path, open_caseload: Opener
) -> None:
    _changed(exported, lambda found: found["clients"][1].pop("name"))
    other = open_caseload("other")
    done = import_json(exported, other)
    assert done.left_out == (("clients", 2, "it cannot be read as a record of this kind"),)
    assert other.all(Goal)[0].client_id == 0


def test_a_reference_to_a_number_nobody_has_is_left_empty(exported: Path, open_caseload: Opener) -> None:
    _changed(exported, lambda found: found["goals"][0].update(client_id=77))
    other = open_caseload("other")
    done = import_json(exported, other)
    assert other.all(Goal)[0].client_id == 0
    assert done.notes == ("1 record named something that is not in the file; that reference was left empty.",)
