"""What was handed on: each file that was made for somebody else, and whom it names."""

from __future__ import annotations

from textual.app import ComposeResult

from mentor_tui import handed_on_rows
from mentor_tui.keys import bindings
from mentor_tui.screens.base import PlaceScreen, WayBack
from mentor_tui.ways_back import made
from store.records import HandedOn
from widgets.row_list import RowList


class HandedOnScreen(PlaceScreen):
    """One list, the newest first."""

    CSS_PATH = "behind.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "What you made for somebody else: what, when, for whom, and how many it names. It stays here when "
        "the file is gone, since whoever has it still has it; undo passes over it."
    )
    HINTS = ("back", "help")
    BINDINGS = bindings("open")
    AUTO_FOCUS = "#handed-on"

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(handed_on_rows.COLUMNS, id="handed-on", empty=handed_on_rows.EMPTY)

    def read(self) -> None:
        """Everything that was handed on."""
        handed = self.mentor.caseload.all(HandedOn)
        self.say_heading("Handed on", facts=f"{len(handed)} in all" if handed else "")
        self.list.show_items(handed_on_rows.items(handed, self.mentor.clock.now()))

    def way_back(self) -> WayBack:
        """The same list."""
        return made("handed-on")

    @property
    def list(self) -> RowList:
        """What was handed on."""
        return self.query_one("#handed-on", RowList)

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.list.focus()
