"""TinyDB over a ledger: the whole query layer of TinyDB, with a change that costs what it changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument
from tinydb.table import Table
from tinydb.utils import LRUCache

from store.act import Act, Sheet
from store.ledger import Ledger
from store.snapshot import Document


class Scribe(Protocol):
    """Whoever can put an act on the disk."""

    @property
    def open_act(self) -> Act | None:
        """The act this thread is in."""
        ...

    def joined(self, label: str) -> AbstractContextManager[Act]:
        """The act this thread is in, or one of its own."""
        ...


class JournalStorage(Storage):
    """A ledger as TinyDB's storage seam sees it. Stock tables work on it too: what they write is compared."""

    def __init__(self, ledger: Ledger, scribe: Scribe) -> None:
        """Over an open ledger."""
        self.ledger = ledger
        self.scribe = scribe

    def read(self) -> dict[str, dict[str, Any]] | None:
        """A copy of every table."""
        names = [name for name in self.ledger.tables() if name in self.ledger.memory.tables]
        return {
            name: {str(id): copied(document) for id, document in self.documents(name).items()}
            for name in names
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Commit the difference between what is and what shall be."""
        with self.scribe.joined("tables") as act:
            sheet = act.sheets[self.ledger.name]
            for name in set(self.ledger.memory.tables).union(data):
                wanted = {int(id): document for id, document in data.get(name, {}).items()}
                for id in [id for id in sheet.documents(name) if id not in wanted]:
                    sheet.put(name, id, None)
                for id, document in wanted.items():
                    sheet.put(name, id, document)

    def close(self) -> None:
        """The folder closes its ledgers."""

    def documents(self, table: str) -> Mapping[int, Document]:
        """The documents as the act at hand leaves them; never edit one."""
        act = self.scribe.open_act
        if act is not None:
            return act.sheets[self.ledger.name].documents(table)
        return self.ledger.documents(table)


class _NoCache(LRUCache[QueryLike, list[TinyDocument]]):
    """Keeps nothing: a kept result would be handed out again after its reader edited it."""

    def set(self, key: QueryLike, value: list[TinyDocument]) -> None:
        """Keep nothing."""


class JournalTable(Table):
    """A TinyDB table whose changes are acts, and whose results are copies."""

    query_cache_class = _NoCache  # type: ignore[assignment]

    _storage: JournalStorage

    def insert(self, document: Mapping[str, Any]) -> int:
        """As TinyDB; the number is chosen under the lock."""
        with self._act():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """As TinyDB; one commit."""
        with self._act():
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """As TinyDB; one commit."""
        with self._act():
            return super().upsert(document, cond)

    def search(self, cond: QueryLike) -> list[TinyDocument]:
        """As TinyDB; editing a result changes nothing kept."""
        return [_own(document) for document in super().search(cond)]

    def get(self, *where: Any, **how: Any) -> Any:
        """As TinyDB; editing the result changes nothing kept."""
        found = super().get(*where, **how)
        if isinstance(found, list):
            return [_own(document) for document in found]
        return None if found is None else _own(found)

    def __iter__(self) -> Iterator[TinyDocument]:
        """Every document, as a copy."""
        return (_own(document) for document in super().__iter__())

    def _act(self) -> AbstractContextManager[Act]:
        return self._storage.scribe.joined(f"change in {self.name}")

    def _get_next_id(self) -> int:
        with self._act() as act:
            return act.sheets[self._storage.ledger.name].fresh_id(self.name)

    def _read_table(self) -> Any:
        return _ByText(self._storage.documents(self.name))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._act() as act:
            self._storage.ledger.memory.table(self.name)  # so that an empty table is a table too
            draft = _Draft(act.sheets[self._storage.ledger.name], self.name)
            updater(draft)
            draft.stage()


class LedgerDB(TinyDB):
    """A ledger as a TinyDB."""

    table_class = JournalTable

    def __init__(self, ledger: Ledger, scribe: Scribe) -> None:
        """Over an open ledger."""
        super().__init__(ledger, scribe, storage=JournalStorage)
        self.ledger = ledger

    def documents(self, table: str) -> Mapping[int, Mapping[str, Any]]:
        """The live, committed documents of a table by number; never edit one. No copying."""
        return self.ledger.documents(table)

    def load_steps(self) -> Iterator[None]:
        """Read what is still unread, each step well under two milliseconds."""
        return self.ledger.load_steps()


def copied(value: Any) -> Any:
    """A copy of a JSON value, all the way down."""
    if isinstance(value, dict):
        return {name: copied(one) for name, one in value.items()}
    if isinstance(value, list):
        return [copied(one) for one in value]
    return value


def _own(document: TinyDocument) -> TinyDocument:
    return TinyDocument(copied(dict(document)), document.doc_id)


class _ByText(Mapping[str, Document]):
    """Documents under their ids as text, as TinyDB's own tables want them."""

    def __init__(self, documents: Mapping[int, Document]) -> None:
        self._documents = documents

    def __getitem__(self, id: str) -> Document:
        try:
            return self._documents[int(id)]
        except ValueError:  # TinyDB asks for whatever it was asked for
            raise KeyError(id) from None

    def __iter__(self) -> Iterator[str]:
        return map(str, list(self._documents))

    def __len__(self) -> int:
        return len(self._documents)


class _Draft(MutableMapping[int, Any]):
    """A table as TinyDB's update functions want it: what they touch is copied, and staged at the end."""

    def __init__(self, sheet: Sheet, table: str) -> None:
        self._sheet, self._table = sheet, table
        self._touched: dict[int, Any] = {}

    def stage(self) -> None:
        """Hand what was touched to the act."""
        for id, document in self._touched.items():
            self._sheet.put(self._table, id, document)

    def __getitem__(self, id: int) -> Any:
        if id not in self._touched:
            document = self._sheet.get(self._table, id)
            if document is None:
                raise KeyError(id)
            self._touched[id] = copied(document)
        if self._touched[id] is None:
            raise KeyError(id)
        return self._touched[id]

    def __contains__(self, id: object) -> bool:
        if id in self._touched:
            return self._touched[id] is not None
        return isinstance(id, int) and self._sheet.get(self._table, id) is not None

    def __setitem__(self, id: int, document: Any) -> None:
        self._touched[id] = document

    def __delitem__(self, id: int) -> None:
        if id not in self:
            raise KeyError(id)
        self._touched[id] = None

    def __iter__(self) -> Iterator[int]:
        kept = [id for id in self._sheet.documents(self._table) if self._touched.get(id, 0) is not None]
        before = set(kept)
        return iter(kept + [id for id, new in self._touched.items() if id not in before and new is not None])

    def __len__(self) -> int:
        return sum(1 for _ in self)
