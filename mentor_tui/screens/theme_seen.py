"""A theme the mentor saw on a note: seen, taken out, another one, back to the note. Her notebook's alone."""

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

SEE = "a theme you saw in it, for your notebook alone"
_GONE = "Its note is not filed yet, or was taken out; {more} takes the theme out too."


def note_of(app: MentorApp, seen: ThemeSeen) -> Contact | None:
    """The note it was seen on, if it is still there."""
    return app.caseload.contact_known_as(seen.contact_uid)


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
        note = note_of(app, seen)
        if note and code != seen.theme and code in seen_in(app, note):  # once on a note is enough
            app.attempt(lambda: app.notebook.remove(seen, "theme changed"))
        elif code and code != seen.theme:
            app.attempt(lambda: app.notebook.change(seen, replace(seen, theme=code), "theme changed"))

    app.push_screen(PickScreen("which theme it was", rows, (Column(),), "this", for_anyone=True), picked)


def seen_in(app: MentorApp, note: Contact) -> dict[str, ThemeSeen]:
    """What she saw in this note, by the short name of the theme."""
    return {one.theme: one for one in app.notebook.themes_seen() if note.uid and one.contact_uid == note.uid}


def offer_themes(app: MentorApp, note: Contact) -> None:
    """The six: enter puts one on the note, or takes out one that is there. Nobody is asked for either."""
    seen, notebook = seen_in(app, note), app.notebook
    rows = [Row(each.code, _offered(each.name, each.code in seen)) for each in themes()]

    def picked(code: str | None) -> None:
        if code in seen:
            app.attempt(lambda: notebook.remove(seen[code], "theme removed"))
        elif code:
            one = ThemeSeen(theme=code, on=note.on, contact_uid=note.uid)
            app.attempt(lambda: notebook.add(one, "theme seen"))

    columns = (Column(least=8, most=34), Column())
    app.push_screen(PickScreen("a theme you saw", rows, columns, "this", for_anyone=True), picked)


def _offered(name: str, is_seen: bool) -> tuple[str, str]:
    return name.lower(), "seen here; enter takes it out" if is_seen else ""
