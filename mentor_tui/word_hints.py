"""A hint as one quiet line: the word, what could stand there instead, and why."""

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
_LEAST_OF_A_WORD = 10
"""Columns in which the word is known again when it has to be cut, its marks among them."""
_OR = " · or "


def kind_of(one: HintWord) -> str:
    """The code of its kind in the form."""
    return OFF_CODE if one.is_off else one.kind if one.kind in KIND_LABELS else "own"


def hint_row(text: str, hints: Sequence[Hint], room: int = _ROOM) -> tuple[tuple[str, str], ...]:
    """The newest of the hints for a text in one line of chips; nothing where there is none.

    What could stand there comes first and is never cut; why is said where there is room for all of it.
    Through the privacy lens it is dots: of what kind a word is tells of the note.

    Args:
        room: columns there are.
    """
    if not hints:
        return ()
    hint, room = hints[-1], min(room, _ROOM)
    instead = _instead(hint, room - _LEAST_OF_A_WORD)
    said = _said(text, hint, min(room // 2, max(_LEAST_OF_A_WORD, room - len(instead))))
    why = f" · {hint.why}"
    row = ((said, "soft"), (instead, "soft")) if instead else ((said, "soft"),)
    has_room = len(said) + len(instead) + len(why) <= room
    return (*row, (why, "soft")) if has_room or not instead else row


def hint_words(text: str, hint: Hint) -> str:
    """The same in full, for the shell."""
    return f"{_said(text, hint, _ROOM // 2)}{_instead(hint, len(hint.instead) + len(_OR))} · {hint.why}"


def _said(text: str, hint: Hint, room: int) -> str:
    """The word itself in quotation marks, cut where it is longer than its room."""
    said = clean_line(text[hint.start : hint.end])
    return f"“{said}”" if len(said) + 2 <= room else f"“{said[: room - 3].rstrip()}…”"


def _instead(hint: Hint, room: int) -> str:
    """What could be written: every way of it where there is room, or else the first."""
    if not hint.instead:
        return ""
    every = f"{_OR}{hint.instead}"
    return every if len(every) <= room else f"{_OR}{hint.instead.split(';')[0]}"


def not_written() -> str:
    """The list of what is better not kept at all, a line each."""
    from store.wording.lists import do_not_store

    return NOT_WRITTEN.format("\n".join(f"· {each}" for each in do_not_store()))
