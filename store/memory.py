"""One ledger as it stands in memory: its documents, the numbers given so far, and what was done."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from store.documents import Documents
from store.frame import Frame
from store.layout import SCHEMA
from store.snapshot import Document, Snapshot

Operation = tuple[str, int, Document | None, Document | None]
"""Table, id, before, after."""


class Change(NamedTuple):
    """What became of one document. Never edit the documents: they are the live ones."""

    table: str
    id: int
    before: Document | None
    after: Document | None


class Entry(NamedTuple):
    """One commit, without its documents."""

    seq: int
    act: int
    label: str
    at: str
    """Instant, UTC, ISO."""
    undoes: int
    """The act it takes back; 0 for none."""
    touched: tuple[tuple[str, int, str], ...]
    """Table, id, "added", "changed" or "removed"."""
    start: int
    """Where its line begins in its journal."""
    end: int
    stays: bool = False
    """Undo passes it by."""
    redoes: int = 0
    """The act it brings back, by taking back the undo that `undoes` names; 0 for none."""


def entry_of(frame: Frame, body: Mapping[str, Any], offset: int = 0) -> Entry:
    """A commit read from a journal; `offset` is where the bytes it was read from begin there."""
    touched = tuple((table, id, what_became(before, after)) for table, id, before, after in body["ops"])
    return Entry(
        frame.seq,
        body["act"],
        body["label"],
        body["at"],
        body.get("undoes", 0),
        touched,
        frame.start + offset,
        frame.end + offset,
        bool(body.get("stays")),
        body.get("redoes", 0),
    )


def what_became(before: Document | None, after: Document | None) -> str:
    """One word for a change."""
    if before is None:
        return "added"
    return "changed" if after is not None else "removed"


class Memory:
    """The documents of one ledger and where they stand."""

    def __init__(
        self, tables: Mapping[str, Documents], next_ids: Mapping[str, int], seq: int, act: int
    ) -> None:
        """A ledger as of commit `seq`, whose highest act so far is `act`."""
        self.tables = dict(tables)
        self.next_ids = dict(next_ids)
        self.seq = seq
        self.act = act
        self.check = b""
        """Of the line before the next one: the last commit's, or the header's where there is none yet."""
        self.last = b""
        """Of the last commit, in this journal or one that was folded."""
        self.entries: list[Entry] = []
        """The commits of the journal at hand, oldest first."""
        self.by_act: dict[int, list[Entry]] = {}
        """The same, by act."""
        self.schema = SCHEMA
        """Of the records as they are here; an older one is brought up to date by `store.migrations`."""
        self.undone: set[int] = set()
        """Acts that a commit of this journal takes back, and none brings back."""

    def table(self, name: str) -> Documents:
        """A table; one that nobody wrote to yet is empty."""
        found = self.tables.get(name)
        if found is None:
            found = self.tables[name] = Documents()
        return found

    def next_id(self, table: str) -> int:
        """The number the next new document gets; a number is never given twice."""
        return self.next_ids.get(table, 1)

    def take(self, entry: Entry, check: bytes, operations: list[Operation]) -> list[Change]:
        """Stand one commit further on."""
        for table, id, _, after in operations:
            self.table(table).put(id, after)
            if id >= self.next_ids.get(table, 1):
                self.next_ids[table] = id + 1
        self.seq, self.check, self.last = entry.seq, check, check
        self.act = max(self.act, entry.act)
        self.entries.append(entry)
        self.by_act.setdefault(entry.act, []).append(entry)
        if entry.undoes:
            self.undone.add(entry.undoes)
        self.undone.discard(entry.redoes)
        return [Change(*operation) for operation in operations]

    def begin_journal(self, check: bytes) -> None:
        """Go on in a new journal, whose header has this check."""
        self.check = check
        self.entries, self.by_act, self.undone = [], {}, set()


def memory_of(snapshot: Snapshot, large: str) -> Memory:
    """The memory a snapshot gives."""
    tables = {name: Documents(documents) for name, documents in snapshot.tables.items()}
    if snapshot.unread is not None:
        tables[large] = Documents(unread=snapshot.unread)
    meta = snapshot.meta
    next_ids = {name: int(id) for name, id in meta["next_ids"].items()}
    for name, documents in snapshot.tables.items():
        next_ids[name] = max(next_ids.get(name, 1), max(documents, default=0) + 1)
    memory = Memory(tables, next_ids, int(meta["seq"]), int(meta["act"]))
    memory.schema = int(meta.get("schema", SCHEMA))
    return memory
