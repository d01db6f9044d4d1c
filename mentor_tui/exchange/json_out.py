"""The whole record as one JSON object, so that nothing of it depends on this program. Never the notebook."""

import json
from pathlib import Path
from typing import Any

from mentor_tui.exchange.writing import hand_out, refuse_unless_free
from store.caseload import Caseload
from store.records import CASELOAD_TABLES
from store.text import escape_marks

SCHEMA_VERSION = 1

_FIRST = ("id", "uid", "written_at")


def record_object(caseload: Caseload) -> dict[str, Any]:
    """Every document of every table as it is kept, fields this program does not know included."""
    folder = caseload.folder
    lists: dict[str, Any] = {}
    for table in CASELOAD_TABLES:
        documents = folder.caseload.documents(table)
        lists[table] = [_in_order(id, dict(documents[id])) for id in sorted(documents)]
    return {
        "schema_version": SCHEMA_VERSION,
        "exported_at": caseload.clock.now().at.isoformat(),
        "store": folder.store_id,
        **lists,
    }


def record_json(caseload: Caseload) -> bytes:
    """The record as the bytes of a JSON file."""
    found = record_object(caseload)
    text = json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False, default=dict)
    return f"{escape_marks(text)}\n".encode()


def write_json(caseload: Caseload, path: Path, *, replace: bool = False) -> int:
    """Write the record to a file; how many records it holds.

    Raises:
        ExportRefused: something is there already, or the folder cannot be written.
    """
    refuse_unless_free(path, replace=replace)
    content = record_json(caseload)
    hand_out(caseload.folder, path, content, "the record, JSON", replace=replace)
    return sum(len(caseload.folder.caseload.documents(table)) for table in CASELOAD_TABLES)


def _in_order(id: int, document: dict[str, Any]) -> dict[str, Any]:
    document["id"] = id
    first = {name: document[name] for name in _FIRST if name in document}
    return first | document
