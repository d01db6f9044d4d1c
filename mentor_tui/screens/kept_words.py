"""What waits outside the record: notes in the inbox, drafts put aside. Of several, one is picked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui import places
from mentor_tui.screens.dialog import PickScreen
from store.drafts import Draft, Drafts
from store.inbox import Inbox, InboxItem
from store.records import CASELOAD_TABLES
from store.when import short
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_COLUMNS = (Column(least=6, most=12), Column())


def open_inbox(app: MentorApp) -> None:
    """File a note of the inbox: the note line opens with it and asks who it is about."""
    items = Inbox(app.caseload.folder.path, app.clock).items()
    now = app.clock.now()
    rows = [
        Row(f"inbox:{place}", (((short(item.written.day, now), "second"),), item.text), 2)
        for place, item in enumerate(items)
    ]

    def file(place: int) -> None:
        item: InboxItem = items[place]
        app.open_dialog("note", item=item)

    _one_of(app, "the inbox", rows, file)


def open_drafts(app: MentorApp) -> None:
    """Go on with words that were not saved."""
    drafts = Drafts(app.caseload.folder.path, app.clock).all()
    names = {entry.id: entry.name for entry in app.caseload.names()}
    rows = [
        Row(f"draft:{place}", (((names.get(draft.client_id or 0, draft.kind), "name"),), draft.words), 2)
        for place, draft in enumerate(drafts)
    ]
    _one_of(app, "put aside", rows, lambda place: _go_on(app, drafts[place]))


def _one_of(app: MentorApp, title: str, rows: list[Row], use: Callable[[int], None]) -> None:
    def picked(key: str | None) -> None:
        if key:
            use(int(key.partition(":")[2]))

    if len(rows) == 1:
        use(0)
    elif rows:
        app.push_screen(PickScreen(title, rows, _COLUMNS, "open"), picked)


def _go_on(app: MentorApp, draft: Draft) -> None:
    if draft.kind == "note":
        app.open_dialog("note", aside=draft)
    elif draft.kind == "catch-up":
        app.open_dialog("catch-up")
    else:
        _form(app, draft)


def _form(app: MentorApp, draft: Draft) -> None:
    kind = next(
        (kind for kind in CASELOAD_TABLES.values() if kind.__name__.lower() == draft.kind.lower()), None
    )
    if kind is not None and places.exists("form"):
        record = app.caseload.get(kind, draft.record_id) if draft.record_id else None
        app.open_dialog("form", kind, draft.client_id, record)
