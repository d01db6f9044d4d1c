"""Closing a month with the figures its report has today, and which months there are to close."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentor_tui.reports.leaving_out import Without, without_who_said_no
from mentor_tui.reports.month import live_report
from mentor_tui.reports.restated import kept_figures
from store.closing import close, closed_month
from store.period import month_of
from store.records import ClosedMonth, Contact
from store.two_way import is_note

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.saved import Saved


@dataclass(frozen=True, slots=True)
class Month:
    """A month with entries, or one that is closed."""

    first: date
    entries: int
    """As they are now, notes not among them."""
    is_over: bool
    closed_on: date | None = None


def close_month(caseload: Caseload, month_first: date) -> Saved:
    """Close the month that holds this day, with its figures of today for both views.

    Raises:
        RequestRefused: it is not over, or is closed already.
    """
    moment, month = caseload.clock.now(), month_of(month_first)
    figures = kept_figures(live_report(caseload, month, moment))
    others = without_who_said_no(caseload, moment)
    if not isinstance(others, Without):
        return close(caseload, month.first, figures)
    to_hand_on = kept_figures(live_report(others, month, moment))
    return close(caseload, month.first, figures, to_hand_on=to_hand_on, left_out=others.out)


def months(caseload: Caseload) -> tuple[Month, ...]:
    """Every month with an entry, and every closed one, the newest first."""
    today = caseload.clock.now().day
    entries = Counter(contact.on.replace(day=1) for contact in caseload.all(Contact) if not is_note(contact))
    closed = caseload.all(ClosedMonth)
    firsts = {*entries, *(month_of(one.first).first for one in closed)}
    return tuple(
        Month(first, entries[first], month_of(first).last < today, found.closed_on if found else None)
        for first in sorted(firsts, reverse=True)
        for found in (closed_month(closed, first),)
    )
