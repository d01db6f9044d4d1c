"""Everything the mentor said she would do and has not done yet: by person, what has a day first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from store.records import Client, Promise
from store.standing import has_died, is_active
from store.text import fold

if TYPE_CHECKING:
    from store.caseload_reads import CaseloadReads


@dataclass(frozen=True, slots=True)
class Promised:
    """What one person was promised."""

    client: Client | None
    """None for what is about nobody by name."""
    promises: tuple[Promise, ...]
    """Open ones, those with a day first."""


@dataclass(frozen=True, slots=True)
class AllPromised:
    """What everybody was promised."""

    people: tuple[Promised, ...]
    """Whoever has the earliest day first."""
    resting: int
    """Promises to people with whom it rests (paused, inside, finished); they stand under Dates there."""

    @property
    def count(self) -> int:
        """How many are listed."""
        return sum(len(one.promises) for one in self.people)


def promised(caseload: CaseloadReads) -> AllPromised:
    """All open promises to whoever is active. Of someone who died not even how many is said."""
    clients = {client.id: client for client in caseload.all(Client)}
    by_person: defaultdict[int, list[Promise]] = defaultdict(list)
    for promise in caseload.all(Promise):
        if promise.state == "open":
            by_person[promise.client_id].append(promise)
    listed: list[Promised] = []
    resting = 0
    for person, promises in by_person.items():
        client = clients.get(person)
        if client is None or is_active(client):
            listed.append(Promised(client, tuple(sorted(promises, key=_soonest_first))))
        elif not has_died(client):
            resting += len(promises)
    return AllPromised(tuple(sorted(listed, key=_earliest_first)), resting)


def _soonest_first(promise: Promise) -> tuple[date, date, int]:
    return promise.due_on or date.max, promise.made_on or date.min, promise.id


def _earliest_first(one: Promised) -> tuple[date, str, int]:
    name, number = (one.client.name, one.client.id) if one.client else ("", 0)
    return one.promises[0].due_on or date.max, fold(name), number
