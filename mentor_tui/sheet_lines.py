"""The notes of a catch-up sheet, each with when it was typed: a sheet may be written over several days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.clock import Moment, moment_of
from store.drafts import TYPED, Answers
from store.noteline import sheet_notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.clock import Clock

_Typed = dict[str, list[Moment]]


class SheetLines:
    """When each note of a sheet was typed. One that is changed is of the moment of the change."""

    def __init__(self, clock: Clock, answers: Answers, typed: Callable[[], Moment | None]) -> None:
        """The notes of a draft.

        Args:
            typed: when its first words were typed, if that was another day.
        """
        self._clock = clock
        self._typed = typed
        notes, first = sheet_notes(str(answers.get("text", ""))), typed() or clock.now()
        self._opened = _by_note(notes, _kept(answers, len(notes)) or (first,) * len(notes))
        self._now = self._opened

    def read(self, text: str) -> tuple[tuple[str, Moment | None], ...]:
        """Each note with when it was typed, if that was another day; from here on that is remembered."""
        notes = sheet_notes(text)
        if not notes:
            self._opened = {}
        both = self._opened.keys() | self._now.keys()
        # What is just as it was when the sheet was opened is of that day again.
        left = {note: [*max(self._opened.get(note, []), self._now.get(note, []), key=len)] for note in both}
        now = self._clock.now()
        typed = [left[note].pop(0) if left.get(note) else now for note in notes]
        self._now = _by_note(notes, typed)
        return tuple((note, at if at.day != now.day else None) for note, at in zip(notes, typed, strict=True))

    def kept(self, text: str) -> Answers:
        """The sheet as a draft keeps it: where not all is of the day it was begun, with each one's moment."""
        now = self._clock.now()
        first = self._typed() or now
        typed = [at or now for _, at in self.read(text)]
        if all(at.day == first.day for at in typed):
            return {"text": text}
        return {"text": text, TYPED: [{"at": at.local.isoformat(), "zone": at.zone} for at in typed]}


def _by_note(notes: tuple[str, ...], typed: tuple[Moment, ...] | list[Moment]) -> _Typed:
    found: _Typed = {}
    for note, at in zip(notes, typed, strict=True):
        found.setdefault(note, []).append(at)
    return found


def _kept(answers: Answers, number: int) -> tuple[Moment, ...]:
    """The moments in a draft; none if they are not there, or not those of its notes."""
    kept = answers.get(TYPED, "")
    if not isinstance(kept, list) or len(kept) != number:
        return ()
    try:
        return tuple(moment_of(one["at"], one["zone"]) for one in kept)
    except (ValueError, KeyError, OverflowError):
        return ()
