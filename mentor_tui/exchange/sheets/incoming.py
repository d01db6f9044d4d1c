"""What a file of people or contacts says, before it is decided what becomes of it here."""

from __future__ import annotations

from dataclasses import dataclass

from mentor_tui.exchange.sheets.headings import Column
from store.records import Client, Contact


@dataclass(frozen=True, slots=True)
class Incoming:
    """One person of a file."""

    number: int
    """Their row as a spreadsheet numbers it; of a card, which one of the file."""
    client: Client
    """With its uid where the file is an export of ours."""
    not_kept: tuple[str, ...] = ()
    """What of it has no place here: "photo", "birthday"."""


@dataclass(frozen=True, slots=True)
class IncomingContact:
    """One contact of a file; its people are numbers here, or the names it gives."""

    number: int
    contact: Contact
    """Without its people."""
    who: str
    """As the file has it."""
    services: str = ""
    """The names of services, in an export of ours."""


@dataclass(frozen=True, slots=True)
class RowError:
    """Why one row cannot be read."""

    number: int
    column: str
    """The heading; "" where it is about the whole row."""
    why: str
    """A sentence without its full stop."""

    def said(self, one: str = "row") -> str:
        """In a line: "row 4, Release date: ..."."""
        return f"{one} {self.number:,}{', ' if self.column else ''}{self.column}: {self.why}"


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """The people of a file."""

    shown: str
    """Its name."""
    people: tuple[Incoming, ...]
    errors: tuple[RowError, ...] = ()
    columns: tuple[Column, ...] = ()
    """None for cards, and for an export of ours."""
    notes: tuple[str, ...] = ()
    is_cards: bool = False


@dataclass(frozen=True, slots=True)
class ContactsFile:
    """The contacts of a file."""

    shown: str
    contacts: tuple[IncomingContact, ...]
    errors: tuple[RowError, ...] = ()
    columns: tuple[Column, ...] = ()
    notes: tuple[str, ...] = ()


def not_kept_note(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """Which columns are left where they are, in a sentence."""
    left = [f"“{one.heading}”" for one in columns if one.heading and not one.field]
    if not left:
        return ()
    named = ", ".join(left[:12]) + (f" and {len(left) - 12} more" if len(left) > 12 else "")
    return (f"Not kept: {named}.",)
