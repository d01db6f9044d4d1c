"""A text field of one line, without a box."""

from dataclasses import dataclass

from textual.message import Message
from textual.widgets import Input

from widgets.long_text import tidy
from widgets.typed_line import TypedLine


class LineField(TypedLine):
    """A text field of one line: enter moves on to the next field."""

    DEFAULT_CSS = """
    LineField, LineField:focus {
        border: none;
        padding: 0;
        height: 1;
        background: transparent;
        background-tint: transparent;
        & > .input--placeholder { color: $muted; text-style: italic; }
    }
    """

    @dataclass
    class Answered(Message):
        """What stands in the field changed."""

        field: "LineField"
        answer: str

        @property
        def control(self) -> "LineField":
            """The field."""
            return self.field

    def __init__(
        self, answer: str = "", *, hint: str = "", is_replaced: bool = False, id: str | None = None
    ) -> None:
        """A line with a text in it.

        Args:
            is_replaced: typing replaces what stands there, as in a choice, instead of adding to it.
        """
        super().__init__(tidy(answer), placeholder=hint, id=id, compact=True, select_on_focus=is_replaced)

    @property
    def answer(self) -> str:
        """What stands in the field."""
        return self.value

    @answer.setter
    def answer(self, text: str) -> None:
        self.value = tidy(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say that the answer changed."""
        event.stop()
        self.post_message(self.Answered(self, self.answer))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Move on."""
        event.stop()
        self.screen.focus_next()
