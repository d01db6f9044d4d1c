"""What the mentor says of her own days away: that she goes, until when, and that she is back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.errors import RequestRefused
from store.records import Absence
from store.when import When, echo

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.saved import Saved

LABEL = "days away"
_LONG_DAYS = 270
"""An absence that is longer is more often a day that has just passed, read as next year's."""
_FORM = re.compile(r"(?:(?:from|since)\s+(?P<since>.+?))?\s*(?:(?:until|till|to)\s+(?P<until>.+))?", re.I)


def read_absence(caseload: Caseload, text: str) -> tuple[date | None, date | None]:
    """The days that words name: "until 5 jan", "from 20 dec until 5 jan", "since 2 nov until 20 nov".

    Returns:
        The first day and the last one; None for one that is not named.

    Raises:
        RequestRefused: they are not read so, or the last day comes before the first.
        UnclearDate: one of the days is not read.
    """
    today = caseload.clock.now().day
    found = _FORM.fullmatch(" ".join(text.split()))
    if not text.strip() or found is None:
        raise RequestRefused(
            f"“{text.strip()}” is not read as days away. Try: until 5 jan · from fri until 5 jan · "
            "since 2 nov until 20 nov."
        )
    since = caseload.read_day(found["since"]) if found["since"] else None
    until = _last_day(caseload, found["until"], since or today) if found["until"] else None
    if until is not None and until < (since or today):
        raise RequestRefused("The last day away comes before the first. Try: from 20 dec until 5 jan.")
    return since, until


def go_away(caseload: Caseload, since: date | None, until: date | None, words: str = "") -> Saved:
    """Keep that she is away; days that touch those said before take their place, rather than stand twice.

    Args:
        since: the first day; None is today, or the first day of those she is away for already.
        until: the last day; None while it is not known.
    """
    first = since or caseload.clock.now().day
    before = next((one for one in reversed(caseload.all(Absence)) if _touch(one, first, until)), None)
    if before is None:
        return caseload.add(Absence(since=first, until=until, words=words), LABEL)
    first = first if since else min(before.since, first)
    return caseload.change(
        before, replace(before, since=first, until=until, words=words or before.words), LABEL
    )


def come_back(caseload: Caseload) -> Saved:
    """Say that she is back: the days end with yesterday, and are kept. Days that are still ahead are let go.

    Raises:
        RequestRefused: she is not away, did not just come back, and said nothing of days ahead.
    """
    away, today = caseload.away(), caseload.clock.now().day
    ahead = [one for one in caseload.all(Absence) if one.since > today]
    if away is None and ahead:
        return caseload.remove(min(ahead, key=lambda one: one.since), LABEL)
    if away is None:
        raise RequestRefused("You are not away. `mentor away until 5 jan` would say that you are.")
    yesterday = today - timedelta(days=1)
    if away.record is None:
        return caseload.add(Absence(since=away.since, until=yesterday), LABEL)
    if away.record.since == today:
        return caseload.remove(away.record, LABEL)
    return caseload.change(away.record, replace(away.record, until=yesterday), LABEL)


def _last_day(caseload: Caseload, text: str, since: date) -> date:
    # "since 2 nov until 20 nov" is said afterwards; whoever goes today or later means a day to come.
    moment = caseload.clock.now()
    if since < moment.day:
        return caseload.read_day(text)
    day = caseload.read_when(text).day
    if (day - since).days > _LONG_DAYS and str(day.year) not in text:
        raise RequestRefused(
            f"“{text}” would be {echo(When(day), moment)}. Write its year if you mean that; of days that are "
            "over say when they began: since 2 nov until 20 nov."
        )
    return day


def _touch(one: Absence, since: date, until: date | None) -> bool:
    return one.since <= (until or date.max) and since <= (one.until or date.max)
