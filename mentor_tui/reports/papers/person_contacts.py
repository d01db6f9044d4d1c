"""What happened with one person, day by day, without what belongs to anybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui import said
from store.records import Client, Contact
from store.two_way import is_beside_them
from store.vocabulary import ACTIVITIES, label
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from datetime import date

    from store.caseload import Caseload

_SHARED = "with others; the words are left out"
_BESIDE = "with somebody else; the words are left out"


def contacts_in_order(caseload: Caseload, person: Client) -> list[Contact]:
    """Everything that happened with them, oldest first, as it is read."""
    return sorted(caseload.contacts_with(person.id), key=lambda each: (each.on, each.id))


def contact_row(contact: Contact, today: date) -> tuple[str, str, str]:
    """Day, how, and the words."""
    return full_day(contact.on, today), said.how(contact), _what(contact)


def _what(contact: Contact) -> str:
    if len(contact.client_ids) > 1 or contact.unnamed:
        return _SHARED
    if is_beside_them(contact) and contact.kind != "behalf":
        return _BESIDE
    they = f"they will: {contact.they_will}" if contact.they_will else ""
    done = ", ".join(label(ACTIVITIES, each) for each in contact.activities)
    told = (said.happened(contact), contact.words, they, f"done: {done}" if done else "")
    return " · ".join(part for part in told if part)
