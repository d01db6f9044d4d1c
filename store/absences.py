"""Whether the mentor is away or has just come back: said by her, or seen from days without a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from store.past import acts
from store.standing import has_died

if TYPE_CHECKING:
    from datetime import tzinfo

    from store.ledger import Ledger
    from store.records import Absence, Client

QUIET_DAYS = 7
"""Whole days without anything written after which she is taken to have been away."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Away:
    """Days on which she was not there, as they stand today."""

    since: date
    """First day away."""
    until: date | None
    """Last day away; None while that is not known."""
    is_over: bool
    """Today is the day she came back; else she is away now."""
    record: Absence | None = None
    """What she said of it; None where it is only seen from the days without a record."""
    everyone_is_here: bool = True
    """Nobody died on one of those days or since, and no death was written down since."""


def away_on(today: date, said: Iterable[Absence], last_written: date | None) -> Away | None:
    """Whether she is away on a day, or came back on it; None on every other day.

    Args:
        last_written: the last day before today on which she wrote anything; None if there is none.
    """
    newest_first = sorted(said, key=lambda one: one.id, reverse=True)
    for one in newest_first:
        if one.since <= today and (one.until is None or one.until >= today):
            return Away(one.since, one.until, is_over=False, record=one)
    yesterday = today - _A_DAY
    for one in newest_first:
        if one.until is not None and one.until < today and _came_back_now(one.until, yesterday, last_written):
            # Nothing was written after the day she meant to be back: then she came back later.
            return Away(one.since, yesterday, is_over=True, record=one)
    if last_written is not None and (yesterday - last_written).days >= QUIET_DAYS:
        return Away(last_written + _A_DAY, yesterday, is_over=True)
    return None


def with_who_died(away: Away, people: Iterable[Client], touched: Callable[[], set[tuple[str, int]]]) -> Away:
    """The same, knowing whether anyone died meanwhile.

    Args:
        touched: what was written since she went.
    """
    died = [one for one in people if has_died(one)]
    written = touched() if died else set()
    lost = any(
        one.status_on is None or one.status_on >= away.since or ("clients", one.id) in written for one in died
    )
    return replace(away, everyone_is_here=not lost)


def last_written_before(day: date, ledgers: tuple[Ledger, ...], zone: tzinfo) -> date | None:
    """The last day before this one on which an act was saved, where the mentor is."""
    at_hand = [
        _newest_before(day, (entry.at for entry in reversed(ledger.memory.entries)), zone)
        for ledger in ledgers
    ]
    folded = (found is None and ledger.header.act for found, ledger in zip(at_hand, ledgers, strict=True))
    if any(folded):  # what came before lies in an older journal, and may be the newer of the two
        return _newest_before(day, (past.at.isoformat() for past, _ in acts(ledgers)), zone)
    return max((found for found in at_hand if found), default=None)


def touched_since(day: date, ledgers: tuple[Ledger, ...], zone: tzinfo) -> set[tuple[str, int]]:
    """Table and number of what was written on this day or later, in the journals at hand."""
    touched: set[tuple[str, int]] = set()
    for ledger in ledgers:
        for entry in reversed(ledger.memory.entries):
            if datetime.fromisoformat(entry.at).astimezone(zone).date() < day:
                break
            touched.update((table, id) for table, id, _ in entry.touched)
    return touched


def _came_back_now(until: date, yesterday: date, last_written: date | None) -> bool:
    return until == yesterday or (last_written is not None and last_written <= until)


def _newest_before(day: date, newest_first: Iterable[str], zone: tzinfo) -> date | None:
    days = (datetime.fromisoformat(at).astimezone(zone).date() for at in newest_first)
    return next((one for one in days if one < day), None)
