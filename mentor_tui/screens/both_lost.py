"""Passphrase and recovery key are both lost: what that means, and what can still be done."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from mentor_tui.keys import bindings
from mentor_tui.screens.door import DoorScreen, words
from widgets.key_hints import KeyHint

_NO_WAY_IN = (
    "Then nobody can open these notes: not you, and not the makers of mentor. There is no other way in. If "
    "the passphrase comes back to you, or the paper is found, they open as before; so nothing here is ever "
    "deleted."
)
_STILL = (
    "Until then, mentor note in the shell still takes a line. It waits in the inbox, and is read the day "
    "these notes open again."
)
_BESIDE = "Or begin anew: the locked folder stays beside the new one, under the name {name}."


class BothLostScreen(DoorScreen):
    """No false hope, and two things to do."""

    HEADING = ("mentor", "locked")
    KEYS = (
        KeyHint("enter", "begin anew beside it", "open"),
        KeyHint("esc", "back", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("open")

    def compose_page(self) -> ComposeResult:
        """What is so, and what can be done."""
        yield words("Both are lost", "title")
        yield words(_NO_WAY_IN)
        yield words(_STILL)
        yield words(_BESIDE.format(name=self.mentor.folder_door.name_aside()))
        yield Static(id="door-said", classes="for-anyone", markup=False)

    def action_open(self) -> None:
        """A passphrase for a new folder; the old one is renamed only once the new one is made."""
        self.mentor.begin_beside()
