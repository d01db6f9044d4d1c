"""What a list shows, as plain values: rows of cells, headings and gaps.

A cell is words, or pieces of words each with a role. A role names how a piece reads (`muted`,
`name`, `second`, ...); the list and its theme decide the look. Nobody's words are ever markup.
"""

from dataclasses import dataclass
from typing import TypeAlias

ROLES = ("name", "muted", "strong", "second", "accent", "good", "trouble", "words", "own")
"""What a piece may be. `words` is what a person said, `own` the program's own words, which the privacy lens
leaves; no role is plain text."""

Piece: TypeAlias = tuple[str, str]
"""Words and their role."""

Cell: TypeAlias = str | tuple[Piece, ...]
"""Plain words, or pieces joined as they stand."""

JOIN: Piece = (" · ", "join")
"""Between two pieces: a dot where what follows still fits on the line, a new line where it does not."""


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column is. The last column of a list takes what is left and wraps; up to `most` is kept.

    Where the last column cannot have its `least`, rows are stacked: the other cells on a line, the last one
    below them in the full width.
    """

    width: int = 0
    """In cells; 0 is as wide as its widest cell, within `least` and `most`."""
    least: int = 0
    most: int = 24
    gap: int = 2
    """Blank cells to its right."""
    wraps: bool = False
    """A cell too long for it takes more lines instead of being cut."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that can be highlighted and opened."""

    key: str
    """Says which thing it is; the list remembers the highlighted one by it."""
    cells: tuple[Cell, ...]
    most_lines: int = 0
    """Lines it may take, the rest cut with "…"; 0 is as many as it needs."""
    spans: bool = False
    """Its only cell begins at the left edge and takes the whole width."""
    stays: bool = False
    """With `spans`: it begins where the other rows do, and does not move when the cursor comes."""
    for_anyone: bool = False
    """Only the program's own words stand in it: the privacy lens leaves them, and makes names initials."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above a group."""

    text: str
    says_of_people: bool = False
    """It says something of those beneath it, and is hidden by the privacy lens."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""


Item: TypeAlias = Row | Heading | Gap


def plain(cell: Cell) -> str:
    """The words of a cell without their roles."""
    return cell if isinstance(cell, str) else "".join(text for text, _ in cell)
