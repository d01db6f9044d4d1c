"""A look at a data folder from end to end; changes nothing and says what it sees, in sentences."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from store import disk
from store.clock import Clock
from store.errors import StoreDamaged
from store.folder import DataFolder
from store.frame import frames
from store.journal import read_header
from store.layout import Layout
from store.ledger import Ledger
from store.references import lost_references
from store.shelf import TABLE_OF, record_from
from store.tinydb_storage import LedgerDB

_OLD_BACKUP_DAYS = 14
_NAMED = 5
"""Records named in one sentence; more are counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was seen."""

    severity: Literal["trouble", "notice"]
    text: str
    """A sentence."""


def examine(path: Path, clock: Clock) -> tuple[Finding, ...]:
    """What a careful look at the folder finds, troubles first; nothing where all is well.

    Raises:
        RequestRefused: there is no data folder here.
    """
    with DataFolder.open(path, clock, read_only=True) as folder:
        books = (folder.caseload, folder.notebook)
        said = [Finding("trouble", trouble) for trouble in folder.troubles]
        said += [Finding("notice", notice) for notice in folder.notices]
        for book in books:
            said += _history(book.ledger)
            said += _records(book)
            said += _references(book, folder.caseload)
    layout = Layout(path)
    for look in (_unread, _modes, _left_overs, _set_aside, _inbox):
        said += look(layout)
    said += _backups(layout, clock)
    return tuple(sorted(said, key=lambda finding: finding.severity != "trouble"))


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
            yield Finding("trouble", f"In {table}, {_numbers(unread)} cannot be read as it should be.")
        if twice := sum(1 for uid, count in uids.items() if uid and count > 1):
            yield Finding("trouble", f"In {table}, {twice} permanent ids are there more than once.")
        if table in kinds and uids[""]:
            yield Finding("notice", f"In {table}, {uids['']} records have no permanent id.")


def _references(book: LedgerDB, caseload: LedgerDB) -> Iterator[Finding]:
    for table, target, ids in lost_references(book, caseload):
        yield Finding("notice", f"In {table}, {_numbers(ids)} points at {target} that are gone.")


def _unread(layout: Layout) -> Iterator[Finding]:
    for folder in layout.folders:
        if not folder.is_dir():
            if os.path.lexists(folder):
                yield Finding("trouble", f"{folder.name}/ is not a folder; nothing can be kept in it.")
        elif not os.access(folder, os.R_OK | os.X_OK):
            yield Finding("trouble", f"{folder.name}/ may not be read by you, so it was not looked at.")
        else:
            yield from _what_is_no_file(folder)


def _what_is_no_file(folder: Path) -> Iterator[Finding]:
    if odd := sorted(at.name for at in folder.iterdir() if not at.is_file()):
        named = ", ".join(odd[:_NAMED]) + (" and more" if len(odd) > _NAMED else "")
        yield Finding("notice", f"In {folder.name}/, this is not a plain file and is not read: {named}.")


def _modes(layout: Layout) -> Iterator[Finding]:
    # What a link leads to has a mode of its own; that of the link itself says nothing.
    every = (at for at in (layout.path, *layout.path.rglob("*")) if not at.is_symlink())
    open_to_others = [at for at in every if at.lstat().st_mode & 0o077]
    if open_to_others:
        count = _count(open_to_others, "file or folder", "files or folders")
        remedy = f"`chmod -R go= {layout.path}` closes them."
        yield Finding("notice", f"Others on this machine may read {count} here; {remedy}")


def _left_overs(layout: Layout) -> Iterator[Finding]:
    if left := [at.name for at in layout.path.rglob("*") if at.suffix in (".new", ".part")]:
        yield Finding(
            "notice",
            f"{_count(left, 'file was', 'files were')} left by a stop half-way; the next save tidies up.",
        )


def _set_aside(layout: Layout) -> Iterator[Finding]:
    if kept := _files(layout.quarantine):
        yield Finding(
            "notice", f"{_count(kept, 'file is', 'files are')} set aside in quarantine/, to be looked at."
        )


def _inbox(layout: Layout) -> Iterator[Finding]:
    if waiting := _files(layout.path / "inbox"):
        yield Finding("notice", f"{_count(waiting, 'note waits', 'notes wait')} in inbox/ to be filed.")


def _backups(layout: Layout, clock: Clock) -> Iterator[Finding]:
    newest = layout.newest_backup()
    if newest is None:
        yield Finding("notice", "There is no backup yet; `mentor backup create` makes one.")
        return
    made = datetime.fromtimestamp(newest.stat().st_mtime, UTC)
    if (days := (clock.now().at - made).days) > _OLD_BACKUP_DAYS:
        yield Finding(
            "notice", f"The newest backup is {days} days old; `mentor backup create` makes a new one."
        )


def _files(folder: Path) -> list[Path]:
    try:
        return [at for at in folder.iterdir() if at.is_file()]
    except OSError:  # said by `_unread`
        return []


def _numbers(ids: list[int]) -> str:
    named = ", ".join(map(str, ids[:_NAMED]))
    return f"number {named}" + (f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else "")


def _count(things: list[Any], one: str, many: str) -> str:
    return f"{len(things)} {one if len(things) == 1 else many}"
