"""Which records a record is about: the numbers in it that lead to others, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.act import Act
    from store.folder import DataFolder
    from store.tinydb_storage import LedgerDB

_POINTS_AT = {
    "client_id": "clients",
    "client_ids": "clients",
    "service_id": "services",
    "service_ids": "services",
    "contact_id": "contacts",
    "closed_by": "contacts",
    "consent_id": "consents",
}


def points_at(document: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Table and number of each record that this one names."""
    for field, target in _POINTS_AT.items():
        value = document.get(field)
        for id in value if isinstance(value, list | tuple) else (value,):
            if isinstance(id, int) and id:  # 0 is the mentor herself
                yield target, id


def leaning_on(act: Act, gone: frozenset[tuple[str, int]]) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """Documents that name one of those which go, as an act leaves them: table, number, document."""
    if not any(table in _POINTS_AT.values() for table, _ in gone):
        return
    for sheet in act.sheets.values():
        for table in sorted(sheet.ledger.tables()):
            for id, document in sheet.documents(table).items():
                if not gone.isdisjoint(points_at(document)):
                    yield table, id, document


def lost_references(book: LedgerDB, caseload: LedgerDB) -> Iterator[tuple[str, str, list[int]]]:
    """Records of one ledger that point at some that are gone: their table, the other, their numbers."""
    # 0 is the mentor herself
    there = {target: frozenset((0, *caseload.documents(target))) for target in _POINTS_AT.values()}
    for table in sorted(book.ledger.tables()):  # TinyDB's own way copies them
        documents = book.documents(table)
        lost: dict[str, set[int]] = {}
        for field in _fields_in(table):
            target = _POINTS_AT[field]
            if ids := _losing(documents, field, there[target]):
                lost.setdefault(target, set()).update(ids)
        for target, found in lost.items():
            yield table, target, sorted(found)


def _fields_in(table: str) -> tuple[str, ...]:
    """The fields of a table that may point at others; all there are for a table that is not ours."""
    from store.records import CASELOAD_TABLES, NOTEBOOK_TABLES

    kind = (CASELOAD_TABLES | NOTEBOOK_TABLES).get(table)
    return tuple(field for field in _POINTS_AT if kind is None or field in kind.__struct_fields__)


def _losing(documents: Mapping[int, Mapping[str, Any]], field: str, there: frozenset[int]) -> list[int]:
    """Numbers of the documents in which this field leads nowhere."""
    # A backup waits for this, and there are many: at a glance nearly all lead somewhere.
    leads = there.issuperset
    try:
        odd = [
            id
            for id, document in documents.items()
            if (value := document.get(field)) is not None
            and not (leads(value) if value.__class__ is list else value in there)
        ]
    except TypeError:  # another program left something there that is no number
        odd = list(documents)
    return [id for id in odd if _is_lost(documents[id].get(field), there)]


def _is_lost(value: object, there: frozenset[int]) -> bool:
    """Whether a number, or one of several, leads nowhere."""
    if isinstance(value, int):
        return value not in there
    if not isinstance(value, list):
        return False
    return any(id not in there for id in value if isinstance(id, int))


def lost_count(folder: DataFolder) -> int:
    """How many records of both ledgers point at some that are gone, once for each table they point into."""
    books = (folder.caseload, folder.notebook)
    return sum(len(ids) for book in books for *_, ids in lost_references(book, folder.caseload))
