"""The foot of a screen: a few keys on the left, when things were last saved on the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from widgets.shown_text import content, shown

NARROW = 80
"""Below this many columns three hints are shown."""


class StatusBar(Widget):
    """Hints that can be clicked, and one sentence: "Saved 14:02 · u undoes"."""

    COMPONENT_CLASSES = {"status-bar--key", "status-bar--word", "status-bar--said", "status-bar--trouble"}

    DEFAULT_CSS = """
    StatusBar {
        dock: bottom;
        height: 2;
        padding: 0 1;
        border-top: solid $rule;
        & > .status-bar--key { color: $accent; text-style: bold; }
        & > .status-bar--word { color: $muted; }
        & > .status-bar--said { color: $good; }
        & > .status-bar--trouble { color: $trouble; text-style: bold; }
    }
    """

    for_anyone: ClassVar[bool] = True
    """The privacy lens leaves its words."""

    @dataclass
    class Chosen(Message):
        """A hint was clicked."""

        status_bar: "StatusBar"
        action: str

        @property
        def control(self) -> "StatusBar":
            """The bar."""
            return self.status_bar

    def __init__(self, hints: Sequence[tuple[str, str, str]] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints = tuple(hints)
        self._said = ("", False)
        self._whole_line = False

    def show_hints(self, hints: Sequence[tuple[str, str, str]]) -> None:
        """Key, word and action of each hint."""
        self._hints = tuple(hints)
        self.refresh()

    def say(self, words: str, *, trouble: bool = False, whole_line: bool = False) -> None:
        """Show this at the right; `whole_line` puts it in place of the hints (an error, a question)."""
        self._said = (words, trouble)
        self._whole_line = whole_line
        self.refresh()

    def render(self) -> Content:
        """The hints that fit, then what was said."""
        width = self.content_size.width
        words, trouble = self._said
        style = self._style("trouble" if trouble else "said")
        if self._whole_line:
            return Content.styled(shown(words), style).truncate(width, ellipsis=True)
        said = Content.styled(_within(shown(words), _room(width)), style)
        hints = [self._hint(hint) for hint in self._fitting(width - said.cell_length)]
        left = Content("  ").join(hints)
        return left.pad_right(max(width - left.cell_length - said.cell_length, 0)).append(said)

    def on_click(self, event: events.Click) -> None:
        """A click on a hint does what its key does."""
        if self._whole_line or event.y < 1:
            return
        at = 0
        x = event.get_content_offset_capture(self).x
        width = self.content_size.width
        width -= cell_len(_within(shown(self._said[0]), _room(width)))
        for hint in self._fitting(width):
            length = self._hint(hint).cell_length
            if at <= x < at + length:
                self.post_message(self.Chosen(self, hint[2]))
            at += length + 2

    def _fitting(self, width: int) -> list[tuple[str, str, str]]:
        hints = list(self._hints[:3] if self.app.size.width < NARROW else self._hints)
        while hints and sum(self._hint(hint).cell_length + 2 for hint in hints) > width:
            hints.pop(-2 if len(hints) > 1 else 0)  # the last one is help: it goes last
        return hints

    def _hint(self, hint: tuple[str, str, str]) -> Content:
        own_key = getattr(self.app, "own_key", str)  # she may have chosen another
        return content([(own_key(hint[0]), self._style("key")), (" ", ""), (hint[1], self._style("word"))])

    def _style(self, part: str) -> Style:
        return self.get_visual_style(f"status-bar--{part}", partial=True)


def _room(width: int) -> int:
    """What is said may take this much of a line; what is left is for a hint or two."""
    return width * 2 // 3


def _within(words: str, room: int) -> str:
    """Words cut to a width; what stands after the last dot, the key that undoes, stays."""
    head, dot, tail = words.rpartition(" · ")
    if cell_len(words) <= room or cell_len(dot + tail) > room // 2:
        return Content(words).truncate(room, ellipsis=True).plain
    return Content(head).truncate(room - cell_len(dot + tail), ellipsis=True).plain + dot + tail
