"""What was erased, what was not reached, and what is left for the mentor to see to."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from mentor_tui.screens.hinted import HintedDialog
from widgets.key_hints import KeyHint, KeyHints
from widgets.row import Column, Row
from widgets.row_list import QuietList


class ErasedScreen(HintedDialog, ModalScreen[None]):
    """Nobody's name stands here; names of files may."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "close", "Close", show=False, id="erased.close", tooltip="Close this.")
    ]

    def __init__(self, lines: tuple[str, ...]) -> None:
        """A line for each thing."""
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines, and the key that closes them."""
        with VerticalScroll(classes="dialog dialog-text") as box:
            box.border_title = Content("done")
            yield QuietList((Column(least=24, wraps=True),), id="erased")
            yield KeyHints((KeyHint("esc", "close", "close"),), id="erased-keys")

    def on_mount(self) -> None:
        """Say it."""
        rows = [Row(str(at), (((line, ""),),)) for at, line in enumerate(self._lines)]
        self.query_one("#erased", QuietList).show_items(rows)

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
