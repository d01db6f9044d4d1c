"""One act: what the mentor did with one press, staged until all of it is on the disk or none."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NoReturn

import orjson

from store.errors import NotFound, RequestRefused
from store.layout import CASELOAD, NOTEBOOK, NOTEBOOK_ORDER
from store.ledger import Ledger
from store.memory import Operation
from store.snapshot import Document


class NotStorable(RequestRefused, TypeError):
    """A value that JSON cannot hold."""


class Sheet:
    """What an act does to one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        """An empty sheet."""
        self.ledger = ledger
        self._staged: dict[tuple[str, int], tuple[Document | None, Document | None]] = {}
        self._next_ids: dict[str, int] = {}

    def get(self, table: str, id: int) -> Document | None:
        """A document as the act leaves it; never edit it."""
        staged = self._staged.get((table, id))
        return staged[1] if staged is not None else self.ledger.document(table, id)

    def documents(self, table: str) -> Mapping[int, Document]:
        """A table as the act leaves it; never edit it."""
        committed = self.ledger.documents(table)
        staged = {id: pair[1] for (of, id), pair in self._staged.items() if of == table}
        if not staged:
            return committed
        merged = {**committed, **{id: document for id, document in staged.items() if document is not None}}
        for id in [id for id, document in staged.items() if document is None]:
            merged.pop(id, None)
        return merged

    def fresh_id(self, table: str, wanted: int = 0) -> int:
        """A number that no document of the table ever had: the wanted one, if that is so of it."""
        never_given = self.ledger.memory.next_id(table)
        if wanted < never_given or (table, wanted) in self._staged:
            wanted = self._next_ids.get(table, never_given)
        self._next_ids[table] = max(wanted + 1, self._next_ids.get(table, never_given))
        return wanted

    def put(self, table: str, id: int, document: Mapping[str, Any] | None) -> None:
        """A document as it shall stand; None takes it out."""
        staged = self._staged.get((table, id))
        before = staged[0] if staged is not None else self.ledger.document(table, id)
        self._staged[(table, id)] = (before, None if document is None else _kept(document))

    def added(self, table: str) -> dict[int, Document]:
        """The documents of a table that the act adds."""
        return {
            id: after
            for (of, id), (before, after) in self._staged.items()
            if of == table and before is None and after is not None
        }

    def operations(self) -> list[Operation]:
        """What changes, in the order it was first touched."""
        return [
            (table, id, before, after)
            for (table, id), (before, after) in self._staged.items()
            if before != after
        ]


class Act:
    """Given by `DataFolder.act`. Sees fresh documents; nothing is written before its block ends."""

    def __init__(self, number: int, label: str, at: datetime, caseload: Ledger, notebook: Ledger) -> None:
        """An act that did nothing yet."""
        self.number = number
        self.label = label
        self.at = at.isoformat(timespec="seconds").replace("+00:00", "Z")
        """Instant, UTC, ISO."""
        self.uids: Iterator[str] | None = None
        """The uids of what it adds, where they are not left to chance."""
        self.sheets = {ledger.name: Sheet(ledger) for ledger in (caseload, notebook)}

    def insert(self, table: str, fields: Mapping[str, Any], *, wanted_id: int = 0) -> int:
        """Add a document and return its number; `uid` and `written_at` are given unless they are there.

        Args:
            wanted_id: taken if no document ever had it.
        """
        sheet = self._sheet(table)
        id = sheet.fresh_id(table, wanted_id)
        uid = uuid.uuid4().hex if self.uids is None else next(self.uids)
        given = {"uid": uid, "written_at": self.at}
        document = {name: value for name, value in given.items() if not fields.get(name)}
        sheet.put(table, id, {**fields, **document})
        return id

    def update(self, table: str, id: int, fields: Mapping[str, Any], drop: Iterable[str] = ()) -> None:
        """Set fields and drop others; those not named stay as they are, known or not.

        Raises:
            NotFound: there is no such document.
        """
        sheet = self._sheet(table)
        before = sheet.get(table, id)
        if before is None:
            _not_there(table, id)
        document = {**before, **fields}
        for name in drop:
            document.pop(name, None)
        sheet.put(table, id, document)

    def remove(self, table: str, id: int) -> None:
        """Take a document out; undo can bring it back.

        Raises:
            NotFound: there is no such document.
        """
        sheet = self._sheet(table)
        if sheet.get(table, id) is None:
            _not_there(table, id)
        sheet.put(table, id, None)

    def get(self, table: str, id: int) -> Mapping[str, Any] | None:
        """A document as the act leaves it."""
        return self._sheet(table).get(table, id)

    def added(self, table: str) -> Mapping[int, Mapping[str, Any]]:
        """The documents of a table that the act adds, by number."""
        return self._sheet(table).added(table)

    def _sheet(self, table: str) -> Sheet:
        return self.sheets[NOTEBOOK if table in NOTEBOOK_ORDER else CASELOAD]


def _kept(document: Mapping[str, Any]) -> Document:
    # Memory keeps what the disk will give back, and shares nothing with the caller.
    try:
        kept: Document = orjson.loads(orjson.dumps(dict(document)))
    except TypeError as error:
        raise NotStorable(
            f"This cannot be kept as it is ({error}). Nothing was saved; change it and try again."
        ) from None
    return kept


def _not_there(table: str, id: int) -> NoReturn:
    raise NotFound(f"Number {id} is not among the {table.replace('_', ' ')} any more; someone took it out.")
