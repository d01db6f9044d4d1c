"""A week: seven days side by side, under each what it holds, one below the other."""

from textual.content import Content

from widgets.day_grid import DayGrid, GridDay, GridEntry
from widgets.shown_text import shown

_HEAD = 2
"""The titles, and the line below them."""
_LINES = 2
"""Lines of one thing: whose, and what."""


class WeekGrid(DayGrid):
    """Arrows go from day to day, and up and down in one."""

    def render(self) -> Content:
        """Titles, a line, then as many lines as there are."""
        if not self.days:
            return Content("")
        columns = [self._column(at, day) for at, day in enumerate(self.days)]
        rule = self._cell("─" * self.content_size.width, "rule", self.content_size.width)
        lines = [Content("").join(column[at] for column in columns) for at in range(self._height)]
        return Content("\n").join([lines[0], rule, *lines[1:]])

    def place_at(self, x: int, y: int) -> tuple[int, int] | None:
        """The day by its column; the thing by its lines."""
        day = min(x // self._width, len(self.days) - 1)
        if day < 0:
            return None
        first, most = self._window(day)
        entry = first + max(y - _HEAD, 0) // (_LINES + self._gap(day))
        last = min(first + most, len(self.days[day].entries)) - 1
        return day, max(min(entry, last), 0)

    def spots(self) -> list[tuple[str, int, int]]:
        """Each thing in sight, and each day that has none: key, line, column."""
        found: list[tuple[str, int, int]] = []
        for at, day in enumerate(self.days):
            first, most = self._window(at)
            step = _LINES + self._gap(at)
            shown_here = day.entries[first : first + most]
            found += [(one.key, _HEAD + step * line, at * self._width) for line, one in enumerate(shown_here)]
            found += [] if shown_here else [(day.key, 0, at * self._width)]
        return found

    @property
    def _height(self) -> int:
        return max(self.content_size.height - 1, 1)

    @property
    def _width(self) -> int:
        return max(self.content_size.width // max(len(self.days), 1), 2)

    def _gap(self, at: int) -> int:
        """An empty line between the things of a day, where there is room for all of them so."""
        return int(len(self.days[at].entries) * (_LINES + 1) <= self._height)

    def _window(self, at: int) -> tuple[int, int]:
        """The first thing of a day that is shown, and how many are."""
        day = self.days[at]
        step = _LINES + self._gap(at)
        room = max(self._height - 1, 0)
        most = room // step
        if most >= len(day.entries):
            return 0, len(day.entries)
        most = max((room - 1) // step, 1)  # a line says how many more
        here = self._entry if at == self._day else 0
        return max(here - most + 1, 0), most

    def _column(self, at: int, day: GridDay) -> list[Content]:
        here = at == self._day
        room = self._width - 1
        title = self._mark(here and not day.entries) + self._cell(day.title, self._title_role(day), room)
        lines = [title]
        first, most = self._window(at)
        for index, entry in enumerate(day.entries[first : first + most], start=first):
            lines += self._drawn(entry, here and index == self._entry, room)
            lines += [self._blank] * self._gap(at)
        if hidden := len(day.entries) - most:
            lines.append(Content(" ") + self._cell(f"{hidden} more", "more", room))
        return [*lines, *[self._blank] * self._height][: self._height]

    def _drawn(self, entry: GridEntry, is_here: bool, room: int) -> list[Content]:
        quiet = "quiet" if entry.is_quiet else ""
        name = "here" if is_here and self._has_cursor else quiet or "name"
        at = Content.styled(shown(f"{entry.at} " if entry.at else ""), self._look(quiet or "time"))
        what = at + self._cell(entry.what, quiet or "what", room - at.cell_length)
        return [self._mark(is_here) + self._cell(entry.name, name, room), Content(" ") + what]

    @property
    def _blank(self) -> Content:
        return Content(" " * self._width)
