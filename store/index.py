"""Which records belong to whom and to which month, kept in step with the ledger change by change."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

Place: TypeAlias = tuple[str, str, int]
"""Where a record stands in its shelf: day, instant, id. Sorts oldest first."""

# The day that orders each table's shelf; contacts and appointments also carry a time.
_DAY_FIELD = {
    "contacts": "on",
    "appointments": "on",
    "promises": "made_on",
    "goals": "named_on",
    "referrals": "stage_on",
    "consents": "on",
    "end_conversations": "on",
    "check_ins": "on",
}

# What is about nobody by name (the mentor's own plan, her own work, an unnamed tally) is asked for as 0's.
_NOBODY = (0,)


class TableIndex:
    """One table's records by person and by month."""

    def __init__(self, table: str, documents: Mapping[int, Mapping[str, Any]]) -> None:
        """Index every document once; afterwards only what changes."""
        self._day_field = _DAY_FIELD[table]
        self._of: defaultdict[int, list[Place]] = defaultdict(list)
        self._months: defaultdict[str, list[Place]] = defaultdict(list)
        for id, document in documents.items():
            place = self._place(id, document)
            for person in _people(document) or _NOBODY:
                self._of[person].append(place)
            self._months[place[0][:7]].append(place)
        for shelf in (*self._of.values(), *self._months.values()):
            shelf.sort()

    def of(self, client_id: int) -> tuple[int, ...]:
        """Ids of that person's records, oldest first."""
        return tuple([place[2] for place in self._of.get(client_id, ())])

    def newest_of(self, client_id: int) -> Iterator[int]:
        """Ids of that person's records, newest first; the list is taken as it stood at the call."""
        return (place[2] for place in reversed(tuple(self._of.get(client_id, ()))))

    def between(self, first: str, last: str) -> Iterator[int]:
        """Ids of records from day `first` to day `last`, both included, oldest first (ISO days)."""
        for month in sorted(self._months):
            if first[:7] <= month <= last[:7]:
                yield from (id for day, _, id in tuple(self._months[month]) if first <= day <= last)

    def newest(self) -> Iterator[int]:
        """Ids of all records, newest first."""
        for month in sorted(self._months, reverse=True):
            yield from (place[2] for place in reversed(tuple(self._months[month])))

    def changed(self, id: int, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> None:
        """Follow one change."""
        if before is not None:
            place = self._place(id, before)
            for shelf in self._shelves(before, place):
                _take_out(shelf, place)
        if after is not None:
            place = self._place(id, after)
            for shelf in self._shelves(after, place):
                insort(shelf, place)

    def _shelves(self, document: Mapping[str, Any], place: Place) -> Iterator[list[Place]]:
        for person in _people(document) or _NOBODY:
            yield self._of[person]
        yield self._months[place[0][:7]]

    def _place(self, id: int, document: Mapping[str, Any]) -> Place:
        return str(document.get(self._day_field) or ""), str(document.get("at") or ""), id


def _people(document: Mapping[str, Any]) -> Collection[int]:
    several = document.get("client_ids")
    listed = several if isinstance(several, list) else (document.get("client_id"),)
    # Another program may have left anything here; what is no number belongs to nobody.
    people = [person for person in listed if isinstance(person, int) and person]
    return people if len(people) < 2 else dict.fromkeys(people)


def _take_out(shelf: list[Place], place: Place) -> None:
    at = bisect_left(shelf, place)
    if at < len(shelf) and shelf[at] == place:
        del shelf[at]
