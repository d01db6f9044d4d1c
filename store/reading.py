"""Reads of one ledger: records by id, by person, by month, from memory, with indexes that follow changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from store.errors import NotFound, StoreDamaged
from store.index import TableIndex
from store.records import Contact, Record
from store.shelf import TABLE_OF, R, record_from

if TYPE_CHECKING:
    from store.folder import Change, DataFolder

# Contacts may number a hundred thousand: they are made into records when asked for, not kept.
_NOT_KEPT = "contacts"


class Reading:
    """The records of one ledger, as frozen records."""

    def __init__(self, folder: DataFolder, ledger: str) -> None:
        """Read from `folder`'s ledger of that name, "caseload" or "notebook"."""
        self._db = folder.caseload if ledger == "caseload" else folder.notebook
        self._ledger = ledger
        self._made: dict[str, dict[int, Record]] = {}
        self._indexes: dict[str, TableIndex] = {}
        self._known_as: dict[str, dict[str, int]] = {}
        """Numbers by uid, of the tables that were asked by it."""
        folder.subscribe(self._follow)

    def get(self, kind: type[R], id: int) -> R:
        """One record.

        Raises:
            NotFound: there is none with this number.
        """
        table = TABLE_OF[kind]
        made = self._made.get(table, {}).get(id)
        if isinstance(made, kind):
            return made
        document = self._db.documents(table).get(id)
        if document is None:
            from store.act_words import table_called

            kind_of_it = table_called(table)
            raise NotFound(f"There is no {kind_of_it} {id} (any more). `mentor find` looks for words.")
        return self._make(kind, table, id, document)

    def known_as(self, kind: type[R], uid: str) -> R | None:
        """The record with this permanent number, whatever its day is by now; None if there is none."""
        table = TABLE_OF[kind]
        if table not in self._known_as:
            documents = self._db.documents(table)
            self._known_as[table] = {str(one.get("uid") or ""): id for id, one in documents.items()}
        id = self._known_as[table].get(uid) if uid else None
        return next(iter(self._each(kind, () if id is None else (id,))), None)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind, by id."""
        return self._each(kind, sorted(self._db.documents(TABLE_OF[kind])))

    def of(self, kind: type[R], client_id: int) -> tuple[R, ...]:
        """That person's records of a kind: contacts newest first, the others oldest first."""
        index = self.index(kind)
        newest_first = kind is Contact
        return self._each(kind, tuple(index.newest_of(client_id)) if newest_first else index.of(client_id))

    def newest_of(self, kind: type[R], client_id: int) -> Iterator[R]:
        """That person's records of a kind, newest first, each made only when it is reached."""
        return self._one_by_one(kind, self.index(kind).newest_of(client_id))

    def between(self, kind: type[R], first: date, last: date) -> Iterator[R]:
        """Records of a kind from one day to another, both included, oldest first."""
        return self._one_by_one(kind, self.index(kind).between(first.isoformat(), last.isoformat()))

    def dated(self, kind: type[R], field: str, first: date, last: date) -> tuple[R, ...]:
        """Records of a kind with a day of theirs from one day to another, by id; no other is made."""
        begin, end = first.isoformat(), last.isoformat()
        documents = self._db.documents(TABLE_OF[kind])
        return self._each(
            kind, sorted(id for id, one in documents.items() if begin <= str(one.get(field) or "") <= end)
        )

    def index(self, kind: type[Record]) -> TableIndex:
        """The index of a kind, built the first time it is asked for."""
        table = TABLE_OF[kind]
        if table not in self._indexes:
            self._indexes[table] = TableIndex(table, self._db.documents(table))
        return self._indexes[table]

    def _each(self, kind: type[R], ids: Sequence[int]) -> tuple[R, ...]:
        """Those that can be read. One damaged document does not hide the others; `doctor` names it."""
        records: list[R] = []
        made = self._made.get(TABLE_OF[kind], {})
        for id in ids:
            try:
                one = made.get(id)
                records.append(one if isinstance(one, kind) else self.get(kind, id))
            except (NotFound, StoreDamaged):
                continue
        return tuple(records)

    def _one_by_one(self, kind: type[R], ids: Iterator[int]) -> Iterator[R]:
        """The same, each as it stands when it is reached."""
        table = TABLE_OF[kind]
        for id in ids:
            try:
                # What is never kept needs no look at what was kept: a month has hundreds of contacts.
                if table == _NOT_KEPT:
                    record = record_from(kind, id, self._db.documents(table)[id])
                else:
                    record = self.get(kind, id)
            except (KeyError, NotFound, StoreDamaged):
                continue
            yield record

    def _make(self, kind: type[R], table: str, id: int, document: object) -> R:
        record = record_from(kind, id, document)  # type: ignore[arg-type]
        if table != _NOT_KEPT:
            self._made.setdefault(table, {})[id] = record
        return record

    def _follow(self, ledger: str, changes: list[Change] | None) -> None:
        if ledger != self._ledger:
            return
        if changes is None:
            self._made.clear()
            self._indexes.clear()
            self._known_as.clear()
            return
        for change in changes:
            self._made.get(change.table, {}).pop(change.id, None)
            if change.table in self._indexes:
                self._indexes[change.table].changed(change.id, change.before, change.after)
            if (known := self._known_as.get(change.table)) is not None:
                known.pop(str((change.before or {}).get("uid") or ""), None)
                known[str((change.after or {}).get("uid") or "")] = change.id
