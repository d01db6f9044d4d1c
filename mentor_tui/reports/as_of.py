"""The record without what was written after an instant: to tell what a closed month did not know yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from mentor_tui.reports.work import Reads
from store.records import Appointment, Consent, Contact, Record
from store.shelf import R

C = TypeVar("C", bound=Record)


@dataclass(frozen=True)
class WrittenBy:
    """Reads of what was first written by then. A correction of an older record is not taken back."""

    records: Reads
    until: datetime

    def all(self, kind: type[R], /) -> Iterable[R]:
        """Every record of a kind that was there, by id."""
        return tuple(self._there(self.records.all(kind)))

    def contacts_between(self, first: date, last: date, /) -> Iterable[Contact]:
        """Contacts of these days that were there."""
        return self._there(self.records.contacts_between(first, last))

    def plans_between(self, first: date, last: date, /) -> Iterable[Appointment]:
        """Plans of these days that were there."""
        return self._there(self.records.plans_between(first, last))

    def consents_of(self, client_id: int, /) -> Iterable[Consent]:
        """That person's consents that were there."""
        return tuple(self._there(self.records.consents_of(client_id)))

    def _there(self, records: Iterable[C]) -> Iterator[C]:
        return (one for one in records if one.written_at is None or one.written_at <= self.until)
