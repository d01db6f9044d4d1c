"""The record as spreadsheets: a CSV file for each table, safe to open with a double click."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from mentor_tui.exchange.cells import guarded
from mentor_tui.exchange.writing import hand_out, make_folder, refuse_unless_free
from store.caseload import Caseload
from store.records import CASELOAD_TABLES, Record
from store.text import clean_lines

NEVER = frozenset({"peer_note"})
"""Fields no table for others holds: what the mentor noted for herself about a service."""

_NAMED = {"client_id": ("client", "clients"), "client_ids": ("client", "clients"),
          "service_id": ("service", "services"), "service_ids": ("service", "services")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CsvFile:
    """One file that was written."""

    path: Path
    rows: int
    """Below the header."""


def write_csv(caseload: Caseload, folder: Path, *, replace: bool = False) -> tuple[CsvFile, ...]:
    """A file for each table of the record; the notebook stays where it is.

    Args:
        folder: made if it is not there.
        replace: whether files of the same names may be written over.

    Raises:
        ExportRefused: a file is there already, or the folder cannot be written.
    """
    paths = {table: folder / f"{table}.csv" for table in CASELOAD_TABLES}
    for path in paths.values():
        refuse_unless_free(path, replace=replace)
    make_folder(folder)
    names = _names(caseload)
    written = []
    for table, path in paths.items():
        documents = caseload.folder.caseload.documents(table)
        content = table_csv(table, documents, names)
        hand_out(caseload.folder, path, content, f"the record, {table.replace('_', ' ')}", replace=replace)
        written.append(CsvFile(path, len(documents)))
    return tuple(written)


def table_csv(
    table: str, documents: Mapping[int, Mapping[str, Any]], names: Mapping[str, Mapping[int, str]]
) -> bytes:
    """One table as a CSV file: UTF-8 with the mark by which Excel knows it, text that cannot run."""
    columns = _columns(CASELOAD_TABLES[table], documents.values())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_safe(column) for column in columns)
    for id in sorted(documents):
        writer.writerow(_cells({**documents[id], "id": id}, columns, names))
    return text.getvalue().encode("utf-8-sig")


def _columns(kind: type[Record], documents: Iterable[Mapping[str, Any]]) -> list[str]:
    """The fields of the record, the name after the number of a person or service; strange fields last."""
    columns = []
    for field in msgspec.structs.fields(kind):
        columns.append(field.name)
        if field.name in _NAMED:
            columns.append(_NAMED[field.name][0])
    known = set(columns) | NEVER
    strange = {name for document in documents for name in document if name not in known}
    return [name for name in columns if name not in NEVER] + sorted(strange)


def _cells(
    document: Mapping[str, Any], columns: list[str], names: Mapping[str, Mapping[int, str]]
) -> Iterable[str]:
    named = {
        column: _named(document.get(field), names[table])
        for field, (column, table) in _NAMED.items()
        if field in document
    }
    for column in columns:
        yield _safe(named[column]) if column in named else _cell(document.get(column))


def _named(ids: Any, names: Mapping[int, str]) -> str:
    listed = ids if isinstance(ids, list | tuple) else (ids,)
    return "; ".join(names[id] for id in listed if isinstance(id, int) and id in names)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return _safe(value)
    if isinstance(value, list | tuple) and not any(isinstance(one, Mapping | list | tuple) for one in value):
        return _safe("; ".join(str(one) for one in value))
    return _safe(json.dumps(value, ensure_ascii=False, default=dict))


def _safe(text: str) -> str:
    return guarded(clean_lines(text))


def _names(caseload: Caseload) -> dict[str, dict[int, str]]:
    return {
        table: {
            id: str(document.get("name", ""))
            for id, document in caseload.folder.caseload.documents(table).items()
        }
        for table in ("clients", "services")
    }
