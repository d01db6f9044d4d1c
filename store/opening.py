"""Opening a ledger: what is on the disk, what of it is true, and the few things that may be mended."""

import contextlib
import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from store import compaction, disk, engine_words
from store.frame import frames, is_one_frame
from store.journal import Header, Journal, read_header
from store.layout import FORMAT, SCHEMA
from store.ledger import Ledger
from store.memory import Memory, entry_of, memory_of
from store.snapshot import Snapshot, gc_at_rest, is_ours, read, salvage

Hold = Callable[[], AbstractContextManager[None]]


class Found(NamedTuple):
    """What lies on the disk, unchanged by being looked at."""

    memory: Memory
    header: Header | None
    journal: Journal | None
    rest: bytes = b""
    """What follows the last commit that verifies."""
    trouble: str = ""
    """What is wrong with the files, as the end of a sentence."""
    foreign: bool = False
    """Another program wrote the snapshot, and it is whole."""
    displaced: tuple[dict[str, Any], ...] = ()
    """Documents of that program which ours stand in the place of."""

    @property
    def is_clean(self) -> bool:
        """Whether nothing needs a second look."""
        is_settled = self.journal is None or self.journal.path.suffix == ".journal"
        return is_settled and not self.rest and not self.trouble and not self.foreign


class _AtHand(NamedTuple):
    """A journal, as far as it can be read."""

    journal: Journal | None
    lines: bytes
    wrong: str
    """Why it cannot be, as the end of a sentence; "" if it can."""


def load(ledger: Ledger, hold: Hold | None) -> None:
    """Read a ledger from the disk into memory, and mend what may be mended.

    Args:
        hold: gives the folder's lock; None where nothing may be written.
    """
    with gc_at_rest():
        found = look(ledger, writable=hold is not None)
        if found.is_clean or hold is None:
            _adopt(ledger, found)
            if ledger.journal is not None:
                ledger.journal.called(ledger.layout.journal(ledger.name))
        else:
            # It may only be that another program was in the middle of something: look again, alone.
            _close(found)
            with hold():
                with contextlib.suppress(OSError):  # a look says what is wrong with which file
                    compaction.settle(ledger)
                found = look(ledger, writable=True)
                _adopt(ledger, found)
                _mend(ledger, found)
    if hold is None and found.rest and not ledger.trouble:
        ledger.notices.append(engine_words.not_complete(ledger.name))
    if hold is not None and not ledger.trouble and ledger.journal and not ledger.journal.is_writable:
        ledger.trouble = engine_words.NOT_YOURS
    if not ledger.trouble:
        _compare_with_head(ledger)


def look(ledger: Ledger, *, writable: bool) -> Found:
    """What lies on the disk; changes nothing."""
    at_hand = _journal(ledger.layout.journal(ledger.name), writable)
    header = read_header(ledger.codec, at_hand.lines)
    try:
        content = disk.read_file(ledger.layout.snapshot(ledger.name))
    except OSError as error:
        trouble = f"{ledger.snapshot_name} {disk.state(error)}"
        return Found(Memory({}, {}, 0, 0), header, at_hand.journal, trouble=trouble)
    digest = hashlib.sha256(content).hexdigest()
    if header is None or header.digest != digest:
        waiting = _journal(ledger.layout.next_journal(ledger.name), writable)
        next_header = read_header(ledger.codec, waiting.lines)
        if next_header is not None and next_header.digest == digest:
            at_hand, header = waiting, next_header
    return _read(ledger, content, digest, at_hand, header)


def _read(ledger: Ledger, content: bytes, digest: str, at_hand: _AtHand, header: Header | None) -> Found:
    journal = at_hand.journal
    try:
        # What is not as it was written is read whole at once, so that its trouble shows here and not later.
        is_as_written = header is not None and header.digest == digest
        snapshot = read(ledger.codec.open_file(content), ledger.large if is_as_written else "")
        memory = memory_of(snapshot, ledger.large)
    except (ValueError, KeyError, TypeError, AttributeError):
        return _salvaged(ledger, content, header, journal)
    if header is None:
        wrong = at_hand.wrong or "is damaged at its start"
        return Found(memory, None, journal, trouble=f"{ledger.name}.journal {wrong}")
    if trouble := _mismatch(ledger, snapshot, header):
        return Found(memory, header, journal, trouble=trouble)
    foreign = header.digest != digest
    if foreign and (ledger.codec.is_secret or is_ours(content)):
        trouble = f"{ledger.snapshot_name} was changed or damaged since mentor wrote it"
        return Found(memory, header, journal, trouble=trouble)
    assert journal is not None
    displaced = _replay(ledger, memory, header, journal, at_hand.lines, foreign)
    return Found(memory, header, journal, at_hand.lines[journal.length :], "", foreign, displaced)


