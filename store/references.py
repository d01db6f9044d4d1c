"""Which records a record is about: the numbers in it that lead to others, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    for table in sorted(book.tables()):
        lost: dict[str, set[int]] = {}
        for id, document in book.documents(table).items():
            for target, wanted in points_at(document):
                if wanted not in caseload.documents(target):
                    lost.setdefault(target, set()).add(id)
        for target, ids in lost.items():
            yield table, target, sorted(ids)
