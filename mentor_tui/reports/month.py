"""The month's report: reach, needs and effort, as the mentor's own view."""

from datetime import date

from mentor_tui.reports.effort import effort
from mentor_tui.reports.needs import needs
from mentor_tui.reports.reach import reach
from mentor_tui.reports.tables import Report, Table, figure_words, part_words
from mentor_tui.reports.work import MonthOfWork, Reads, last_day_of_month
from store.clock import Moment

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
    "In touch: talked, met, they answered or reached out, or asked for another time or for space.",
    "Attempts: no answer, a message left or sent, a number that did not work, could not meet.",
    "Beside them: on their behalf, with family or a friend, or through someone else.",
    "Hours, travel and money of an entry with several people are counted once.",
    "A need is counted if it was open at some time in the month, by the newest state that is known.",
)


def month_report(records: Reads, month_first: date, moment: Moment) -> Report:
    """Tables A, C and F for the month that holds this day, nothing hidden.

    Args:
        records: the caseload; only its reads are used.
        month_first: any day of the month.
        moment: when it is made; the month may still be running.
    """
    first = month_first.replace(day=1)
    month = MonthOfWork(records, first, last_day_of_month(first), moment)
    tables = (reach(month), needs(month), effort(month))
    return Report(
        name="month",
        title=f"A month of support: {_month_words(first)}",
        view=OWN_VIEW,
        first=first,
        last=month.last,
        made_on=moment.day,
        tables=tables,
        footer=(_range(month), *DEFINITIONS, _missing(tables), OWN_VIEW, NOT_A_MEASURE),
    )


def _range(month: MonthOfWork) -> str:
    made = month.moment.day
    still = "; the month is not over" if made <= month.last else ""
    return (
        f"From {_day(month.first)} to {_day(month.last)}, by the local day things happened. "
        f"Made on {_day(made)}{still}."
    )


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


def _month_words(first: date) -> str:
    return f"{_MONTHS[first.month - 1]} {first.year}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"
