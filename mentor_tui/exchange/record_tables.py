"""The record as tables of plain cells: for CSV files and for a workbook alike. Never the notebook."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec

from mentor_tui.exchange.of_one import documents_of
from store.caseload import Caseload
from store.records import CASELOAD_TABLES, Client, Record
from store.text import clean_lines

NEVER = frozenset({"peer_note"})
"""Fields no table for others holds: what the mentor noted for herself about a service."""

Value: TypeAlias = str | int | float
"""What stands in a cell; text is not guarded yet."""

_NAMED = {"client_id": ("client", "clients"), "client_ids": ("client", "clients"),
          "service_id": ("service", "services"), "service_ids": ("service", "services")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RecordTable:
    """One table, in the order of its numbers."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def record_tables(caseload: Caseload, person: Client | None = None) -> Iterable[RecordTable]:
    """Every table of the record, the empty ones too.

    Args:
        person: what is kept of one person alone, and nothing of who else was there.
    """
    kept = caseload.folder.caseload
    everything = {table: kept.documents(table) for table in CASELOAD_TABLES}
    documents = everything if person is None else documents_of(caseload, person.id)
    names = {
        table: {id: str(document.get("name", "")) for id, document in documents[table].items()}
        for table in ("clients", "services")
    }
    for table, found in documents.items():
        yield _table(table, found, names)


def _table(
    table: str, documents: Mapping[int, Mapping[str, Any]], names: Mapping[str, Mapping[int, str]]
) -> RecordTable:
    columns = _columns(CASELOAD_TABLES[table], documents.values())
    rows = (_cells({**documents[id], "id": id}, columns, names) for id in sorted(documents))
    return RecordTable(table, tuple(columns), tuple(tuple(row) for row in rows))


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
) -> Iterable[Value]:
    named = {
        column: clean_lines(_named(document.get(field), names[table]))
        for field, (column, table) in _NAMED.items()
        if field in document
    }
    for column in columns:
        yield named[column] if column in named else _cell(document.get(column))


def _named(ids: Any, names: Mapping[int, str]) -> str:
    listed = ids if isinstance(ids, list | tuple) else (ids,)
    return "; ".join(names[id] for id in listed if isinstance(id, int) and id in names)


def _cell(value: Any) -> Value:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, str):
        return clean_lines(value)
    if isinstance(value, list | tuple) and not any(isinstance(one, Mapping | list | tuple) for one in value):
        return clean_lines("; ".join(str(one) for one in value))
    return clean_lines(json.dumps(value, ensure_ascii=False, default=dict))
