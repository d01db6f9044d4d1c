"""The words of a note line on the disk: the line opens empty, and what was left in it waits beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.keeping import KeptDraft
from store.drafts import Answers, Draft, has_words

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_SHOWN = 24


class KeptNote(KeptDraft):
    """A draft that is never typed onto by surprise: earlier words come back when they are asked for."""

    def __init__(self, mentor: MentorApp, blank: Draft) -> None:
        """An empty one; or one that goes on, if `blank` is a draft from the disk."""
        super().__init__(mentor, blank)
        self._draft = self._with_refused(blank if blank.name else self._blank)

    @property
    def waiting(self) -> tuple[Draft, ...]:
        """Earlier notes about the same person, or about nobody yet, oldest first."""
        line = self._blank.kind, self._blank.client_id, self._blank.record_id
        return tuple(
            draft
            for draft in self._drafts.all()
            if (draft.kind, draft.client_id, draft.record_id) == line and draft.name != self._draft.name
        )

    @property
    def waiting_words(self) -> str:
        """What waits, and how it comes back, in a line; "" if nothing does."""
        waiting = self.waiting
        if not waiting:
            return ""
        words = " ".join(waiting[-1].words.split())
        words = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        last = "" if len(waiting) == 1 else ", the last"
        return f"{len(waiting)} put aside{last}: “{words}” (down or tab brings it back)"

    def bring_back(self) -> str:
        """Go on with the newest of those that wait: its text; "" if none does."""
        waiting = self.waiting
        if not waiting:
            return ""
        self.keep({"text": ""})
        self._draft = waiting[-1]
        return str(self._draft.answers.get("text", ""))

    def keep(self, answers: Answers) -> None:
        """Keep these answers; what waits is not written over, and an empty line takes nothing away."""
        if self._is_done:
            return
        if self._draft.name or has_words(answers):
            super().keep(answers)

    def put_aside(self, answers: Answers) -> None:
        """Keep these answers in a place of their own, beside those that wait.

        Raises:
            RequestRefused: there are no words in them.
            SaveFailed: they are where they were.
        """
        if has_words(answers) and not self._draft.name:
            self._make_room()
        super().put_aside(answers)

    def done(self) -> None:
        """It was saved; what waits goes on waiting."""
        if self._draft.name:
            super().done()
        self._mentor.unkept.let_go(self._place)
        self._is_done = True

    def _write(self, answers: Answers) -> None:
        if not self._draft.name:
            self._make_room()
        super()._write(answers)

    def _make_room(self) -> None:
        """Give earlier words a place of their own."""
        earlier = self._drafts.of(self._blank.kind, self._blank.client_id, self._blank.record_id)
        if earlier is not None:
            self._drafts.move_aside(earlier)
