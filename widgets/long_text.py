"""A text field of several lines that grows with what is typed into it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from widgets.shown_text import shown

_CALLS = re.compile(r"(?:^|\s);$")
_DIGITS = tuple("123456789")


class LongText(TextArea):
    """A text field of several lines: enter starts a new one, tab moves on.

    Words only: no code colours, no line numbers, no control characters from a paste.
    """

    DEFAULT_CSS = """
    LongText, LongText:focus {
        border: none;
        padding: 0;
        height: auto;
        min-height: 1;
        max-height: 8;
        background: transparent;
        scrollbar-size-vertical: 1;
        & .text-area--placeholder { color: $muted; text-style: italic; }
    }
    """

    @dataclass
    class Answered(Message):
        """What stands in the field changed."""

        field: "LongText"
        answer: str

        @property
        def control(self) -> "LongText":
            """The field."""
            return self.field

    def __init__(self, text: str = "", *, hint: str = "", id: str | None = None) -> None:
        """A field with a text in it, the cursor at its end.

        Args:
            hint: what belongs here, shown while it is empty.
        """
        super().__init__(
            shown(text), id=id, placeholder=shown(hint), highlight_cursor_line=False, soft_wrap=True
        )
        self.match_cursor_bracket = False
        self.template_of: Callable[[int], str] = lambda digit: ""
        """What `;` and a digit, typed behind a blank or first, put in their place; "" for nothing."""
        self.move_cursor(self.document.end)

    @property
    def answer(self) -> str:
        """What stands in the field."""
        return self.text

    @answer.setter
    def answer(self, text: str) -> None:
        if text != self.text:
            self.load_text(shown(text))
            self.move_cursor(self.document.end)

    async def on_key(self, event: events.Key) -> None:
        """A digit behind `;` may call up a template; ctrl+z takes it back."""
        if event.character not in _DIGITS or self.read_only or not self.selection.is_empty:
            return
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        if not _CALLS.search(before) or not (text := self.template_of(int(event.character))):
            return
        event.stop()
        event.prevent_default()
        placed = self.replace(shown(text), (row, column - 1), (row, column), maintain_selection_offset=False)
        self.move_cursor(placed.end_location)

    async def on_paste(self, event: events.Paste) -> None:
        """Take in every line of a paste, without what a terminal might act upon."""
        event.prevent_default()
        event.stop()
        self.put_in(tidy(event.text))

    def put_in(self, text: str) -> None:
        """Put a text where the cursor is, in place of what is selected."""
        placed = self.replace(text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(placed.end_location)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say that the answer changed."""
        event.stop()
        self.post_message(self.Answered(self, self.text))


def tidy(pasted: str) -> str:
    """A paste with one kind of line ending, spaces for tabs, and no control characters."""
    return shown(pasted.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "))
