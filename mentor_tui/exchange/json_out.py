"""The whole record as one JSON object, so that nothing of it depends on this program. Never the notebook."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mentor_tui.exchange.of_one import Documents, documents_of
from mentor_tui.exchange.writing import everyone, hand_out, refuse_unless_free
from store.caseload import Caseload
from store.records import CASELOAD_TABLES, Client
from store.text import escape_marks

SCHEMA_VERSION = 1

_FIRST = ("id", "uid", "written_at")


def record_object(caseload: Caseload, person: Client | None = None) -> dict[str, Any]:
    """Every document of every table as it is kept, fields this program does not know included.

    Args:
        person: what is kept of one person alone; the object then names them as `client`.
    """
    folder = caseload.folder
    head: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "exported_at": caseload.clock.now().at.isoformat(),
        "store": folder.store_id,
    }
    tables: Mapping[str, Documents] = {table: folder.caseload.documents(table) for table in CASELOAD_TABLES}
    if person is not None:
        head["client"] = {"number": person.id, "name": person.name}
        tables = documents_of(caseload, person.id)
    lists = {
        table: [_in_order(id, dict(documents[id])) for id in sorted(documents)]
        for table, documents in tables.items()
    }
    return head | lists


def write_json(caseload: Caseload, path: Path, *, person: Client | None = None, replace: bool = False) -> int:
    """Write the record to a file; how many records it holds.

    Args:
        person: what is kept of one person alone.

    Raises:
        ExportRefused: something is there already, or the folder cannot be written.
    """
    refuse_unless_free(path, replace=replace)
    found = record_object(caseload, person)
    people = everyone(caseload) if person is None else (person.id,)
    hand_out(caseload.folder, path, _bytes(found), "the record, JSON", people=people, replace=replace)
    return sum(len(found[table]) for table in CASELOAD_TABLES)


def _bytes(found: dict[str, Any]) -> bytes:
    text = json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False, default=dict)
    return f"{escape_marks(text)}\n".encode()


def _in_order(id: int, document: dict[str, Any]) -> dict[str, Any]:
    document["id"] = id
    first = {name: document[name] for name in _FIRST if name in document}
    return first | document
