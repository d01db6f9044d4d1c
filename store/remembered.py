"""A note line that begins with the name of someone who died: it asks whether it is about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.names import NameBook, NameEntry, name_key
from store.standing import has_died

if TYPE_CHECKING:
    from store.noteline import NoteReading
    from store.records import Client


def picked(people: Iterable[Client], answer: int) -> tuple[NameEntry, ...]:
    """The name of whoever died and was picked as the answer, so that the line is read as theirs."""
    return tuple(NameEntry(one.id, one.name) for one in people if one.id == answer and has_died(one))


def asked_gently(reading: NoteReading, people: Iterable[Client]) -> NoteReading:
    """A reading that asks about a name nobody has: of someone who died it is not said that nobody has it."""
    book = NameBook([NameEntry(one.id, one.name) for one in people if has_died(one)])
    found = book.starting(name_key(reading.stranger))
    if not found:
        return reading
    names = " and ".join(dict.fromkeys(map(book.called, found)))
    others = tuple(one for one in reading.candidates if one not in found)
    return replace(
        reading, candidates=found + others, question=f"{names} died. Is this about them?", stranger=""
    )
