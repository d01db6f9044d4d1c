"""The records of the caseload, as they are kept; what is derived from them is in `CaseloadReads`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from store.card_codes import key_of
from store.curve import DEFAULT_CURVE
from store.names import NameEntry
from store.people import find_person
from store.reading import Reading
from store.records import Appointment, Client, Consent, Contact, Goal, Promise, Record, Referral, Service
from store.shelf import R
from store.standing import has_died
from store.text import fold

if TYPE_CHECKING:
    from store.clock import Clock
    from store.folder import Change, DataFolder


class CaseloadRecords:
    """Everything kept about people, one record or one kind at a time."""

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
        self._names: dict[type[Record], tuple[NameEntry, ...]] = {}
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
        return find_person(self.people(), words, self._code_key)

    def contacts_with(self, client_id: int) -> Iterator[Contact]:
        """Newest first, each made only when it is reached; 0 for those with nobody by name."""
        return self._records.newest_of(Contact, client_id)

    def contacts_between(self, first: date, last: date) -> Iterator[Contact]:
        """Every contact from one local day to another, both included, oldest first."""
        return self._records.between(Contact, first, last)

    def plans_between(self, first: date, last: date) -> Iterator[Appointment]:
        """Every plan with its day from one local day to another, both included, closed ones too."""
        return self._records.between(Appointment, first, last)

    def dated(self, kind: type[R], field: str, first: date, last: date) -> tuple[R, ...]:
        """Records of a kind with a day of theirs ("done_on") from one day to another, both included."""
        return self._records.dated(kind, field, first, last)

    def contact_known_as(self, uid: str) -> Contact | None:
        """The contact with this permanent number, if it is still there."""
        return self._records.known_as(Contact, uid)

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
            key = self._code_key
            self._names[Client] = tuple(NameEntry(each.id, each.name, code_key=key) for each in living)
        return self._names[Client]

    @property
    def _code_key(self) -> int:
        """What the codes on pocket cards are reckoned with."""
        return key_of(self.folder.store_id)

    def service_names(self) -> tuple[NameEntry, ...]:
        """Every service `@` may name, with the mentor's own short name."""
        return self._named(
            Service,
            lambda service: NameEntry(service.id, service.name, (service.short,) if service.short else ()),
        )

    def _named(self, kind: type[R], entry: Callable[[R], NameEntry]) -> tuple[NameEntry, ...]:
        if kind not in self._names:
            self._names[kind] = tuple(entry(record) for record in self.all(kind))
        return self._names[kind]

    def _follow(self, ledger: str, changes: list[Change] | None) -> None:
        if ledger != "caseload":
            return
        if changes is None or any(change.table in ("clients", "services") for change in changes):
            self._names.clear()
