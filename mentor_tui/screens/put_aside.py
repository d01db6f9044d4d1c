"""Drafts: words not saved yet, gone on with under the person they were typed for."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.screen import Screen

from mentor_tui.draft_words import called
from mentor_tui.gone_on import gone_on_with
from mentor_tui.keeping import day_typed
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.kept_list import KeptList
from mentor_tui.ways_back import made
from store.drafts import Draft, Drafts
from store.errors import MentorError, NotFound
from store.records import Client
from widgets.row import Piece, Row


class PutAsideScreen(KeptList):
    """Every draft, oldest first, under the name it was typed for and no other."""

    CALLED: ClassVar[str] = "put aside"
    EMPTY: ClassVar[str] = "Nothing waits here. Words that were typed and not saved would."
    OPENS: ClassVar[str] = "go on"

    def way_back(self) -> WayBack:
        """The same list."""
        return made("put-aside")

    def rows(self) -> list[Row]:
        """Whose, and the words."""
        return [
            Row(draft.name, (((self._whose(draft), "name"),), (*self._day(draft), (_words(draft), ""))), 2)
            for draft in self._drafts.all()
        ]

    def _day(self, draft: Draft) -> tuple[Piece, ...]:
        """On which day it was typed, where that is not today: its days are read from there."""
        now = self.mentor.clock.now()
        is_earlier = draft.typed is not None and draft.typed.day != now.day
        return ((f"{day_typed(draft.typed, now)} · ", "second"),) if draft.typed and is_earlier else ()

    def screen_of(self, key: str) -> Screen[Any] | None:
        """The note line, sheet or form it was typed into, about the same person."""
        draft = next((draft for draft in self._drafts.all() if draft.name == key), None)
        if draft is None:
            return None
        try:
            return gone_on_with(self.mentor, draft)
        except MentorError as error:
            self.mentor.voice.trouble(f"{error} The words stay here.")
            return None

    def throw_away(self, key: str) -> None:
        """Drop the draft for good."""
        for draft in self._drafts.all():
            if draft.name == key:
                self._drafts.drop(draft)

    def _whose(self, draft: Draft) -> str:
        if draft.client_id is None:
            return called(draft.kind)
        try:
            return self.mentor.caseload.get(Client, draft.client_id).name
        except NotFound:
            return "no longer here"

    @property
    def _drafts(self) -> Drafts:
        return self.mentor.caseload.folder.drafts()


def _words(draft: Draft) -> str:
    """What was typed; of a page not its themes and its question."""
    typed = draft.answers.get("words") if draft.kind == "reflection" else None
    return typed if isinstance(typed, str) and typed else draft.words
