"""A log of contacts, row by row: what can be read of each, and everything that cannot, at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.exchange.sheets import days, values
from mentor_tui.exchange.sheets.headings import CONTACTS, Column, guessed, refuse_without, told_apart
from mentor_tui.exchange.sheets.incoming import ContactsFile, IncomingContact, RowError, not_kept_note
from mentor_tui.exchange.sheets.own_rows import is_own, read_own
from mentor_tui.exchange.sheets.values import CellUnread
from store.errors import MentorError
from store.records import Contact
from store.vocabulary import KINDS, MODES, OUTCOMES

if TYPE_CHECKING:
    from mentor_tui.exchange.sheets.reading import Cell, Sheet, SheetRow
    from store.caseload_reads import CaseloadReads

Reads = Callable[[Contact, "Cell"], Contact]

_OTHER_MODES: Mapping[str, str] = {
    "call": "phone",
    "called": "phone",
    "phone call": "phone",
    "telephone": "phone",
    "sms": "text",
    "texted": "text",
    "message": "text",
    "whatsapp": "text",
    "e-mail": "email",
    "visit": "in-person",
    "met": "in-person",
    "meeting": "in-person",
    "face to face": "in-person",
    "coffee": "in-person",
    "zoom": "video",
    "video call": "video",
    "mail": "letter",
    "gate": "gate",
    "ride": "driving",
    "drive": "driving",
}
_OTHER_OUTCOMES: Mapping[str, str] = {
    "spoke": "talked",
    "reached": "talked",
    "yes": "talked",
    "left message": "message-left",
    "left a message": "message-left",
    "voicemail": "message-left",
    "left voicemail": "message-left",
    "no": "no-answer",
    "not reached": "no-answer",
    "sent": "sent",
    "answered": "back",
    "replied": "back",
    "dead number": "dead-number",
    "wrong number": "dead-number",
}
_OTHER_KINDS: Mapping[str, str] = {
    "accompaniment": "along",
    "going with them": "along",
    "phone check-in": "check-in",
}
_MOST_KM = 9_999
_MOST_MONEY = 999_999


def contacts_in(sheet: Sheet, caseload: CaseloadReads, said: Mapping[str, str]) -> ContactsFile:
    """The contacts of a table.

    Args:
        said: what a column holds, by its heading, where the guess is not right.

    Raises:
        ImportRefused: no column holds a day, or none says with whom; or `said` names none there is.
    """
    if is_own(sheet, Contact) and not said:
        return _of_ours(sheet, caseload)
    columns = told_apart(guessed(sheet.headings, CONTACTS), said, CONTACTS)
    refuse_without(columns, ("date",), "days", sheet.shown)
    refuse_without(columns, ("who",), "names", sheet.shown)
    contacts, errors = [], []
    for row in sheet.rows:
        found, wrong = _contact(row, columns, caseload)
        errors += wrong
        if found is not None and not wrong:
            contacts.append(found)
    notes = (*sheet.notes, *not_kept_note(columns))
    return ContactsFile(sheet.shown, tuple(contacts), tuple(errors), columns, notes)


def _contact(
    row: SheetRow, columns: tuple[Column, ...], caseload: CaseloadReads
) -> tuple[IncomingContact | None, list[RowError]]:
    """The contact of a row, and what of it cannot be read."""
    if row.beyond:
        return None, [RowError(row.number, "", "it has more cells than there are headings")]
    cells: dict[str, list[tuple[str, Cell]]] = {}
    for column, cell in zip(columns, row.cells, strict=True):
        if column.field and not values.says_nothing(cell):
            cells.setdefault(column.field, []).append((column.heading, cell))
    if not cells:
        return None, []
    now = caseload.clock.now()
    contact, errors = Contact(on=now.day, zone=now.zone), []
    if "date" not in cells:
        errors.append(RowError(row.number, "", "it says no day"))
    reads = {"date": _date(caseload), "time": _time(caseload)} | _READS
    for field, read in reads.items():
        for heading, cell in cells.get(field, ()):
            try:
                contact = read(contact, cell)
            except MentorError as error:
                errors.append(RowError(row.number, heading, str(error).rstrip(".")))
    who = "; ".join(values.line(cell) for _, cell in cells.get("who", ()))
    return IncomingContact(row.number, contact, who), errors


def _date(caseload: CaseloadReads) -> Reads:
    def read(contact: Contact, cell: Cell) -> Contact:
        on = days.day(cell, caseload, past=True)
        if on > caseload.clock.now().day:
            raise CellUnread("that day is still to come; a plan is no contact yet")
        return replace(contact, on=on)

    return read


def _time(caseload: CaseloadReads) -> Reads:
    def read(contact: Contact, cell: Cell) -> Contact:
        wall: time = days.wall_time(cell)
        at = caseload.clock.now().instant(contact.on, wall)
        if at > caseload.clock.now().at:
            raise CellUnread("that time is still to come")
        return replace(contact, at=at)

    return read


def _mode(contact: Contact, cell: Cell) -> Contact:
    return replace(contact, mode=values.code(cell, MODES, _OTHER_MODES, "way to meet"))


def _outcome(contact: Contact, cell: Cell) -> Contact:
    return replace(contact, outcome=values.code(cell, OUTCOMES, _OTHER_OUTCOMES, "thing that happened"))


def _kind(contact: Contact, cell: Cell) -> Contact:
    return replace(contact, kind=values.code(cell, KINDS, _OTHER_KINDS, "kind of contact"))


def _minutes(field: str, unit: int = 1) -> Reads:
    def read(contact: Contact, cell: Cell) -> Contact:
        return replace(contact, **{field: values.minutes(cell, unit)})

    return read


def _km(contact: Contact, cell: Cell) -> Contact:
    return replace(contact, km=values.figure(cell, "distance", _MOST_KM, "km"))


def _cost(contact: Contact, cell: Cell) -> Contact:
    return replace(contact, cents=round(values.figure(cell, "amount", _MOST_MONEY) * 100))


def _text(field: str) -> Reads:
    def read(contact: Contact, cell: Cell) -> Contact:
        said, before = values.words(cell), getattr(contact, field)
        return replace(contact, **{field: f"{before}\n{said}" if before else said})

    return read


_READS: dict[str, Reads] = {
    "mode": _mode,
    "outcome": _outcome,
    "kind": _kind,
    "hours": _minutes("minutes", 60),
    "minutes": _minutes("minutes"),
    "travel_minutes": _minutes("travel_minutes"),
    "km": _km,
    "cost": _cost,
    "words": _text("words"),
    "they_will": _text("they_will"),
}
"""By the field's name."""


def _of_ours(sheet: Sheet, caseload: CaseloadReads) -> ContactsFile:
    contacts, errors = [], []
    # The names are read in place of the numbers, which are those of another store.
    at, door = (
        sheet.headings.index(name) if name in sheet.headings else -1 for name in ("client", "service")
    )
    for row in sheet.rows:
        contact, wrong = read_own(row, sheet.headings, Contact, caseload)
        errors += wrong
        if contact is not None:
            who = values.line(row.cells[at]) if at >= 0 else ""
            doors = values.line(row.cells[door]) if door >= 0 else ""
            contact = replace(contact, client_ids=(), service_ids=())
            contacts.append(IncomingContact(row.number, contact, who, doors))
    return ContactsFile(sheet.shown, tuple(contacts), tuple(errors), (), sheet.notes)
