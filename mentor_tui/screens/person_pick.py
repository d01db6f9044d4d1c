"""Choosing a person from everyone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.rows import key_parts, person_key
from mentor_tui.screens.dialog import PickScreen
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def pick_person(app: "MentorApp", title: str, chosen: Callable[[int], None]) -> None:
    """Show everyone by name; what is done with the one chosen is up to the asker."""
    rows = [Row(person_key(client.id), (((client.name, "name"),),)) for client in app.caseload.people()]

    def picked(key: str | None) -> None:
        _, person = key_parts(key or "")
        if person:
            chosen(person)

    app.push_screen(PickScreen(title, rows, (Column(),), "this one"), picked)
