"""Everything that was ever saved in a folder, version by version: its journals, and what stands now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from store.resealing import journals_of

if TYPE_CHECKING:
    from store.folder import DataFolder
    from store.ledger import Ledger
    from store.snapshot import Document


class Version(NamedTuple):
    """One document as it stood after, or before, one act."""

    act: int
    """0 for what stands now."""
    table: str
    id: int
    document: Document


def commits_of(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """What each commit of a ledger says, oldest first."""
    for _, _, frames in journals_of(ledger):
        for frame in frames:
            body: dict[str, Any] = orjson.loads(frame.body)
            yield body


def versions_of(ledger: Ledger) -> Iterator[Version]:
    """Every version of every document of a ledger; those that stand now come last."""
    for body in commits_of(ledger):
        for table, id, before, after in body["ops"]:
            for document in (before, after):
                if document is not None:
                    yield Version(body["act"], table, id, document)
    for table in ledger.tables():
        for id, document in ledger.documents(table).items():
            yield Version(0, table, id, document)


def undone(bodies: Iterable[dict[str, Any]]) -> set[int]:
    """The acts that an undo took back and none brought back, out of all commits, in any order."""
    takes_back: dict[int, int] = {}
    for body in bodies:
        if body.get("undoes"):
            takes_back[body["act"]] = body["undoes"]
    found: set[int] = set()
    for act in sorted(takes_back, reverse=True):  # an undo that a redo took back takes nothing back itself
        if act not in found:
            found.add(takes_back[act])
    return found


def books_of(folder: DataFolder) -> tuple[Ledger, Ledger]:
    """The caseload and the notebook."""
    return folder.caseload.ledger, folder.notebook.ledger
