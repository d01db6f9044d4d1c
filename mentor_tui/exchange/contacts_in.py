"""A log of contacts brought in: whom each is with is found by name; what is here already stays out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.exchange.sheets.contact_rows import contacts_in
from mentor_tui.exchange.sheets.incoming import IncomingContact, RowError
from mentor_tui.exchange.sheets.reading import read_sheet
from store.names import name_key
from store.records import Client, Contact, Service

if TYPE_CHECKING:
    from mentor_tui.exchange.sheets.headings import Column
    from store.caseload import Caseload
    from store.saved import Saved

LABEL = "import of contacts"
_BETWEEN = re.compile(r"\s*(?:[;,&/+]|\band\b)\s*")
_NOBODY_BY_NAME = frozenset({"someone", "somebody", "unknown", "unnamed", "no name", "a person"})
_MYSELF = frozenset({"work", "me", "myself", "own", "own work", "admin"})


@dataclass(frozen=True, slots=True)
class PlannedContact:
    """One contact of the file, and what becomes of it."""

    number: int
    contact: Contact
    outcome: str
    """"new" or "here"."""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactsPlan:
    """What a log would become here; nothing is written."""

    rows: tuple[PlannedContact, ...]
    errors: tuple[RowError, ...]
    columns: tuple[Column, ...]
    notes: tuple[str, ...]

    @property
    def added(self) -> tuple[Contact, ...]:
        """What is new."""
        return tuple(row.contact for row in self.rows if row.outcome == "new")


def plan_contacts(
    path: Path, caseload: Caseload, *, said: Mapping[str, str] | None = None, sheet: str = ""
) -> ContactsPlan:
    """What a log of contacts would become here.

    Raises:
        ImportRefused: it cannot be read; nothing was changed.
    """
    found = contacts_in(read_sheet(path, sheet), caseload, said or {})
    people = _People(caseload)
    rows: list[PlannedContact] = []
    errors = list(found.errors)
    here = _Here(caseload, found.contacts)
    for one in found.contacts:
        contact, why = people.filed(one)
        if contact is None:
            errors.append(RowError(one.number, "", why))
            continue
        outcome = "here" if here.has(contact) else "new"
        rows.append(PlannedContact(one.number, contact, outcome, people.names_of(contact)))
    errors.sort(key=lambda error: error.number)
    return ContactsPlan(tuple(rows), tuple(errors), found.columns, found.notes)


def import_contacts(plan: ContactsPlan, caseload: Caseload) -> Saved:
    """Keep what is new, as one act with one undo."""
    return caseload.apply_import(LABEL, plan.added, ())


class _People:
    """Who is meant by a name in a log."""

    def __init__(self, caseload: Caseload) -> None:
        self._called: dict[str, list[Client]] = {}
        for client in caseload.people():
            self._called.setdefault(name_key(client.name), []).append(client)
        self._names = {client.id: client.name for client in caseload.people()}
        self._services: dict[str, list[int]] = {}
        for service in caseload.all(Service):
            self._services.setdefault(name_key(service.name), []).append(service.id)

    def names_of(self, contact: Contact) -> tuple[str, ...]:
        """The names of the people of a contact."""
        return tuple(self._names[id] for id in contact.client_ids)

    def filed(self, one: IncomingContact) -> tuple[Contact | None, str]:
        """The contact with its people; else why not."""
        said, contact = name_key(one.who), self._with_services(one)
        if not said and (contact.unnamed or contact.kind == "work"):
            return contact, ""
        if not said:
            return None, "it names nobody; “someone” stands for a person without a record"
        if said in _NOBODY_BY_NAME and said not in self._called:
            return replace(contact, unnamed=contact.unnamed or 1), ""
        if said in _MYSELF and said not in self._called:
            return replace(contact, kind="work"), ""
        ids: list[int] = []
        for name in self._names_in(said):
            found = self._called.get(name, [])
            if len(found) != 1:
                many = f"{len(found)} people here are called" if found else "nobody here is called"
                return None, f"{many} “{name[:60]}”; bring people in first, or correct the name"
            ids.append(found[0].id)
        return replace(contact, client_ids=tuple(dict.fromkeys(ids))), ""

    def _names_in(self, said: str) -> list[str]:
        """One name, or several: never torn apart where the whole is a name."""
        if said in self._called:
            return [said]
        listed = [name.strip() for name in said.split(";")]
        found: list[str] = []
        while listed:
            # A name may have a semicolon in it: the longest that somebody has is meant.
            ends = (end for end in range(len(listed), 0, -1) if "; ".join(listed[:end]) in self._called)
            end = next(ends, 0)
            if not end:
                return [name for name in _BETWEEN.split(said) if name]
            found.append("; ".join(listed[:end]))
            listed = listed[end:]
        return found

    def _with_services(self, one: IncomingContact) -> Contact:
        names = (name_key(name) for name in one.services.split(";"))
        found = (self._services.get(name, []) for name in names)
        return replace(one.contact, service_ids=tuple(ids[0] for ids in found if len(ids) == 1))


class _Here:
    """Which contacts are in the record already, looked for among the days of the file alone.

    Two that say the same are two: as many as are here are known, and the rest is new.
    """

    def __init__(self, caseload: Caseload, incoming: Iterable[IncomingContact]) -> None:
        days = [one.contact.on for one in incoming]
        kept = tuple(caseload.contacts_between(min(days), max(days))) if days else ()
        self._uids = {contact.uid for contact in kept}
        self._same = Counter(map(_facts, kept))

    def has(self, contact: Contact) -> bool:
        """Whether it is here."""
        if contact.uid:
            return contact.uid in self._uids
        facts = _facts(contact)
        is_here = self._same[facts] > 0
        self._same[facts] -= is_here
        return is_here


def _facts(contact: Contact) -> object:
    what = (contact.mode, contact.outcome, contact.kind, contact.minutes, contact.words.strip())
    return (frozenset(contact.client_ids), contact.unnamed, contact.on, contact.at, *what)
