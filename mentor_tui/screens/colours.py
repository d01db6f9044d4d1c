"""Colours: every theme there is, each shown while the cursor is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from mentor_tui.screens.dialog import PickScreen
from mentor_tui.settings_rows import colours
from mentor_tui.themes import OWN_THEMES
from widgets.row import Column, Gap, Heading, Item, Row
from widgets.row_list import RowList

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_COLUMNS = (Column(least=12, most=24), Column())


class ColoursScreen(PickScreen):
    """Moving shows a theme at once; enter keeps it, esc goes back to the one before."""

    def __init__(self, app: MentorApp) -> None:
        """Every theme the app knows."""
        super().__init__("colours", theme_items(app), _COLUMNS, "keep it", for_anyone=True)
        self._before = app.theme

    def on_mount(self) -> None:
        """The cursor on the present one; Textual calls the list's own `on_mount` after this."""
        self.query_one("#pick", RowList).highlight(self._before)

    @on(RowList.Highlighted, "#pick")
    def show_it(self, event: RowList.Highlighted) -> None:
        """Show everything in this theme."""
        self.mentor.theme = event.key

    def action_leave(self) -> None:
        """As it was."""
        self.mentor.theme = self._before
        self.dismiss("")


def theme_items(app: MentorApp) -> list[Item]:
    """Our own, Textual's, and those of the terminal."""
    own = [theme.name for theme in OWN_THEMES]
    others = sorted(name for name in app.available_themes if name not in own)
    ansi = [name for name in others if app.available_themes[name].ansi]
    groups = (("OURS", own), ("TEXTUAL'S", [name for name in others if name not in ansi]), ("PLAIN", ansi))
    items: list[Item] = []
    for title, names in groups:
        if names:
            rows = [_row(name, colours(app.available_themes[name])) for name in names]
            items += [*([Gap()] if items else []), Heading(title), *rows]
    return items


def _row(name: str, words: str) -> Row:
    return Row(name, (name, ((words.removeprefix(f"{name}, "), "muted"),)))
