"""The days that weigh: a death, a return inside, a door that stayed shut; alike wherever told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.records import Appointment, Client, Referral
from store.standing import has_died
from store.vocabulary import SHUT_ENDS


def died_on(client: Client) -> date | None:
    """The day on which they died, where it is known; None of whoever lives."""
    return client.status_on if has_died(client) else None


def back_inside_on(client: Client) -> tuple[date, ...]:
    """The days on which they went back inside, oldest first, as far as they are known."""
    back = [part.back_on for part in client.episodes if part.back_on]
    is_told = bool(client.episodes) and client.episodes[-1].back_on is not None
    if client.status == "inside" and client.status_on and not is_told:
        back.append(client.status_on)
    return tuple(back)


def shut_on(bridge: Referral) -> date | None:
    """The day on which the door of a bridge was known to stay shut; None where it did not."""
    return bridge.stage_on if bridge.stage == "let-go" and bridge.ended in SHUT_ENDS else None


def doors_shut(bridges: Iterable[Referral], plans: Iterable[Appointment]) -> list[int]:
    """For whom a door stayed shut, once a door; where a bridge and a plan both say so it is one.

    Args:
        bridges: those whose door stayed shut in the days that are told of.
        plans: those of the same days; only who was turned away there counts.
    """
    shut = [one.client_id for one in bridges]
    known = set(shut)
    return shut + [
        one.client_id for one in plans if one.result == "turned-away" and one.client_id not in known
    ]
