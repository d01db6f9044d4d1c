"""Taking a record out, together with whatever would be left pointing at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from store.records import Client, Contact, Record
from store.shelf import TABLE_OF

if TYPE_CHECKING:
    from store.folder import Act, LedgerDB
    from store.reading import Reading

# What is about one person alone goes with them.
_OF_ONE_PERSON = (
    "appointments",
    "promises",
    "goals",
    "referrals",
    "consents",
    "end_conversations",
    "check_ins",
)


class _Pointer(NamedTuple):
    """A field that holds the number of another record."""

    table: str
    field: str
    to: str
    """The table it points into."""


_POINTERS = (
    _Pointer("appointments", "contact_id", "contacts"),
    _Pointer("appointments", "closed_by", "contacts"),
    _Pointer("promises", "contact_id", "contacts"),
    _Pointer("check_ins", "contact_id", "contacts"),
    _Pointer("appointments", "service_id", "services"),
    _Pointer("referrals", "service_id", "services"),
    _Pointer("contacts", "service_ids", "services"),
    _Pointer("referrals", "consent_id", "consents"),
    _Pointer("handed_on", "client_ids", "clients"),
)


def take_out(act: Act, db: LedgerDB, records: Reading, record: Record) -> None:
    """Remove a record inside an act; nothing that stays points at anything that goes."""
    going = {(TABLE_OF[type(record)], record.id)}
    if isinstance(record, Client):
        going |= set(_with_the_person(act, records, record.id))
    for pointer in _POINTERS:
        numbers = {id for table, id in going if table == pointer.to}
        if numbers:
            _let_go(act, db, pointer, numbers, going)
    for table, id in sorted(going):
        act.remove(table, id)


def _with_the_person(act: Act, records: Reading, client_id: int) -> Iterator[tuple[str, int]]:
    for kind, table in TABLE_OF.items():
        if table in _OF_ONE_PERSON:
            yield from ((table, id) for id in records.index(kind).of(client_id))
    for id in records.index(Contact).of(client_id):
        contact = act.get("contacts", id) or {}
        others = [person for person in contact.get("client_ids", ()) if person != client_id]
        if others or contact.get("unnamed"):
            act.update("contacts", id, {"client_ids": others})
        else:
            yield "contacts", id


def _let_go(
    act: Act, db: LedgerDB, pointer: _Pointer, numbers: set[int], going: set[tuple[str, int]]
) -> None:
    pointing = [
        id
        for id, document in db.documents(pointer.table).items()
        if (pointer.table, id) not in going and not numbers.isdisjoint(_numbers(document, pointer.field))
    ]
    for id in pointing:
        document = act.get(pointer.table, id) or {}
        left = [number for number in _numbers(document, pointer.field) if number not in numbers]
        if left:
            act.update(pointer.table, id, {pointer.field: left})
        else:
            act.update(pointer.table, id, {}, drop=(pointer.field,))


def _numbers(document: Mapping[str, Any], field: str) -> tuple[int, ...]:
    value = document.get(field)
    listed = value if isinstance(value, list) else [value]
    return tuple(number for number in listed if isinstance(number, int))
