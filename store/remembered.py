"""A note line that begins with the name, or the code, of someone who died: it asks whether it is theirs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.card_codes import is_like_a_code
from store.names import NameBook, NameEntry, name_key
from store.standing import has_died

if TYPE_CHECKING:
    from store.noteline import NoteReading
    from store.records import Client


def picked(people: Iterable[Client], answer: int, code_key: int = 0) -> tuple[NameEntry, ...]:
    """The name of whoever died and was picked as the answer, so that the line is read as theirs."""
    return tuple(_entry(one, code_key) for one in people if one.id == answer and has_died(one))


def asked_gently(reading: NoteReading, people: Iterable[Client], code_key: int = 0) -> NoteReading:
    """A reading that asks whom it is about: of someone who died it is not said that nobody has the name.

    Args:
        code_key: what the codes on pocket cards are reckoned with; 0 if they do not count.
    """
    code = "" if reading.stranger else _code_in(reading.as_typed)
    said = code or name_key(reading.stranger)
    if not said:
        return reading
    book = NameBook([_entry(one, code_key) for one in people if has_died(one)])
    found = book.exactly(said) or (() if code else book.starting(said))
    if not found:
        return reading
    names = " and ".join(dict.fromkeys(map(book.called, found)))
    others = tuple(one for one in reading.candidates if one not in found)
    return replace(
        reading, candidates=found + others, question=f"{names} died. Is this about them?", stranger=""
    )


def _code_in(line: str) -> str:
    """The first word among its names that looks like a code; "" where there is none."""
    words = name_key(line[:400]).replace("&", "and").split(" ")
    for word, behind in zip(words, [*words[1:], ""], strict=True):
        if is_like_a_code(word.rstrip(",:")):
            return word.rstrip(",:")
        if "and" not in (word, behind) and not word.endswith(","):
            break
    return ""


def _entry(one: Client, code_key: int) -> NameEntry:
    return NameEntry(one.id, one.name, code_key=code_key)
