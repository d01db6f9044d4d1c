"""A week: seven days side by side, under each what it holds, one below the other."""

from collections.abc import Sequence

from textual.content import Content

from widgets.day_grid import DayGrid, GridDay, GridEntry
from widgets.shown_text import shown

_HEAD = 2
"""The titles, and the line below them."""
_FEWEST, _MOST = 2, 4
"""Lines of one thing: whose, then what with its time before it."""


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
        tops = [(top, entry) for top, entry, _ in self._placed(day)]
        return day, max((entry for top, entry in tops if top <= y), default=0)

    def spots(self) -> list[tuple[str, int, int]]:
        """Each thing in sight, and each day that has none: key, line, column."""
        found: list[tuple[str, int, int]] = []
        for at, day in enumerate(self.days):
            placed = [(day.entries[entry].key, top, at * self._width) for top, entry, _ in self._placed(at)]
            found += placed or [(day.key, 0, at * self._width)]
        return found

    @property
    def _height(self) -> int:
        return max(self.content_size.height - 1, 1)

    @property
    def _width(self) -> int:
        return max(self.content_size.width // max(len(self.days), 1), 2)

    def _placed(self, at: int) -> list[tuple[int, int, int]]:
        """The things of a day that are shown: the first line of each, which it is, how many lines it has."""
        entries = self.days[at].entries
        room = max(self._height - 1, 0)
        lines, gap = self._shape(entries, room)
        first, most = 0, len(entries)
        if sum(min(lines, self._whole(one)) for one in entries) > room:
            most = max((room - 1) // lines, 1)  # a line says how many more
            here = self._entry if at == self._day else 0
            first = max(here - most + 1, 0)
        placed, top = [], _HEAD
        for index, entry in enumerate(entries[first : first + most], start=first):
            height = min(lines, self._whole(entry))
            placed.append((top, index, height))
            top += height + gap
        return placed

    def _shape(self, entries: Sequence[GridEntry], room: int) -> tuple[int, int]:
        """The most lines of a thing, and the empty lines between two, that leave all of them in sight."""
        for lines, gap in ((_MOST, 1), (_MOST - 1, 1), (_FEWEST, 1), (_MOST - 1, 0)):
            if sum(min(lines, self._whole(one)) + gap for one in entries) - gap <= room:
                return lines, gap
        return _FEWEST, 0

    def _whole(self, entry: GridEntry) -> int:
        """The lines of a thing with nothing cut."""
        return 1 + len(self._words(entry).wrap(self._width - 1))

    def _words(self, entry: GridEntry) -> Content:
        quiet = "quiet" if entry.is_quiet else ""
        at = Content.styled(shown(f"{entry.at} " if entry.at else ""), self._look(quiet or "time"))
        return at + Content.styled(shown(entry.what), self._look(quiet or "what"))

    def _column(self, at: int, day: GridDay) -> list[Content]:
        here = at == self._day
        room = self._width - 1
        lines = [
            self._mark(here and not day.entries) + self._cell(day.title, self._title_role(day), room),
            *[Content(" " * self._width)] * self._height,
        ]
        placed = self._placed(at)
        for top, index, height in placed:
            drawn = self._drawn(day.entries[index], here and index == self._entry, height)
            lines[top - 1 : top - 1 + height] = drawn
        if hidden := len(day.entries) - len(placed):
            lines[self._height - 1] = Content(" ") + self._cell(f"{hidden} more", "more", room)
        return lines[: self._height]

    def _drawn(self, entry: GridEntry, is_here: bool, height: int) -> list[Content]:
        room = self._width - 1
        look = "quiet" if entry.is_quiet else "name"
        name = "here" if is_here and self._has_cursor else look
        words = self._words(entry).wrap(room)
        if len(words) > height - 1:
            words = [*words[: height - 2], _cut(words[height - 2 :], room)]
        below = [Content(" ") + line.pad_right(max(room - line.cell_length, 0)) for line in words]
        return [self._mark(is_here) + self._cell(entry.name, name, room), *below]


def _cut(lines: list[Content], room: int) -> Content:
    """The first of some lines, and as much of the others as there is room for."""
    return Content(" ").join(line.rstrip() for line in lines).truncate(room, ellipsis=True)
