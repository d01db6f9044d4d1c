"""A note whose person is not clear yet: its words wait in the inbox, its themes in the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.errors import MentorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.clock import Moment
    from store.inbox import Inbox, InboxItem
    from store.notebook import Notebook
    from store.noteline import NoteReading

_NOT_CLEAR = "It is not clear who this is about."


def put_unfiled(
    inbox: Inbox,
    notebook: Callable[[], Notebook],
    text: str,
    reading: NoteReading,
    why: str,
    typed: Moment | None = None,
) -> InboxItem:
    """Keep a line to be filed another day; where the notebook takes no themes, they stay in the line.

    Args:
        notebook: asked for only where there is a theme.
        text: what was typed, and `reading` is of.
        typed: when, if not now.

    Raises:
        SaveFailed: it is not there.
    """
    item = inbox.put(
        reading.without_themes(text), _NOT_CLEAR if reading.themes and "#" in why else why, typed
    )
    if reading.themes:
        try:
            notebook().see_themes(reading.themes, item.name, item.written.day, 0)
        except (MentorError, OSError):
            return inbox.change(item, text, why)
    return item
