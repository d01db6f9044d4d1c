"""Folding the journal into a new snapshot, so that a stop at any moment loses nothing.

The new pair is written beside the old one and read back; then the old journal gets its place in history, and
the new files take theirs, snapshot first. `settle` finishes or forgets what a stop left half-way: once the
new snapshot is in place the rest is finished, before that it is forgotten.
"""

import contextlib
import hashlib
import os
from pathlib import Path

from store import disk
from store.journal import Header, Journal, header_line, read_header
from store.layout import FORMAT
from store.ledger import Ledger
from store.snapshot import parts

_LEAST = 1 << 20
"""Bytes of journal that are never worth a fold."""


def is_due(ledger: Ledger) -> bool:
    """Whether the journal has grown to half its snapshot."""
    most, lines = ledger.codec.most_lines, len(ledger.memory.entries)
    if most and lines > most:
        return True
    length = ledger.journal.length if ledger.journal else 0
    return length > max(_LEAST, ledger.header.size // 2)


def fold(ledger: Ledger, lineage: str = "") -> None:
    """Write a new snapshot and begin a new journal. The lock is held and memory is fresh.

    Args:
        lineage: the lineage from now on; "" keeps the one there is.

    Raises:
        OSError: nothing that was saved is touched.
    """
    try:
        header = _write_pair(ledger, lineage or ledger.header.lineage)
        disk.sync_folder(ledger.layout.path)  # so that no rename can last where a new name did not
        keep_in_history(ledger, ledger.header.seq, ledger.memory.seq)
    except OSError:
        _forget(ledger)
        raise
    _put_in_place(ledger)
    ledger.snapshot_stamp = disk.stamp(ledger.layout.snapshot(ledger.name))
    journal = Journal(ledger.layout.journal(ledger.name), writable=True)
    journal.length = header.end
    ledger.stand_on(header, ledger.memory, journal)
    ledger.memory.begin_journal(header.check)


def settle(ledger: Ledger) -> None:
    """Finish or forget a fold that was stopped half-way. The lock is held."""
    waiting = ledger.layout.next_journal(ledger.name)
    if not waiting.exists():
        return
    new = read_header(ledger.codec, disk.read_file(waiting))
    old = read_header(ledger.codec, disk.read_file(ledger.layout.journal(ledger.name)))
    digest = hashlib.sha256(disk.read_file(ledger.layout.snapshot(ledger.name))).hexdigest()
    if old is not None and old.digest == digest:
        _forget(ledger)
        _forget_history_from(ledger, old.seq)
    elif new is not None and new.digest == digest:
        if old is not None:
            keep_in_history(ledger, old.seq, new.seq)
        _put_in_place(ledger)


def is_unsettled(ledger: Ledger) -> bool:
    """Whether a fold was stopped half-way: one look at a name, at every save."""
    return os.access(ledger.next_journal, os.F_OK)


def keep_in_history(ledger: Ledger, base: int, last: int) -> None:
    """Give the journal at hand, with the commits after `base` up to `last`, its place in history."""
    if last == base:
        return
    disk.make_inside(ledger.layout.history)
    place = ledger.layout.folded(ledger.name, base + 1, last)
    if place.exists():
        return
    try:
        os.link(ledger.layout.journal(ledger.name), place)
    except OSError:  # a file system without links
        beside = place.with_suffix(".part")
        disk.write_file(beside, (disk.read_file(ledger.layout.journal(ledger.name)),))
        beside.replace(place)
    disk.sync_folder(ledger.layout.history)


def first_pair(ledger: Ledger, store: str, lineage: str) -> None:
    """Write the files of a ledger that holds nothing yet."""
    lone_pair(ledger, Header(ledger.name, store, lineage, 0, 0, "", 0, ""))


def lone_pair(ledger: Ledger, header: Header) -> None:
    """Write the files of a ledger as it stands in memory, where there are none yet.

    Args:
        header: all but the snapshot's size and hash.
    """
    _write_journal(ledger, _write_snapshot(ledger, header))
    _put_in_place(ledger)


def _write_pair(ledger: Ledger, lineage: str) -> Header:
    memory = ledger.memory
    header = Header(
        ledger.name, ledger.header.store, lineage, memory.seq, memory.act, memory.last.decode(), 0, ""
    )
    header = _write_snapshot(ledger, header)
    return _write_journal(ledger, header)


def _write_snapshot(ledger: Ledger, header: Header) -> Header:
    meta = {
        "kind": f"mentor {ledger.name}",
        "format": FORMAT,
        "schema": ledger.memory.schema,
        "store": header.store,
        "lineage": header.lineage,
        "seq": header.seq,
        "act": header.act,
        "next_ids": ledger.memory.next_ids,
    }
    tables = {name: ledger.memory.table(name).all() for name in ledger.tables()}
    written, size = hashlib.sha256(), 0
    place = ledger.layout.next_snapshot(ledger.name)
    handle = disk.open_file(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        for part in ledger.codec.seal_file(parts(meta, tables)):
            disk.write_all(handle, part)
            written.update(part)
            size += len(part)
        disk.sync(handle)
    finally:
        os.close(handle)
    _read_back(place, written.hexdigest())
    return header._replace(size=size, digest=written.hexdigest())


def _write_journal(ledger: Ledger, header: Header) -> Header:
    line, header = header_line(ledger.codec, header)
    place = ledger.layout.next_journal(ledger.name)
    disk.write_file(place, (line,))
    _read_back(place, hashlib.sha256(line).hexdigest())
    return header


def _read_back(path: Path, digest: str) -> None:
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != digest:
            raise OSError(5, "read back differently")


def _put_in_place(ledger: Ledger) -> None:
    layout, name = ledger.layout, ledger.name
    if layout.next_snapshot(name).exists():
        layout.next_snapshot(name).replace(layout.snapshot(name))
        disk.sync_folder(layout.path)
    layout.next_journal(name).replace(layout.journal(name))
    disk.sync_folder(layout.path)


def _forget(ledger: Ledger) -> None:
    for place in (ledger.layout.next_journal(ledger.name), ledger.layout.next_snapshot(ledger.name)):
        with contextlib.suppress(OSError):
            place.unlink(missing_ok=True)


def _forget_history_from(ledger: Ledger, base: int) -> None:
    # The journal at hand is not folded yet: what history holds of it is from the fold that stopped.
    for place in ledger.layout.folded_journals(ledger.name):
        if place.name.startswith(f"{ledger.name}-{base + 1:09d}-"):
            place.unlink(missing_ok=True)
