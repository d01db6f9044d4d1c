"""One note written once and kept for each of several people: the same message to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.marks import may_be_marked
from mentor_tui.note_in_hand import NoteInHand, see_themes
from store.noteline import NoteReading
from store.whose import AtRest

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.saved import Saved


class NoteToMany(NoteInHand):
    """The note before it is saved. Each person gets one of their own, so that each answer has its place."""

    def __init__(self, mentor: MentorApp, people: tuple[int, ...]) -> None:
        super().__init__(mentor, people[0], None)
        self.people = people

    def reading(self, text: str) -> NoteReading:
        """How a text is understood, about all of them."""
        return replace(super().reading(text), who=self.people)

    def save(self, reading: NoteReading) -> Saved:
        """Keep a note for each in one act; a theme was seen once.

        Raises:
            AtRest: somebody rests meanwhile; from here on it is for the others.
            MentorError: nothing was saved.
        """
        each = tuple(replace(reading, who=(person,)) for person in self.people)
        try:
            saved = self._mentor.caseload.record_each(each)
        except AtRest:
            self.people = may_be_marked(self._mentor.caseload, self.people) or self.people
            raise
        see_themes(self._mentor, each[:1], saved)
        return saved
