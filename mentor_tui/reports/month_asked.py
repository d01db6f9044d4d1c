"""The month's figures as they are asked for: the mentor's own view, or the one for handing on."""

from mentor_tui.reports.asked import Asked
from mentor_tui.reports.month import period_report
from mentor_tui.reports.tables import Report
from mentor_tui.reports.work import Reads


def counted(records: Reads, asked: Asked) -> Report:
    """The tables for the days asked about."""
    return period_report(records, asked.days, asked.moment)
