"""Everyone at once: the records of the demo with their numbers, ready to be kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import msgspec

from mentor_tui.demo.around import Around, Linked
from mentor_tui.demo.decks import Decks
from mentor_tui.demo.drawing import Happened
from mentor_tui.demo.happened import Life
from mentor_tui.demo.own import OwnDays, OwnLists, OwnNotebook
from mentor_tui.demo.people import client
from mentor_tui.demo.places import services
from mentor_tui.demo.stories import stories
from store.clock import Moment
from store.records import (
    CASELOAD_TABLES,
    NOTEBOOK_TABLES,
    Client,
    Consent,
    Contact,
    Record,
    Referral,
    Service,
)

_START = datetime.min.replace(tzinfo=UTC)
_SERVICE_STAGES = frozenset({"asked", "date-set", "went"})


@dataclass(frozen=True, slots=True)
class DemoRecords:
    """Both ledgers, table by table, numbered from 1 in the order they were written."""

    caseload: dict[str, tuple[Record, ...]]
    notebook: dict[str, tuple[Record, ...]]


def demo_records(moment: Moment, seed: int = 1) -> DemoRecords:
    """The people of the demo on this day; the same seed and day give the same records, byte for byte."""
    return _Assembly(moment, seed).records()


class _Assembly:
    """Gives everything its number and its people."""

    def __init__(self, moment: Moment, seed: int) -> None:
        decks = Decks(seed)
        self._moment = moment
        self._seed = seed
        self._stories = stories()
        self._services = services(moment, seed)
        lives = {story.name: Life(story, decks, moment, seed).contacts() for story in self._stories}
        self._happened = [one for life in lives.values() for one in life]
        self._happened += OwnDays(decks, moment, seed).contacts()
        self._happened.sort(key=lambda one: (one.contact.written_at or _START, one.contact.uid))
        self._ids_of_contacts = {one.contact.uid: number for number, one in enumerate(self._happened, 1)}
        self._ids_of_people = {story.name: number for number, story in enumerate(self._stories, 1)}
        self._service_ids = {key: number for number, key in enumerate(self._services, 1)}
        self._around = {
            story.name: Around(story, lives[story.name], decks, moment, seed).all() for story in self._stories
        }

    def records(self) -> DemoRecords:
        tables: dict[type[Record], list[Record]] = {kind: [] for kind in CASELOAD_TABLES.values()}
        tables[Client] = [client(story, self._moment, self._seed) for story in self._stories]
        tables[Service] = list(self._services.values())
        for story in self._stories:
            for linked in self._around[story.name]:
                tables[type(linked.record)].append(self._linked(linked, self._ids_of_people[story.name]))
        for own in OwnLists(self._moment, self._seed).records():
            tables[type(own)].append(own)
        numbered = {kind: _numbered(rows) for kind, rows in tables.items()}
        numbered[Referral] = _with_consents(numbered[Referral], numbered[Consent], self._names_of_services())
        numbered[Contact] = _numbered(self._contacts(numbered[Referral]), in_order=True)
        caseload = {name: numbered[kind] for name, kind in CASELOAD_TABLES.items()}
        return DemoRecords(caseload, self._notebook())

    def _notebook(self) -> dict[str, tuple[Record, ...]]:
        kept = OwnNotebook(self._moment, self._seed).records(self._happened)
        return {
            name: _numbered([one for one in kept if isinstance(one, kind)], in_order=True)
            for name, kind in NOTEBOOK_TABLES.items()
        }

    def _linked(self, linked: Linked, client_id: int) -> Record:
        record, fields = linked.record, {"client_id": client_id}
        if linked.made_by:
            fields["contact_id"] = self._ids_of_contacts[linked.made_by]
        if linked.closed_by:
            fields["closed_by"] = self._ids_of_contacts[linked.closed_by]
        if linked.service:
            fields["service_id"] = self._service_ids[linked.service]
        return msgspec.structs.replace(record, **fields)

    def _contacts(self, bridges: Iterable[Record]) -> list[Record]:
        """Contacts with their people, and with the services whose bridge moved that day."""
        moved = {
            (bridge.client_id, step.on): bridge.service_id
            for bridge in bridges
            if isinstance(bridge, Referral) and bridge.service_id
            for step in bridge.steps
            if step.stage in _SERVICE_STAGES
        }
        return [self._contact(one, moved) for one in self._happened]

    def _contact(self, one: Happened, moved: dict[tuple[int, date | None], int]) -> Contact:
        people = tuple(self._ids_of_people[name] for name in one.people)
        service = moved.get((people[0], one.contact.on)) if len(people) == 1 and one.contact.words else None
        named = (service,) if service and one.how in {"along", "behalf", "handover"} else ()
        return msgspec.structs.replace(one.contact, client_ids=people, service_ids=named)

    def _names_of_services(self) -> dict[int, str]:
        return {self._service_ids[key]: service.name for key, service in self._services.items()}


def _numbered(rows: list[Record], *, in_order: bool = False) -> tuple[Record, ...]:
    if not in_order:
        rows = sorted(rows, key=lambda row: row.written_at or _START)
    return tuple(msgspec.structs.replace(row, id=number) for number, row in enumerate(rows, 1))


def _with_consents(
    bridges: Iterable[Record], consents: Iterable[Record], names: dict[int, str]
) -> tuple[Record, ...]:
    """A bridge points to the consent its person gave for that service."""
    given = {
        (one.client_id, one.recipient): one.id
        for one in consents
        if isinstance(one, Consent) and one.recipient and one.state == "active"
    }
    found = []
    for bridge in bridges:
        assert isinstance(bridge, Referral)
        consent = given.get((bridge.client_id, names.get(bridge.service_id or 0, "")))
        found.append(msgspec.structs.replace(bridge, consent_id=consent))
    return tuple(found)
