"""What is done with a choice on Reports: a report, the record or a calendar is written; a month is closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui import report_page
from mentor_tui.keys import told
from mentor_tui.month_closing import close_month
from mentor_tui.reports.asked import HANDING_ON, OWN, Asked
from mentor_tui.reports.catalogue import KINDS, kind_named
from mentor_tui.screens.dialog import AskScreen
from mentor_tui.screens.handed_on import HandedOnScreen
from mentor_tui.screens.made_files import MadeFilesScreen
from mentor_tui.screens.report_asked import ReportAsked
from mentor_tui.writing_out import ask_where

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.period import Period

    Written = Callable[[Path | None], None]

_CLOSING = (
    "Close it? Its figures stand from then on; what you write for it later is shown beside them, never in "
    "their place. {undo} opens it again."
)


def choose(app: MentorApp, code: str, period: Period, written: Written) -> None:
    """Go on with a choice of `report_page.choices`.

    Args:
        written: is told the place of a file, or None where none was written.
    """
    if code == report_page.FILES:
        app.push_screen(MadeFilesScreen())
    elif code == report_page.HANDED_ON:
        app.push_screen(HandedOnScreen())
    elif code == report_page.CLOSE:
        _close(app, period)
    elif code in (report_page.MONTH_PDF, report_page.MONTH_AS):
        form = "pdf" if code == report_page.MONTH_PDF else ""
        _report(app, "month", HANDING_ON, period, written).begin(form)
    elif code == report_page.OWN_AS:
        _report(app, "month", OWN, period, written).begin()
    elif any(kind.name == code for kind in KINDS):
        _report(app, code, OWN, period, written).begin()
    else:
        ask_where(app, code, written)


def _report(app: MentorApp, name: str, view: str, period: Period, written: Written) -> ReportAsked:
    asked = Asked(app.clock.now(), period=period, view=view, least=app.settings.least_shown)
    return ReportAsked(app, kind_named(name), asked, written)


def _close(app: MentorApp, period: Period) -> None:
    def answered(yes: bool | None) -> None:
        if yes:
            app.attempt(lambda: close_month(app.caseload, period.first))

    app.push_screen(AskScreen(told(_CLOSING), "close it"), answered)
