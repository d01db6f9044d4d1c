"""A row as lines of styled words: its mark, its columns side by side, its wrapped last cell."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual.content import Content
from textual.style import Style

from widgets.lens import marked
from widgets.row import Column, Heading, Item, Row
from widgets.row_layout import column_widths, is_stacked, lines_of
from widgets.shown_text import shown
from widgets.stacked_row import stacked_height, stacked_lines

MARK = "▸ "
"""Stands before the highlighted row, so that it is seen without colour."""

TIGHT_MARK = "▸"
"""The same where the list stands close to a rule; headings are then indented as the rows are."""

LENS_MARKS = {
    "name": "name",
    "cursor-name": "name",
    "second": "day",
    "words": "words",
    "heading": "own",
    "own": "own",
}
"""What the privacy lens may leave of a piece, by its role; of the others nothing."""

REMEMBERED = 2000
"""Rows whose lines are kept; past that all are forgotten, so that a long list stays small."""


class RowDrawing:
    """Draws the rows of one list at one width."""

    def __init__(self, columns: Sequence[Column], style_of: Callable[[str], Style], mark: str = MARK) -> None:
        self._columns = columns
        self._style_of = style_of
        self._mark = mark
        self._items: Sequence[Item] = ()
        self._widths: tuple[int, ...] = ()
        self._is_stacked = False
        self._drawn: dict[tuple[Row, bool], list[Content]] = {}
        self._uncut: set[str] = set()
        """Keys of rows that stand in full, whatever lines they may take."""

    def fit(self, items: Sequence[Item], width: int) -> None:
        """Draw for these items and this width from now on."""
        room = width - len(self._mark)
        before = self._items, self._is_stacked, self._widths
        self._items = items
        self._is_stacked = is_stacked(items, self._columns, room)
        self._widths = column_widths(items, self._columns, room)
        # A list that only grew taller is laid out again too: as wide as before, its rows stay drawn.
        if before[0] is not items or before[1:] != (self._is_stacked, self._widths):
            self._drawn = {}
        self._uncut = set()

    def heading(self, heading: Heading) -> list[Content]:
        """A heading: at the edge, or where the rows begin if the mark is tight."""
        indent = " " * len(self._mark) if self._mark == TIGHT_MARK else ""
        style = self._style_of("muted" if heading.says_of_people else "heading")
        return [Content.styled(indent + shown(heading.text), style)]

    def forget(self) -> None:
        """Draw again, in other colours."""
        self._drawn = {}

    def height(self, row: Row) -> int:
        """The lines a row takes."""
        if row.most_lines != 1 or row.key in self._uncut:
            return len(self.lines(row, False))
        return stacked_height(row, self._whole_width) if self._is_stacked else 1

    def use_room(self, items: Sequence[Item], spare: int) -> None:
        """Show rows in full from now on, from the first one on, while there are lines to spare."""
        for item in items:
            if isinstance(item, Row) and item.most_lines and spare > 0:
                spare -= self._uncut_row(item, spare)

    def _uncut_row(self, row: Row, spare: int) -> int:
        """Show a row in full, if that takes no more than the spare lines; how many it took."""
        cut = self.height(row)
        self._uncut.add(row.key)
        more = len(self.lines(row, False)) - cut
        if more > spare:
            self._uncut.discard(row.key)
            return 0
        return more

    def lines(self, row: Row, here: bool) -> list[Content]:
        """The lines of a row; `here` says that the cursor is on it."""
        if row.most_lines and row.key in self._uncut:
            row = replace(row, most_lines=0)
        if (lines := self._drawn.get((row, here))) is None:
            if len(self._drawn) > REMEMBERED:
                self._drawn = {}
            lines = self._drawn[row, here] = self._draw(row, here)
        return lines

    def _draw(self, row: Row, here: bool) -> list[Content]:
        def style_of(role: str) -> Style:
            style = self._style_of(
                ("cursor-name" if role else "cursor") if here and role in ("", "name") else role
            )
            return style + marked("own") if row.for_anyone else style

        if self._is_stacked and not row.spans:
            lines = stacked_lines(row, self._whole_width, style_of)
        else:
            lines = self._side_by_side(row, style_of)
        return [self._margin(row, here, at).append(line) for at, line in enumerate(lines)]

    @property
    def _whole_width(self) -> int:
        return sum(self._widths) + sum(column.gap for column in self._columns[:-1])

    def _side_by_side(self, row: Row, style_of: Callable[[str], Style]) -> list[Content]:
        widths = (self._whole_width,) if row.spans else self._widths
        last = len(row.cells) - 1
        cells: list[list[Content]] = []
        for at, (cell, width) in enumerate(zip(row.cells, widths, strict=False)):
            # Only the last column wraps, and one that says so; a cut name is better than one over two lines.
            most = row.most_lines if at == last else int(not self._columns[at].wraps)
            cells.append(lines_of(cell, width, most, style_of))
        height = max((len(lines) for lines in cells), default=1)
        return [self._beside(cells, widths, at) for at in range(height)]

    def _margin(self, row: Row, here: bool, at: int) -> Content:
        if here and at == 0:
            return Content.styled(self._mark, self._style_of("mark"))
        return Content("" if row.spans and not (here or row.stays) else " " * len(self._mark))

    def _beside(self, cells: list[list[Content]], widths: Sequence[int], at: int) -> Content:
        line = Content("")
        for place, (lines, width) in enumerate(zip(cells, widths, strict=False)):
            cell = lines[at] if at < len(lines) else Content("")
            if place < len(cells) - 1:
                cell = cell.pad_right(max(width - cell.cell_length, 0) + self._columns[place].gap)
            line = line.append(cell)
        return line
