"""The whole record of two years out as JSON and into an empty folder: equal, table by table."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import msgspec
import pytest

from mentor_tui.demo.filling import fill
from mentor_tui.demo.generator import demo_records
from mentor_tui.exchange.json_in import import_json
from mentor_tui.exchange.json_out import write_json
from mentor_tui.exchange.json_refs import REFERENCES
from mentor_tui.handing_on import hand_on
from mentor_tui.month_closing import close_month
from store.caseload import Caseload
from store.records import CASELOAD_TABLES, Absence, Contact, Envelope, Promise

TODAY = "2026-11-23"


@pytest.fixture
def lived(open_caseload: Callable[[str], Caseload], tmp_path: Path) -> Caseload:
    """The demo, with a month closed, files handed on, an envelope, days away, and records gone again."""
    kept = open_caseload("lived")
    fill(kept.folder, demo_records(kept.clock.now()))
    day = kept.clock.now().day
    kept.add(Envelope(peer="Ana", recipient="age1x", begun_on=day))
    kept.add(Absence(since=day, until=day))
    with kept.folder.act("other program") as act:
        act.update("clients", 2, {"star_sign": {"sun": ["leo", 1.5, None, True]}})
        act.insert("handed_on", {"on": TODAY, "what": "month", "figures": [{"line": "A/x", "figure": 2.5}]})
    close_month(kept, day.replace(month=10))
    hand_on(kept, tmp_path / "packet", b"x", "Handover packet", name="handover", to="Ana", people=(1, 3))
    gone = Random(5)
    for kind in (Contact, Promise):
        for one in gone.sample(kept.all(kind), 9):
            kept.remove(one)
    return kept


def _exported(caseload: Caseload, path: Path) -> dict[str, list[object]]:
    write_json(caseload, path)
    found = json.loads(path.read_text())
    return {name: value for name, value in found.items() if name not in ("exported_at", "store")}


def test_what_was_exported_comes_back_equal_into_an_empty_folder(
    lived: Caseload, open_caseload: Callable[[str], Caseload], tmp_path: Path
) -> None:
    before = _exported(lived, tmp_path / "before.json")
    assert all(before[table] for table in ("closed_months", "handed_on", "envelopes", "absences"))
    other = open_caseload("other")
    done = import_json(tmp_path / "before.json", other)
    assert (done.left_out, done.notes) == ((), ())
    assert _exported(other, tmp_path / "after.json") == before
    again = import_json(tmp_path / "after.json", lived)
    assert (again.added, again.left_out, again.act) == ({}, (), 0)


def test_every_field_that_names_another_record_is_known_to_the_import() -> None:
    assert set(REFERENCES) == set(CASELOAD_TABLES)
    for table, kind in CASELOAD_TABLES.items():
        named = {field.name for field in msgspec.structs.fields(kind) if field.name.endswith(("_id", "_ids"))}
        assert named <= set(REFERENCES[table]) | {"needs_id", "source_id", "source_organization_id"}, table
