"""Back to a page or a dialog after a lock. While it is locked numbers are remembered, and nobody's words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from mentor_tui import places

if TYPE_CHECKING:
    from textual.screen import Screen

    from mentor_tui.app import MentorApp
    from mentor_tui.screens.base import WayBack
    from store.records import Record


def made(name: str, *numbers: Any, **options: Any) -> WayBack:
    """A screen by its name, made again of the same numbers."""
    return partial(_made, name, numbers, options)


def with_words(name: str, kind: str, person: int | None, record: int, blank: WayBack) -> WayBack:
    """A dialog that was typed into: it goes on with its draft, or opens empty where there is none.

    Args:
        name: of the draft; "" for the draft of its line.
    """
    return partial(_with_words, name, (kind, person, record), blank)


def form(kind: type[Record], person: int | None, record: int, **begun: Any) -> WayBack:
    """The form of a record, with nothing typed into it.

    Args:
        begun: the day and the person that a new one was begun with.
    """
    return partial(_form, kind, person, record, begun)


def filing(item: str) -> WayBack:
    """The note line with a line of the inbox in it."""
    return partial(_filing, item)


def _made(name: str, numbers: tuple[Any, ...], options: dict[str, Any], mentor: MentorApp) -> Screen[Any]:
    return places.make(name, *numbers, **options)


def _with_words(
    name: str, line: tuple[str, int | None, int], blank: WayBack, mentor: MentorApp
) -> Screen[Any] | None:
    from mentor_tui.gone_on import gone_on_with

    drafts = mentor.caseload.folder.drafts()
    named = (draft for draft in drafts.all() if draft.name == name)
    found = next(named, None) if name else drafts.of(*line)
    return gone_on_with(mentor, found) if found else blank(mentor)


def _form(
    kind: type[Record], person: int | None, record: int, begun: dict[str, Any], mentor: MentorApp
) -> Screen[Any]:
    found = mentor.caseload.get(kind, record) if record else None
    return places.make("form", kind, person, found, **begun)


def _filing(item: str, mentor: MentorApp) -> Screen[Any]:
    return places.make("note", item=mentor.caseload.folder.inbox().get(item))
