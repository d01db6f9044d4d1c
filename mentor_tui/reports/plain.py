"""A report as plain text for the terminal, 80 columns at most."""

import textwrap

from mentor_tui.reports.tables import Group, Line, Report, figure_words, part_words
from store.text import clean_line

WIDTH = 80
_LABEL = 34
_FIGURE = 11
_PART = WIDTH - 2 - _LABEL - _FIGURE - 2


def as_text(report: Report) -> str:
    """The whole report, its view said before the first figure."""
    rows = [clean_line(report.title), *_wrapped(report.view), ""]
    for table in report.tables:
        title = clean_line(f"{table.code}. {table.title}")
        rows += [title, "─" * len(title)]
        for group in table.groups:
            rows += [*_group(group), ""]
    for sentence in report.footer:
        rows += _wrapped(sentence)
    return "\n".join(rows) + "\n"


def _group(group: Group) -> list[str]:
    return [clean_line(group.title), *(row for line in group.lines for row in _line(line))]


def _line(line: Line) -> list[str]:
    labels = _wrapped(line.label, _LABEL)
    parts = _wrapped(part_words(line), _PART) or [""]
    rows = []
    for number in range(max(len(labels), len(parts))):
        label = labels[number] if number < len(labels) else ""
        figure = figure_words(line) if number == 0 else ""
        part = parts[number] if number < len(parts) else ""
        rows.append(f"  {label:<{_LABEL}}{figure:>{_FIGURE}}  {part}".rstrip())
    return rows


def _wrapped(words: str, width: int = WIDTH) -> list[str]:
    return textwrap.wrap(clean_line(words), width)
