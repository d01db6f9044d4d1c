"""The work of some days, read once: the people, the contacts and who was in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from store.clock import Moment
from store.period import Period
from store.records import Client, Consent, Contact, Goal
from store.shelf import R
from store.two_way import is_attempt, is_beside_them, is_note, is_two_way, is_work

_IN_PERSON_MODES = frozenset({"in-person", "gate", "driving"})
_IN_PERSON_KINDS = frozenset({"along", "ride", "gate-pickup"})


class Reads(Protocol):
    """The reads a report needs; Caseload has them."""

    def all(self, kind: type[R], /) -> Iterable[R]:
        """Every record of a kind, by id."""
        ...

    def contacts_between(self, first: date, last: date, /) -> Iterable[Contact]:
        """Contacts from one local day to another, both included."""
        ...

    def consents_of(self, client_id: int, /) -> Iterable[Consent]:
        """That person's consents."""
        ...


@dataclass(frozen=True)
class PeriodOfWork:
    """What the records hold for some days; days are local days."""

    records: Reads
    period: Period
    moment: Moment

    @property
    def first(self) -> date:
        """Its first day."""
        return self.period.first

    @property
    def last(self) -> date:
        """Its last day."""
        return self.period.last

    @cached_property
    def entries(self) -> tuple[Contact, ...]:
        """Contacts, attempts and work; not the notes, which are neither."""
        return tuple(each for each in self._all if not is_note(each))

    @cached_property
    def notes(self) -> int:
        """How many notes were kept that are not contacts."""
        return sum(is_note(each) for each in self._all)

    @cached_property
    def supported(self) -> frozenset[int]:
        """People something was done with or for, trying included."""
        return self._known_in(self.entries)

    @cached_property
    def reached_out_to(self) -> frozenset[int]:
        """People the mentor was in touch with, or tried to be."""
        return self.in_touch | self._known_in(each for each in self.entries if is_attempt(each))

    @cached_property
    def in_touch(self) -> frozenset[int]:
        """People she was in touch with."""
        return self._known_in(self._two_way)

    @cached_property
    def met_in_person(self) -> frozenset[int]:
        """People she met in one place."""
        return self._known_in(each for each in self._two_way if is_in_person(each))

    @cached_property
    def people(self) -> tuple[Client, ...]:
        """People in the records by the end of it, by id."""
        everyone = self._everyone.values()
        return tuple(each for each in everyone if each.id in self.supported or self._was_known(each))

    def is_in(self, day: date | None) -> bool:
        """Whether a day is one of them."""
        return day in self.period

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """Every need those people ever named."""
        known = {each.id for each in self.people}
        return tuple(goal for goal in self.records.all(Goal) if goal.client_id in known)

    @cached_property
    def _two_way(self) -> tuple[Contact, ...]:
        return tuple(each for each in self.entries if is_two_way(each))

    @cached_property
    def _everyone(self) -> dict[int, Client]:
        return {each.id: each for each in self.records.all(Client)}

    @cached_property
    def _all(self) -> tuple[Contact, ...]:
        return tuple(self.records.contacts_between(self.first, self.last))

    def _known_in(self, contacts: Iterable[Contact]) -> frozenset[int]:
        # Only people still in the records: a line must never be more than its base.
        named = {id for contact in contacts for id in contact.client_ids}
        return frozenset(named & self._everyone.keys())

    def _was_known(self, client: Client) -> bool:
        since = client.met_on
        if since is None and client.written_at:
            since = client.written_at.astimezone(self.moment.tz).date()
        return since is None or since <= self.last


def is_in_person(contact: Contact) -> bool:
    """In one place: by its mode, by its kind, or by "met" with no mode said."""
    if contact.mode:
        return contact.mode in _IN_PERSON_MODES
    return contact.kind in _IN_PERSON_KINDS or contact.outcome in ("met", "met-short")


def sort_of(contact: Contact) -> str:
    """The one sort an entry is: work, in-touch, attempt, beside or unknown."""
    if is_work(contact):
        return "work"
    if is_two_way(contact):
        return "in-touch"
    if is_attempt(contact):
        return "attempt"
    return "beside" if is_beside_them(contact) else "unknown"
