"""What the doctor sees in the ledgers: the chain, the records, their numbers, and whom they are about."""

from collections import Counter
from collections.abc import Iterator

from store import disk
from store.errors import StoreDamaged
from store.finding import Finding, numbers
from store.folder import DataFolder
from store.frame import frames
from store.journal import read_header
from store.ledger import Ledger
from store.references import lost_references
from store.shelf import TABLE_OF, record_from
from store.tinydb_storage import LedgerDB


def ledger_findings(folder: DataFolder) -> Iterator[Finding]:
    """What is wrong or odd in both ledgers of an open folder."""
    for book in (folder.caseload, folder.notebook):
        yield from _history(book.ledger)
        yield from _records(book)
        yield from _ids(book)
        yield from _references(book, folder.caseload)


def _history(ledger: Ledger) -> Iterator[Finding]:
    after, seq = b"", 0
    for path in ledger.layout.folded_journals(ledger.name):
        try:
            lines = disk.read_file(path)
        except OSError as error:
            yield Finding("trouble", f"history/{path.name} {disk.state(error)}, so undo stops before it.")
            return
        header = read_header(ledger.codec, lines)
        if header is None:
            yield Finding("trouble", f"history/{path.name} is damaged at its start, so undo stops before it.")
            return
        if (header.seq, header.after.encode()) != (seq, after):
            yield Finding("trouble", f"Something is missing in history/ before {path.name}.")
        end, after = header.end, header.after.encode()
        for frame in frames(ledger.codec, lines, header.end, header.check, header.seq):
            seq, after, end = frame.seq, frame.check, frame.end
        if end != len(lines):
            yield Finding("trouble", f"history/{path.name} is damaged after save {seq}, so undo stops there.")
            return
    if (ledger.header.seq, ledger.header.after.encode()) != (seq, after) and not ledger.trouble:
        yield Finding("trouble", f"The newest part of history/ of the {ledger.name} is missing.")


def _records(book: LedgerDB) -> Iterator[Finding]:
    kinds = {table: kind for kind, table in TABLE_OF.items()}
    for table in sorted(book.tables()):
        documents = book.documents(table)
        unread, uids = [], Counter(document.get("uid", "") for document in documents.values())
        for id in sorted(documents):
            try:
                if table in kinds:
                    record_from(kinds[table], id, documents[id])
            except StoreDamaged:
                unread.append(id)
        if unread:
            yield Finding("trouble", f"In {table}, {numbers(unread)} cannot be read as it should be.")
        if twice := sum(1 for uid, count in uids.items() if uid and count > 1):
            yield Finding("trouble", f"In {table}, {twice} permanent ids are there more than once.")
        if table in kinds and uids[""]:
            yield Finding("notice", f"In {table}, {uids['']} records have no permanent id.")


def _ids(book: LedgerDB) -> Iterator[Finding]:
    """A number that would be given again would put one person's notes under another's name."""
    for table in sorted(book.tables()):
        following = book.ledger.memory.next_id(table)
        if above := sorted(id for id in book.documents(table) if not 0 < id < following):
            yield Finding("trouble", f"In {table}, {numbers(above)} is no number that was ever given out.")


def _references(book: LedgerDB, caseload: LedgerDB) -> Iterator[Finding]:
    for table, target, ids in lost_references(book, caseload):
        yield Finding(
            "trouble",
            f"In {table}, {numbers(ids)} points at {target} that are gone. What is written there is kept; "
            "`mentor undo` brings back what was removed last, and a backup has the rest.",
        )
