"""A report as Markdown: for a letter, a wiki or a printer."""

import re

from mentor_tui.reports.tables import Group, Report, Table, figure_words, part_words
from store.text import clean_line

# Every mark that could end a cell, open a tag or be read as markup.
_MARKS = re.compile(r"([\\`*_\[\]<>|#~&$])")


def as_markdown(report: Report) -> str:
    """The whole report, its view said before the first figure."""
    head = [f"# {cell(report.title)}", "", f"**{cell(report.view)}**", ""]
    tables = [row for table in report.tables for row in _table(table)]
    foot = ["---", "", *(f"- {cell(sentence)}" for sentence in report.footer)]
    return "\n".join([*head, *tables, *foot]) + "\n"


def cell(words: str) -> str:
    """Words that stay in their cell and read as they are, whatever they hold."""
    return _MARKS.sub(r"\\\1", clean_line(words))


def _table(table: Table) -> list[str]:
    rows = [f"## {cell(table.code)}. {cell(table.title)}", ""]
    for group in table.groups:
        rows += _group(group)
    return rows


def _group(group: Group) -> list[str]:
    head = [f"### {cell(group.title)}", "", "| | figure | of what |", "|---|---:|---|"]
    lines = [
        f"| {cell(line.label)} | {cell(figure_words(line))} | {cell(part_words(line))} |"
        for line in group.lines
    ]
    return [*head, *lines, ""]
