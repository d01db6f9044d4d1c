"""A note that was just saved: the next touch its rhythm proposes, taken by a second enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.message import Message

from mentor_tui.screens.words_kept import WordsKept
from store.errors import MentorError

if TYPE_CHECKING:
    from textual.screen import ModalScreen

    from store.records import Appointment
    from store.saved import Saved

DOUBLE_PRESS_SECONDS = 0.4
"""An enter so soon after the one that saved is the same press, not a yes to the proposed touch."""


class Proposing(WordsKept):
    """For a dialog that saves a note. It says how the proposed touch is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.saved_note: Saved | None = None
        self._saved_at = 0.0
        self._touch: Appointment | None = None

    def show_proposed(self, saved: Saved, touch: Appointment) -> None:
        """Show that the note is saved, and what would be next."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Say what went wrong."""
        raise NotImplementedError

    def propose(self, saved: Saved) -> None:
        """The note is on the disk: propose its next touch, or close where there is none."""
        self.saved_note, self._saved_at = saved, Message().time
        self._touch = self.mentor.caseload.propose_touch(saved)
        if self._touch is None:
            self._close(saved)
        else:
            self.show_proposed(saved, self._touch)

    def on_key(self, event: events.Key) -> None:
        """Once it is saved: enter plans the proposed touch, any other key leaves it and does its own work."""
        if self.saved_note is None:
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            # when it was pressed: it may have waited its turn while a slow disk took the note
            if event.time - self._saved_at >= DOUBLE_PRESS_SECONDS:
                self.action_accept()
            return
        self._close(self.saved_note)
        if event.key != "escape":
            self.mentor.call_later(self.mentor.post_message, events.Key(event.key, event.character))

    def action_accept(self) -> None:
        """Plan the proposed touch, in the note's own act."""
        if self.saved_note is None or self._touch is None:
            return
        try:
            self._close(self.mentor.caseload.accept_touch(self._touch, self.saved_note))
        except MentorError as error:
            self.say(f"The note is saved, the next touch is not. {error}")

    def _close(self, saved: Saved) -> None:
        cast("ModalScreen[Any]", self).dismiss(saved)
