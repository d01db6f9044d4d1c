"""A few words side by side, each of them on or off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from widgets.choice_row import Choice, ChoiceRow

ON, OFF = "●", "○"


class TickRow(ChoiceRow, inherit_bindings=False):
    """Left and right move, space or a click turns one on and off, enter moves on to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Left", show=False, id="ticks.left", tooltip="To the one before."),
        Binding("right", "move(1)", "Right", show=False, id="ticks.right", tooltip="To the next one."),
        Binding("space", "choose", "On or off", show=False, id="ticks.turn", tooltip="On or off."),
        Binding("enter", "app.focus_next", "On", show=False, id="ticks.on", tooltip="To the next field."),
    ]

    ticked: reactive[frozenset[str]] = reactive(frozenset())
    """The codes that are on."""

    @dataclass
    class Changed(Message):
        """One was turned on or off."""

        tick_row: "TickRow"
        ticked: frozenset[str]

        @property
        def control(self) -> "TickRow":
            """The row."""
            return self.tick_row

    def __init__(
        self, choices: Sequence[Choice], ticked: Collection[str] = (), *, id: str | None = None
    ) -> None:
        """Words, some of them on."""
        super().__init__(choices, id=id)
        self.set_reactive(TickRow.ticked, frozenset(ticked))

    for_anyone = True
    """Its words are the program's own; the privacy lens leaves them."""

    def words_of(self, choice: Choice) -> str:
        """A mark, full or empty, then the words."""
        return f"{ON if choice.code in self.ticked else OFF} {choice.words}"

    def action_choose(self) -> None:
        """Turn the one under the cursor on or off."""
        self.ticked = self.ticked ^ {self.code_here}
        self.post_message(self.Changed(self, self.ticked))
