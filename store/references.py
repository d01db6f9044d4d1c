"""Which records a record is about: the numbers in it that lead to others, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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


def lost_references(book: LedgerDB, caseload: LedgerDB) -> Iterator[tuple[str, str, list[int]]]:
    """Records of one ledger that point at some that are gone: their table, the other, their numbers."""
    fields = _POINTS_AT.keys()
    # 0 is the mentor herself
    there = {field: frozenset((0, *caseload.documents(target))) for field, target in _POINTS_AT.items()}
    for table in sorted(book.ledger.tables()):  # TinyDB's own way copies them
        lost: dict[str, set[int]] = {}
        for id, document in book.documents(table).items():  # a backup waits for this, and there are many
            for field in fields & document.keys():
                if _is_lost(document[field], there[field]):
                    lost.setdefault(_POINTS_AT[field], set()).add(id)
        for target, ids in lost.items():
            yield table, target, sorted(ids)


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
