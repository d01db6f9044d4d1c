"""Whom the program may speak of by itself: the one place where that is decided.

What reminds, asks, proposes, counts days or takes several people at once asks here first. Nothing is
written anywhere when someone dies or is back inside but the status, so that undo brings all of it back.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.records import Appointment, Client
from store.vocabulary import ACTIVE_STATUSES, STATUSES, label

# A letter still reaches someone inside, and only the mentor can have planned it.
_REACHES_INSIDE = "letter"


def is_active(client: Client) -> bool:
    """Whether the two walk together now, in any way; nothing prompts about anyone else."""
    return is_active_status(client.status)


def is_active_status(status: str) -> bool:
    """The same, of a status by itself."""
    return status in ACTIVE_STATUSES


def has_died(client: Client) -> bool:
    """Whether they died: then nothing counts days, asks or proposes, whatever is open."""
    return client.status == "died"


def counts_days(client: Client) -> bool:
    """Whether days since anything may be counted aloud: not for someone who died or is inside."""
    return client.status not in ("died", "inside")


def status_together(client: Client) -> str:
    """The status of whoever walks together again: who never came out is not out yet."""
    is_ahead = bool(client.episodes) and client.episodes[-1].on is None
    return "not-out" if is_ahead else "walking"


def plan_shows(client: Client, plan: Appointment) -> bool:
    """Whether a plan of theirs may come up by itself.

    For whoever is active any does; for someone back inside a letter alone.
    """
    if is_active(client):
        return True
    return client.status == "inside" and plan.kind == "touch" and plan.mode == _REACHES_INSIDE


def active(people: Iterable[Client]) -> tuple[Client, ...]:
    """Those of these people who are active, in their order: for what is done for several at once."""
    return tuple(client for client in people if is_active(client))


def why_it_rests(client: Client, plan: Appointment) -> str:
    """What is said of a plan that will not come up by itself; "" where it will."""
    if plan_shows(client, plan):
        return ""
    if has_died(client):
        return "It is kept, and will not come up by itself."
    letter = " A letter would come up." if client.status == "inside" else ""
    return f"It is kept, and rests for now ({label(STATUSES, client.status)}).{letter}"
