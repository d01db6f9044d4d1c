"""The keys of a dialog, in its last lines; a click does what the key does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from widgets.shown_text import shown
from widgets.side_by_side import BETWEEN, in_lines, place_at


@dataclass(frozen=True)
class KeyHint:
    """A key, what it does in a word or two, and the name of the action."""

    key: str
    word: str
    action: str


class KeyHints(Widget):
    """Keys and their words, over as many lines as they need; none is broken in two."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-hints--key", "key-hints--word"}
    DEFAULT_CSS = """
    KeyHints {
        height: auto;
        width: 1fr;
        & > .key-hints--key { color: $accent; text-style: bold; }
        & > .key-hints--word { color: $muted; }
    }
    """

    for_anyone: ClassVar[bool] = True
    """The privacy lens leaves its words."""
    hints: reactive[tuple[KeyHint, ...]] = reactive((), layout=True)
    """What is shown, most needed first."""

    @dataclass
    class Chosen(Message):
        """A hint was clicked."""

        key_hints: "KeyHints"
        action: str

        @property
        def control(self) -> "KeyHints":
            """The hints."""
            return self.key_hints

    def __init__(self, hints: Sequence[KeyHint] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(KeyHints.hints, tuple(hints))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the hints need at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The hints, a hint never broken."""
        lines = self._lines(self.content_size.width)
        return Content("\n").join(Content(BETWEEN).join(map(self._drawn, line)) for line in lines)

    def on_click(self, event: events.Click) -> None:
        """Say which hint was clicked."""
        at = event.get_content_offset(self)
        if at is None:
            return
        place = place_at(self._lines(self.content_size.width), self._length, at.x, at.y)
        if place is not None:
            self.post_message(self.Chosen(self, self.hints[place].action))

    def _lines(self, width: int) -> list[list[KeyHint]]:
        return in_lines(self.hints, self._length, width)

    def _length(self, hint: KeyHint) -> int:
        return self._drawn(hint).cell_length

    def _drawn(self, hint: KeyHint) -> Content:
        own_key = getattr(self.app, "own_key", str)  # she may have chosen another
        key = Content.styled(shown(own_key(hint.key)), self.get_visual_style("key-hints--key", partial=True))
        word = Content.styled(shown(hint.word), self.get_visual_style("key-hints--word", partial=True))
        return key + " " + word
