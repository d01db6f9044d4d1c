"""The month's figures as they are asked for: the mentor's own view, or the one for handing on."""

from mentor_tui.reports.any_days import in_these_days
from mentor_tui.reports.asked import HANDING_ON, Asked
from mentor_tui.reports.month import period_report
from mentor_tui.reports.tables import Report
from mentor_tui.reports.work import Reads


def counted(records: Reads, asked: Asked) -> Report:
    """The tables for the days asked about, as the view asked for shows them."""
    if asked.view != HANDING_ON:
        return in_these_days(period_report(records, asked.days, asked.moment))
    from mentor_tui.reports.funder import for_funder

    return in_these_days(for_funder(whole_counted(records, asked), asked.least))


def whole_counted(records: Reads, asked: Asked) -> Report:
    """What is handed on before anything is hidden: it stays here, to hold the next one against."""
    from mentor_tui.reports.funder import whole_report

    return whole_report(records, asked.days, asked.moment)
