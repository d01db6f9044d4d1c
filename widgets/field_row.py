"""One question of a form: its label, what is typed into, and how that was read."""

from dataclasses import dataclass
from typing import TypeAlias

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from widgets.choice_field import ChoiceField
from widgets.fields import Echo, Field
from widgets.lens import marked
from widgets.line_field import LineField
from widgets.long_text import LongText
from widgets.shown_text import shown
from widgets.yes_no import YesNo

Control: TypeAlias = LineField | LongText | ChoiceField | YesNo


class FieldRow(Widget):
    """A label, a field, and under it the reading of what was typed, or why it was refused."""

    DEFAULT_CSS = """
    FieldRow {
        layout: grid;
        grid-size: 2;
        grid-columns: 22 1fr;
        grid-rows: auto;
        height: auto;
        & > .field-label { color: $muted; padding-right: 2; }
        & > .field-told { column-span: 2; display: none; padding-left: 22; color: $second; height: auto; }
        &.-told > .field-told { display: block; }
        &.-refused > .field-told { color: $trouble; text-style: bold; }
        &.-here > .field-label { color: $foreground; text-style: bold; }
    }
    """

    @dataclass
    class Answered(Message):
        """The answer changed."""

        row: "FieldRow"
        answer: str

        @property
        def control(self) -> "FieldRow":
            """The row."""
            return self.row

    def __init__(self, field: Field, answer: str = "") -> None:
        super().__init__()
        self.field = field
        self.input = _control(field, answer)
        self._at_first = answer
        self._told = Static("", classes="field-told", markup=False)

    def compose(self) -> ComposeResult:
        """Label, field, reading."""
        yield Static(shown(self.field.label), classes="field-label for-anyone", markup=False)
        yield self.input
        yield self._told

    def on_mount(self) -> None:
        """Show how the first answer reads."""
        self._echo()

    def on_descendant_focus(self) -> None:
        """Make the label of the field she is in bright."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """And quiet again."""
        self.remove_class("-here")

    @property
    def answer(self) -> str:
        """What stands in the field."""
        return self.input.answer

    @answer.setter
    def answer(self, text: str) -> None:
        self.input.answer = text
        self._hers()
        self._echo()

    def refuse(self, sentence: str) -> None:
        """Say under the field why its answer cannot be kept; what was typed stays."""
        self._tell(Echo(sentence, is_refused=True))

    def focus_field(self) -> None:
        """Put the focus into the field."""
        self.input.focus()

    def on_line_field_answered(self, event: LineField.Answered) -> None:
        """Read the answer as it is typed."""
        self._hers()
        self._answered(event)

    def on_long_text_answered(self, event: LongText.Answered) -> None:
        """Read the answer as it is typed."""
        self._answered(event)

    def on_choice_field_answered(self, event: ChoiceField.Answered) -> None:
        """Read the answer as it is chosen."""
        self._answered(event)

    def on_yes_no_answered(self, event: YesNo.Answered) -> None:
        """Read the answer as it is chosen."""
        self._answered(event)

    def on_click(self, event: events.Click) -> None:
        """A click on the label goes to the field."""
        self.focus_field()

    def _hers(self) -> None:
        """What stands here now was typed: coming back to the field does not mark it to be replaced."""
        if isinstance(self.input, LineField) and self.answer != self._at_first:
            self.input.select_on_focus = False

    def _answered(self, event: Message) -> None:
        event.stop()
        self._echo()
        self.post_message(self.Answered(self, self.answer))

    def _echo(self) -> None:
        text = self.answer.strip()
        self._tell(self.field.echo(text) if self.field.echo and text else Echo(""))

    def _tell(self, echo: Echo) -> None:
        # Through the privacy lens a day may be read, and why an answer is refused; not the answer itself.
        self._told.update(Content.styled(shown(echo.text), marked("own" if echo.is_refused else "day")))
        self.set_class(bool(echo.text), "-told")
        self.set_class(echo.is_refused, "-refused")


def _control(field: Field, answer: str) -> Control:
    if field.kind == "long":
        return LongText(answer, hint=field.hint)
    if field.kind in ("choice", "several"):
        return ChoiceField(field, answer)
    if field.kind == "yes-no":
        return YesNo(answer)
    return LineField(answer, hint=field.hint, is_replaced=field.is_replaced)
