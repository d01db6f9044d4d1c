"""Where the cells of a row go: column widths, wrapping, and what is cut."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from widgets.row import Cell, Column, Item, Row, plain
from widgets.shown_text import shown

StyleOf = Callable[[str], Style]
"""The style of a role."""

SAMPLED = 500
"""Rows measured for a column's width; a longer list is not read through before its first frame."""


def column_widths(items: Sequence[Item], columns: Sequence[Column], total: int) -> tuple[int, ...]:
    """The width of each column in cells; the last takes what is left: a third, if it has use for it."""
    if not columns:
        return (total,)
    widths = _wanted(items, columns)
    last = min(total // 3, columns[-1].most, _widest(_sampled(items), len(columns) - 1))
    room = total - max(last, columns[-1].least, 1) - sum(column.gap for column in columns[:-1])
    while sum(widths) > room and max(widths, default=0) > 3:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    taken = sum(widths) + sum(column.gap for column in columns[:-1])
    return (*widths, max(total - taken, 1))


def is_stacked(items: Sequence[Item], columns: Sequence[Column], total: int) -> bool:
    """Whether the last column would have fewer cells than it needs beside the others."""
    if len(columns) < 2:
        return False
    taken = sum(_wanted(items, columns)) + sum(column.gap for column in columns[:-1])
    return total - taken < columns[-1].least


def _wanted(items: Sequence[Item], columns: Sequence[Column]) -> list[int]:
    """The width of each column but the last, if there were room for all."""
    rows = _sampled(items)
    return [_width(rows, at, column) for at, column in enumerate(columns[:-1])]


def _sampled(items: Sequence[Item]) -> list[Row]:
    return [item for item in items[:SAMPLED] if isinstance(item, Row) and not item.spans]


def _width(rows: Sequence[Row], at: int, column: Column) -> int:
    return column.width or max(column.least, min(_widest(rows, at), column.most))


def _widest(rows: Sequence[Row], at: int) -> int:
    return max((cell_len(shown(plain(row.cells[at]))) for row in rows if at < len(row.cells)), default=0)


def lines_of(cell: Cell, width: int, most: int, style_of: StyleOf) -> list[Content]:
    """A cell wrapped to a width, in at most `most` lines (0: no limit), the last one cut with "…"."""
    pieces = ((cell, ""),) if isinstance(cell, str) else cell
    dot = Content.styled(" · ", style_of("muted"))
    lines: list[Content] = []
    begins: set[int] = set()
    for paragraph in _paragraphs(pieces, style_of):
        if lines and (most == 1 or lines[-1].cell_length + 3 + paragraph.cell_length <= width):
            paragraph = lines.pop().append(dot).append(paragraph)
        begins.add(len(lines))
        lines += paragraph.wrap(width) if most != 1 else [paragraph]
    if not most or (len(lines) <= most and lines[-1].cell_length <= width):
        return lines
    # What is cut off must not run into what is kept: a new thought keeps its dot.
    rest = (dot if most in begins else Content(" ")).join(lines[most - 1 : most + 1])
    return [*lines[: most - 1], rest.truncate(width, ellipsis=True)]


def _paragraphs(pieces: Sequence[tuple[str, str]], style_of: StyleOf) -> list[Content]:
    """The pieces as they stand, cut where a JOIN is."""
    paragraphs = [Content("")]
    for text, role in pieces:
        if role == "join":
            paragraphs.append(Content(""))
        else:
            paragraphs[-1] = paragraphs[-1].append(Content.styled(shown(text), style_of(role)))
    return paragraphs
