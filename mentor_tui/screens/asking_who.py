"""Whom a note is about, where its words do not say: picked, added, or left for the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from mentor_tui.screens.person_pick import pick_person
from mentor_tui.screens.proposing import Proposing
from store.errors import MentorError
from widgets.key_hints import KeyHint

if TYPE_CHECKING:
    from textual.screen import ModalScreen

    from mentor_tui.keeping import KeptItem
    from mentor_tui.kept_note import KeptNote
    from mentor_tui.note_in_hand import NoteInHand
    from store.inbox import InboxItem
    from widgets.note_line import NoteLine


_MOVING = (KeyHint("↑↓", "move", "next_answer"), KeyHint("esc", "back to the words", "back_to_words"))
ASKING_KEYS = (KeyHint("enter", "choose", "save"), *_MOVING)
"""While the answers are listed."""
ASKING_LONG_KEYS = (KeyHint("ctrl+s", "choose", "save"), *_MOVING)
"""And in the longer form, where enter starts a line."""


class AskingWho(Proposing):
    """For the note line: what becomes of the answers to "who is this about?"."""

    _note: NoteInHand
    _kept: KeptNote | KeptItem
    _item: InboxItem | None
    _text: str

    @property
    def line(self) -> NoteLine:
        """The line that asks."""
        raise NotImplementedError

    def on_note_line_answered(self, event: NoteLine.Answered) -> None:
        """One of the offers was taken: `note_chips.offers` lists them in this order."""
        reading = self._note.reading(self._text)
        people = reading.candidates
        others = [*([self._add] if reading.stranger else []), self._choose, self._to_inbox]
        if event.index < len(people):
            self._about(people[event.index])
        elif event.index < len(people) + len(others):
            others[event.index - len(people)]()

    def action_next_answer(self) -> None:
        """Mark the next answer."""
        self.line.move(1)

    def action_back_to_words(self) -> None:
        """Close the list."""
        self._go_on()

    def _about(self, person: int) -> None:
        self._note.pick(person, self._text)
        self._go_on()

    def _add(self) -> None:
        self._note.add(self._note.reading(self._text).stranger, self._text)
        self._go_on()

    def _choose(self) -> None:
        pick_person(self.mentor, "who is it about", self._about)

    def _go_on(self) -> None:
        self.line.show()
        self.line.editor.focus()

    def _to_inbox(self) -> None:
        if self._item is None:  # a line of the inbox stays where it is
            try:
                self._note.to_inbox(self._text, self._note.reading(self._text).question)
            except MentorError as error:
                self.say(str(error))
                return
            self._kept.done()
        cast("ModalScreen[Any]", self).dismiss(None)
