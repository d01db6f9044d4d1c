"""A line of tabs: where one is, and what else is here. Told what to show; says what was clicked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from widgets.lens import marked
from widgets.shown_text import shown

_APART = "   "
_BEFORE = "… "


class TabLine(Widget):
    """Names in a row, the chosen one underlined and bold, so that it shows without colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tab-line--chosen", "tab-line--other"}
    DEFAULT_CSS = """
    TabLine {
        height: 1;
        padding: 0 1;
        & > .tab-line--chosen { text-style: bold underline; color: $accent; }
        & > .tab-line--other { color: $muted; }
    }
    """

    chosen: reactive[int] = reactive(0)
    """Which one, from 0."""

    @dataclass
    class Chosen(Message):
        """A tab was clicked."""

        tab_line: "TabLine"
        index: int

        @property
        def control(self) -> "TabLine":
            """The line."""
            return self.tab_line

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.names = tuple(names)
        self._own_names = len(self.names)
        """So many are the program's own words, which the privacy lens leaves; the others are somebody's."""

    def use_names(self, names: Sequence[str], added: Sequence[str] = ()) -> None:
        """Show these tabs from now on.

        Args:
            names: in the program's own words.
            added: behind them, in somebody's own words.
        """
        if self.names != (*names, *added):
            self.names, self._own_names = (*names, *added), len(names)
            self.chosen = self.chosen if self.chosen < len(self.names) else 0
            self.refresh()

    def turn(self, step: int) -> int:
        """To the next tab in a direction, round at the ends; which one it is now."""
        self.chosen = (self.chosen + step) % len(self.names)
        return self.chosen

    def render(self) -> Content:
        """The names, three blanks apart; where they do not all fit, so many that the chosen one shows."""
        first = self._first_shown()
        parts = [
            Content.styled(shown(self.names[place]), self._style(role, place))
            for place, role in enumerate(self._roles()[first:], start=first)
        ]
        before = Content.styled(_BEFORE if first else "", self._style("other", 0))
        return before.append(Content(_APART).join(parts)).truncate(self.content_size.width, ellipsis=True)

    def on_click(self, event: events.Click) -> None:
        """Which name is under the mouse."""
        first = self._first_shown()
        at = event.get_content_offset_capture(self).x - (len(_BEFORE) if first else 0)
        for index, name in enumerate(self.names[first:], start=first):
            at -= len(name) + len(_APART)
            if at < 0:
                self.post_message(self.Chosen(self, index))
                return

    def _first_shown(self) -> int:
        room = self.content_size.width
        for first in range(self.chosen):
            names = self.names[first : self.chosen + 1]
            # Two cells more, for the sign that others follow.
            more = 2 if self.chosen + 1 < len(self.names) else 0
            if len(_APART.join(names)) + (len(_BEFORE) if first else 0) + more <= room:
                return first
        return self.chosen

    def _style(self, role: str, place: int) -> Style:
        look = self.get_visual_style(f"tab-line--{role}", partial=True)
        return look + marked("own" if place < self._own_names else "words")

    def _roles(self) -> list[str]:
        return ["chosen" if index == self.chosen else "other" for index in range(len(self.names))]
