"""Closing a month: its figures stand as they are on that day, in one act that undo takes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from store.errors import RequestRefused
from store.period import month_of
from store.records import ClosedMonth, KeptFigure
from store.saved import Saved
from store.shelf import TABLE_OF, fields_of

if TYPE_CHECKING:
    from store.caseload import Caseload


def close(
    caseload: Caseload,
    month_first: date,
    figures: Sequence[KeptFigure],
    *,
    to_hand_on: Sequence[KeptFigure] = (),
    left_out: Iterable[int] = (),
) -> Saved:
    """Close the month that holds this day.

    Args:
        figures: as they stand, of the mentor's own view.
        to_hand_on: the same without those who said no to being counted.
        left_out: numbers of those who said no.

    Raises:
        RequestRefused: the month is not over, or is closed already.
    """
    month, moment = month_of(month_first), caseload.clock.now()
    if moment.day <= month.last:
        raise RequestRefused(
            f"{month.first:%Y-%m} is not over; it can be closed after {month.last}. Until then "
            "`mentor report month` counts it as it stands."
        )
    record = ClosedMonth(
        first=month.first,
        closed_on=moment.day,
        figures=tuple(figures),
        to_hand_on=tuple(to_hand_on),
        left_out=tuple(sorted(left_out)),
    )
    label = f"month closed, {month.first:%Y-%m}"
    with caseload.folder.act(label) as act:
        # Another hand may have closed it since: its figures stand, not these.
        _refuse_closed(closed_month(caseload.all(ClosedMonth), month.first))
        id = act.insert(TABLE_OF[ClosedMonth], fields_of(record))
    return Saved(act.number, label, moment.at, (caseload.get(ClosedMonth, id),))


def closed_month(closed: Iterable[ClosedMonth], month_first: date) -> ClosedMonth | None:
    """The closing of the month that holds this day, if it is closed: of several the first one stands."""
    first = month_of(month_first).first
    return next((one for one in closed if month_of(one.first).first == first), None)


def _refuse_closed(before: ClosedMonth | None) -> None:
    if before is not None:
        raise RequestRefused(
            f"{before.first:%Y-%m} was closed on {before.closed_on} already. What was written since shows as "
            f"a restatement: `mentor report month --month {before.first:%Y-%m} --own`."
        )
