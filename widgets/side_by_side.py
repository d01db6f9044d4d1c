"""Words side by side, over as many lines as they need, none of them broken in two."""

from collections.abc import Callable, Sequence
from typing import TypeVar

BETWEEN = "   "
"""Stands between two of them."""

Part = TypeVar("Part")


def in_lines(parts: Sequence[Part], length: Callable[[Part], int], width: int) -> list[list[Part]]:
    """The parts in lines of a width; at least one line, and a part wider than that has one of its own.

    Args:
        length: the cells a part takes.
    """
    lines: list[list[Part]] = [[]]
    used = 0
    for part in parts:
        wide = length(part)
        if lines[-1] and used + wide > width:
            lines.append([])
            used = 0
        lines[-1].append(part)
        used += wide + len(BETWEEN)
    return lines


def place_at(lines: Sequence[Sequence[Part]], length: Callable[[Part], int], x: int, y: int) -> int | None:
    """Which part, counted through all lines, stands at this cell; None between them and beside them."""
    if not 0 <= y < len(lines):
        return None
    place = sum(map(len, lines[:y]))
    for number, part in enumerate(lines[y]):
        if 0 <= x < length(part):
            return place + number
        x -= length(part) + len(BETWEEN)
    return None
