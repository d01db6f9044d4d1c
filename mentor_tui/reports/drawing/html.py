"""A document as one HTML file that needs nothing else: for a screen, a phone or a printer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

from mentor_tui.reports.document import Bars, Block, Document, Grid, Heading
from mentor_tui.reports.drawing.titles import tab_title
from store.text import clean_lines

_LONG_WORD = 22
_PAPERS = {"letter": "letter", "a4": "A4"}


def as_html(document: Document, *, paper: str, is_report: bool) -> bytes:
    """The whole document.

    Args:
        paper: "letter" or "a4", for when it is printed.
        is_report: it is a report's page, whose third column is small print.
    """
    around = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, finalize=_clean
    )
    around.tests["long"] = _has_long_word
    template = around.from_string(Path(__file__).with_name("page.html").read_text("utf-8"))
    made = template.render(
        tab=tab_title(document),
        title=document.title,
        view=document.view,
        paper=_PAPERS.get(paper, paper),
        is_report=is_report,
        blocks=list(_blocks(document)),
        footer=document.footer,
    )
    return made.encode("utf-8", "replace")


def _blocks(document: Document) -> Iterator[tuple[str, Block, Any]]:
    """Each block with its kind and what the page says of it: a table's caption, how long bars are."""
    section = document.title
    for block in document.blocks:
        said: Any = ""
        if isinstance(block, Heading):
            section = block.words
        elif isinstance(block, Grid):
            said = ": ".join(part for part in (section, *block.columns[:1]) if part)
        elif isinstance(block, Bars):
            most = max((bar.value for bar in block.bars), default=0)
            said = [round(100 * bar.value / most, 1) if most > 0 else 0 for bar in block.bars]
        yield type(block).__name__.lower(), block, said


def _has_long_word(words: str) -> bool:
    """Whether it would push its column over the page, were it not broken."""
    return any(len(word) > _LONG_WORD for word in words.split())


def _clean(value: Any) -> Any:
    """Words without what a browser would obey; the template's own markup comes as Markup and stays."""
    return clean_lines(value) if type(value) is str else value
