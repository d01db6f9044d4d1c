"""A report written to a file: to the mentor's own list of files, or kept as handed on to somebody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.exchange.writing import hand_out
from mentor_tui.handing_on import hand_on
from mentor_tui.reports import Document, Report, render
from mentor_tui.reports.asked import HANDING_ON, Asked
from mentor_tui.reports.catalogue import caution_of
from mentor_tui.reports.month_asked import whole_counted
from mentor_tui.settings import read_settings
from store.text import clean_line

if TYPE_CHECKING:
    from mentor_tui.reports.catalogue import ReportKind
    from store.caseload import Caseload

_OWN = "your own view, with nothing hidden; not for handing on as it is."


def warnings_before(caseload: Caseload, asked: Asked) -> tuple[str, ...]:
    """What to know before it is handed on: how it could be held against what was handed on earlier."""
    if asked.view != HANDING_ON:
        return ()
    from mentor_tui.differencing import differences

    return differences(caseload, whole_counted(caseload, asked), asked.least)


def write_report(
    caseload: Caseload,
    kind: ReportKind,
    asked: Asked,
    path: Path,
    form: str,
    *,
    made: Report | Document | None = None,
    replace: bool = False,
) -> tuple[str, ...]:
    """Write a report.

    Args:
        form: one of `mentor_tui.reports.FORMS`.
        made: the report as it was shown; made now if it was not.
        replace: whether a file that is there may be written over.

    Returns:
        The sentences that belong to it.

    Raises:
        RequestRefused: it needs something that was not said, or nobody agreed to it.
        ExportRefused: something is there, or it cannot be written; nothing was changed.
    """
    made = made or kind.make(caseload, asked)
    content = render(made, form, paper=read_settings(caseload.folder.path).paper)
    people = made.people if isinstance(made, Document) else ()
    # The list of files names no one: what it is, not whose.
    what = made.title if kind.about == "period" else kind.title
    told = f"{clean_line(str(path))}: {_OWN if _is_own_view(made) else caution_of(kind, asked)}"
    if not _is_given(kind, asked):
        hand_out(caseload.folder, path, content, what, people=people, replace=replace)
        return (told,)
    trouble = hand_on(
        caseload,
        path,
        content,
        what,
        name=kind.name,
        report=whole_counted(caseload, asked) if isinstance(made, Report) else None,
        to=asked.to,
        people=people,
        period=asked.days if kind.about == "period" else None,
        replace=replace,
    )
    return (*((trouble,) if trouble else ()), told)


def _is_own_view(made: Report | Document) -> bool:
    return isinstance(made, Report) and made.is_own


def _is_given(kind: ReportKind, asked: Asked) -> bool:
    """Whether it is for somebody else; what is for the mentor, or for the person themselves, is not."""
    return bool(asked.to) or kind.is_for_others or asked.view == HANDING_ON
