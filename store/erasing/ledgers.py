"""Both ledgers of a folder written into another one without those who leave: history, snapshot, journal.

Every commit keeps its number, its act and its day, even where nothing is left in it; the chain is built anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from store import compaction, disk
from store.erasing.passing_by import passed_by
from store.erasing.versions import books_of
from store.erasing.without import Without
from store.frame import framed
from store.journal import Header, header_line
from store.layout import CASELOAD
from store.ledger_pair import ledgers_in
from store.memory import memory_of
from store.resealing import written_anew
from store.snapshot import Snapshot

if TYPE_CHECKING:
    from datetime import datetime

    from store.folder import DataFolder
    from store.frame import Frame
    from store.layout import Layout
    from store.ledger import Ledger


def write_ledgers(
    folder: DataFolder,
    layout: Layout,
    without: Without,
    lineage: str,
    erased: tuple[str, datetime] | None = None,
) -> None:
    """Fill the ledgers of an empty folder.

    Args:
        erased: what the act is called that is written last, and its instant; None for none.

    Raises:
        StoreDamaged: a part of the history cannot be read.
        OSError: the disk refuses.
    """
    passing = passed_by(folder, without)

    def body_of(frame: Frame) -> bytes:
        return orjson.dumps(without.commit(orjson.loads(frame.body), passing))

    newest = max(ledger.memory.act for ledger in books_of(folder))
    for old, new in zip(books_of(folder), ledgers_in(layout, folder.keys), strict=True):
        header = Header(new.name, folder.store_id, lineage, old.memory.seq, old.memory.act, "", 0, "")
        header = header._replace(after=written_anew(old, new, lineage, body_of).decode())
        if erased is not None and new.name == CASELOAD:
            header = _one_more(new, header, newest + 1, erased)
        about: dict[str, Any] = {"seq": header.seq, "act": header.act, "schema": old.memory.schema}
        about["next_ids"] = old.memory.next_ids
        new.memory = memory_of(Snapshot(about, without.tables(old), None), "")
        compaction.lone_pair(new, header)


def _one_more(new: Ledger, header: Header, act: int, erased: tuple[str, datetime]) -> Header:
    """The act itself, in a journal of its own among the folded ones; what is stood on after it."""
    label, at = erased
    said = at.isoformat(timespec="seconds").replace("+00:00", "Z")
    body = {"act": act, "label": label, "at": said, "stays": True, "ops": []}
    line, begun = header_line(new.codec, header)
    written, check = framed(new.codec, begun.check, header.seq + 1, orjson.dumps(body))
    disk.write_file(new.layout.folded(new.name, header.seq + 1, header.seq + 1), (line, written))
    return header._replace(seq=header.seq + 1, act=act, after=check.decode())
