"""A list of words that wait outside the record: open one, or throw it away."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen

from mentor_tui.keys import bindings
from mentor_tui.screens.dialog import AskScreen
from mentor_tui.screens.hinted import HintedDialog
from store.errors import MentorError
from store.saved import Saved
from widgets.key_hints import KeyHint, KeyHints
from widgets.row import Column, Row
from widgets.row_list import RowList


class KeptList(HintedDialog, ModalScreen[None]):
    """What the two lists share."""

    CSS_PATH = "kept_list.tcss"
    CALLED: ClassVar[str] = ""
    """What stands in the frame."""
    EMPTY: ClassVar[str] = ""
    OPENS: ClassVar[str] = "open"
    """What enter does, in a word."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("more"),
        Binding("escape,q", "close", "Close", show=False, id="kept.close", tooltip="Close the list."),
    ]

    def rows(self) -> list[Row]:
        """What waits."""
        raise NotImplementedError

    def screen_of(self, key: str) -> Screen[Any] | None:
        """Where a row is gone on with; None where it cannot be any more."""
        raise NotImplementedError

    def throw_away(self, key: str) -> None:
        """Take a row away for good; raises MentorError."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The rows, and the keys."""
        with Vertical(id="kept", classes="dialog") as frame:
            frame.border_title = self.CALLED
            yield RowList((Column(least=6, most=14), Column()), id="kept-list", empty=self.EMPTY)
            keys = (
                KeyHint("enter", self.OPENS, "open"),
                KeyHint("x", "throw away", "more"),
                KeyHint("esc", "close", "close"),
            )
            yield KeyHints(keys, id="kept-keys")

    def on_screen_resume(self) -> None:
        """First shown, or back from one of them: read again."""
        self.list.show_items(self.rows())
        self.list.focus()

    @property
    def list(self) -> RowList:
        """The rows."""
        return self.query_one("#kept-list", RowList)

    @on(RowList.Opened)
    def opened(self, event: RowList.Opened) -> None:
        """Go on with this one."""
        if (screen := self.screen_of(event.key)) is not None:
            self.mentor.push_screen(screen, self._came_back)

    def action_open(self) -> None:
        """What enter does."""
        self.list.action_open()

    def action_more(self) -> None:
        """Throw it away; it asks first, since this cannot be undone."""
        if key := self.list.highlighted_key:
            question = "Throw these words away? This cannot be undone."
            self.mentor.push_screen(AskScreen(question, "throw away"), partial(self._thrown, key))

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)

    def _thrown(self, key: str, yes: bool | None) -> None:
        if yes:
            try:
                self.throw_away(key)
            except MentorError as error:
                self.mentor.voice.trouble(str(error))
            self.on_screen_resume()
            self.mentor.read_beneath()

    def _came_back(self, saved: Saved | None) -> None:
        if saved is not None:
            self.mentor.saved(saved)
        self.mentor.read_beneath()
        if not self.rows():
            self.dismiss(None)
