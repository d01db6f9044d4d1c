"""A report or a document as Markdown: for a letter, a wiki or a printer."""

import re
from collections.abc import Iterable
from functools import singledispatch

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
from mentor_tui.reports.drawing.grid_text import bar_rows, filled
from store.text import clean_line, clean_lines

# Every mark that could end a cell, open a tag or be read as markup.
_MARKS = re.compile(r"([\\`*_\[\]<>|#~&$])")


def document_markdown(document: Document) -> str:
    """The whole document, its view said before the first block."""
    rows = [f"# {cell(document.title)}", ""]
    rows += [f"**{cell(document.view)}**", ""] if document.view else []
    for block in document.blocks:
        rows += [*_rows(block), ""]
    if document.footer:
        rows += ["---", "", *(f"- {begun(sentence)}" for sentence in document.footer)]
    return "\n".join(rows).rstrip("\n") + "\n"


def cell(words: str) -> str:
    """Words that stay in their cell and read as they are, whatever they hold."""
    return _MARKS.sub(r"\\\1", clean_line(words))


def begun(words: str) -> str:
    """Words that stand at the start of a line and are no list, rule or heading there."""
    safe = cell(words)
    found = re.match(r"[-+=]|\d+(?=[.)])", safe)
    if not found:
        return safe
    at = found.end() if found[0][0].isdigit() else 0
    return f"{safe[:at]}\\{safe[at:]}"


@singledispatch
def _rows(block: Block) -> Iterable[str]:
    raise TypeError(type(block))


@_rows.register
def _heading(block: Heading) -> Iterable[str]:
    return [f"{'#' * block.level} {cell(block.words)}"]


@_rows.register
def _words(block: Words) -> Iterable[str]:
    lines = [line for line in clean_lines(block.words).split("\n") if line.strip()]
    shown = [f"**{cell(line)}**" if block.is_strong else begun(line) for line in lines]
    # The backslash keeps her lines apart where the file is read.
    return [f"{line}\\" for line in shown[:-1]] + shown[-1:]


@_rows.register
def _points(block: Points) -> Iterable[str]:
    mark = "- [ ] " if block.boxes else "- "
    return [f"{mark}{begun(point)}" for point in block.points]


@_rows.register
def _grid(block: Grid) -> Iterable[str]:
    # A table of Markdown has a heading always; an empty one reads as none.
    yield f"| {' | '.join(cell(name) for name in block.columns)} |"
    rules = ("---:" if column in block.right else "---" for column in range(len(block.columns)))
    yield f"|{'|'.join(rules)}|"
    for row in block.rows:
        yield f"| {' | '.join(cell(words) for words in filled(row, len(block.columns)))} |"


@_rows.register
def _bars(block: Bars) -> Iterable[str]:
    # Indented, they are taken letter by letter.
    return [f"**{cell(block.title)}**", "", *(f"    {row}" for row in bar_rows(block))]


@_rows.register
def _quote(block: Quote) -> Iterable[str]:
    return [f"> “{cell(block.words)}”" + (f" {cell(block.of)}" if block.of else "")]


@_rows.register
def _room(block: Room) -> Iterable[str]:
    # The marks that would be a rule are escaped: it is a line to write on.
    return [r"\_" * 40 if line % 2 == 0 else "" for line in range(2 * block.lines - 1)]


@_rows.register
def _new_page(_block: NewPage) -> Iterable[str]:
    return ["---"]
