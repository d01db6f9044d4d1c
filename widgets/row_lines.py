"""Which line of a long list belongs to which item, and where each row begins."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from widgets.row import Item, Row


class RowLines:
    """The items of a list and the lines they take. Knows nothing of widths or colours."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self._tops: list[int] = list(range(len(items) + 1))
        self._index_by_key: dict[str, int] | None = None

    @property
    def total_lines(self) -> int:
        """Lines of the whole list."""
        return self._tops[-1]

    def measure(self, height_of: Callable[[Row], int]) -> None:
        """Ask each row how many lines it takes; headings and gaps take one."""
        heights = (height_of(item) if isinstance(item, Row) else 1 for item in self.items)
        self._tops = list(accumulate(heights, initial=0))

    def top_of(self, index: int) -> int:
        """The first line of an item."""
        return self._tops[max(0, min(index, len(self.items)))]

    def height_of(self, index: int) -> int:
        """The lines of an item; 0 where there is none."""
        return self._tops[index + 1] - self._tops[index] if 0 <= index < len(self.items) else 0

    def at_line(self, line: int) -> tuple[int, int]:
        """The item a line belongs to, and which of its lines it is; -1 past the end."""
        if not 0 <= line < self.total_lines:
            return -1, 0
        index = bisect_right(self._tops, line) - 1
        return index, line - self._tops[index]

    def index_of(self, key: str) -> int:
        """Where the row with this key is; -1 if it is not here."""
        if self._index_by_key is None:
            self._index_by_key = {item.key: at for at, item in enumerate(self.items) if isinstance(item, Row)}
        return self._index_by_key.get(key, -1)

    def index_near(self, key: str, before: int) -> int:
        """The row with this key, else the row nearest to where it was, else the first one."""
        found = self.index_of(key) if key else -1
        if found >= 0:
            return found
        near = min(max(before, 0), len(self.items)) - 1
        after = self.next_row(near, 1)
        return after if after >= 0 else self.next_row(len(self.items), -1)

    def next_row(self, index: int, step: int) -> int:
        """The next row in a direction, past headings and gaps; -1 if there is none."""
        index += step
        while 0 <= index < len(self.items):
            if isinstance(self.items[index], Row):
                return index
            index += step
        return -1

    def row_near_line(self, line: int) -> int:
        """The row at a line, or the nearest one to it."""
        index, _ = self.at_line(max(0, min(line, self.total_lines - 1)))
        if index >= 0 and isinstance(self.items[index], Row):
            return index
        below = self.next_row(index, 1)
        return below if below >= 0 else self.next_row(index, -1)
