"""Tables and bars on paper: their heading again on each page, every word wrapped, no cell cut."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from mentor_tui.reports.document import Bars, Grid
from mentor_tui.reports.drawing import pdf_styles as styles
from mentor_tui.reports.drawing.grid_text import filled
from mentor_tui.reports.drawing.letters import Letters
from mentor_tui.reports.drawing.pdf_pages import Piece, Together

PAD = 5.0
"""Points free on each side of a cell's words."""
_SHORT = 14
"""Rows; so few stay together on one page."""
_LONG = 400
"""Letters; a cell of fewer stands on a page however narrow its column is."""
_PIECE_HIGH = 240
_BAR_LABEL, _BAR_NUMBER, _BAR_HIGH = 0.3, 0.13, 8


class _Bar(Flowable):
    """A bar of a part of its column."""

    def __init__(self, part: float) -> None:
        """With how much of the room it takes, 0 to 1."""
        super().__init__()
        self._part = part

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as its column."""
        self.width = width
        return width, _BAR_HIGH

    def draw(self) -> None:
        """The bar."""
        self.canv.setFillColor(styles.LEAF)
        self.canv.rect(0, 0, self.width * self._part, _BAR_HIGH, stroke=0, fill=1)


def looks(grid: Grid, column: int) -> tuple[ParagraphStyle, ParagraphStyle]:
    """How a column looks: its heading, its cells."""
    if column in grid.right:
        return styles.BESIDE_RIGHT, styles.FIGURE
    return styles.BESIDE if column else styles.HEAD, styles.CELL


def table_of(grid: Grid, letters: Letters, widths: list[float]) -> Piece:
    """A grid, on one page where it is short."""
    has_head = any(grid.columns)
    columns = [looks(grid, column) for column in range(len(grid.columns))]
    head = [[(name, look[0]) for name, look in zip(grid.columns, columns, strict=True)]] if has_head else []
    rows = [
        [(cell, look[1]) for cell, look in zip(filled(row, len(columns)), columns, strict=True)]
        for row in grid.rows
    ]
    drawn = [[Paragraph(escape(letters.plain(cell)), look) for cell, look in row] for row in head + rows]
    split = [_split(row, widths) for row in drawn]
    table = Table(
        [part for parts in split for part in parts],
        colWidths=widths,
        repeatRows=len(head),
        style=_lines(len(head), [len(parts) for parts in split]),
        spaceBefore=3,
        spaceAfter=8,
    )
    return Together((table,)) if len(rows) <= _SHORT else table


def bars_of(chart: Bars, letters: Letters, room: float) -> Piece:
    """A title, and a bar a row with its number before it."""
    most = max((bar.value for bar in chart.bars), default=0)
    rows: list[list[Flowable]] = [
        [
            Paragraph(escape(letters.plain(bar.label)), styles.CELL),
            Paragraph(escape(letters.plain(bar.shown)), styles.FIGURE),
            _Bar(bar.value / most if most > 0 else 0),
        ]
        for bar in chart.bars
    ]
    title = Paragraph(letters.marked(chart.title), styles.PART)
    if not rows:
        return title
    widths = [room * _BAR_LABEL, room * _BAR_NUMBER, room * (1 - _BAR_LABEL - _BAR_NUMBER)]
    pads: list[Any] = [("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]
    pads += [("LEFTPADDING", (0, 0), (0, -1), PAD), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    parts = [part for row in rows for part in _split(row, widths)]
    return Together((title, Table(parts, colWidths=widths, style=pads, spaceAfter=9)))


def _split(row: Sequence[Flowable], widths: list[float]) -> list[list[Flowable]]:
    """The row, or several beneath each other where it is too high to stand on a page."""
    if not any(isinstance(cell, Paragraph) and len(cell.text) > _LONG for cell in row):
        return [list(row)]
    parts = [_pieces(cell, wide - 2 * PAD) for cell, wide in zip(row, widths, strict=True)]
    most = max(map(len, parts))
    return [[part[at] if at < len(part) else Spacer(0, 0) for part in parts] for at in range(most)]


def _pieces(cell: Flowable, wide: float) -> list[Flowable]:
    found: list[Flowable] = []
    left: list[Flowable] = [cell]
    while left:
        first, *rest = left[0].split(wide, _PIECE_HIGH) or left
        found.append(first)
        left = rest
    return found


def _lines(head: int, heights: list[int]) -> list[Any]:
    """The marks of a table.

    Args:
        head: how many rows of it are heading.
        heights: of how many rows each row of the grid is made.
    """
    whole = (0, 0), (-1, -1)
    marks: list[Any] = [
        ("VALIGN", *whole, "TOP"),
        ("LEFTPADDING", *whole, PAD),
        ("RIGHTPADDING", *whole, PAD),
        ("TOPPADDING", *whole, 1.8),
        ("BOTTOMPADDING", *whole, 2.4),
    ]
    at = 0
    for high in heights:
        at += high
        marks.append(("LINEBELOW", (0, at - 1), (-1, at - 1), 0.4, styles.FAINT))
    if head:
        marks += [
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("BACKGROUND", (0, 0), (-1, 0), styles.TINT),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, styles.LINE),
        ]
    return marks
