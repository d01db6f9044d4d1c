"""Choosing a person from everyone."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.rows import key_parts, person_key
from mentor_tui.screens.dialog import PickScreen
from store.names import name_key
from widgets.row import Cell, Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_NOBODY_YET = "nobody-yet"


def pick_person(
    app: "MentorApp", title: str, chosen: Callable[[int], None], *, but: int = 0, also: str = ""
) -> None:
    """Show everyone by name; what is done with the one chosen is up to the asker.

    Args:
        but: somebody who is not offered.
        also: words of one more choice, below; its number is 0.
    """
    people = [client for client in app.caseload.people() if client.id != but]
    many = Counter(name_key(client.name) for client in people)
    rows = []
    for client in people:
        number = f" #{client.id}" if many[name_key(client.name)] > 1 else ""
        name: Cell = ((client.name, "name"), (number, "own")) if number else ((client.name, "name"),)
        rows.append(Row(person_key(client.id), (name,)))
    if also:
        rows.append(Row(_NOBODY_YET, (((also, "own"),),)))

    def picked(key: str | None) -> None:
        _, person = key_parts(key or "")
        if person or key == _NOBODY_YET:
            chosen(person)

    app.push_screen(PickScreen(title, rows, (Column(),), "this one"), picked)
