"""Data folders of any size: seeded, so that every machine measures the same people and notes."""

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.words import note
from store import creating
from store.clock import Clock
from store.compaction import first_pair
from store.documents import Documents
from store.folder import DataFolder
from store.layout import CASELOAD_ORDER, Layout
from store.ledger_pair import ledgers_in
from store.memory import Memory

ACTIVE = 40
"""People walked with at a time; the others are from the years before."""
_CONTACTS_A_YEAR = 2500
_LONGEST_YEARS = 20
_HOW = (
    ("phone", "check-in", "talked"),
    ("phone", "talk", "talked"),
    ("phone", "check-in", "no-answer"),
    ("text", "check-in", "back"),
    ("text", "check-in", "sent"),
    ("in-person", "talk", "met"),
    ("in-person", "along", "met"),
    ("driving", "ride", "met"),
)
_FIRST = (
    "Ana",
    "Béa",
    "Cal",
    "Dov",
    "Élise",
    "Fern",
    "Gil",
    "Háns",
    "Ines",
    "Joss",
    "Kéo",
    "Lúa",
    "Mab",
    "Noé",
)
_LAST = ("Quill", "Rusk", "Søby", "Tarn", "Umber", "Vane", "Wick", "Yarrow", "Zell", "Ásh", "Brandt", "Crane")


def make_folder(path: Path, contacts: int, clock: Clock, seed: int = 1) -> Path:
    """A data folder with that many contacts, written straight through the engine's own snapshot writer."""
    store_id = _empty(path, clock)
    caseload, _ = ledgers_in(Layout(path))
    caseload.memory = _memory(Made(contacts, clock.now().day, seed))
    first_pair(caseload, store_id, creating.new_name())
    return path


def _empty(path: Path, clock: Clock) -> str:
    with DataFolder.create(path, clock) as folder:
        return folder.store_id


class Made:
    """The documents of a made folder; each is a function of the seed and its number alone."""

    def __init__(self, contacts: int, today: date, seed: int = 1) -> None:
        self.contacts = contacts
        self.people = max(ACTIVE + 10, min(5000, contacts // 100))
        self._today = today
        self._seed = seed
        self._span = 365 * max(1, min(_LONGEST_YEARS, contacts // _CONTACTS_A_YEAR))
        self._first = today - timedelta(days=self._span)

    def name(self, id: int) -> str:
        """A person's name; no two are alike, and none begins another."""
        return f"{_FIRST[id % len(_FIRST)]} {_LAST[id // len(_FIRST) % len(_LAST)]} {id:04d}"

    def client(self, id: int) -> dict[str, Any]:
        """A person; the last ones are those walked with now."""
        active = id > self.people - ACTIVE
        out = self._day(id / self.people * 0.98)
        fields = {
            **self._identity("client", id, out),
            "name": self.name(id),
            "met_on": out.isoformat(),
            "status": "walking" if active else "finished",
            "episodes": [{"on": out.isoformat(), "certainty": "known"}],
        }
        if active:
            rhythm = {"every_days": 7 + id % 3 * 7, "how": "text", "agreed_on": out.isoformat()}
            fields |= {"rhythm": rhythm, "channels": [{"how": "text", "value": "555-0100", "ok_text": True}]}
        return fields

    def contact(self, id: int) -> dict[str, Any]:
        """A contact; the higher its number the later its day, none after yesterday."""
        rng = self._rng("contact", id)
        share = id / self.contacts
        on = self._day(share)
        mode, kind, outcome = rng.choice(_HOW)
        words = note(rng)
        client = int(share * (self.people - ACTIVE)) + rng.randint(1, ACTIVE)
        at = datetime(on.year, on.month, on.day, 17, rng.randrange(60), tzinfo=UTC)
        fields = {
            **self._identity("contact", id, on),
            "client_ids": [client],
            "on": on.isoformat(),
            "at": at.isoformat().replace("+00:00", "Z"),
            "zone": "America/Vancouver",
            "direction": "out",
            "mode": mode,
            "kind": kind,
            "outcome": outcome,
            "minutes": rng.choice((5, 10, 15, 30, 60)),
            "words": words,
        }
        # Every other note came in through the note line, which is kept verbatim beside the words.
        return fields | ({"as_typed": f"{self.name(client).lower()} call {words}"} if id % 2 else {})

    def plan(self, id: int) -> dict[str, Any]:
        """A plan; only the newest few are still ahead."""
        rng = self._rng("plan", id)
        ahead = self.contacts // 10 - id
        on = (
            self._today + timedelta(days=1 + ahead)
            if ahead < ACTIVE
            else self._day(id / (self.contacts // 10))
        )
        client = self.people - ahead if ahead < ACTIVE else rng.randint(1, self.people)
        fields = {**self._identity("plan", id, self._first), "client_id": client, "on": on.isoformat()}
        done = {} if ahead < ACTIVE else {"result": "done", "closed_on": on.isoformat()}
        return fields | {"what": "talk", "mode": "phone"} | done

    def promise(self, id: int) -> dict[str, Any]:
        """A promise, kept long ago."""
        rng = self._rng("promise", id)
        on = self._day(id / (self.contacts // 20) * 0.95)
        fields = {**self._identity("promise", id, on), "client_id": rng.randint(1, self.people)}
        return fields | {"words": note(rng)[:60], "state": "done", "made_on": on.isoformat()}

    def tables(self) -> dict[str, Documents]:
        """Every table, its documents made as they are asked for."""
        of = {
            "clients": (self.people, self.client),
            "contacts": (self.contacts, self.contact),
            "appointments": (self.contacts // 10, self.plan),
            "promises": (self.contacts // 20, self.promise),
        }
        return {name: _AsAsked(*of.get(name, (0, self.client))) for name in CASELOAD_ORDER}

    def _day(self, share: float) -> date:
        return self._first + timedelta(days=int(share * (self._span - 1)))

    def _rng(self, kind: str, id: int) -> random.Random:
        return random.Random(f"{self._seed}:{kind}:{id}")

    def _identity(self, kind: str, id: int, on: date) -> dict[str, Any]:
        uid = f"{self._rng(kind + ' uid', id).getrandbits(128):032x}"
        return {"uid": uid, "written_at": f"{on}T20:00:00Z"}


class _AsAsked(Documents):
    """A table too large to hold: each document is made when it is written."""

    def __init__(self, size: int, make: Any) -> None:
        super().__init__()
        self.size = size
        self._lazy = _Lazy(size, make)

    def all(self) -> Any:
        """Every document, one at a time."""
        return self._lazy


class _Lazy(Mapping[int, dict[str, Any]]):
    def __init__(self, size: int, make: Any) -> None:
        self._size = size
        self._make = make

    def __getitem__(self, id: int) -> dict[str, Any]:
        document: dict[str, Any] = self._make(id)
        return document

    def __iter__(self) -> Iterator[int]:
        return iter(range(1, self._size + 1))

    def __len__(self) -> int:
        return self._size


def _memory(made: Made) -> Memory:
    tables = made.tables()
    next_ids = {name: table.size + 1 for name, table in tables.items() if isinstance(table, _AsAsked)}
    return Memory(tables, next_ids, 0, 0)
