"""Records out of documents: the one place where a stored document becomes a frozen record, and back."""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from store.errors import StoreDamaged
from store.records import CASELOAD_TABLES, NOTEBOOK_TABLES, Record

R = TypeVar("R", bound=Record)

TABLE_OF: dict[type[Record], str] = {
    kind: table for table, kind in (CASELOAD_TABLES | NOTEBOOK_TABLES).items()
}
"""The table each kind of record is kept in."""

# What the store gives and nobody else changes: never part of a document's fields when it is written.
_GIVEN = ("id", "uid", "written_at")


def record_from(kind: type[R], id: int, document: Mapping[str, Any]) -> R:
    """The record a document holds.

    A field that another program left in a shape we cannot read is treated as not known, so that one
    odd value does not close a whole caseload; the document itself keeps it.

    Raises:
        StoreDamaged: a required field is missing or unreadable.
    """
    fields = {**document, "id": id}
    try:
        return msgspec.convert(fields, kind)
    except msgspec.ValidationError:
        readable = {name: value for name, value in fields.items() if _reads(kind, name, value)}
    try:
        return msgspec.convert(readable, kind)
    except msgspec.ValidationError as why:
        raise StoreDamaged(
            f"Record {id} of {TABLE_OF[kind]} cannot be read ({why}). Nothing was changed; "
            "`mentor doctor` lists what is wrong, and `mentor backup list` what can be restored."
        ) from None


def fields_of(record: Record) -> dict[str, Any]:
    """A record as the plain fields a document keeps; defaults are left out."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    for name in _GIVEN:
        plain.pop(name, None)
    return plain


def difference(before: Record, after: Record) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What changed between two readings of one record: fields to set, and fields to drop.

    Only these are written, so that a field someone else changed meanwhile keeps their value.
    """
    was, now = fields_of(before), fields_of(after)
    changed = {name: value for name, value in now.items() if name not in was or was[name] != value}
    return changed, tuple(name for name in was if name not in now)


def _reads(kind: type[Record], name: str, value: object) -> bool:
    field_type = next((field.type for field in msgspec.structs.fields(kind) if field.name == name), None)
    if field_type is None:
        return True
    try:
        msgspec.convert(value, field_type)
    except msgspec.ValidationError:
        return False
    return True
