"""One ledger: its memory, and the journal that memory follows."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import orjson

from store.codec import PLAIN, Codec
from store.errors import StoreDamaged
from store.frame import framed, frames
from store.head import Head
from store.journal import Header, Journal, read_header
from store.layout import Layout
from store.memory import Change, Entry, Memory, Operation, entry_of, what_became
from store.snapshot import Document


class Prepared(NamedTuple):
    """A commit that is ready to be written."""

    ledger: "Ledger"
    line: bytes
    check: bytes
    entry: Entry
    operations: list[Operation]


class Ledger:
    """The caseload or the notebook. `store.opening` opens and mends it, `store.compaction` folds it."""

    def __init__(
        self, name: str, layout: Layout, order: tuple[str, ...], large: str = "", codec: Codec = PLAIN
    ) -> None:
        """A ledger that is not open yet.

        Args:
            order: its tables, in the order of the snapshot.
            large: the table that is read only when asked for; last in `order`.
        """
        self.name = name
        self.layout = layout
        self.order = order
        self.large = large
        self.codec = codec
        # A name made once: building the path costs more than the look at it, which is taken at every save.
        self.next_journal = str(layout.next_journal(name))
        self.notices: list[str] = []
        self.snapshot_name = layout.snapshot(name).name
        """What its snapshot is called, in sentences."""
        self.trouble = ""
        """What is wrong with the files; "" if they may be written."""
        self.unconfirmed = ""
        """Set for good when the disk did not confirm a commit."""
        self.snapshot_stamp: tuple[int, int, int] = (0, 0, 0)
        """Inode, size and time of the snapshot that was read."""
        self.memory: Memory
        self.header: Header
        self.journal: Journal | None = None
        self.head: Head

    def stand_on(self, header: Header, memory: Memory, journal: Journal | None) -> None:
        """Take what was read as what is."""
        if self.journal is not None and self.journal is not journal:
            self.journal.close()
        if not hasattr(self, "header") or header.lineage != self.header.lineage:
            if hasattr(self, "head"):
                self.head.close()
            self.head = Head(header.store, header.lineage, self.name)
        self.header, self.memory, self.journal = header, memory, journal

    def documents(self, table: str) -> Mapping[int, Document]:
        """The live documents of a table; never edit one."""
        return self.memory.table(table).by_number()

    def document(self, table: str, id: int) -> Document | None:
        """One document, without reading a large table for it."""
        return self.memory.table(table).one(id) if id < self.memory.next_id(table) else None

    def tables(self) -> list[str]:
        """The tables there are, in the order of the snapshot."""
        others = sorted(set(self.memory.tables).difference(self.order))
        known = [name for name in self.order if name != self.large]
        return known + others + ([self.large] if self.large else [])

    def load_steps(self) -> Iterator[None]:
        """Read what is still unread, each step well under two milliseconds."""
        for name in self.tables():
            yield from self.memory.table(name).steps()

    def follow(self, *, locked: bool) -> list[Change] | None:
        """Take over what other programs committed since; None if the ledger must be read anew.

        Raises:
            StoreDamaged: the journal is gone.
        """
        if self.journal is None:
            return []
        try:
            in_place = self.journal.is_in_place()
        except OSError:
            raise StoreDamaged(
                "The data folder is no longer where it was. Nothing typed is lost; "
                "put it back, or close mentor and open it again."
            ) from None
        if not in_place:
            return self._follow_folded(locked)
        if self.journal.size == self.journal.length:
            return []
        return self._read_on(locked) if self.journal.size > self.journal.length else None

    def prepare(self, body: Mapping[str, Any], operations: list[Operation]) -> Prepared:
        """The line of a commit; nothing is written yet."""
        assert self.journal is not None
        memory, start = self.memory, self.journal.length
        body = {**body, "ops": operations}
        line, check = framed(self.codec, memory.check, memory.seq + 1, orjson.dumps(body))
        touched = tuple((table, id, what_became(was, now)) for table, id, was, now in operations)
        entry = Entry(
            memory.seq + 1, body["act"], body["label"], body["at"], body.get("undoes", 0), touched, start,
            start + len(line), bool(body.get("stays")), body.get("redoes", 0),
        )  # fmt: skip
        return Prepared(self, line, check, entry, operations)

    def stand(self, done: Prepared) -> list[Change]:
        """Take a commit that is on the disk into memory."""
        assert self.journal is not None
        self.journal.length = done.entry.end
        changes = self.memory.take(done.entry, done.check, done.operations)
        self.head.saw(done.entry.seq, done.check)
        return changes

    def close(self) -> None:
        """Let go of the files."""
        if self.journal is not None:
            self.journal.close()
        if hasattr(self, "head"):
            self.head.close()

    def _read_on(self, locked: bool) -> list[Change] | None:
        assert self.journal is not None
        journal, memory = self.journal, self.memory
        start, lines = journal.length, journal.read(journal.length)
        changes: list[Change] = []
        for frame in frames(self.codec, lines, 0, memory.check, memory.seq):
            body = orjson.loads(frame.body)
            changes += memory.take(entry_of(frame, body, start), frame.check, body["ops"])
            journal.length = start + frame.end
        rest = lines[journal.length - start :]
        # A whole line that does not verify, or half a line that nobody can still be writing.
        return None if b"\n" in rest or (locked and rest) else changes

    def _follow_folded(self, locked: bool) -> list[Change] | None:
        assert self.journal is not None
        try:
            journal = Journal(self.layout.journal(self.name), writable=self.journal.is_writable)
        except OSError:
            return None
        lines = journal.read()
        header = read_header(self.codec, lines)
        ours = (self.header.store, self.header.lineage, self.memory.seq, self.memory.last.decode())
        if header is None or (header.store, header.lineage, header.seq, header.after) != ours:
            journal.close()
            return None
        self.stand_on(header, self.memory, journal)
        self.memory.begin_journal(header.check)
        journal.length = header.end
        return self._read_on(locked) if len(lines) > header.end else []
