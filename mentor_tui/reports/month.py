"""The month's report: the tables A to H, as the mentor's own view."""

from dataclasses import replace
from datetime import date, datetime, time

from mentor_tui.reports.as_of import WrittenBy
from mentor_tui.reports.bridges import bridges
from mentor_tui.reports.doors import doors
from mentor_tui.reports.effort import effort
from mentor_tui.reports.in_their_words import in_their_words
from mentor_tui.reports.needs import needs
from mentor_tui.reports.reach import reach
from mentor_tui.reports.restated import as_closed, figures_for
from mentor_tui.reports.tables import Report, Table, figure_words, part_words
from mentor_tui.reports.where_things_stand import where_things_stand
from mentor_tui.reports.windows import windows
from mentor_tui.reports.work import PeriodOfWork, Reads
from store.clock import Moment
from store.closing import closed_month
from store.period import Period, month_of
from store.records import ClosedMonth
from store.when_echo import with_its_year

# Not the calendar module's names: those follow the machine's locale, and the report is in English.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
OWN_VIEW = "The mentor's own view: no number is hidden; not for handing on as it is."
NOT_A_MEASURE = "These are counts of support given, not a measure of any person."
DEFINITIONS = (
    "People are counted once however often they appear; releases and entries are counted apart from people.",
    "Days since release count from the newest that had happened, day 0; back inside is before the next one.",
    "In touch: talked, met, they answered or reached out, or asked for another time or for space.",
    "Attempts: no answer, a message left or sent, a number that did not work, could not meet.",
    "Beside them: on their behalf, with family or a friend, or through someone else.",
    "Hours, travel and money of an entry with several people are counted once.",
    "A need is counted if it was open at some time in the month, by the newest state that is known.",
    "A bridge is counted if it was open at some time in these days or moved in them, by how far it came.",
    "Within 72 hours of release: from day 0 to the end of day 3. Who is not past it is too early to say, and "
    "counted neither as yes nor as no.",
    "A door stayed shut: no space, a rule, no such service here, or the service said no.",
)


def month_report(records: Reads, month_first: date, moment: Moment) -> Report:
    """The report for the month that holds this day."""
    return period_report(records, month_of(month_first), moment)


def period_report(records: Reads, period: Period, moment: Moment) -> Report:
    """The tables for a period, nothing hidden; a closed month with the figures that were kept.

    Args:
        records: the caseload; only its reads are used.
        moment: when it is made; the period may still be running.
    """
    live = live_report(records, period, moment)
    closed = closed_month(records.all(ClosedMonth), period.first) if period.is_month else None
    figures = figures_for(records, closed)
    if closed is None or not figures:
        return live
    noon = Moment(datetime.combine(closed.closed_on, time(12), moment.tz), moment.zone)
    then = live_report(records, period, noon)
    before = live_report(WrittenBy(records, closed.written_at), period, noon) if closed.written_at else then
    made = as_closed(records, live, then, before, closed, figures)
    stands = f"{live.footer[0]} {_closed_words(made)}"
    return replace(made, footer=(stands, *DEFINITIONS, _missing(made.tables), OWN_VIEW, NOT_A_MEASURE))


def live_report(records: Reads, period: Period, moment: Moment) -> Report:
    """The same, counted from the entries as they are now, whether it is closed or not."""
    month = PeriodOfWork(records, period, moment)
    words, quotes = in_their_words(month)
    tables = (
        *(reach(month), windows(month), needs(month), bridges(month), doors(month)),
        *(effort(month), where_things_stand(month), words),
    )
    return Report(
        name="month",
        title=title_of(period),
        view=OWN_VIEW,
        first=month.first,
        last=month.last,
        made_on=moment.day,
        tables=tables,
        people=len(month.people),
        quotes=quotes,
        footer=(_range(month), *DEFINITIONS, _missing(tables), OWN_VIEW, NOT_A_MEASURE),
    )


def _range(month: PeriodOfWork) -> str:
    made = month.moment.day
    what = "month is" if month.period.is_month else "days are"
    still = f"; the {what} not over" if made <= month.last else ""
    return (
        f"From {with_its_year(month.first)} to {with_its_year(month.last)}, "
        "by the local day things happened. "
        f"Made on {with_its_year(made)}{still}."
    )


def _closed_words(report: Report) -> str:
    assert report.closed_on is not None
    since = "some are counted otherwise by now" if report.restated else "none is counted otherwise by now"
    return f"Closed on {with_its_year(report.closed_on)}: these are the figures as they stood then; {since}."


def _missing(tables: tuple[Table, ...]) -> str:
    found: dict[str, str] = {}
    for table in tables:
        for line in table.lines:
            if line.missing and line.figure:
                # The line over all areas comes before those of each area, and says it once.
                found.setdefault(line.label, f"{line.label} ({figure_words(line)} {part_words(line)})")
    if not found:
        return "Nothing counted here was left unasked or unknown."
    return "What was not asked or is not known: " + "; ".join(found.values()) + "."


def title_of(period: Period) -> str:
    """What a report of these days is called."""
    if period.is_month:
        return f"A month of support: {_MONTHS[period.first.month - 1]} {period.first.year}"
    return f"Support: {with_its_year(period.first)} to {with_its_year(period.last)}"
