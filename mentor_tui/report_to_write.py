"""A report about to be written: what it will hold, shown before it lies anywhere, and where it would go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.reports import FORMS, Report, render
from mentor_tui.reports.asked import HANDING_ON
from mentor_tui.reports.catalogue import caution_of
from mentor_tui.ways_out import free_place

if TYPE_CHECKING:
    from mentor_tui.reports.asked import Asked
    from mentor_tui.reports.catalogue import ReportKind
    from store.caseload import Caseload

FORM_TITLES = {
    "pdf": ("PDF", "to print or to send"),
    "html": ("a web page", "one file, opens in any browser and prints well"),
    "md": ("Markdown", "for a letter or a wiki"),
    "xlsx": ("a workbook", "a sheet a table, for a spreadsheet program (XLSX)"),
    "csv": ("spreadsheet", "one line a row (CSV)"),
    "text": ("plain text", "as it reads here"),
    "json": ("JSON", "for other programs"),
}
"""Each form by its name: what it is called, and what for. The one wanted most often first."""


@dataclass(frozen=True, slots=True)
class ToWrite:
    """One file that could be written now."""

    title: str
    """Over the dialog."""
    place: Path
    caution: str
    """What to know before it lies there."""
    preview: str
    """What it will hold, as plain text."""
    is_about_nobody: bool
    """It names nobody and quotes nobody: the privacy lens leaves it."""
    write: Callable[[Path], list[str]]
    """Writes it; gives the sentences that belong to it."""


def report_to_write(caseload: Caseload, kind: ReportKind, asked: Asked, form: str) -> ToWrite:
    """A report in a form, made now.

    Raises:
        RequestRefused: something it needs was not said, or nobody agreed to it.
    """
    from mentor_tui.report_written import warnings_before, write_report

    made = kind.make(caseload, asked)
    view = "for handing on" if asked.view == HANDING_ON else "your own view"
    what = f"{kind.title}, {view}" if isinstance(made, Report) else kind.title

    def write(path: Path) -> list[str]:
        return list(write_report(caseload, kind, asked, path, form, made=made))

    return ToWrite(
        f"write {what}, {FORM_TITLES[form][0]}",
        free_place(Path.home() / f"{_stem(kind, asked)}{FORMS[form]}"),
        " ".join((*warnings_before(caseload, asked), caution_of(kind, asked))),
        render(made, "text").decode(),
        not kind.names_people and not (isinstance(made, Report) and made.quotes),
        write,
    )


def _stem(kind: ReportKind, asked: Asked) -> str:
    """How the file is called; nobody's name is ever in it."""
    if kind.about != "period":
        return f"{kind.name}-{asked.moment.day}"
    name = "report" if kind.has_two_views else kind.name
    own = "-own" if kind.has_two_views and asked.view != HANDING_ON else ""
    days = asked.days
    when = f"{days.first:%Y-%m}" if days.is_month else f"{days.first}-to-{days.last}"
    return f"mentor-{name}-{when}{own}"