def _replay(
    ledger: Ledger, memory: Memory, header: Header, journal: Journal, lines: bytes, foreign: bool
) -> tuple[dict[str, Any], ...]:
    displaced = []
    memory.check, memory.last, journal.length = header.check, header.after.encode(), header.end
    for frame in frames(ledger.codec, lines, header.end, header.check, header.seq):
        body = orjson.loads(frame.body)
        if foreign:
            for table, id, before, _ in body["ops"]:
                theirs = memory.table(table).all().get(id)
                if theirs is not None and theirs != before:
                    displaced.append({"table": table, "id": id, "document": theirs})
        memory.take(entry_of(frame, body), frame.check, body["ops"])
        journal.length = frame.end
    return tuple(displaced)


def _mismatch(ledger: Ledger, snapshot: Snapshot, header: Header) -> str:
    meta = snapshot.meta
    if max(header.format, int(meta.get("format", 0))) > FORMAT or int(meta.get("schema", 0)) > SCHEMA:
        return engine_words.NEWER
    if (header.ledger, header.store, header.lineage) != (ledger.name, meta.get("store"), meta.get("lineage")):
        return f"{ledger.name}.json and {ledger.name}.journal do not belong to each other"
    if header.seq != meta["seq"]:
        return f"{ledger.name}.json and {ledger.name}.journal are of different days"
    return ""


def _salvaged(ledger: Ledger, content: bytes, header: Header | None, journal: Journal | None) -> Found:
    # Of what is encrypted nothing can be told from what is left.
    tables, lost = ({}, 0) if ledger.codec.is_secret else salvage(content)
    good = sum(len(documents) for documents in tables.values())
    memory = memory_of(Snapshot({"next_ids": {}, "seq": 0, "act": 0}, tables, None), "")
    unread = lost or "an unknown number"
    trouble = f"{ledger.snapshot_name} is damaged: {good} records can be read, {unread} cannot"
    return Found(memory, header, journal, trouble=trouble)


def _adopt(ledger: Ledger, found: Found) -> None:
    if hasattr(ledger, "memory") and found.header and not found.trouble:
        here, there = ledger.header, found.header
        is_older = there.lineage == here.lineage and found.memory.seq < ledger.memory.seq
        if there.store != here.store or is_older:
            _close(found)
            raise engine_words.put_in_the_place(is_older=is_older)
    trouble = found.trouble
    if trouble and hasattr(ledger, "memory"):
        _close(found)  # what was read before is better than what can be read now
    else:
        header = found.header or Header(ledger.name, "", "", found.memory.seq, found.memory.act, "", 0, "")
        ledger.stand_on(header, found.memory, found.journal if found.header else None)
    if not trouble and found.rest and not _is_torn(ledger, found):
        trouble = engine_words.broken_at(ledger.name, found.memory, found.rest)
    ledger.trouble = engine_words.read_only(trouble, ledger.layout.newest_backup()) if trouble else ""
    if not trouble and found.journal is not None:
        if found.foreign:
            ledger.notices.append(engine_words.foreign(ledger.name, len(found.displaced)))
        with contextlib.suppress(OSError):
            ledger.snapshot_stamp = disk.stamp(ledger.layout.snapshot(ledger.name))


def _is_torn(ledger: Ledger, found: Found) -> bool:
    # Acknowledged once, so not a write that was cut short, whatever it looks like.
    was_seen = ledger.head.seen()[0] > found.memory.seq
    return is_one_frame(found.rest) and not was_seen


def _mend(ledger: Ledger, found: Found) -> None:
    if ledger.trouble or ledger.journal is None:
        return
    try:
        if found.rest:
            name = f"{ledger.name}-after-{found.memory.seq}-{hashlib.sha256(found.rest).hexdigest()[:8]}"
            _set_aside(ledger, name, found.rest)
            ledger.journal.cut()
            ledger.notices.append(engine_words.torn(name))
        if found.displaced:
            name = f"{ledger.name}-displaced-{found.memory.seq}.json"
            _set_aside(ledger, name, orjson.dumps(found.displaced))
        if found.foreign:
            compaction.fold(ledger)
    except OSError as error:
        ledger.trouble = engine_words.could_not_mend(error)


def _set_aside(ledger: Ledger, name: str, content: bytes) -> None:
    disk.make_inside(ledger.layout.quarantine)
    disk.write_file(ledger.layout.quarantine / name, (content,))
    disk.sync_folder(ledger.layout.quarantine)


def _compare_with_head(ledger: Ledger) -> None:
    seen, check = ledger.head.seen()
    if seen > ledger.memory.seq and ledger.follow(locked=False) is None:
        return  # someone is writing right now
    memory = ledger.memory
    if seen > memory.seq:
        ledger.notices.append(engine_words.older_copy(ledger.name, seen - memory.seq))
    elif seen and seen == memory.seq and check != memory.last.decode():
        ledger.notices.append(engine_words.other_copy(ledger.name))


def _journal(path: Path, writable: bool) -> _AtHand:
    try:
        journal = Journal(path, writable=writable)
    except PermissionError as error:
        return _journal(path, False) if writable else _AtHand(None, b"", disk.state(error))
    except OSError as error:
        return _AtHand(None, b"", disk.state(error))
    try:
        return _AtHand(journal, journal.read(), "")
    except OSError as error:
        journal.close()
        return _AtHand(None, b"", disk.state(error))


def _close(found: Found) -> None:
    if found.journal is not None:
        found.journal.close()
