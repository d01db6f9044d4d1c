"""Notes about nobody by name (unnamed tallies, the mentor's own work) as rows, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.record_rows import TIMELINE_COLUMNS, key_of
from store.text import fold
from store.when import short
from widgets.row import JOIN, Piece, Row

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.records import Contact

COLUMNS = TIMELINE_COLUMNS
EMPTY = "No such note yet. “someone met 20m” counts a person without a record, “work 1h” is your own work."


def rows(caseload: Caseload, moment: Moment, words: str) -> list[Row]:
    """Those in which all the words stand; no words is all of them."""
    wanted = fold(words).split()
    shown = (_row(contact, moment) for contact in caseload.contacts_with(0) if _has(contact, wanted))
    return list(shown)


def _row(contact: Contact, moment: Moment) -> Row:
    pieces: list[Piece] = [(said.what(contact), "")]
    if contact.unnamed:
        people = "1 person" if contact.unnamed == 1 else f"{contact.unnamed} people"
        pieces += [JOIN, (people, "muted")] if contact.words else [(f", {people}", "muted")]
    when = ((short(contact.on, moment), "second"),)
    return Row(key_of(contact), (when, ((said.how(contact), "muted"),), tuple(pieces)))


def _has(contact: Contact, wanted: list[str]) -> bool:
    if not wanted:
        return True
    text = fold(f"{contact.words} {said.how(contact)}")
    return all(word in text for word in wanted)
