"""A report of a quarter, or of all since a day, in words that are true of any days."""

from dataclasses import replace

from mentor_tui.reports.tables import Group, Line, Report
from store.period import Period

_WORDS = (
    ("this month", "in these days"),
    ("by the end of the month", "by the end of these days"),
    ("in the month", "in these days"),
)
"""What is said of a month, and of other days. Lines go by the first within the program: the names of a
closed month's figures, and what the hiding of numbers knows of them."""


def in_these_days(report: Report) -> Report:
    """The report as it reads: one that is about other days than one month does not speak of a month."""
    if Period(report.first, report.last).is_month:
        return report
    tables = (
        replace(table, groups=tuple(_group(group) for group in table.groups)) for table in report.tables
    )
    return replace(report, tables=tuple(tables), footer=tuple(map(_said, report.footer)))


def _group(group: Group) -> Group:
    return replace(group, title=_said(group.title), lines=tuple(map(_line, group.lines)))


def _line(line: Line) -> Line:
    return replace(line, label=_said(line.label), base_words=_said(line.base_words))


def _said(words: str) -> str:
    for of_a_month, of_days in _WORDS:
        words = words.replace(of_a_month, of_days)
    return words
