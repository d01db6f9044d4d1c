"""A row where there is no room for columns: its last cell below the others, in the full width."""

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from widgets.row import Row, plain
from widgets.row_layout import lines_of
from widgets.shown_text import shown

_APART = "  "


def stacked_lines(row: Row, width: int, style_of: Callable[[str], Style]) -> list[Content]:
    """The lines of a row: its cells beside each other while they fit, the last one wrapped."""
    *leading, last = row.cells
    lines: list[Content] = []
    for cell in leading:
        if plain(cell).strip():
            _put(lines, lines_of(cell, width, 1, style_of)[0], width)
    below = lines_of(last, width, row.most_lines, style_of) if plain(last).strip() else []
    if len(below) == 1:
        _put(lines, below[0], width)
        return lines
    return [*lines, *below] or [Content("")]


def stacked_height(row: Row, width: int) -> int:
    """The lines of a row of one line, without laying it out: a directory may have thousands."""
    return max(_lines_taken((cell_len(shown(plain(cell).strip())) for cell in row.cells), width), 1)


def _put(lines: list[Content], content: Content, width: int) -> None:
    if lines and lines[-1].cell_length + len(_APART) + content.cell_length <= width:
        lines[-1] = lines[-1].append(_APART).append(content)
    else:
        lines.append(content)


def _lines_taken(lengths: Iterable[int], width: int) -> int:
    count, room = 0, -1
    for length in filter(None, lengths):
        if room >= len(_APART) + length:
            room -= len(_APART) + length
        else:
            count, room = count + 1, width - length
    return count
