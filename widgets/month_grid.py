"""A month: weeks below each other, in each day whose things it holds."""

from textual.content import Content

from widgets.day_grid import DayGrid, GridDay

_WEEK = 7
_FEWEST, _MOST = 2, 5
"""Lines of a week."""


class MonthGrid(DayGrid):
    """Arrows go a day sideways and a week up or down."""

    STEP_DOWN = _WEEK
    WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

    def render(self) -> Content:
        """The days of the week, then the weeks."""
        if not self.days:
            return Content("")
        room = self._width - 1
        lines = [Content("").join(Content(" ") + self._cell(name, "more", room) for name in self.WEEKDAYS)]
        for monday in range(0, len(self.days), _WEEK):
            week = range(monday, min(monday + _WEEK, len(self.days)))
            cells = [self._drawn(at, self.days[at]) for at in week]
            lines += [Content("").join(cell[line] for cell in cells) for line in range(self._lines)]
        return Content("\n").join(lines)

    def place_at(self, x: int, y: int) -> tuple[int, int] | None:
        """The day by its week and its column."""
        day = max(y - 1, 0) // self._lines * _WEEK + min(x // self._width, _WEEK - 1)
        return (day, 0) if day < len(self.days) else None

    def spots(self) -> list[tuple[str, int, int]]:
        """Each day: key, line, column."""
        return [
            (day.key, 1 + at // _WEEK * self._lines, at % _WEEK * self._width)
            for at, day in enumerate(self.days)
        ]

    @property
    def _width(self) -> int:
        return max(self.content_size.width // _WEEK, 3)

    @property
    def _lines(self) -> int:
        weeks = max(-(-len(self.days) // _WEEK), 1)
        return max(min((self.content_size.height - 1) // weeks, _MOST), _FEWEST)

    def _drawn(self, at: int, day: GridDay) -> list[Content]:
        room = self._width - 1
        here = at == self._day and self._has_cursor
        role = "here" if here and not day.is_today else self._title_role(day)
        lines = [self._mark(here) + self._cell(day.title, role, len(day.title))]
        lines[0] = lines[0].pad_right(self._width - lines[0].cell_length)
        most = self._lines - 1
        shown_here = day.entries if len(day.entries) <= most else day.entries[: most - 1]
        for entry in shown_here:
            look = "quiet" if entry.is_quiet or day.is_quiet else "name"
            lines.append(Content(" ") + self._cell(entry.name, look, room))
        if hidden := len(day.entries) - len(shown_here):
            lines.append(Content(" ") + self._cell(f"+{hidden}", "more", room))
        return [*lines, *[Content(" " * self._width)] * self._lines][: self._lines]
