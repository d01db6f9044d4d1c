"""Days as cells of a grid, with a cursor that arrows move. Told which days; says where the cursor went."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from widgets.lens import marked
from widgets.shown_text import shown

MARK = "▸"
_LENS = dict.fromkeys(("title", "today", "rule", "more"), "own") | {
    "name": "name",
    "here": "name",
    "time": "day",
}
"""What the privacy lens may leave of a piece, by its role; of the others nothing."""


@dataclass(frozen=True, slots=True)
class GridEntry:
    """Something that has its day."""

    key: str
    name: str
    what: str
    at: str = ""
    """Its time, if it has one."""
    is_quiet: bool = False
    """It is over: shown, and not in front."""


@dataclass(frozen=True, slots=True)
class GridDay:
    """One day."""

    key: str
    title: str
    """As it is written over it: "Tue 24", or "24"."""
    entries: tuple[GridEntry, ...] = ()
    is_today: bool = False
    is_quiet: bool = False
    """A day off, or of another month."""


class DayGrid(Widget, can_focus=True):
    """What a week and a month share."""

    STEP_DOWN: ClassVar[int] = 0
    """Days to the cell below; 0 where the things of a day stand below each other."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "day(-1)", "Day before", show=False, id="grid.left", tooltip="To the day before."),
        Binding("right", "day(1)", "Day after", show=False, id="grid.right", tooltip="To the day after."),
        Binding("up", "below(-1)", "Up", show=False, id="grid.up", tooltip="Up."),
        Binding("down", "below(1)", "Down", show=False, id="grid.down", tooltip="Down."),
        Binding("enter", "open", "Open", show=False, id="open", tooltip="Open what is here."),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "day-grid--title",
        "day-grid--today",
        "day-grid--quiet",
        "day-grid--rule",
        "day-grid--more",
        "day-grid--name",
        "day-grid--here",
        "day-grid--time",
        "day-grid--mark",
    }
    DEFAULT_CSS = """
    DayGrid {
        width: 1fr;
        height: 1fr;
        & > .day-grid--today { text-style: bold underline; color: $accent; }
        & > .day-grid--quiet, & > .day-grid--more { color: $muted; }
        & > .day-grid--rule { color: $rule; }
        & > .day-grid--name { text-style: bold; }
        & > .day-grid--here { text-style: bold; color: $accent; }
        & > .day-grid--time { color: $second; }
        & > .day-grid--mark { text-style: bold; color: $accent; }
    }
    """

    @dataclass
    class Moved(Message):
        """The cursor is on another day, or on another thing of its day."""

        grid: "DayGrid"

        @property
        def control(self) -> "DayGrid":
            """The grid."""
            return self.grid

    @dataclass
    class Beyond(Message):
        """The cursor would go to a day that is not shown."""

        grid: "DayGrid"
        days: int
        """How many days from the one it is on."""

        @property
        def control(self) -> "DayGrid":
            """The grid."""
            return self.grid

    @dataclass
    class Opened(Message):
        """Enter, or a click where the cursor was already."""

        grid: "DayGrid"
        key: str
        """Of the thing; "" on a day that has none."""

        @property
        def control(self) -> "DayGrid":
            """The grid."""
            return self.grid

    def __init__(self, *, id: str | None = None) -> None:
        """An empty grid, until `show_days`."""
        super().__init__(id=id)
        self.days: tuple[GridDay, ...] = ()
        self._day = 0
        self._entry = 0

    def show_days(self, days: Sequence[GridDay], day: str, entry: str = "") -> None:
        """Show these days, the cursor on this one, and on this thing if the day has it."""
        self.days = tuple(days)
        self._day = next((at for at, one in enumerate(self.days) if one.key == day), 0)
        keys = [one.key for one in self._entries]
        self._entry = keys.index(entry) if entry in keys else max(min(self._entry, len(keys) - 1), 0)
        self.refresh()

    def highlight(self, key: str) -> None:
        """Put the cursor on the thing or the day with this key, if it is shown."""
        for at, day in enumerate(self.days):
            keys = [entry.key for entry in day.entries]
            if key in keys or key == day.key:
                self._go(at, keys.index(key) if key in keys else 0)
                return

    @property
    def day_key(self) -> str:
        """The day under the cursor."""
        return self.days[self._day].key if self.days else ""

    @property
    def highlighted_key(self) -> str:
        """The thing under the cursor; "" on a day that has none."""
        return self._entries[self._entry].key if self._entry < len(self._entries) else ""

    def action_day(self, step: int) -> None:
        """To the day beside this one."""
        if 0 <= self._day + step < len(self.days):
            self._go(self._day + step, 0)
        elif self.days:
            self.post_message(self.Beyond(self, step))

    def action_below(self, step: int) -> None:
        """To what stands below or above."""
        if self.STEP_DOWN:
            self.action_day(step * self.STEP_DOWN)
        elif 0 <= self._entry + step < len(self._entries):
            self._go(self._day, self._entry + step)

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.post_message(self.Opened(self, self.highlighted_key))

    def on_click(self, event: events.Click) -> None:
        """The first click goes there, another opens."""
        at = event.get_content_offset(self)
        found = self.place_at(at.x, at.y) if at else None
        if found is None:
            return
        if found == (self._day, self._entry):
            self.action_open()
        self._go(*found)

    def place_at(self, x: int, y: int) -> tuple[int, int] | None:
        """Which day and which thing of it is drawn there."""
        raise NotImplementedError

    def on_focus(self) -> None:
        """Show the cursor here."""
        self.refresh()

    def on_blur(self) -> None:
        """Without its mark while another part of the page has the cursor."""
        self.refresh()

    def _go(self, day: int, entry: int) -> None:
        if (day, entry) != (self._day, self._entry):
            self._day, self._entry = day, entry
            self.post_message(self.Moved(self))
            self.refresh()

    @property
    def _entries(self) -> tuple[GridEntry, ...]:
        return self.days[self._day].entries if self.days else ()

    @property
    def _has_cursor(self) -> bool:
        """Whether its mark is drawn: under a dialog it stays."""
        return self.has_focus or self.screen.focused is None

    def _cell(self, text: str, role: str, width: int) -> Content:
        """Words in so many cells, cut with "…" or filled up."""
        cut = Content.styled(shown(text), self._look(role)).truncate(max(width, 0), ellipsis=True)
        return cut.pad_right(max(width - cut.cell_length, 0))

    def _mark(self, is_here: bool) -> Content:
        return self._cell(MARK if is_here and self._has_cursor else "", "mark", 1)

    def _look(self, role: str) -> Style:
        plain = role in ("", "what")
        style = Style.null() if plain else self.get_visual_style(f"day-grid--{role}", partial=True)
        return style + marked(_LENS[role]) if role in _LENS else style

    def _title_role(self, day: GridDay) -> str:
        return "today" if day.is_today else "more" if day.is_quiet else "title"
