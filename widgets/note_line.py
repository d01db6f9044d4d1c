"""The note line: one line understood while it is typed, with its reading under it."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from widgets.chips import ChipRow, Chips
from widgets.long_text import LongText
from widgets.note_editor import Mark, NoteEditor
from widgets.shown_text import shown


@dataclass(frozen=True)
class NoteView:
    """How a text was understood, as the line shows it."""

    marks: tuple[Mark, ...] = ()
    rows: tuple[ChipRow, ...] = ()
    offers: tuple[str, ...] = ()
    """Answers to what the line asks ("Which Dee?"), listed on enter or down; enter takes the marked one."""


class NoteLine(Widget):
    """The editor, what it asks, and the reading."""

    DEFAULT_CSS = """
    NoteLine {
        height: auto;
        & > OptionList {
            display: none;
            height: auto;
            max-height: 6;
            border: none;
            padding: 0;
            background: transparent;
        }
        & > OptionList.-asking { display: block; }
        & > Chips { margin-top: 1; }
    }
    """

    @dataclass
    class Changed(Message):
        """The text changed."""

        note_line: "NoteLine"
        text: str

        @property
        def control(self) -> "NoteLine":
            """The line."""
            return self.note_line

    @dataclass
    class Submitted(Message):
        """Enter was pressed, and the line asks nothing (any more)."""

        note_line: "NoteLine"
        text: str

        @property
        def control(self) -> "NoteLine":
            """The line."""
            return self.note_line

    @dataclass
    class Turned(Message):
        """The answers to what the line asks were listed, or are not any more: other keys work now."""

        note_line: "NoteLine"

        @property
        def control(self) -> "NoteLine":
            """The line."""
            return self.note_line

    @dataclass
    class Answered(Message):
        """One of the offers was taken: its place among them."""

        note_line: "NoteLine"
        index: int

        @property
        def control(self) -> "NoteLine":
            """The line."""
            return self.note_line

    def __init__(
        self,
        read: Callable[[str], NoteView],
        complete: Callable[[str], str],
        text: str = "",
        *,
        hint: str = "",
        id: str | None = None,
    ) -> None:
        """A line over two pure functions.

        Args:
            read: how a text is understood; called once for each text.
            complete: a text with its last word completed; the same text where nothing completes it.
        """
        super().__init__(id=id)
        self._read = read
        self._complete = complete
        self._rows_while_empty: tuple[ChipRow, ...] = ()
        self._seen: tuple[str, NoteView] = ("", NoteView())
        self.editor = NoteEditor(lambda typed: self._view(typed).marks, text, hint=hint)
        self._offers = OptionList(markup=False, compact=True, classes="for-anyone")
        self._offers.can_focus = False
        self._chips = Chips()

    def compose(self) -> ComposeResult:
        """The editor, what it asks, the reading."""
        yield self.editor
        yield self._chips
        yield self._offers

    def on_mount(self) -> None:
        """Show how the first text reads, and be ready for more."""
        self.show()
        self.editor.focus()

    @property
    def text(self) -> str:
        """What was typed, every line of it."""
        return self.editor.text

    @text.setter
    def text(self, text: str) -> None:
        self.editor.answer = text
        self.editor.make_long("\n" in text)

    def show_while_empty(self, rows: tuple[ChipRow, ...]) -> None:
        """Show these rows under the line for as long as nothing is typed; down does then what tab does."""
        self._rows_while_empty = rows
        self.show()

    def show(self) -> None:
        """Read the text again (something besides it changed) and show how it is understood."""
        self._seen = ("", NoteView(rows=self._rows_while_empty))
        self._chips.rows = self._view(self.text).rows
        self._list_answers(False)
        self.editor.notify_style_update()
        self.editor.refresh()

    def ask(self) -> None:
        """List the answers to what the line asks, under the question alone."""
        self._chips.rows = self._view(self.text).rows[:1]
        self._offers.set_options(Option(Content(shown(offer))) for offer in self._view(self.text).offers)
        self._offers.highlighted = 0
        self._list_answers(True)

    def say(self, rows: tuple[ChipRow, ...]) -> None:
        """Show these rows in place of the reading, until the text changes."""
        self._chips.rows = rows
        self._list_answers(False)

    def hold(self) -> None:
        """Take no more typing: the line is saved."""
        self.editor.read_only = True
        self.editor.show_cursor = False

    async def on_key(self, event: events.Key) -> None:
        """While the line asks, down opens the answers, up and down move among them, escape closes them."""
        if event.key == "down" and not self.text:
            self.complete()
            event.stop()
        if not self._view(self.text).offers:
            return
        if event.key == "down" and not self.is_asking and not self.editor.is_long:
            self.ask()
        elif self.is_asking and event.key in ("up", "down"):
            self.move(-1 if event.key == "up" else 1)
        elif self.is_asking and event.key == "escape":
            self.show()
        else:
            return
        event.stop()

    def on_long_text_answered(self, event: LongText.Answered) -> None:
        """Read the text as it is typed."""
        event.stop()
        self.show()
        self.post_message(self.Changed(self, self.text))

    def on_note_editor_tabbed(self, event: NoteEditor.Tabbed) -> None:
        """Complete the last word."""
        event.stop()
        self.complete()

    def on_note_editor_submitted(self, event: NoteEditor.Submitted) -> None:
        """Answer what is asked, or hand the text over."""
        event.stop()
        self.submit()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click answers too."""
        event.stop()
        self.editor.focus()
        self.post_message(self.Answered(self, event.option_index))

    def complete(self) -> None:
        """What tab does: complete the last word."""
        completed = self._complete(self.text)
        if completed != self.text:
            self.text = completed

    def submit(self) -> None:
        """What enter does: list the answers, take the marked one, or hand the text over."""
        if self.is_asking and self._offers.highlighted is not None:
            self.post_message(self.Answered(self, self._offers.highlighted))
        elif self._view(self.text).offers:
            self.ask()
        else:
            self.post_message(self.Submitted(self, self.text))

    def move(self, steps: int) -> None:
        """Mark another answer, one up or one down."""
        self._offers.action_cursor_up() if steps < 0 else self._offers.action_cursor_down()

    @property
    def is_asking(self) -> bool:
        """Whether the answers are listed."""
        return self._offers.has_class("-asking")

    def _list_answers(self, is_asking: bool) -> None:
        if is_asking != self.is_asking:
            self._offers.set_class(is_asking, "-asking")
            self.post_message(self.Turned(self))

    def _view(self, text: str) -> NoteView:
        if self._seen[0] != text:
            self._seen = (text, self._read(text))
        return self._seen[1]
