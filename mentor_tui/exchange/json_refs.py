"""The numbers by which records name each other, and how they read where other numbers were given."""

from collections.abc import Iterator, Mapping
from typing import Any

REFERENCES: dict[str, dict[str, str]] = {
    "clients": {},
    "services": {},
    "consents": {"client_id": "clients"},
    "contacts": {"client_ids": "clients", "service_ids": "services"},
    "goals": {"client_id": "clients"},
    "referrals": {"client_id": "clients", "service_id": "services", "consent_id": "consents"},
    "appointments": {
        "client_id": "clients",
        "service_id": "services",
        "contact_id": "contacts",
        "closed_by": "contacts",
    },
    "promises": {"client_id": "clients", "contact_id": "contacts"},
    "end_conversations": {"client_id": "clients"},
    "check_ins": {"client_id": "clients", "contact_id": "contacts"},
    "absences": {},
    "saved_views": {},
    "note_templates": {},
    "hint_words": {},
    "closed_months": {"left_out": "clients"},
    "handed_on": {"client_ids": "clients"},
    "envelopes": {},
}
"""Which field of which table names a record of which other; a table stands below all those it names."""

Numbers = Mapping[tuple[str, int], int]
"""(table, number in the file) to the number here."""


def named(table: str, document: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The records a document names, as (table, number). 0 names nobody."""
    for field, other in REFERENCES[table].items():
        value = document.get(field)
        for id in value if isinstance(value, list) else (value,):
            if isinstance(id, int) and not isinstance(id, bool) and id > 0:
                yield other, id


def renumbered(table: str, document: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
    """The document with the numbers used here; what names a record that is not here names none."""
    fields = dict(document)
    for field, other in REFERENCES[table].items():
        value = fields.get(field)
        if isinstance(value, list):
            fields[field] = [numbers[other, id] for id in value if (other, id) in numbers]
        elif isinstance(value, int) and value > 0:
            if (other, value) in numbers:
                fields[field] = numbers[other, value]
            else:
                del fields[field]
    return fields
