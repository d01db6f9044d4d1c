"""A report as JSON, as docs/reports.md describes it."""

import json

from mentor_tui.reports.tables import Line, Report, Table
from store.text import escape_marks

SCHEMA_VERSION = 1


def as_json(report: Report) -> str:
    """The whole report as one JSON object."""
    return escape_marks(json.dumps(as_object(report), ensure_ascii=False, indent=2)) + "\n"


def as_object(report: Report) -> dict[str, object]:
    """The report as plain values."""
    return {
        "schema_version": SCHEMA_VERSION,
        "report": report.name,
        "title": report.title,
        "view": "own",
        "view_words": report.view,
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "made_on": report.made_on.isoformat(),
        "tables": [_table(table) for table in report.tables],
        "footer": list(report.footer),
    }


def _table(table: Table) -> dict[str, object]:
    lines = [_line(group.title, line) for group in table.groups for line in group.lines]
    return {"code": table.code, "title": table.title, "lines": lines}


def _line(group: str, line: Line) -> dict[str, object]:
    return {
        "group": group,
        "label": line.label,
        "figure": line.figure,
        "unit": line.unit,
        "base": line.base,
        "base_words": line.base_words,
        "not_known": line.missing,
    }
