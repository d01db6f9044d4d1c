"""How words look on paper: black, on white, with a little of the program's warm colours."""

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from mentor_tui.reports.drawing.letters import BOLD, REGULAR

LINE = HexColor("#cfc3a8")
FAINT = HexColor("#e6dfcf")
TINT = HexColor("#f7f2e7")
LEAF = HexColor("#3d6b5c")
RULE = HexColor("#8f8777")
_GREY = HexColor("#4d473e")
_RUST = HexColor("#7a3b12")

BODY = ParagraphStyle(
    "body", fontName=REGULAR, fontSize=9.5, leading=13.5, textColor=black, spaceAfter=4, allowWidows=0
)
STRONG = ParagraphStyle("strong", BODY, fontName=BOLD)
QUIET = ParagraphStyle("quiet", BODY, fontSize=8, leading=11, textColor=_GREY, spaceAfter=3)
TITLE = ParagraphStyle("title", BODY, fontName=BOLD, fontSize=17, leading=22, spaceAfter=4)
VIEW = ParagraphStyle("view", STRONG, fontSize=9, leading=12.5, spaceAfter=8)
SECTION = ParagraphStyle(
    "section", BODY, fontName=BOLD, fontSize=12, leading=15, textColor=_RUST, spaceBefore=13, spaceAfter=5
)
PART = ParagraphStyle("part", STRONG, fontSize=10, spaceBefore=8, spaceAfter=3)
POINT = ParagraphStyle("point", BODY, leftIndent=14, bulletIndent=2, spaceAfter=2, bulletFontName=REGULAR)
BOX = ParagraphStyle("box", POINT, leftIndent=18, bulletIndent=0, bulletFontSize=12, spaceAfter=4)
QUOTE = ParagraphStyle("quote", BODY, spaceAfter=1)
OF = ParagraphStyle("of", QUIET, spaceAfter=1)
CELL = ParagraphStyle("cell", BODY, fontSize=8.8, leading=11.6, spaceAfter=0)
FIGURE = ParagraphStyle("figure", CELL, alignment=TA_RIGHT)
HEAD = ParagraphStyle("head", CELL, fontName=BOLD)
BESIDE = ParagraphStyle("beside", CELL, fontSize=8, textColor=_GREY)
BESIDE_RIGHT = ParagraphStyle("beside-right", BESIDE, alignment=TA_RIGHT)
"""Headings of the columns after the first, of which the row speaks."""
