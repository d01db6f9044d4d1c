"""The privacy lens: lines as a widget drew them, with names as initials and what may be a person's hidden.

Nothing is laid out again, so the lens goes on and off without anything moving. What a widget does not
mark is hidden. It marks, in the style of a piece (`marked`):

    own     the program's own words: names in them become initials, what stands in “ ” is hidden
    name    somebody's name, alone
    day     a day or a time first, which stays, then perhaps more, which does not
    words   what somebody said; hidden wherever it stands
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.style import Style

from widgets.initials import Initials

MARK = "lens"
"""The key in a style's meta."""
HIDDEN = "·····"

_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
_NAMED = r"(?:[Tt]oday|[Yy]esterday|[Tt]omorrow)\b"
_WHEN = re.compile(rf"\s*(?:{_DAY}|\d{{1,2}} {_MONTH}|{_MONTH}|(?:19|20)\d\d\b|\d\d:\d\d\b|{_NAMED})")
_QUOTED = re.compile("“[^”]*(?:”|$)")
_HIDEABLE = re.compile("[^ ·│─-◿]")
"""All but blanks, and the signs that frames, rules, scrollbars and marks are drawn with."""


def marked(mark: str) -> Style:
    """A style that says nothing but what its words are."""
    return Style.from_meta({MARK: mark})


class Cell(NamedTuple):
    """One place of a line: a sign (none beside a wide one), its style, and whether it is hidden."""

    sign: str
    style: RichStyle | None
    hidden: bool = False


class Lens:
    """Draws lines through the lens."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """A lens that knows these names; they keep their initials for as long as it is there."""
        self.initials = Initials(names)

    def look(self, strips: Sequence[Strip], mark: str = "") -> list[Strip]:
        """The lines of one widget, all of them and from the left edge.

        Args:
            mark: what its words are where their style does not say; "" is hidden.
        """
        seen: list[Strip] = []
        in_quotes = False
        for strip in strips:
            line, in_quotes = self._line(strip, mark, in_quotes)
            seen.append(line)
        return seen

    def _line(self, strip: Strip, mark: str, in_quotes: bool) -> tuple[Strip, bool]:
        pieces: list[tuple[Segment, str, int]] = []
        for segment in strip:
            text, style, control = segment
            if control:
                continue
            said = str(style.meta.get(MARK, mark)) if style else mark
            # In the program's own lists a name is the name of a thing, and all of a day may be read.
            said = mark if mark == "own" and said in ("name", "day") else said
            if said == "own":
                text, in_quotes = _unquoted(text, in_quotes)
            pieces.append((segment, *self._of(said, text)))
        if all(text == segment.text and not _HIDEABLE.search(text, end) for segment, text, end in pieces):
            return strip, in_quotes
        cells: list[Cell] = []
        over = 0
        for segment, text, end in pieces:
            over = _put(cells, text, end, segment.style, segment.cell_length, over)
        return Strip(_segments(_dotted(cells)[: strip.cell_length]), strip.cell_length), in_quotes

    def _of(self, mark: str, text: str) -> tuple[str, int]:
        """The text as it may stand, and from which letter on it is hidden."""
        if mark == "own":
            return self.initials.within(text), _NOTHING
        # A name that stands alone is known by its mark, or by being one and nothing else.
        known = self.initials.of(text.strip()) if mark in ("", "name", "day") else ""
        if known:
            return text.replace(text.strip(), known), _NOTHING
        end = 0
        while mark == "day" and (found := _WHEN.match(text, end)):
            end = found.end()
        return text, end


_NOTHING = 1 << 30


def _unquoted(text: str, in_quotes: bool) -> tuple[str, bool]:
    """Own words with what is quoted in them hidden, and whether a quote goes on in the next line."""
    if not text.strip():
        return text, in_quotes
    start = "“" if in_quotes else ""
    whole = start + text
    goes_on = whole.rfind("“") > whole.rfind("”") and not whole.rstrip().endswith("…")
    return _QUOTED.sub(_hide_quoted, whole)[len(start) :], goes_on


def _hide_quoted(found: re.Match[str]) -> str:
    words = found[0].strip("“”")
    dots = HIDDEN[: cell_len(words)] if words.strip() else words
    return f"“{dots}”" if found[0].endswith("”") else f"“{dots}"


def _put(
    cells: list[Cell], text: str, shown_up_to: int, style: RichStyle | None, room: int, over: int
) -> int:
    """Add a piece in the room it had; initials longer than their name take of what is blank after them.

    Args:
        over: how many cells too far the piece begins.

    Returns:
        How many cells too far it ends.
    """
    if over:
        blank = len(text) - len(text.lstrip(" ─"))
        text = text[min(over, blank) :]
    for at, sign in enumerate(text):
        hidden = at >= shown_up_to and bool(_HIDEABLE.match(sign))
        cells += [Cell(sign, style, hidden), *[Cell("", style, hidden)] * (cell_len(sign) - 1)]
    left = room - over - cell_len(text)
    cells += [Cell(" ", style)] * left
    return max(-left, 0)


def _dotted(cells: Sequence[Cell]) -> list[Cell]:
    """Each run of hidden words as a few dots; one blank does not end a run."""
    dotted = list(cells)
    at = 0
    while at < len(dotted):
        if not dotted[at].hidden:
            at += 1
            continue
        end = at
        while end < len(dotted) and (dotted[end].hidden or _goes_on(dotted, end)):
            end += 1
        for place in range(at, end):
            sign = HIDDEN[0] if place - at < len(HIDDEN) else " "
            dotted[place] = Cell(sign, dotted[place].style)
        at = end
    return dotted


def _goes_on(cells: Sequence[Cell], at: int) -> bool:
    """Whether hidden words go on after a blank, or after a dot between two of them."""
    signs = "".join(cell.sign or " " for cell in cells[at : at + 4])
    gap = next((gap for gap in (" · ", "· ", " ") if signs.startswith(gap)), "")
    after = at + len(gap)
    return bool(gap) and after < len(cells) and cells[after].hidden


def _segments(cells: Sequence[Cell]) -> list[Segment]:
    segments: list[Segment] = []
    text, style = "", None
    for cell in cells:
        if cell.style is not style and text:
            segments.append(Segment(text, style))
            text = ""
        text, style = text + cell.sign, cell.style
    return [*segments, Segment(text, style)] if text else segments
