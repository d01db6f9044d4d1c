"""A few choices side by side: left and right move, enter chooses, a click too."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from widgets.shown_text import shown
from widgets.side_by_side import BETWEEN, in_lines, place_at


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice."""

    code: str
    words: str
    key: str = ""
    """A key of the screen that does the same; it stands before the words."""


class ChoiceRow(Widget, can_focus=True):
    """Words in a row, one under the cursor; over as many lines as they need, none broken in two."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Left", show=False, id="choices.left", tooltip="To the choice before."),
        Binding("right", "move(1)", "Right", show=False, id="choices.right", tooltip="To the next choice."),
        Binding("enter", "choose", "Choose", show=False, id="choices.choose", tooltip="Choose."),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice-row--here", "choice-row--other", "choice-row--key"}
    DEFAULT_CSS = """
    ChoiceRow {
        height: auto;
        width: 1fr;
        & > .choice-row--here { color: $accent; text-style: bold underline; }
        & > .choice-row--other { color: $muted; }
        & > .choice-row--key { color: $accent; text-style: bold; }
    }
    """

    at: reactive[int] = reactive(0)
    """Which one the cursor is on, from 0."""

    @dataclass
    class Chosen(Message):
        """One was chosen."""

        choice_row: "ChoiceRow"
        code: str

        @property
        def control(self) -> "ChoiceRow":
            """The row."""
            return self.choice_row

    @dataclass
    class Highlighted(Message):
        """The cursor is on another one, or went away (code "")."""

        choice_row: "ChoiceRow"
        code: str

        @property
        def control(self) -> "ChoiceRow":
            """The row."""
            return self.choice_row

    def __init__(self, choices: Sequence[Choice] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = tuple(choices)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Other choices from now on; the cursor stays where it is, as far as that goes."""
        self._choices = tuple(choices)
        self.at = min(self.at, max(len(self._choices) - 1, 0))
        self.refresh(layout=True)

    @property
    def for_anyone(self) -> bool:
        """The privacy lens leaves its words."""
        return True

    @property
    def code_here(self) -> str:
        """The choice under the cursor; "" where there is none."""
        return self._choices[self.at].code if self._choices else ""

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the words need at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The words, three blanks apart."""
        lines = self._lines(self.content_size.width)
        return Content("\n").join(Content(BETWEEN).join(map(self._drawn, line)) for line in lines)

    def action_move(self, step: int) -> None:
        """To a neighbour, round at the ends."""
        if self._choices:
            self.at = (self.at + step) % len(self._choices)
            self.post_message(self.Highlighted(self, self.code_here))

    def action_choose(self) -> None:
        """Choose the one under the cursor."""
        if self._choices:
            self.post_message(self.Chosen(self, self.code_here))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        at = event.get_content_offset_capture(self)
        place = place_at(self._lines(self.content_size.width), self._length, at.x, at.y)
        if place is not None:
            self.at = place
            self.action_choose()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()
        self.post_message(self.Highlighted(self, self.code_here))

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
        self.post_message(self.Highlighted(self, ""))

    def words_of(self, choice: Choice) -> str:
        """How a choice reads."""
        return choice.words

    def _lines(self, width: int) -> list[list[Choice]]:
        return in_lines(self._choices, self._length, width)

    def _length(self, choice: Choice) -> int:
        return self._drawn(choice).cell_length

    def _drawn(self, choice: Choice) -> Content:
        is_here = self.has_focus and choice is self._choices[self.at]
        style = self.get_visual_style(f"choice-row--{'here' if is_here else 'other'}", partial=True)
        words = Content.styled(shown(self.words_of(choice)), style)
        if not choice.key:
            return words
        key = self.get_visual_style("choice-row--key", partial=True)
        return Content.styled(shown(choice.key), key) + " " + words
