"""The work of some days, read once: the people, the contacts and who was in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from store.clock import Moment
from store.consents import may
from store.period import Period
from store.records import Appointment, Client, Consent, Contact, EndConversation, Goal, Referral
from store.shelf import R
from store.two_way import is_attempt, is_beside_them, is_in_person, is_note, is_two_way, is_work

SORTS = ("in-touch", "attempt", "beside", "work", "unknown")
RIDES = frozenset({"ride", "ride-housing", "ride-legal", "ride-benefits", "ride-money"})
# A kind that says by itself what was done, so that nobody has to type it twice.
_NOTHING: frozenset[str] = frozenset()
_DONE_BY_KIND = {"ride": "ride", "along": "along", "hand-over": "linkage"}


_Theirs = TypeVar("_Theirs", Referral, EndConversation)


class Reads(Protocol):
    """The reads a report needs; Caseload has them."""

    def all(self, kind: type[R], /) -> Iterable[R]:
        """Every record of a kind, by id."""
        ...

    def contacts_between(self, first: date, last: date, /) -> Iterable[Contact]:
        """Contacts from one local day to another, both included."""
        ...

    def plans_between(self, first: date, last: date, /) -> Iterable[Appointment]:
        """Plans from one local day to another, both included."""
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
    def notes(self) -> tuple[Contact, ...]:
        """Notes that are no contacts."""
        return tuple(each for each in self._all if is_note(each))

    @cached_property
    def by_sort(self) -> Mapping[str, tuple[Contact, ...]]:
        """The entries by their one sort; every sort is there."""
        found: dict[str, list[Contact]] = {sort: [] for sort in SORTS}
        # What sorts an entry is four words, and most entries are alike in them.
        sorts: dict[tuple[str, ...], str] = {}
        for each in self.entries:
            words = (each.kind, each.mode, each.outcome, each.direction)
            if words not in sorts:
                sorts[words] = sort_of(each)
            found[sorts[words]].append(each)
        return {sort: tuple(those) for sort, those in found.items()}

    @cached_property
    def done(self) -> tuple[tuple[Contact, frozenset[str]], ...]:
        """Each entry with what was done in it."""
        return tuple((each, things_done(each)) for each in self.entries)

    @cached_property
    def supported(self) -> frozenset[int]:
        """People something was done with or for, trying included."""
        return self._known_in(self.entries)

    @cached_property
    def reached_out_to(self) -> frozenset[int]:
        """People the mentor was in touch with, or tried to be."""
        return self.in_touch | self._known_in(self.by_sort["attempt"])

    @cached_property
    def in_touch(self) -> frozenset[int]:
        """People she was in touch with."""
        return self._known_in(self.by_sort["in-touch"])

    @cached_property
    def met_in_person(self) -> frozenset[int]:
        """People she met in one place."""
        return self._known_in(each for each in self.by_sort["in-touch"] if is_in_person(each))

    @cached_property
    def people(self) -> tuple[Client, ...]:
        """People in the records by the end of it, by id."""
        supported, last = self.supported, self.last
        everyone = self.everyone.values()
        return tuple(
            [
                each
                for each in everyone
                if (each.met_on and each.met_on <= last) or each.id in supported or self._was_written(each)
            ]
        )

    def agreement(self, client_id: int) -> str:
        """The newest word on keeping notes by its end: "agreed", "no", or "" where there is none."""
        said = [
            each
            for each in self.records.consents_of(client_id)
            if each.purpose == "keep-notes" and not (each.on and each.on > self.last)
        ]
        if all(each.state == "not-asked" for each in said):
            return ""
        return "agreed" if may(said, "keep-notes", self.last) else "no"

    def is_in(self, day: date | None) -> bool:
        """Whether a day is one of them."""
        return day in self.period

    @cached_property
    def known(self) -> frozenset[int]:
        """Their numbers."""
        return frozenset([each.id for each in self.people])

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """Every need those people ever named."""
        return tuple(goal for goal in self.records.all(Goal) if goal.client_id in self.known)

    @property
    def released(self) -> tuple[tuple[int, int, date], ...]:
        """Every release in it: the person, its place among their episodes, its day."""
        return self._releases[0]

    @property
    def expected(self) -> tuple[tuple[int, int, date], ...]:
        """The same of those that were expected in it and have no day."""
        return self._releases[1]

    @cached_property
    def _releases(self) -> tuple[tuple[tuple[int, int, date], ...], tuple[tuple[int, int, date], ...]]:
        first, last = self.first, self.last
        released, expected = [], []
        for each in self.people:
            for place, part in enumerate(each.episodes):
                if part.on:
                    if first <= part.on <= last:
                        released.append((each.id, place, part.on))
                elif part.expected_on and first <= part.expected_on <= last:
                    expected.append((each.id, place, part.expected_on))
        return tuple(released), tuple(expected)

    @cached_property
    def plans(self) -> tuple[Appointment, ...]:
        """Plans of its days, whatever became of them."""
        return tuple(self.records.plans_between(self.first, self.last))

    @cached_property
    def referrals(self) -> Mapping[int, tuple[Referral, ...]]:
        """Every bridge of those people, by person, those in order."""
        found = _by_person(self.records.all(Referral))
        return {id: found[id] for id in sorted(found.keys() & self.known)}

    @cached_property
    def end_talks(self) -> Mapping[int, tuple[EndConversation, ...]]:
        """Every talk at the end, by person."""
        return _by_person(self.records.all(EndConversation))

    @cached_property
    def everyone(self) -> dict[int, Client]:
        """Everyone in the records by now, by number."""
        return {each.id: each for each in self.records.all(Client)}

    @cached_property
    def _all(self) -> tuple[Contact, ...]:
        return tuple(self.records.contacts_between(self.first, self.last))

    def _known_in(self, contacts: Iterable[Contact]) -> frozenset[int]:
        # Only people still in the records: a line must never be more than its base.
        named = {id for contact in contacts for id in contact.client_ids}
        return frozenset(named & self.everyone.keys())

    def _was_written(self, client: Client) -> bool:
        """Whether someone with no day of first meeting was written down by its end."""
        if client.met_on or not client.written_at:
            return client.met_on is None
        return client.written_at.astimezone(self.moment.tz).date() <= self.last


def things_done(contact: Contact) -> frozenset[str]:
    """ACTIVITIES: those written, and the one its kind says, unless it was only tried."""
    if not contact.activities and contact.kind not in _DONE_BY_KIND:
        return _NOTHING
    written = frozenset(contact.activities)
    by_kind = _DONE_BY_KIND.get(contact.kind, "")
    if not by_kind or by_kind in written or is_attempt(contact) or (by_kind == "ride" and RIDES & written):
        return written
    return written | {by_kind}


def sort_of(contact: Contact) -> str:
    """The one sort an entry is: work, in-touch, attempt, beside or unknown."""
    if is_work(contact):
        return "work"
    if is_two_way(contact):
        return "in-touch"
    if is_attempt(contact):
        return "attempt"
    return "beside" if is_beside_them(contact) else "unknown"


def _by_person(records: Iterable[_Theirs]) -> Mapping[int, tuple[_Theirs, ...]]:
    found: dict[int, list[_Theirs]] = {}
    for each in records:
        found.setdefault(each.client_id, []).append(each)
    return {id: tuple(those) for id, those in found.items()}
