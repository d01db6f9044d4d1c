"""A hint as one quiet line: the word, what it does, what could stand there instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.records import Appointment, Client, Contact, HintWord, Promise, Record, Referral
from store.text import clean_line

if TYPE_CHECKING:
    from store.wording import Hint

PAUSE = 0.6
"""Seconds without a key after which the words are looked at: a word half typed is no word yet."""
FIELDS: dict[type[Record], tuple[str, ...]] = {
    Contact: ("words", "they_will"),
    Appointment: ("what", "bring", "ride"),
    Promise: ("words",),
    Referral: ("share", "ended_words"),
    Client: ("about", "never_contact", "unavailable", "caring", "access_needs"),
}
"""Fields in the mentor's words. Those in the person's own, and names, are left alone."""
NOT_WRITTEN = "Better not written down, since the person may read it, and a court may ask for it:\n{}"
OFF_CODE = "off"
KIND_LABELS = {
    "own": "a word you want to notice",
    "label": "makes somebody one thing",
    "diagnosis": "a diagnosis",
    "offence": "could be asked for in court",
    "speculation": "a guess",
    OFF_CODE: "no hint for it",
}
"""Of what kind a word can be, and how that reads."""
LEFT_OUT = "Better left out: offences, diagnoses, full names of others; f1 says more"
_ROOM = 73


def kind_of(one: HintWord) -> str:
    """The code of its kind in the form."""
    return OFF_CODE if one.is_off else one.kind if one.kind in KIND_LABELS else "own"


def hint_row(text: str, hints: Sequence[Hint], room: int = _ROOM) -> tuple[tuple[str, str], ...]:
    """The newest of the hints for a text in one line of chips; nothing where there is none.

    Through the privacy lens it is dots: of what kind a word is tells of the note.

    Args:
        room: columns there are, or more; half of them at most go to the word itself.
    """
    if not hints:
        return ()
    hint = hints[-1]
    at_most = min(room, _ROOM) // 2
    said = clean_line(text[hint.start : hint.end])
    said = said if len(said) <= at_most else f"{said[: at_most - 1].rstrip()}…"
    instead = f" · {hint.instead}" if hint.instead else ""
    return ((f"“{said}”", "soft"), (f" {hint.why}{instead}", "soft"))


def hint_words(text: str, hint: Hint) -> str:
    """The same as a sentence, for the shell."""
    return "".join(words for words, _ in hint_row(text, (hint,)))


def not_written() -> str:
    """The list of what is better not kept at all, a line each."""
    from store.wording.lists import do_not_store

    return NOT_WRITTEN.format("\n".join(f"· {each}" for each in do_not_store()))
