"""What the Reports screen shows: the figures of some days, what is missing in them, what can be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentor_tui.report_rows import MISSING, RESTATED, lines_of, report_items
from mentor_tui.reports.any_days import in_these_days
from mentor_tui.reports.catalogue import KINDS
from mentor_tui.reports.drawing.page import view_words
from mentor_tui.reports.gaps import Gap, gaps
from mentor_tui.reports.month import period_report
from mentor_tui.reports.tables import Line, Report
from mentor_tui.ways_out import WAYS
from store.closing import closed_month
from store.period import Period
from store.records import ClosedMonth
from widgets.row import Column, Item, Row

if TYPE_CHECKING:
    from store.caseload import Caseload

CHOICE_COLUMNS = (Column(least=12, most=22), Column())
MONTH_PDF, MONTH_AS, OWN_AS = "month-pdf", "month-as", "own-as"
CLOSE, HANDED_ON, FILES = "close", "handed-on", "files"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be written from Reports."""

    code: str
    title: str
    what: str


CHOICES = (
    Choice(MONTH_PDF, "for handing on, PDF", "small numbers hidden; what a funder gets"),
    Choice(MONTH_AS, "for handing on, as", "a web page, a workbook, CSV, Markdown ..."),
    Choice(OWN_AS, "your own view, as", "nothing hidden, for you alone"),
    *(Choice(kind.name, kind.title, kind.brief) for kind in KINDS if not kind.has_two_views),
    *(Choice(way.code, way.title, way.what) for way in WAYS),
)
"""What is wanted most often first."""


@dataclass(frozen=True)
class ReportPage:
    """The days, counted."""

    report: Report
    missing: tuple[Gap, ...]

    @classmethod
    def read(cls, caseload: Caseload, period: Period) -> ReportPage:
        """Count these days now."""
        moment = caseload.clock.now()
        report = in_these_days(period_report(caseload, period, moment))
        # What is filled in by now moves no figure of a closed month.
        return cls(report, () if report.closed_on else gaps(caseload, period, moment))

    @property
    def days(self) -> str:
        """Which days these are."""
        return self.report.title.rpartition(": ")[2]

    @property
    def view(self) -> str:
        """For whom it is; and since when it stands, where it was closed."""
        return view_words(self.report)

    def items(self, *, narrow: bool) -> list[Item]:
        """The rows."""
        return report_items(self.report, tuple(gap.words for gap in self.missing), narrow=narrow)

    def line_at(self, key: str) -> Line | None:
        """The figure of a row, or what is missing as one; None for a row of words."""
        if key.startswith(MISSING):
            gap = self.missing[int(key.removeprefix(MISSING))]
            return Line(gap.words.rstrip("."), len(gap.records), behind=tuple(gap.records))
        if key.startswith(RESTATED):
            return self.report.restated_lines[int(key.removeprefix(RESTATED))]
        return lines_of(self.report).get(key)


def choices(caseload: Caseload, period: Period) -> list[Row]:
    """Everything that can be chosen for these days."""
    rows = [_row(each.code, each.title, each.what) for each in CHOICES]
    if _may_close(caseload, period):
        rows.append(_row(CLOSE, "close this month", "its figures stand; what comes later is said to"))
    rows.append(_row(HANDED_ON, "what you handed on", "what, when, to whom"))
    rows.append(_row(FILES, "files you made", "where they lie; to open or remove"))
    return rows


def _may_close(caseload: Caseload, period: Period) -> bool:
    is_over = period.is_month and period.last < caseload.clock.now().day
    return is_over and closed_month(caseload.all(ClosedMonth), period.first) is None


def _row(code: str, title: str, what: str) -> Row:
    return Row(code, (((title, "name"),), what))
