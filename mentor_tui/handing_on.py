"""What is made for somebody else: written as every file is, and kept as handed on in the same breath."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.exchange.writing import hand_out
from mentor_tui.reports.tables import Report, line_name
from store.errors import MentorError
from store.records import HandedOn, KeptFigure
from store.shelf import TABLE_OF, fields_of

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.period import Period


def hand_on(
    caseload: Caseload,
    path: Path,
    content: bytes,
    what: str,
    *,
    name: str = "",
    report: Report | None = None,
    to: str = "",
    people: Iterable[int] = (),
    period: Period | None = None,
    replace: bool = False,
) -> str:
    """Write a file for somebody else, and keep that it was handed on.

    Args:
        what: what it is in a few words, for the list of files: the title of a report.
        name: as it is asked for ("month", "handover"); that of the report, else `what`.
        report: the figures whole, before any was hidden; they stay here, to hold the next one against.
        to: for whom, in her words.
        people: numbers of those it names.
        period: the days it is about; those of the report.
        replace: whether a file that is there may be written over.

    Returns:
        "" when all is well; a sentence where the file was written and the record of it could not be.

    Raises:
        ExportRefused: something is there, or it cannot be written; nothing was changed.
    """
    named = tuple(people)
    hand_out(caseload.folder, path, content, what, people=named, replace=replace)
    first, last = (report.first, report.last) if report else (None, None)
    if period:
        first, last = period.first, period.last
    handed = HandedOn(
        on=caseload.clock.now().day,
        what=name or (report.name if report else what),
        to=to,
        first=first,
        last=last,
        client_ids=named,
        figures=whole_figures(report) if report else (),
    )
    try:
        # Undo passes over it: the file is out there, and what it said stays said.
        with caseload.folder.act(f"handed on, {what}", undoable=False) as act:
            act.insert(TABLE_OF[HandedOn], fields_of(handed))
    except MentorError as refused:
        return f"The file is written, but it could not be kept that it was handed on: {refused}"
    return ""


def whole_figures(report: Report) -> tuple[KeptFigure, ...]:
    """Every figure of a report that is not hidden, by the name of its line."""
    return tuple(
        KeptFigure(line=line_name(table, group, line), figure=line.figure, base=line.base)
        for table in report.tables
        for group in table.groups
        for line in group.lines
        if line.figure is not None
    )
