"""A document as a PDF for paper, letters of any Latin, Greek or Cyrillic script in it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    HRFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from mentor_tui.reports.document import (
    Bars,
    Block,
    Document,
    Grid,
    Heading,
    NewPage,
    Points,
    Quote,
    Room,
    Words,
)
from mentor_tui.reports.drawing import pdf_styles as styles
from mentor_tui.reports.drawing.letters import Letters
from mentor_tui.reports.drawing.pdf_foot import draw_foot
from mentor_tui.reports.drawing.pdf_pages import Heads, Piece, Together, on_pages
from mentor_tui.reports.drawing.pdf_table import bars_of, table_of
from mentor_tui.reports.drawing.titles import day_made, tab_title
from mentor_tui.reports.drawing.widths import Form, form_of, widths_of

_PAPERS = {"letter": LETTER, "a4": A4}
_MARGIN = 18 * mm
_FRAME = 6
"""What reportlab keeps free inside the margins."""
_BETWEEN_LINES = 9 * mm


def as_pdf(document: Document, *, paper: str) -> bytes:
    """The whole document; the same one gives the same bytes on any day.

    Args:
        paper: "letter" or "a4".
    """
    size = _PAPERS.get(paper, LETTER)
    letters = Letters()
    # Laid out twice: only then each page can say how many there are.
    sheets, _ = _laid_out(document, letters, size, 0)
    return _laid_out(document, letters, size, sheets)[1]


def _laid_out(
    document: Document, letters: Letters, size: tuple[float, float], sheets: int
) -> tuple[int, bytes]:
    """How many pages it took, and the file."""
    out = io.BytesIO()
    pages = SimpleDocTemplate(
        out,
        pagesize=size,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=16 * mm,
        bottomMargin=18 * mm,
        title=letters.plain(tab_title(document)),
        author="",
        subject="",
        creator="mentor",
        lang="en",
        invariant=1,
    )
    made, running = day_made(document), letters.plain(document.title)
    left, right = _MARGIN + _FRAME, size[0] - _MARGIN - _FRAME

    def foot(canvas: Canvas, _pages: object) -> None:
        canvas.setDateFormatter(lambda *_: f"D:{made:%Y%m%d}000000+00'00'")
        draw_foot(canvas, running, sheets, left, right)

    story = list(on_pages(_story(document, letters, right - left)))
    pages.build(story, onFirstPage=foot, onLaterPages=foot)
    return pages.page, out.getvalue()


@dataclass(frozen=True)
class _Sheet:
    """What there is to draw on."""

    letters: Letters
    room: float
    """Points between the margins."""
    widths: dict[Form, list[float]]


def _story(document: Document, letters: Letters, room: float) -> Iterator[Piece]:
    grids = (block for block in document.blocks if isinstance(block, Grid))
    sheet = _Sheet(letters, room, widths_of(grids, letters, room))
    yield Paragraph(letters.marked(document.title), styles.TITLE)
    if document.view:
        yield Paragraph(letters.marked(document.view), styles.VIEW)
    for block in document.blocks:
        yield from _drawn(block, sheet)
    sentences = [letters.marked(sentence) for sentence in document.footer]
    sentences += [letters.marked(sentence) for sentence in letters.notes]
    if sentences:
        rule = HRFlowable(width="100%", thickness=0.8, color=styles.LINE, spaceBefore=10, spaceAfter=6)
        yield Together((rule, *(Paragraph(words, styles.QUIET) for words in sentences)))


@singledispatch
def _drawn(block: Block, sheet: _Sheet) -> Iterator[Piece]:
    raise TypeError(type(block))


@_drawn.register
def _heading(block: Heading, sheet: _Sheet) -> Iterator[Piece]:
    look = styles.SECTION if block.level == 2 else styles.PART
    yield Heads(Paragraph(sheet.letters.marked(block.words), look))


@_drawn.register
def _words(block: Words, sheet: _Sheet) -> Iterator[Piece]:
    look = styles.STRONG if block.is_strong else styles.QUIET if block.is_quiet else styles.BODY
    yield Paragraph(sheet.letters.marked(block.words), look)


@_drawn.register
def _points(block: Points, sheet: _Sheet) -> Iterator[Piece]:
    look, mark = (styles.BOX, "\u2610") if block.boxes else (styles.POINT, "•")
    for point in block.points:
        yield Paragraph(sheet.letters.marked(point), look, bulletText=mark)


@_drawn.register
def _grid(block: Grid, sheet: _Sheet) -> Iterator[Piece]:
    if block.rows or any(block.columns):
        yield table_of(block, sheet.letters, sheet.widths[form_of(block)])


@_drawn.register
def _bars(block: Bars, sheet: _Sheet) -> Iterator[Piece]:
    yield bars_of(block, sheet.letters, sheet.room)


@_drawn.register
def _quote(block: Quote, sheet: _Sheet) -> Iterator[Piece]:
    said = [[Paragraph(sheet.letters.marked(f"“{block.words}”"), styles.QUOTE)]]
    said += [[Paragraph(sheet.letters.marked(block.of), styles.OF)]] if block.of else []
    look: list[Any] = [("LINEBEFORE", (0, 0), (0, -1), 2, styles.LINE), ("LEFTPADDING", (0, 0), (-1, -1), 9)]
    look += [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    yield Table(said, colWidths=[sheet.room], style=look, splitInRow=1, spaceBefore=3, spaceAfter=8)


@_drawn.register
def _empty_lines(block: Room, _sheet: _Sheet) -> Iterator[Piece]:
    yield Together(tuple(_empty_line() for _ in range(block.lines)))


def _empty_line() -> HRFlowable:
    return HRFlowable(
        width="100%", thickness=0.5, color=styles.RULE, spaceBefore=_BETWEEN_LINES, spaceAfter=2
    )


@_drawn.register
def _new_page(_block: NewPage, _sheet: _Sheet) -> Iterator[Piece]:
    yield PageBreak()
