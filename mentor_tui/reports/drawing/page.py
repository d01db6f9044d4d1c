"""A report as a page: its tables as grids, bars where they help, people's words, the footer."""

from collections.abc import Iterator

from mentor_tui.reports.document import Bar, Bars, Block, Document, Grid, Heading, Points, Quote
from mentor_tui.reports.tables import Group, Report, Table, figure_words, part_words, share_words
from store.when_echo import with_its_year

QUOTES_CODE = "H"
IN_THEIR_WORDS = f"{QUOTES_CODE}. In their words"
SINCE_CLOSED = "Written since it was closed"
"""What stands over what is counted otherwise by now, in a closed month."""
_BARRED = frozenset({("B", "People, by days since release"), ("F", "How")})
"""Groups with bars: a spread over days or ways, never one person beside another."""
_OVERLAP = frozenset({"after release, all days together"})
"""What is the other bars once more."""


def page_of(report: Report) -> Document:
    """The report as a document; the view is said before the first figure."""
    return Document(
        name=report.name,
        title=report.title,
        view=view_words(report),
        blocks=tuple(_blocks(report)),
        footer=report.footer,
        made_on=report.made_on,
    )


def view_words(report: Report) -> str:
    """For whom it is; and since when it stands, where it was closed."""
    if not report.closed_on:
        return report.view
    since = "; some are counted otherwise by now" if report.restated else ""
    return f"{report.view} Closed on {with_its_year(report.closed_on)}: these figures stand{since}."


def _blocks(report: Report) -> Iterator[Block]:
    has_shares = any(share_words(line) for table in report.tables for line in table.lines)
    for table in report.tables:
        yield Heading(f"{table.code}. {table.title}")
        for group in table.groups:
            yield _grid(group, has_shares)
            yield from _bars(table, group)
        yield from (Quote(words) for words in report.quotes if table.code == QUOTES_CODE)
    if report.quotes and all(table.code != QUOTES_CODE for table in report.tables):
        yield Heading(IN_THEIR_WORDS)
        yield from map(Quote, report.quotes)
    # Below the figures, or they hide them; the line about the view says that there is something.
    if report.restated:
        yield Heading(SINCE_CLOSED)
        yield Points(report.restated)


def _grid(group: Group, has_shares: bool) -> Grid:
    """The lines of a group, its title over their labels; the same columns in each group of a report."""
    rows = [(line.label, figure_words(line), part_words(line), share_words(line)) for line in group.lines]
    if has_shares:
        return Grid((group.title, "figure", "of what", "share"), tuple(rows), right=(1, 3))
    return Grid((group.title, "figure", "of what"), tuple(row[:3] for row in rows), right=(1,))


def _bars(table: Table, group: Group) -> Iterator[Bars]:
    """Bars for what is over nothing, where there are two or more and none is hidden."""
    # Bars of some lines beside none for the hidden ones would say that those are nothing.
    if (table.code, group.title) not in _BARRED or any(line.figure is None for line in group.lines):
        return
    shown = (line for line in group.lines if line.figure and not line.missing)
    bars = tuple(
        Bar(line.label, line.figure or 0, figure_words(line)) for line in shown if line.label not in _OVERLAP
    )
    if len(bars) > 1:
        yield Bars(group.title, bars)
