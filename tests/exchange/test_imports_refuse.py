"""Every way in, given every bad file: one sentence that says why, and nothing changed."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_tui.exchange.contacts_in import plan_contacts
from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.hsds import plan_import
from mentor_tui.exchange.ics_in import import_calendar, plan_calendar
from mentor_tui.exchange.json_in import import_json
from mentor_tui.exchange.people_in import read_people
from store.caseload import Caseload

Way = Callable[[Path, Caseload], object]


def _services(path: Path, caseload: Caseload) -> object:
    return plan_import(path, (), lambda *step: None)


WAYS: dict[str, tuple[str, Way]] = {
    "json": ("in.json", import_json),
    "services": ("town/services.csv", lambda path, caseload: _services(path.parent, caseload)),
    "services json": ("town.json", _services),
    "services zip": ("town.zip", _services),
    "clients": ("in.csv", read_people),
    "clients xlsx": ("in.xlsx", read_people),
    "clients vcf": ("in.vcf", read_people),
    "contacts": ("log.csv", plan_contacts),
    "calendar": (
        "in.ics",
        lambda path, caseload: import_calendar(plan_calendar(path, caseload), caseload),
    ),
}
ALL, CSV, JSON = tuple(WAYS), ("services", "clients", "contacts"), ("json", "services json")
CUT = b'"id","name","date"\n1,"Dee,2026-01-01\n'
DEEP = b"[" * 60 + b"]" * 60
VERSION = b'{"schema_version": 1, "id": 1, "name": "x", '

BAD: dict[str, tuple[tuple[str, ...], bytes, str]] = {
    "nothing": (ALL, b"", ""),
    "NUL bytes": (ALL, b"id,name,date\x00\n", ""),
    "letters cut short": (ALL, b"\xef\xbb\xbfid,name,date\n1,caf\xc3", ""),
    "a picture": (ALL, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ""),
    "half a packed file": (ALL, b"PK\x03\x04\x14\x00\x00\x00\x08\x00half", ""),
    "a quote that is never closed": (CSV, CUT, "a quote is opened and never closed"),
    "text after a closing quote": (CSV, b'id,name,date\n1,"Dee"x,2026-01-01\n', "after a closing quote"),
    "a cell without end": (
        CSV,
        b"id,name,date\n1," + b"x" * 140_000 + b",2026-01-01\n",
        "one cell is longer",
    ),
    "no headings": (CSV, b"\n\n,,\n", ""),
    "NaN": (JSON, VERSION + b'"x": NaN}', "NaN is not a number"),
    "Infinity": (JSON, VERSION + b'"x": [-Infinity]}', "-Infinity is not a number"),
    "a field twice": (JSON, VERSION + b'"name": "y"}', "names a field twice"),
    "a number without end": (JSON, VERSION + b'"x": ' + b"9" * 5000 + b"}", "a number is too large"),
    "a number beyond numbers": (JSON, VERSION + b'"x": 1e400}', "a number is too large"),
    "lists in lists": (JSON, VERSION + b'"x": ' + DEEP + b"}", "nested too deep"),
    "lists without end": (JSON, VERSION + b'"x": ' + b"[" * 100_000, "nested too deep"),
    "a string without end": (JSON, VERSION + b'"x": "y', "is not whole JSON"),
    "two objects": (JSON, b'{"schema_version": 1}{"schema_version": 1}', "is not whole JSON"),
    "something else": (JSON, b'{"schema_version": 1, "clients": 3, "services": 3}', ""),
    "a record of ours": (("services json",), b'{"schema_version": 1, "services": []}', "mentor import json"),
    "a calendar without end": (("calendar",), b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "its end is missing"),
    "blocks in blocks": (("calendar",), b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 99, "too deep"),
}
CASES = [(way, what) for what, (ways, *_) in BAD.items() for way in ways]


def _refused(way: str, path: Path, caseload: Caseload) -> str:
    before = caseload.folder.caseload.ledger.memory.seq
    with pytest.raises(ImportRefused) as refused:
        WAYS[way][1](path, caseload)
    said = str(refused.value)
    assert caseload.folder.caseload.ledger.memory.seq == before
    assert said.endswith(".")
    assert said.isprintable()
    return said


@pytest.fixture
def empty(open_caseload: Callable[[str], Caseload]) -> Caseload:
    """A record with nothing in it."""
    return open_caseload("empty")


def test_a_bad_file_is_refused_by_every_import_and_changes_nothing(empty: Caseload, tmp_path: Path) -> None:
    for way, what in CASES:
        path = tmp_path / what.replace(" ", "-") / WAYS[way][0]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(BAD[what][1])
        assert BAD[what][2] in _refused(way, path, empty), (way, what)


@pytest.mark.parametrize("way", ALL)
def test_no_import_follows_a_link_or_waits_at_a_pipe_or_reads_a_folder(
    way: str, empty: Caseload, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("id,name\n1,x\n")
    for make in (lambda path: path.symlink_to(tmp_path / "secret"), os.mkfifo, Path.mkdir):
        path = tmp_path / getattr(make, "__name__", "x") / WAYS[way][0]
        path.parent.mkdir(parents=True)
        make(path)
        _refused(way, path, empty)


def test_every_import_reads_only_so_much_at_once(
    empty: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mentor_tui.exchange import json_reading
    from mentor_tui.exchange.hsds import nested, sources, tables
    from mentor_tui.exchange.ics import lines
    from mentor_tui.exchange.sheets import reading
    from mentor_tui.exchange.vcf import cards

    rows = "id,name,date,with\n" + "1,Dee,2026-01-01,Dee\n" * 5
    services = [{"id": str(n), "name": "x"} for n in range(5)]
    event = "BEGIN:VEVENT\nUID:a\nSUMMARY:x\nDTSTART:20270101T100000\nEND:VEVENT\n"
    content = {
        "json": json.dumps(
            {"schema_version": 1, "clients": [{"id": n + 1, "uid": f"{n:032x}"} for n in range(5)]}
        ),
        "services": rows,
        "services json": json.dumps(services),
        "clients": rows,
        "clients vcf": "BEGIN:VCARD\nVERSION:3.0\nFN:Dee\nEND:VCARD\n" * 5,
        "contacts": rows,
        "calendar": f"BEGIN:VCALENDAR\n{event * 5}END:VCALENDAR\n",
    }
    many = {json_reading: "MOST_RECORDS", nested: "MOST_ROWS", tables: "MOST_ROWS", reading: "MOST_ROWS"}
    large = (json_reading, sources, lines, reading, cards)
    for module, name in {**many, cards: "MOST_CARDS", lines: "MOST_EVENTS"}.items():
        monkeypatch.setattr(module, name, 3)
    for way, text in content.items():
        path = tmp_path / WAYS[way][0]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        assert "3" in _refused(way, path, empty), way
    for module in large:
        monkeypatch.setattr(module, "MOST_BYTES", 20)
    for way in content:
        assert "read at once" in _refused(way, tmp_path / WAYS[way][0], empty), way
    with zipfile.ZipFile(tmp_path / "town.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("services.csv", "id,name\n" + "1,x\n" * 900)
    monkeypatch.setattr(sources, "MOST_BYTES", 900)
    assert "unpacks to more" in _refused("services zip", tmp_path / "town.zip", empty)


def test_figures_that_are_none_are_said_row_by_row(empty: Caseload, tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("date,with,minutes,km\n2026-01-01,Dee,NaN,1\n2026-01-01,Dee,5,inf\n")
    plan = plan_contacts(tmp_path / "log.csv", empty)
    assert {error.number for error in plan.errors} == {2, 3}
