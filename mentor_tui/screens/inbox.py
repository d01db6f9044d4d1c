"""The inbox: lines whose person was not clear, filed from here."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.screen import Screen

from mentor_tui.screens.base import WayBack
from mentor_tui.screens.kept_list import KeptList
from mentor_tui.screens.note_line import NoteLineScreen
from mentor_tui.ways_back import made
from store.errors import MentorError
from store.inbox import Inbox
from store.when import short
from widgets.row import Row


class InboxScreen(KeptList):
    """Enter opens a line: it can be changed, filed with a person, or left."""

    CALLED: ClassVar[str] = "inbox"
    EMPTY: ClassVar[str] = "Nothing waits here. A note goes here when it is not clear who it is about."
    OPENS: ClassVar[str] = "file"

    def way_back(self) -> WayBack:
        """The same list."""
        return made("inbox")

    def rows(self) -> list[Row]:
        """Each line with the day it was typed."""
        now = self.mentor.clock.now()
        return [
            Row(item.name, (((short(item.written.day, now), "second"),), ((item.text, ""),)), 2)
            for item in self._inbox.items()
        ]

    def screen_of(self, key: str) -> Screen[Any] | None:
        """The note line with the line in it; it asks who it is about."""
        try:
            return NoteLineScreen(item=self._inbox.get(key))
        except MentorError as error:
            self.mentor.voice.trouble(str(error))
            self.on_screen_resume()
            return None

    def throw_away(self, key: str) -> None:
        """Take the line out of the inbox for good."""
        self._inbox.remove(self._inbox.get(key))

    @property
    def _inbox(self) -> Inbox:
        return self.mentor.caseload.folder.inbox()
