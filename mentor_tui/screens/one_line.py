"""One line to be typed: a name for something. Enter takes it, esc leaves everything as it was."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.hinted import HintedDialog
from store.text import clean_line
from widgets.key_hints import KeyHint, KeyHints


class OneLineScreen(HintedDialog, ModalScreen[str | None]):
    """Gives what was typed, "" for an empty line, None for esc."""

    CSS_PATH = "write_file.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False, id="one-line.close", tooltip="Change nothing."),
    ]

    def __init__(self, title: str, text: str, below: str, done: str = "take it") -> None:
        """A line with a text in it.

        Args:
            below: what to know, under the line.
            done: what enter does, in a word or two.
        """
        super().__init__()
        self._title = title
        self._text = text
        self._below = below
        self._done = done

    def compose(self) -> ComposeResult:
        """The line, what to know, the keys."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(clean_line(self._title)).markup
            yield Input(clean_line(self._text), id="write-path", compact=True)
            yield Static(Content(clean_line(self._below)), id="write-caution", classes=FOR_ANYONE)
            yield KeyHints(
                (KeyHint("enter", self._done, "take"), KeyHint("esc", "close", "close")), id="write-keys"
            )

    @on(Input.Submitted, "#write-path")
    def action_take(self) -> None:
        """Give what was typed."""
        self.dismiss(clean_line(self.query_one("#write-path", Input).value))

    def action_close(self) -> None:
        """Give nothing."""
        self.dismiss(None)
