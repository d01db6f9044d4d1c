"""Small dialogs: a question with a yes, and a list to pick from."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from mentor_tui.screens.base import FOR_ANYONE, MentorScreen
from store.text import clean_lines, fold
from widgets.row import Column, Item, Row, plain
from widgets.row_list import RowList

HELD_SECONDS = 0.4
"""The key that asked, so soon after itself, is still held down: it repeats, and answers nothing."""


class AskScreen(MentorScreen, ModalScreen[bool]):
    """One sentence, answered by enter (or the key that asked) or by anything else, which is no."""

    CSS_PATH = "dialog.tcss"

    def __init__(self, sentence: str, yes: str, *, also: str = "", no: str = "leave it") -> None:
        """A question.

        Args:
            yes: what enter does, in a word.
            also: another key that says yes: the one that asked.
            no: what any other key does, in a word or two.
        """
        super().__init__()
        self._sentence = sentence
        self._yes = yes
        self._also = also
        self._no = no
        self._asked_at = Message().time
        """When it was asked, or the key that asked was last pressed."""

    def compose(self) -> ComposeResult:
        """The sentence and the two answers."""
        with Vertical(classes="dialog", id="ask"):
            yield Static(Content(clean_lines(self._sentence)), id="ask-words", classes=FOR_ANYONE)
            keys = _answers((("enter", self._yes), ("esc", self._no)))
            yield Static(keys, id="ask-keys", classes=FOR_ANYONE)

    def on_key(self, event: events.Key) -> None:
        """Enter is yes; any other key leaves everything as it is."""
        event.stop()
        if event.key == self._also:
            held = event.time - self._asked_at < HELD_SECONDS
            self._asked_at = event.time
            if held:
                return
        self.dismiss(event.key in ("enter", self._also))

    def on_click(self, event: events.Click) -> None:
        """A click on the dialog is yes, beside it no."""
        self.dismiss(event.widget is not self)


class PickScreen(MentorScreen, ModalScreen[str]):
    """A list to pick one row from; gives its key, or "" if none was picked."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close", show=False, id="dialog.leave", tooltip="Close without picking.")
    ]

    def __init__(
        self,
        title: str,
        items: Sequence[Item],
        columns: Sequence[Column],
        pick: str = "pick",
        *,
        for_anyone: bool = False,
    ) -> None:
        """A list.

        Args:
            title: the program's own words; a person's own stand in it between “ and ”.
            pick: what enter does, in a word.
            for_anyone: the rows are the program's own words; the privacy lens leaves them.
        """
        super().__init__()
        self._title = title
        self._items = items
        self._columns = columns
        self._pick = pick
        self._class = FOR_ANYONE if for_anyone else None
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Title, rows, keys."""
        with Vertical(classes="dialog", id="pick-box") as box:
            box.border_title = Content(clean_lines(self._title))
            yield RowList(self._columns, id="pick", classes=self._class)
            keys = _answers((("enter", self._pick), ("esc", "close")))
            yield Static(keys, id="ask-keys", classes=FOR_ANYONE)

    def on_mount(self) -> None:
        """Show the rows."""
        self.query_one("#pick", RowList).show_items(self._items)

    def on_key(self, event: events.Key) -> None:
        """Letters narrow the list to the rows that have them; backspace takes one back.

        Typing a name and pressing enter must never pick somebody else, so what nothing matches is not
        taken: `q` closes where no row has a q.
        """
        if event.key == "backspace" and self._typed:
            self._narrow(self._typed[:-1])
        elif event.character and event.is_printable and self._rows_with(self._typed + event.character):
            self._narrow(self._typed + event.character)
        elif not (event.character and event.is_printable and self._typed):
            return
        event.stop()
        event.prevent_default()

    @on(RowList.Opened)
    def picked(self, event: RowList.Opened) -> None:
        """Give its key."""
        self.dismiss(event.key)

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss("")

    def _narrow(self, typed: str) -> None:
        self._typed = typed
        shown = self._rows_with(typed) if typed else self._items
        self.query_one("#pick", RowList).show_items(shown)
        self.query_one("#pick", RowList).action_edge(-1)
        box = self.query_one("#pick-box")
        box.border_subtitle = Content(typed) if typed else ""

    def _rows_with(self, typed: str) -> list[Item]:
        """Rows one of whose words begins with what was typed."""
        wanted = fold(typed).strip()
        rows = (item for item in self._items if isinstance(item, Row))
        return [row for row in rows if any(f" {wanted}" in f" {fold(plain(cell))}" for cell in row.cells)]


def _answers(answers: Sequence[tuple[str, str]]) -> Content:
    parts = [Content.assemble((key, "$accent bold"), (f" {words}", "$muted")) for key, words in answers]
    return Content("   ").join(parts)
