"""A theme the mentor saw on a note: back to the note, or another theme. It stays in her notebook alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.keys import told
from mentor_tui.screens.dialog import PickScreen
from store.principles import themes
from store.records import Contact, ThemeSeen
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_GONE = "The note it was seen on is not there any more; {more} takes the theme out too."


def note_of(app: MentorApp, seen: ThemeSeen) -> Contact | None:
    """The note it was seen on, if it is still there."""
    return app.caseload.contact_known_as(seen.contact_uid, seen.on)


def show_note(app: MentorApp, seen: ThemeSeen) -> None:
    """The note on its person's own screen; one that is about nobody opens by itself."""
    note = note_of(app, seen)
    if note is None:
        app.trouble(told(_GONE))
    elif note.client_ids:
        app.open_dialog("client", note.client_ids[0], f"contacts:{note.id}")
    else:
        app.open_dialog("form", Contact, None, note)


def choose_another(app: MentorApp, seen: ThemeSeen) -> None:
    """Say that it was another of the six."""
    rows = [Row(each.code, (each.name.lower(),)) for each in themes()]

    def picked(code: str | None) -> None:
        if code and code != seen.theme:
            app.attempt(lambda: app.notebook.change(seen, replace(seen, theme=code), "theme changed"))

    app.push_screen(PickScreen("which theme it was", rows, (Column(),), "this", for_anyone=True), picked)
