"""Where a note is typed: a text whose first line carries marks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from rich.text import Text
from textual import events
from textual.message import Message

from widgets.long_text import LongText

Mark: TypeAlias = tuple[int, int, str]
"""Start and end in the first line, and what stands there: one of `MARK_ROLES`."""

MARK_ROLES = ("who", "how", "next", "when", "promise", "activity", "service", "theme", "unclear")
_SIGNS = ("next", "when", "promise")


class NoteEditor(LongText):
    """Where the note is typed. Enter saves; in the longer form it starts a new line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"note-editor--{role}" for role in MARK_ROLES}
    DEFAULT_CSS = """
    NoteEditor, NoteEditor:focus {
        background: transparent;
        & > .note-editor--who { text-style: bold; }
        & > .note-editor--how { color: $second; }
        & > .note-editor--next { color: $accent; text-style: bold; }
        & > .note-editor--when { color: $accent; text-style: bold; }
        & > .note-editor--promise { color: $accent; text-style: bold; }
        & > .note-editor--activity { color: $second; text-style: bold; }
        & > .note-editor--service { color: $second; text-style: bold; }
        & > .note-editor--theme { color: $second; text-style: italic; }
        & > .note-editor--unclear { color: $trouble; text-style: underline; }
        &.-long { min-height: 6; max-height: 12; }
    }
    """

    @dataclass
    class Submitted(Message):
        """Enter was pressed, and not for a new line."""

        editor: "NoteEditor"

        @property
        def control(self) -> "NoteEditor":
            """The editor."""
            return self.editor

    @dataclass
    class Tabbed(Message):
        """Tab was pressed: a completion is wanted."""

        editor: "NoteEditor"

        @property
        def control(self) -> "NoteEditor":
            """The editor."""
            return self.editor

    def __init__(
        self, marks_of: Callable[[str], tuple[Mark, ...]], text: str = "", *, hint: str = ""
    ) -> None:
        """An editor that asks `marks_of` what in the text is a mark."""
        self._marks_of = marks_of
        super().__init__(text, hint=hint)
        self.set_class("\n" in text, "-long")

    @property
    def is_long(self) -> bool:
        """Whether it has room for more lines, and enter starts one."""
        return self.has_class("-long")

    def make_long(self, is_long: bool = True) -> None:
        """Give it room for more lines, or only for one."""
        self.set_class(is_long, "-long")

    def get_line(self, line_index: int) -> Text:
        """A line of the text; in the first one, marks are drawn as what they are."""
        line = super().get_line(line_index)
        for start, end, role in self._marks_of(self.text) if line_index == 0 else ():
            if role in MARK_ROLES:
                style = self.get_component_rich_style(f"note-editor--{role}", partial=True)
                # of "> thu 10am clinic" only the sign is drawn: the words stay as quiet as the others
                line.stylize(style, start, start + 1 if role in _SIGNS else end)
        return line

    async def on_key(self, event: events.Key) -> None:
        """Enter and tab are not for the text."""
        if self.read_only or event.key not in ("enter", "tab") or (event.key == "enter" and self.is_long):
            return
        event.stop()
        event.prevent_default()
        self.post_message(self.Submitted(self) if event.key == "enter" else self.Tabbed(self))

    async def on_paste(self, event: events.Paste) -> None:
        """A paste of several lines needs the room for them."""
        await super().on_paste(event)
        if "\n" in self.text:
            self.make_long()
