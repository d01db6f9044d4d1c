"""The letterbox of the open program: what is posted now is filed at once, what waited is hers to file."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mentor_tui.screens.base import MentorScreen
from store.errors import MentorError

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.inbox import InboxItem


class Letters:
    """The lines of one open inbox. Each is filed once, whatever ends the program between two steps."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._waiting: frozenset[str] | None = None
        """Lines that are not filed by themselves; None until the inbox was looked at."""

    def settle(self, mentor: MentorApp) -> None:
        """At the opening: take out what is in the record already, and leave the rest to her."""
        from store.posted import filed_among

        folder = mentor.caseload.folder
        inbox, items = folder.inbox(), folder.inbox().items()
        filed = filed_among(folder, [item.name for item in items])
        for item in items:
            if item.name in filed:
                with suppress(MentorError):  # it is found again the next time
                    inbox.remove(item)
        self._waiting = frozenset(item.name for item in items if item.name not in filed)
        if filed:
            mentor.read_again()

    def look(self, mentor: MentorApp) -> None:
        """File what was posted since; where it is not clear who is meant, it waits."""
        if self._waiting is None:
            return
        inbox = mentor.caseload.folder.inbox()
        names = frozenset(inbox.names())
        new, self._waiting = names - self._waiting, names
        if new:
            for name in sorted(new - _in_hand(mentor)):
                self._file(mentor, inbox.get(name))
            mentor.read_again()

    def _file(self, mentor: MentorApp, item: InboxItem) -> None:
        from mentor_tui.note_in_hand import NoteInHand

        note = NoteInHand(mentor, None, None, item)
        reading = note.reading(item.text)
        if reading.is_empty or not reading.is_settled:
            return
        try:
            saved = note.save(reading)
            mentor.caseload.folder.inbox().remove(item)
        except MentorError:
            return  # it waits where it is; a line that is saved already is found to be so
        mentor.voice.saved(saved.at)
        mentor.voice.words = f"Filed from the inbox: {saved.label}"


def _in_hand(mentor: MentorApp) -> frozenset[str]:
    """The lines that she is filing just now."""
    screens = (screen for screen in mentor.screen_stack if isinstance(screen, MentorScreen))
    return frozenset(screen.item_in_hand for screen in screens)
