"""A choice from a list, where her own words are welcome too."""

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from widgets.fields import Field, code_of, label_of
from widgets.line_field import LineField
from widgets.shown_text import shown

_SHOWN_AT_MOST = 40


class ChoiceField(Widget):
    """A line with a list under it, which opens on typing or with the down key.

    What is marked in the open list is what enter and tab take; words that are not in the list stand in
    it too, as they are typed, unless the field takes only its choices.
    """

    DEFAULT_CSS = """
    ChoiceField {
        height: auto;
        width: 1fr;
        & > .choice-offers {
            display: none;
            overlay: screen;
            constrain: inside inside;
            height: auto;
            max-height: 8;
            width: 1fr;
            border: none;
            padding: 0;
            background: $surface;
            scrollbar-size-vertical: 1;
        }
        &.-open > .choice-offers { display: block; }
    }
    """

    @dataclass
    class Answered(Message):
        """Another choice stands in the field."""

        field: "ChoiceField"
        answer: str

        @property
        def control(self) -> "ChoiceField":
            """The field."""
            return self.field

    def __init__(self, field: Field, answer: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._field = field
        self._line = LineField(
            label_of(field, answer),
            hint=field.hint or "↓ shows the list",
            is_replaced=field.kind == "choice",
        )
        self._offers = OptionList(classes="choice-offers for-anyone", markup=False, compact=True)
        self._offers.can_focus = False
        self._offered: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The line and its list."""
        yield self._line
        yield self._offers

    @property
    def answer(self) -> str:
        """What is kept: the code of a choice, or the words as they were typed."""
        return code_of(self._field, self._line.answer)

    @answer.setter
    def answer(self, code: str) -> None:
        with self._line.prevent(Input.Changed):
            self._line.answer = label_of(self._field, code)
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.has_class("-open")

    def focus(self, scroll_visible: bool = True, from_app_focus: bool = False) -> "ChoiceField":
        """Put the focus on the line."""
        self._line.focus(scroll_visible)
        return self

    def on_line_field_answered(self, event: LineField.Answered) -> None:
        """Offer what fits the words typed so far."""
        event.stop()
        if self._line.has_focus:
            self._offer(self._typed())
        self.post_message(self.Answered(self, self.answer))

    async def on_key(self, event: events.Key) -> None:
        """Down opens the list and moves in it, up moves, enter and tab take, escape closes it alone."""
        if event.key == "down" and not self.is_open:
            self._offer("")
            present = label_of(self._field, self.answer)
            self._offers.highlighted = self._offered.index(present) if present in self._offered else 0
        elif not self.is_open:
            return
        elif event.key in ("up", "down"):
            self._offers.action_cursor_up() if event.key == "up" else self._offers.action_cursor_down()
        elif event.key == "escape":
            self.remove_class("-open")
        else:
            return
        event.stop()
        event.prevent_default()

    def on_descendant_blur(self) -> None:
        """Take what is marked when the field is left."""
        if self.is_open:
            self._take(self._offers.highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked."""
        event.stop()
        self._take(event.option_index)
        self._line.focus()

    def _offer(self, typed: str) -> None:
        """Show the choices that fit, those that start with the words first."""
        sought = typed.strip().casefold()
        labels = [label for _, label in self._field.options]
        starting = [label for label in labels if label.casefold().startswith(sought)]
        within = [label for label in labels if sought in label.casefold() and label not in starting]
        known = (starting + within)[:_SHOWN_AT_MOST]
        own = [typed.strip()] if sought and self._field.is_free and typed.strip() not in known else []
        self._offered = tuple(known + own if starting else own + known)
        self._offers.set_options(
            Option(Content(shown(f"“{label}”" if label in own and label not in known else label)))
            for label in self._offered
        )
        # words that nothing fits stand as they are: a list of them alone would only be in the way
        self.set_class(bool(known) and bool(sought or not typed), "-open")
        # an empty line is an answer too: nothing is marked until she types or moves
        self._offers.highlighted = 0 if sought and self._offered else None

    def _take(self, index: int | None) -> None:
        self.remove_class("-open")
        if index is None:
            return
        taken = self._offered[index]
        before = self._before_typed()
        with self._line.prevent(Input.Changed):
            self._line.answer = before + taken
        self.post_message(self.Answered(self, self.answer))

    def _typed(self) -> str:
        """The words being chosen: all, or what follows the last comma where several are chosen."""
        several = self._field.kind == "several"
        return self._line.answer.rpartition(",")[2].strip() if several else self._line.answer

    def _before_typed(self) -> str:
        if self._field.kind != "several" or "," not in self._line.answer:
            return ""
        return self._line.answer.rpartition(",")[0] + ", "
