"""What is kept of one person alone, document by document, and nothing of who else was there."""

from collections.abc import Iterator, Mapping
from typing import Any

from store.caseload import Caseload
from store.records import CASELOAD_TABLES

Documents = Mapping[int, Mapping[str, Any]]

_OF_OTHERS_TOO = frozenset({"as_typed", "words", "they_will"})
"""Of a contact that was not with them alone: as on the page that is read with them."""
_NOT_THEIRS = frozenset({"figures"})
"""Of what was handed on: what was counted of everyone."""
_HERS = frozenset({"peer_note"})
"""Of a service: what the mentor noted for herself."""


def documents_of(caseload: Caseload, person: int) -> dict[str, Documents]:
    """The documents of every table: theirs, and the services that those name."""
    kept = caseload.folder.caseload
    found: dict[str, Documents] = {
        table: dict(_theirs(table, kept.documents(table), person)) for table in CASELOAD_TABLES
    }
    named = {id for documents in found.values() for one in documents.values() for id in _services(one)}
    found["services"] = {
        id: _without(one, _HERS) for id, one in kept.documents("services").items() if id in named
    }
    return found


def _theirs(table: str, documents: Documents, person: int) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for id, document in documents.items():
        if (table == "clients" and id == person) or document.get("client_id") == person:
            yield id, document
        elif person in (document.get("client_ids") or ()):
            yield id, _of_one(table, document, person)


def _of_one(table: str, document: Mapping[str, Any], person: int) -> Mapping[str, Any]:
    if table == "handed_on":
        return {**_without(document, _NOT_THEIRS), "client_ids": [person]}
    if len(document["client_ids"]) > 1 or document.get("unnamed"):
        return {**_without(document, _OF_OTHERS_TOO), "client_ids": [person]}
    return document


def _without(document: Mapping[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in fields}


def _services(document: Mapping[str, Any]) -> Iterator[int]:
    for value in (document.get("service_id"), *(document.get("service_ids") or ())):
        if isinstance(value, int):
            yield value
