"""The foot of a sheet of paper: what it is, and its number among all of them."""

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from mentor_tui.reports.drawing.letters import REGULAR
from mentor_tui.reports.drawing.pdf_styles import QUIET

_UP = 28


def draw_foot(canvas: Canvas, running: str, sheets: int, left: float, right: float) -> None:
    """Write the foot of the page the canvas is at.

    Args:
        running: the page's title, for when the sheets come apart; cut where there is no room for it.
        sheets: how many there are.
        left: where the words begin, in points; the number ends at `right`.
    """
    size = QUIET.fontSize
    numbered = f"{canvas.getPageNumber()} of {sheets}"
    canvas.setFont(REGULAR, size)
    canvas.setFillColor(QUIET.textColor)
    canvas.drawRightString(right, _UP, numbered)
    room = right - left - stringWidth(numbered, REGULAR, size) - 20
    canvas.drawString(left, _UP, _cut(running, room, size))


def _cut(words: str, room: float, size: float) -> str:
    """As much of the words as the room holds: the whole title stands on the first page."""
    if stringWidth(words, REGULAR, size) <= room:
        return words
    while words and stringWidth(f"{words}…", REGULAR, size) > room:
        words = words[:-1]
    return f"{words}…"
