"""A cover over notes that are not encrypted: for eyes that pass by, and any enter takes it away."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from mentor_tui.screens.door import DoorScreen, words
from widgets.key_hints import KeyHint


class CoverScreen(DoorScreen):
    """What lies beneath stays as it is, half-typed words too."""

    HEADING = ("mentor", "covered")
    KEYS = (KeyHint("enter", "go on", "open"),)
    BINDINGS = [
        Binding("enter", "open", "Go on", show=False, id="open", tooltip="Go on where you were."),
        Binding("escape", "stay", show=False, id="cover.stay", tooltip="Nothing: enter goes on."),
    ]

    def compose_page(self) -> ComposeResult:
        """That it is a cover and no lock."""
        yield words("Covered", "title")
        yield words("Your notes are not encrypted: this hides them from view, and anybody can take it away.")
        yield words("Settings say how to encrypt them.", "quiet")

    def action_open(self) -> None:
        """Take it away."""
        self.mentor.uncover()

    def action_stay(self) -> None:
        """Nothing."""
