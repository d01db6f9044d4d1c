"""How wide the columns of tables are on paper, in points; tables of one form line up."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from mentor_tui.reports.document import Grid
from mentor_tui.reports.drawing.grid_text import filled
from mentor_tui.reports.drawing.letters import Letters
from mentor_tui.reports.drawing.pdf_table import PAD, looks

Form: TypeAlias = tuple[object, ...]


def form_of(grid: Grid) -> Form:
    """What tables that line up have in common: all but the heading of their first column, and the rows."""
    return (len(grid.columns), grid.columns[1:], grid.right, grid.wide)


def widths_of(grids: Iterable[Grid], letters: Letters, room: float) -> dict[Form, list[float]]:
    """The widths for each form of table."""
    natural: dict[Form, list[float]] = {}
    least: dict[Form, list[float]] = {}
    wide: dict[Form, int] = {}
    for grid in grids:
        form = form_of(grid)
        whole = natural.setdefault(form, [0.0] * len(grid.columns))
        words = least.setdefault(form, [0.0] * len(grid.columns))
        wide[form] = grid.wide
        for column, cell, look in _cells(grid):
            shown = letters.plain(cell)
            whole[column] = max(whole[column], _wide(shown, look))
            words[column] = max(words[column], *(_wide(word, look) for word in shown.split() or [""]))
    return {form: shared_out(natural[form], least[form], room, wide[form]) for form in natural}


def shared_out(natural: list[float], least: list[float], room: float, wide: int) -> list[float]:
    """Widths that fill the room.

    Args:
        natural: what each column would take on one line.
        least: its longest word.
        room: what there is for all of them.
        wide: the column that takes what is left over.
    """
    spare = room - sum(natural)
    if spare >= 0:
        widths = list(natural)
        widths[min(wide, len(widths) - 1)] += spare
        return widths
    fair = room / len(natural)
    # A word longer than its fair share is broken; everything else keeps its longest word whole.
    floor = [min(one, fair) for one in least]
    return _lowered(natural, floor, room)


def _lowered(natural: list[float], floor: list[float], room: float) -> list[float]:
    """The widest give way to one common width, none below its floor."""
    low, high = 0.0, max(natural)
    for _ in range(40):
        level = (low + high) / 2
        if sum(_at(level, natural, floor)) > room:
            high = level
        else:
            low = level
    return _at(low, natural, floor)


def _at(level: float, natural: list[float], floor: list[float]) -> list[float]:
    return [max(least, min(one, level)) for one, least in zip(natural, floor, strict=True)]


def _cells(grid: Grid) -> Iterator[tuple[int, str, ParagraphStyle]]:
    styled = [looks(grid, column) for column in range(len(grid.columns))]
    for column, name in enumerate(grid.columns):
        yield column, name, styled[column][0]
    for row in grid.rows:
        for column, cell in enumerate(filled(row, len(grid.columns))):
            yield column, cell, styled[column][1]


def _wide(words: str, style: ParagraphStyle) -> float:
    # A hair more than it takes, or rounding breaks the last letter off.
    return float(stringWidth(words, style.fontName, style.fontSize)) + 2 * PAD + 0.5
