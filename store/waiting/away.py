"""The mentor is away, or came back today: it is said, and not all that waits stands before her at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.waiting.parts import Waiting

if TYPE_CHECKING:
    from store.absences import Away
    from store.clock import Moment
    from store.waiting.parts import Reason

WERE_AWAY, ARE_AWAY = "you were away", "you are away"
"""Said before the first reason whose day has passed."""
MOST_NOW = 5
"""People under `now` on such a day; the rest stand under `today`."""


def eased(entries: Iterable[Waiting], away: Away, moment: Moment) -> list[Waiting]:
    """Everyone, as they wait on a day of an absence or of the return. No due day moves, nobody is left out.

    Args:
        entries: most pressing first.
    """
    told = [_told(entry, away, moment) for entry in entries]
    keep = {entry.client.id for entry in [one for one in told if one.band == "now"][:MOST_NOW]}
    return [_moved(entry) if entry.band == "now" and entry.client.id not in keep else entry for entry in told]


def _told(entry: Waiting, away: Away, moment: Moment) -> Waiting:
    """The first reason whose day has passed says that she was away meanwhile."""
    words = WERE_AWAY if away.is_over else ARE_AWAY
    for place, reason in enumerate(entry.reasons):
        if away.since < moment.day and _has_passed(reason, moment):
            said = replace(reason, text=f"{words}; {reason.text}")
            reasons = (*entry.reasons[:place], said, *entry.reasons[place + 1 :])
            return replace(entry, reasons=reasons, while_away=True)
    return entry


def _has_passed(reason: Reason, moment: Moment) -> bool:
    # A day after a release that has come stands under today.
    near = reason.band in ("now", "today")
    return near and reason.due is not None and _day(reason.due, moment) < moment.day


def _day(due: datetime, moment: Moment) -> date:
    return due.astimezone(moment.tz).date()


def _moved(entry: Waiting) -> Waiting:
    reasons = tuple(
        replace(reason, band="today") if reason.band == "now" else reason for reason in entry.reasons
    )
    return replace(entry, band="today", reasons=reasons, made_room=True)
