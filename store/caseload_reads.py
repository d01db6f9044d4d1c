"""What can be asked of the caseload. Every answer is derived from the records at the moment of asking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.card_codes import key_of
from store.curve import DEFAULT_CURVE
from store.names import NameEntry
from store.people import find_person
from store.reading import Reading
from store.records import (
    Absence,
    Appointment,
    Client,
    Consent,
    Contact,
    Goal,
    Promise,
    Record,
    Referral,
    Service,
)
from store.shelf import R
from store.standing import has_died
from store.text import fold
from store.touches import proposed_touch

if TYPE_CHECKING:
    from store.absences import Away
    from store.clock import Clock, Moment
    from store.find_filters import Asked
    from store.finder import Finder
    from store.folder import Change, DataFolder
    from store.noteline import NoteReading
    from store.reviewing import ReviewPage
    from store.saved import Saved
    from store.search import Hit
    from store.timeline import TimelineItem
    from store.waiting import Coming, Waiting
    from store.when import PlanWhen, When

_MOVED_WEEKS = 8
"""How far a correction may have moved a contact: past this, looking would be reading everything."""


class CaseloadReads:
    """The reading half of `Caseload`."""

    def __init__(
        self,
        folder: DataFolder,
        clock: Clock,
        *,
        day_first: bool = True,
        release_curve: tuple[int, ...] = DEFAULT_CURVE,
    ) -> None:
        """The caseload of a folder.

        Args:
            day_first: whether "3/12" is the 3rd of December.
            release_curve: days after a release on which to be in touch while nothing is agreed.
        """
        self.folder = folder
        self.clock = clock
        self.day_first = day_first
        self.release_curve = release_curve
        self._records = Reading(folder, "caseload")
        self._finder: Finder | None = None
        self._names: dict[type[Record], tuple[NameEntry, ...]] = {}
        self._written_before: tuple[date | None, date | None] = (None, None)
        """A day, and the last one before it on which anything was written."""
        folder.subscribe(self._follow)

    def get(self, kind: type[R], id: int) -> R:
        """One record; NotFound if there is none."""
        return self._records.get(kind, id)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind, by id."""
        return self._records.all(kind)

    def of(self, kind: type[R], client_id: int) -> tuple[R, ...]:
        """That person's records of a kind: contacts newest first, the others oldest first."""
        return self._records.of(kind, client_id)

    def people(self) -> tuple[Client, ...]:
        """Everyone, by name, case and accents folded."""
        return tuple(sorted(self.all(Client), key=lambda client: (fold(client.name), client.id)))

    def find_person(self, words: str) -> Client:
        """The one person these words name (name, unique beginning, or number); else RequestRefused."""
        return find_person(self.people(), words, key_of(self.folder.store_id))

    def contacts_with(self, client_id: int) -> Iterator[Contact]:
        """Newest first, each made only when it is reached; 0 for those with nobody by name."""
        return self._records.newest_of(Contact, client_id)

    def contacts_between(self, first: date, last: date) -> Iterator[Contact]:
        """Every contact from one local day to another, both included, oldest first."""
        return self._records.between(Contact, first, last)

    def contact_known_as(self, uid: str, near: date) -> Contact | None:
        """The contact with this permanent number, if it is still there.

        Args:
            near: the day it was written for; it may have been moved by some weeks since.
        """
        if not uid:
            return None
        for weeks in (0, _MOVED_WEEKS):
            around = self.contacts_between(near - timedelta(weeks=weeks), near + timedelta(weeks=weeks))
            if found := next((contact for contact in around if contact.uid == uid), None):
                return found
        return None

    def appointments_of(self, client_id: int) -> tuple[Appointment, ...]:
        """Soonest first, closed ones too."""
        return self.of(Appointment, client_id)

    def promises_of(self, client_id: int) -> tuple[Promise, ...]:
        """Oldest first, kept ones too."""
        return self.of(Promise, client_id)

    def goals_of(self, client_id: int) -> tuple[Goal, ...]:
        """Oldest first."""
        return self.of(Goal, client_id)

    def referrals_of(self, client_id: int) -> tuple[Referral, ...]:
        """Bridges, by the day of their stage."""
        return self.of(Referral, client_id)

    def consents_of(self, client_id: int) -> tuple[Consent, ...]:
        """Oldest first."""
        return self.of(Consent, client_id)

    def service_name(self, service_id: int | None) -> str:
        """How a service reads: the mentor's short name, else its name; "" where there is none."""
        if not service_id or service_id not in self.folder.caseload.documents("services"):
            return ""
        service = self.get(Service, service_id)
        return service.short or service.name

    def names(self) -> tuple[NameEntry, ...]:
        """Everyone the note line may name, and not those who died."""
        if Client not in self._names:
            living = (client for client in self.all(Client) if not has_died(client))
            key = key_of(self.folder.store_id)
            self._names[Client] = tuple(NameEntry(each.id, each.name, code_key=key) for each in living)
        return self._names[Client]

    def service_names(self) -> tuple[NameEntry, ...]:
        """Every service `@` may name, with the mentor's own short name."""
        return self._named(
            Service,
            lambda service: NameEntry(service.id, service.name, (service.short,) if service.short else ()),
        )

    def waiting(self) -> tuple[Waiting, ...]:
        """Who is waiting and why, most pressing first; nobody active is left out."""
        from store.waiting import waiting

        return waiting(self, self.clock.now(), self.away())

    def away(self) -> Away | None:
        """Whether the mentor is away today, or came back today; None on every other day."""
        from store.absences import away_on

        today = self.clock.now().day
        if self._written_before[0] != today:  # no other answer comes of it before the day is over
            self._written_before = today, self.folder.last_written_before(today)
        return away_on(today, self.all(Absence), self._written_before[1])

    def coming(self, days: int = 7) -> tuple[Coming, ...]:
        """What is planned from this moment on, for so many days, soonest first."""
        from store.waiting import coming

        return coming(self, self.clock.now(), days)

    def agenda(self, days: int = 14) -> tuple[Coming, ...]:
        """The same, for the agenda."""
        return self.coming(days)

    def planned(self, first: date, last: date) -> tuple[Coming, ...]:
        """Plans of these days, what became of those that are closed, and releases, soonest first."""
        from store.planned import planned

        return planned(self, self.clock.now(), first, last)

    def timeline(self, client_id: int) -> tuple[TimelineItem, ...]:
        """What happened with that person, newest first."""
        from store.timeline import timeline

        return timeline(self._records, self.get(Client, client_id))

    def review_page(self, client_id: int) -> ReviewPage:
        """What to look at before deciding anything about this person."""
        from store.reviewing import review_page

        return review_page(self._records, self.get(Client, client_id))

    def read_asked(self, text: str) -> Asked:
        """What a search line asks for: its words, and what its filters narrow it to."""
        return self._finding().read(text, self.clock.now(), day_first=self.day_first)

    def find(self, words: str | Asked, limit: int = 50) -> tuple[Hit, ...]:
        """Records in which all these words stand, people first, then the newest notes."""
        asked = self.read_asked(words) if isinstance(words, str) else words
        return self._finding().find(asked, limit)

    def _finding(self) -> Finder:
        if self._finder is None:
            from store.finder import Finder

            self._finder = Finder(self.folder)
        return self._finder

    def read_note(
        self,
        text: str,
        person: int | None = None,
        *,
        answer: int | None = None,
        newcomer: str = "",
        moment: Moment | None = None,
    ) -> NoteReading:
        """What a note line says, as it is typed. Pure: nothing is written.

        Args:
            person: the person already chosen; no name is read then.
            answer: whom the mentor picked when the line asked.
            newcomer: or whom she adds with the note, by a name nobody has.
            moment: when it was typed, if not now: a line from the inbox.
        """
        from store.noteline import NEWCOMER, parse

        added = (NameEntry(NEWCOMER, newcomer),) if newcomer else ()
        reading = parse(
            text,
            self.names() + added + (self._who_died(answer) if answer else ()),
            self.service_names(),
            moment or self.clock.now(),
            person=person,
            day_first=self.day_first,
            answer=NEWCOMER if newcomer else answer,
        )
        if NEWCOMER in reading.who:
            return replace(reading, newcomer=newcomer)
        if not reading.stranger:
            return reading
        from store.remembered import asked_gently

        return asked_gently(reading, self.all(Client))

    def read_when(self, text: str, *, past: bool = False) -> When:
        """A typed date, in the mentor's order of day and month; UnclearDate says what would be read."""
        from store.when import read_when

        return read_when(text, self.clock.now(), past=past, day_first=self.day_first)

    def read_plan(self, text: str) -> PlanWhen:
        """When a plan is, as it is typed: one day to come, or what comes back from a day on."""
        from store.when import read_plan

        return read_plan(text, self.clock.now(), day_first=self.day_first)

    def read_day(self, text: str) -> date:
        """A typed day that may lie either side of today (a release): the nearest such day."""
        from store.nearest_day import nearest_day

        return nearest_day(text, self.clock.now(), day_first=self.day_first)

    def propose_touch(self, saved: Saved) -> Appointment | None:
        """The next touch an agreed rhythm suggests after a note, not yet saved; None without a rhythm."""
        return proposed_touch(lambda id: self.get(Client, id), self.appointments_of, saved, self.clock.now())

    def _who_died(self, answer: int) -> tuple[NameEntry, ...]:
        from store.remembered import picked

        return picked(self.all(Client), answer)

    def _named(self, kind: type[R], entry: Callable[[R], NameEntry]) -> tuple[NameEntry, ...]:
        if kind not in self._names:
            self._names[kind] = tuple(entry(record) for record in self.all(kind))
        return self._names[kind]

    def _follow(self, ledger: str, changes: list[Change] | None) -> None:
        if ledger != "caseload":
            return
        if self._finder is not None:
            self._finder.follow(changes)
        if changes is None or any(change.table in ("clients", "services") for change in changes):
            self._names.clear()
