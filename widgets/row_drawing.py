"""A row as lines of styled words: its mark, its columns side by side, its wrapped last cell."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.style import Style

from widgets.row import Column, Item, Row
from widgets.row_layout import column_widths, lines_of
from widgets.shown_text import shown

MARK = "▸ "
"""Stands before the highlighted row, so that it is seen without colour."""

TIGHT_MARK = "▸"
"""The same where the list stands close to a rule; headings are then indented as the rows are."""

REMEMBERED = 2000
"""Rows whose lines are kept; past that all are forgotten, so that a long list stays small."""


class RowDrawing:
    """Draws the rows of one list at one width."""

    def __init__(self, columns: Sequence[Column], style_of: Callable[[str], Style], mark: str = MARK) -> None:
        self._columns = columns
        self._style_of = style_of
        self._mark = mark
        self._widths: tuple[int, ...] = ()
        self._drawn: dict[tuple[Row, bool], list[Content]] = {}

    def fit(self, items: Sequence[Item], width: int) -> None:
        """Draw for these items and this width from now on."""
        self._widths = column_widths(items, self._columns, width - len(self._mark))
        self._drawn = {}

    def heading(self, text: str) -> list[Content]:
        """A heading: at the edge, or where the rows begin if the mark is tight."""
        indent = " " * len(self._mark) if self._mark == TIGHT_MARK else ""
        return [Content.styled(indent + shown(text), self._style_of("heading"))]

    def forget(self) -> None:
        """Draw again, in other colours."""
        self._drawn = {}

    def height(self, row: Row) -> int:
        """The lines a row takes."""
        return 1 if row.most_lines == 1 else len(self.lines(row, False))

    def lines(self, row: Row, here: bool) -> list[Content]:
        """The lines of a row; `here` says that the cursor is on it."""
        if (lines := self._drawn.get((row, here))) is None:
            if len(self._drawn) > REMEMBERED:
                self._drawn = {}
            lines = self._drawn[row, here] = self._draw(row, here)
        return lines

    def _draw(self, row: Row, here: bool) -> list[Content]:
        gaps = sum(column.gap for column in self._columns[:-1])
        widths = (sum(self._widths) + gaps,) if row.spans else self._widths
        last = len(row.cells) - 1

        def style_of(role: str) -> Style:
            return self._style_of(
                ("cursor-name" if role else "cursor") if here and role in ("", "name") else role
            )

        # Only the last column wraps; a cut name is better than a name over two lines.
        cells = [
            lines_of(cell, width, row.most_lines if at == last else 1, style_of)
            for at, (cell, width) in enumerate(zip(row.cells, widths, strict=False))
        ]
        height = max((len(lines) for lines in cells), default=1)
        return [self._margin(row, here, at).append(self._beside(cells, widths, at)) for at in range(height)]

    def _margin(self, row: Row, here: bool, at: int) -> Content:
        if here and at == 0:
            return Content.styled(self._mark, self._style_of("mark"))
        return Content("" if row.spans and not here else " " * len(self._mark))

    def _beside(self, cells: list[list[Content]], widths: Sequence[int], at: int) -> Content:
        line = Content("")
        for place, (lines, width) in enumerate(zip(cells, widths, strict=False)):
            cell = lines[at] if at < len(lines) else Content("")
            if place < len(cells) - 1:
                cell = cell.pad_right(max(width - cell.cell_length, 0) + self._columns[place].gap)
            line = line.append(cell)
        return line
