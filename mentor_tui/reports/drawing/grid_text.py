"""A table of words, or a few bars, in rows of plain letters: words wrapped, nothing cut."""

import textwrap

from mentor_tui.reports.document import Bars, Grid
from store.text import clean_line

_BETWEEN = 2
_LABEL = 34
_BAR = 30


def grid_rows(grid: Grid, width: int) -> list[str]:
    """The rows of a grid, no longer than the width."""
    cells = [filled(row, len(grid.columns)) for row in grid.rows]
    head = [clean_line(name) for name in grid.columns]
    widths = _widths([head, *cells], width - _BETWEEN * (len(head) - 1))
    rows = []
    if any(head):
        rows += _row(head, widths, grid.right)
        rows.append("  ".join("─" * wide for wide in widths))
    for row in cells:
        rows += _row(row, widths, grid.right)
    return rows


def bar_rows(chart: Bars) -> list[str]:
    """The bars of a chart, each with its number behind it."""
    most = max((bar.value for bar in chart.bars), default=0)
    rows = []
    for bar in chart.bars:
        *before, label = textwrap.wrap(clean_line(bar.label), _LABEL) or [""]
        length = round(_BAR * bar.value / most) if most else 0
        rows += [*before, f"{label:<{_LABEL}}  {'█' * length} {clean_line(bar.shown)}".rstrip()]
    return rows


def filled(row: tuple[str, ...], columns: int) -> list[str]:
    """The cells of a row on a line each, empty ones added where it has fewer than there are columns."""
    return [clean_line(cell) for cell in row] + [""] * (columns - len(row))


def _widths(rows: list[list[str]], width: int) -> list[int]:
    wide = [max(1, *(len(row[column]) for row in rows)) for column in range(len(rows[0]))]
    while sum(wide) > width and max(wide) > 1:
        # The widest gives way, one letter at a time: what is narrow (a figure, a day) stays on one line.
        wide[wide.index(max(wide))] -= 1
    return wide


def _row(cells: list[str], widths: list[int], right: tuple[int, ...]) -> list[str]:
    wrapped = [textwrap.wrap(cell, wide) or [""] for cell, wide in zip(cells, widths, strict=True)]
    rows = []
    for number in range(max(map(len, wrapped))):
        parts = [part[number] if number < len(part) else "" for part in wrapped]
        placed = (
            f"{part:>{wide}}" if column in right else f"{part:<{wide}}"
            for column, (part, wide) in enumerate(zip(parts, widths, strict=True))
        )
        rows.append((" " * _BETWEEN).join(placed).rstrip())
    return rows
