"""A report or a document as JSON, as docs/reports.md describes it."""

import json
from typing import Any

from mentor_tui.reports.document import Block, Document
from mentor_tui.reports.tables import Line, Report, Table, figure_words, share_words
from store.text import escape_marks

SCHEMA_VERSION = 2
"""Of a report and of a document; 2 since a figure may be hidden."""


def as_json(thing: Report | Document) -> bytes:
    """The whole of it as one JSON object."""
    text = json.dumps(as_object(thing), ensure_ascii=False, indent=2, allow_nan=False)
    return (escape_marks(text) + "\n").encode()


def as_object(thing: Report | Document) -> dict[str, Any]:
    """The report or document as plain values."""
    return _document(thing) if isinstance(thing, Document) else _report(thing)


def _report(report: Report) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "report": report.name,
        "title": report.title,
        "view": "own" if report.is_own else "funder",
        "view_words": report.view,
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "made_on": report.made_on.isoformat(),
        "closed_on": report.closed_on.isoformat() if report.closed_on else None,
        "restated": list(report.restated),
        "tables": [_table(table) for table in report.tables],
        "quotes": list(report.quotes),
        "footer": list(report.footer),
    }


def _table(table: Table) -> dict[str, Any]:
    lines = [_line(group.title, line) for group in table.groups for line in group.lines]
    return {"code": table.code, "title": table.title, "lines": lines}


def _line(group: str, line: Line) -> dict[str, Any]:
    share = share_words(line)
    return {
        "group": group,
        "label": line.label,
        "figure": line.figure,
        "hidden": figure_words(line) if line.figure is None else None,
        "unit": line.unit,
        "base": line.base,
        "base_hidden": line.base_hidden,
        "base_words": line.base_words,
        "share": float(share.removesuffix("%")) if share else None,
        "not_known": line.missing,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "report": document.name,
        "title": document.title,
        "view_words": document.view,
        "made_on": document.made_on.isoformat() if document.made_on else None,
        "blocks": [_block(block) for block in document.blocks],
        "footer": list(document.footer),
    }


def _block(block: Block) -> dict[str, Any]:
    """The block under its name in lower case, with what it holds."""
    from dataclasses import asdict

    kind = {"NewPage": "new-page"}.get(type(block).__name__, type(block).__name__.lower())
    return {"block": kind, **asdict(block)}
