"""While somebody is being erased: a page of few words, before the books are open again."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.door import DoorScreen, words


class ErasingScreen(DoorScreen):
    """Nothing can be done here; it goes by itself."""

    HEADING = ("mentor", "closed for a moment")
    BINDINGS = [
        Binding("escape", "stay", show=False, id="erasing.stay", tooltip="Nothing: it goes by itself."),
    ]

    def compose_page(self) -> ComposeResult:
        """What is being done."""
        yield words("Writing everything anew", "title")
        yield words("The record, its history, your notebook and every backup; each backup is proved.")
        yield words("If this is stopped, either nothing was changed or all of it is done.", "quiet")
        yield Static("", id="door-said", classes=FOR_ANYONE)

    def action_stay(self) -> None:
        """Nothing."""
