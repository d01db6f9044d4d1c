"""The six themes as the study draws them: a foundation, four practices on it, an outcome above."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from widgets.shown_text import shown

Named: TypeAlias = tuple[str, str]
"""A short name, and the words that are drawn."""

_GAP = 5
_NAMES = "theme"
"""The key in the meta of a style under which a name says whose it is."""
_EDGE = 2
"""What the rules reach beyond the names."""


class ThemePicture(Widget):
    """Draws names in their places. The lit one is bold, so that it shows without colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "theme-picture--end",
        "theme-picture--practice",
        "theme-picture--lit",
        "theme-picture--rule",
    }
    DEFAULT_CSS = """
    ThemePicture {
        height: auto;
        width: 1fr;
        & > .theme-picture--end { color: $second; }
        & > .theme-picture--practice { color: $muted; }
        & > .theme-picture--lit { color: $accent; text-style: bold; }
        & > .theme-picture--rule { color: $rule; }
    }
    """

    for_anyone: ClassVar[bool] = True
    """The privacy lens leaves its words."""
    lit: reactive[str] = reactive("")
    """The short name of the theme in question; "" lights none."""

    @dataclass
    class Chosen(Message):
        """A name was clicked."""

        picture: "ThemePicture"
        code: str
        """The short name of its theme."""

        @property
        def control(self) -> "ThemePicture":
            """The picture."""
            return self.picture

    def __init__(
        self, foundation: Named, practices: Sequence[Named], outcome: Named, *, id: str | None = None
    ) -> None:
        """The picture of these themes."""
        super().__init__(id=id)
        self._foundation = foundation
        self._practices = tuple(practices)
        self._outcome = outcome

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Six lines; eight where the practices have to stand below each other."""
        return 6 if self._fits(width) else 4 + len(self._practices)

    def render(self) -> Content:
        """The outcome, a line rising to it, the practices, a line, the foundation."""
        width = self.content_size.width
        room = min(self._row_width + 2 * _EDGE, width)
        rule = Content.styled(_rule(room), self.get_visual_style("theme-picture--rule", partial=True))
        practices = self._side_by_side() if self._fits(width) else self._one_below_the_other()
        outcome, foundation = self._named(*self._outcome, "end"), self._named(*self._foundation, "end")
        lines = (outcome, rule, *practices, rule, foundation)
        # Not Content.center, which pads to the right beyond the width.
        return Content("\n").join(line.pad_left(max((width - line.cell_length) // 2, 0)) for line in lines)

    def on_click(self, event: events.Click) -> None:
        """Say which name is under the mouse."""
        if code := event.style.meta.get(_NAMES, ""):
            self.post_message(self.Chosen(self, code))

    @property
    def _row_width(self) -> int:
        return sum(map(_width, self._practices)) + _GAP * (len(self._practices) - 1)

    def _fits(self, width: int) -> bool:
        return width >= self._row_width

    def _side_by_side(self) -> list[Content]:
        lines: list[list[Content]] = [[], []]
        for code, words in self._practices:
            for line, half in zip(lines, _halves(words), strict=True):
                line.append(self._named(code, half.center(_width((code, words))), "practice"))
        return [Content(" " * _GAP).join(line) for line in lines]

    def _one_below_the_other(self) -> list[Content]:
        return [self._named(*each, "practice") for each in self._practices]

    def _named(self, code: str, words: str, role: str) -> Content:
        look = self.get_visual_style(f"theme-picture--{'lit' if code == self.lit else role}", partial=True)
        return Content.styled(shown(words), look + Style.from_meta({_NAMES: code}))


def _rule(room: int) -> str:
    half = "─" * max((room - 3) // 2, 0)
    return f"{half} ▲ {half}"


def _width(practice: Named) -> int:
    return max(map(len, _halves(practice[1])))


def _halves(words: str) -> tuple[str, str]:
    """A name on two lines, as even as its words allow."""
    parts = words.split()
    cuts = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    return min(cuts, key=lambda cut: abs(len(cut[0]) - len(cut[1])), default=(words, ""))
