"""A document as one plain HTML file, by hand: it is drawn at every backup, and must open on any machine.

No script, no picture, nothing that is fetched: a page that holds numbers and dates asks nobody for anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from html import escape

from mentor_tui.reports.document import Block, Document, Grid, Heading, NewPage, Points, Quote, Words
from store.text import clean_line, clean_lines

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:17px/1.5 Georgia,serif;color:#222}"
    "h1{font-size:1.6em}h2{font-size:1.25em;margin-top:2em;border-top:1px solid #999;padding-top:.6em}"
    "h3{font-size:1em;margin:1.1em 0 .2em}ul{margin:.2em 0;padding-left:1.3em}p{margin:.4em 0}"
    ".quiet{color:#555}.boxes{list-style:'\\2610  '}table{border-collapse:collapse}"
    "td,th{text-align:left;vertical-align:top;padding:.2em .9em .2em 0}footer{margin-top:3em;color:#555}"
    "@media print{h2{break-after:avoid}li,tr{break-inside:avoid}body{margin:0}}"
)
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
<p class="quiet">{view}</p>
{blocks}
<footer>
{footer}
</footer>
</body>
</html>
"""


def as_html(document: Document) -> bytes:
    """The whole document, UTF-8; the same document is the same bytes."""
    rows = [row for block in document.blocks for row in _rows(block)]
    page = _PAGE.format(
        style=_STYLE,
        title=_line(document.title),
        view=_line(document.view),
        blocks="\n".join(rows),
        footer="\n".join(f"<p>{_line(words)}</p>" for words in document.footer),
    )
    return page.encode()


@singledispatch
def _rows(block: Block) -> Iterable[str]:
    raise TypeError(type(block))


@_rows.register
def _heading(block: Heading) -> Iterable[str]:
    return (f"<h{block.level}>{_line(block.words)}</h{block.level}>",)


@_rows.register
def _words(block: Words) -> Iterable[str]:
    words = "<br>\n".join(escape(line) for line in clean_lines(block.words).split("\n"))
    words = f"<strong>{words}</strong>" if block.is_strong else words
    return (f'<p class="quiet">{words}</p>' if block.is_quiet else f"<p>{words}</p>",)


@_rows.register
def _points(block: Points) -> Iterable[str]:
    yield '<ul class="boxes">' if block.boxes else "<ul>"
    yield from (f"<li>{_line(point)}</li>" for point in block.points)
    yield "</ul>"


@_rows.register
def _grid(block: Grid) -> Iterable[str]:
    yield "<table>"
    yield f"<tr>{''.join(f'<th>{_line(cell)}</th>' for cell in block.columns)}</tr>"
    yield from (f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
    yield "</table>"


@_rows.register
def _quote(block: Quote) -> Iterable[str]:
    of = f" <span class=quiet>{_line(block.of)}</span>" if block.of else ""
    return (f"<blockquote>{_line(block.words)}{of}</blockquote>",)


@_rows.register
def _page(block: NewPage) -> Iterable[str]:
    return ("<hr>",)


def _line(words: str) -> str:
    return escape(clean_line(words))
