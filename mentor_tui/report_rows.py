"""A report as rows: each figure with what it is and what it is a part of."""

from mentor_tui.reports import Group, Line, Report, figure_words, part_words
from widgets.row import JOIN, Column, Gap, Heading, Item, Piece, Row

COLUMNS = (Column(least=20, most=34), Column(least=4, most=12), Column())
"""What; how many; of what."""
NARROW_COLUMNS = (Column(),)
"""How many, what, and of what, in one."""


def report_items(report: Report, *, narrow: bool) -> list[Item]:
    """Every table, group by group, then what the words in it mean."""
    widest = max(len(figure_words(line)) for table in report.tables for line in table.lines)
    items: list[Item] = []
    for table in report.tables:
        for group in table.groups:
            is_first = group is table.groups[0]
            title = f"{table.code}  {table.title.upper()} · {group.title}" if is_first else group.title
            items += [*([Gap()] if items else []), Heading(title)]
            items += _rows(table.code, group, widest, narrow=narrow)
    items += [Gap(), Heading("WHAT THE WORDS MEAN")]
    items += [
        Row(f"foot {at}", (((sentence, "muted"),),), spans=True) for at, sentence in enumerate(report.footer)
    ]
    return items


def _rows(code: str, group: Group, widest: int, *, narrow: bool) -> list[Row]:
    make = _narrow_row if narrow else _row
    return [
        make(f"{code} {group.title} {at}", line, f"{figure_words(line):>{widest}}")
        for at, line in enumerate(group.lines)
    ]


def _row(key: str, line: Line, figure: str) -> Row:
    role = _role(line)
    return Row(key, (((line.label, role),), ((figure, role or "strong"),), ((part_words(line), "muted"),)))


def _narrow_row(key: str, line: Line, figure: str) -> Row:
    role, part = _role(line), part_words(line)
    pieces: tuple[Piece, ...] = ((line.label, role), JOIN, (part, "muted")) if part else ((line.label, role),)
    return Row(key, (((f"{figure.strip()} ", role or "strong"), *pieces),))


def _role(line: Line) -> str:
    """What is nothing, or is not known, is said quietly."""
    return "muted" if line.missing or not line.figure else ""
