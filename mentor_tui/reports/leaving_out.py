"""The record as it is counted for somebody else: without those who said no to being in numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from mentor_tui.reports.work import Reads
from store.clock import Moment
from store.consents import said_no
from store.records import Appointment, Client, Consent, Contact, Record
from store.shelf import R
from store.two_way import is_two_way

C = TypeVar("C", bound=Record)


def who_said_no(records: Reads, moment: Moment) -> frozenset[int]:
    """Those whose newest word on `numbers` is no, or no longer, whatever days are counted."""
    no = set()
    for client in records.all(Client):
        theirs = [each for each in records.consents_of(client.id) if each.purpose == "numbers"]
        if theirs and said_no(theirs, "numbers", moment.day):
            no.add(client.id)
    return frozenset(no)


def without_who_said_no(records: Reads, moment: Moment) -> Reads:
    """The same record without them: not counted as people, in no need, no bridge and no quote.

    What the mentor did stays work that was done: an entry with them alone reads as one without a record, and
    none of its words or activities can be told apart from any other tally.
    """
    no = who_said_no(records, moment)
    return Without(records, no) if no else records


@dataclass(frozen=True)
class Without:
    """Reads of a record in which some people are not."""

    records: Reads
    out: frozenset[int]

    def all(self, kind: type[R], /) -> Iterable[R]:
        """Every record of a kind, by id, that is not about them."""
        return tuple(self._kept(self.records.all(kind)))

    def contacts_between(self, first: date, last: date, /) -> Iterable[Contact]:
        """Contacts of these days; those with them are without a record."""
        return self._kept(self.records.contacts_between(first, last))

    def plans_between(self, first: date, last: date, /) -> Iterable[Appointment]:
        """Plans of these days that are not theirs."""
        return self._kept(self.records.plans_between(first, last))

    def consents_of(self, client_id: int, /) -> Iterable[Consent]:
        """That person's consents; none of theirs."""
        return () if client_id in self.out else self.records.consents_of(client_id)

    def _kept(self, records: Iterable[C]) -> Iterator[C]:
        for record in records:
            if isinstance(record, Contact):
                yield self._unnamed(record)
            elif record.id not in self.out if isinstance(record, Client) else not self._is_theirs(record):
                yield record

    def _is_theirs(self, record: Record) -> bool:
        named = {getattr(record, "client_id", 0), *getattr(record, "client_ids", ())}
        return not named.isdisjoint(self.out)

    def _unnamed(self, contact: C) -> C:
        assert isinstance(contact, Contact)
        staying = tuple(id for id in contact.client_ids if id not in self.out)
        left = len(contact.client_ids) - len(staying)
        if not left:
            return contact
        # Whoever was only tried for was not met, with or without a record.
        met = contact.unnamed + (left if is_two_way(contact) else 0)
        plain = replace(contact, client_ids=staying, unnamed=met, quote_ok=False)
        return plain if staying else replace(plain, words="", they_will="", as_typed="")
