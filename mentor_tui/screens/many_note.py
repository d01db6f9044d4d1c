"""The same message to several people: one line, a note for each of them, one save and one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from zlib import crc32

from textual.content import Content

from mentor_tui.marks import chip_row
from mentor_tui.note_chips import note_view
from mentor_tui.note_in_hand import NoteInHand
from mentor_tui.note_to_many import NoteToMany
from mentor_tui.said import length
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.note_line import NoteLineScreen
from mentor_tui.ways_back import made, with_words
from store.drafts import FOR_WHOM, Answers, Draft
from store.saved import Saved
from widgets.note_line import NoteView

if TYPE_CHECKING:
    from store.noteline import NoteReading


class ManyNoteScreen(NoteLineScreen):
    """The note line, about several people who were marked."""

    KEPT_AS: ClassVar[str] = "note-many"

    def __init__(self, people: tuple[int, ...], *, aside: Draft | None = None) -> None:
        """A line about these people.

        Args:
            aside: the draft it goes on with.
        """
        super().__init__(aside=aside or Draft(self.KEPT_AS, None, {}, number_of(people)))
        self._chosen = people
        self._number = self._blank.record_id

    def in_hand(self) -> NoteInHand:
        """A note for each of them."""
        return NoteToMany(self.mentor, self._chosen)

    @property
    def _people(self) -> tuple[int, ...]:
        """Those for whom it still is."""
        return self._note.people if isinstance(self._note, NoteToMany) else self._chosen

    def say(self, sentence: str) -> None:
        """Say it; whoever rests meanwhile is left out from then on, and the frame says for how many it is."""
        super().say(sentence)
        self.query_one("#note").border_title = Content(self.called())

    def answers(self) -> Answers:
        """The words, and whom they are for: they are never shown under another name."""
        words = super().answers()
        return {**words, FOR_WHOM: listed(self._people)} if self._text.strip() else words

    def view(self, reading: NoteReading) -> NoteView:
        """The people first, then how the line is understood for each of them."""
        seen = note_view(replace_who(reading, self._people[:1]), self.mentor.caseload)
        _, *rest = seen.rows or ((),)
        facts = seen.rows[0][2:] if seen.rows else ()
        above = chip_row(self.mentor.caseload, self._people, "a note", length(reading.minutes))
        return NoteView(seen.marks, (above, *((facts,) if facts else ()), *rest))

    def called(self) -> str:
        """How many it is for."""
        return f"a note for each of {len(self._people)}"

    def show_waiting(self) -> None:
        """While nothing is typed: whom it is for, and what waits from before."""
        words = self._kept.waiting_words
        whom = chip_row(self.mentor.caseload, self._people, "a note")
        self.line.show_while_empty((whom, *([((words, "soft"),)] if words else [])))

    def way_back(self) -> WayBack | None:
        """With its words, to the same people."""
        if self.saved_note is not None:
            return None
        blank = made("many-note", self._people)
        if not self._kept.name:
            return blank
        return with_words(self._kept.name, self.KEPT_AS, None, self._number, blank)

    def propose(self, saved: Saved) -> None:
        """Nothing is proposed to several at once."""
        self.saved_note = saved
        self._close(saved)


def listed(people: tuple[int, ...]) -> str:
    """Whom a draft is for, as it is kept with its words."""
    return " ".join(map(str, people))


def people_of(draft: Draft) -> tuple[int, ...]:
    """And back."""
    return tuple(int(part) for part in str(draft.answers.get(FOR_WHOM, "")).split() if part.isdecimal())


def number_of(people: tuple[int, ...]) -> int:
    """The same for the same people: what a draft for them is found again by."""
    return crc32(listed(tuple(sorted(people))).encode())


def replace_who(reading: NoteReading, who: tuple[int, ...]) -> NoteReading:
    """The reading, about these people."""
    from msgspec.structs import replace

    return replace(reading, who=who)
