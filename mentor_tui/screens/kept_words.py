"""What waits outside the record: notes in the inbox, drafts put aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def open_inbox(app: MentorApp) -> None:
    """File the notes of the inbox."""
    from mentor_tui.screens.inbox import InboxScreen

    app.push_screen(InboxScreen())


def open_drafts(app: MentorApp) -> None:
    """Go on with words that were not saved."""
    from mentor_tui.screens.put_aside import PutAsideScreen

    app.push_screen(PutAsideScreen())
