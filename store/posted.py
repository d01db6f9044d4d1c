"""A line of the inbox is filed once, even if the program ends between saving it and taking it out there.

What is made of it is named after the line itself; so whoever would file it again finds that it is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from store.folder import DataFolder

_OURS = UUID("6f1c1d0e-5d0b-4c53-9b0e-6a3f0f6f2c11")
"""Of our own making, so that these names meet nobody else's."""

_TABLES = ("contacts", "clients", "appointments", "promises", "referrals")
"""What a note line may be filed as, first of all."""


def uids_of(store: str, name: str) -> Iterator[str]:
    """The uids of what is made of a line, in the order it is made.

    Args:
        store: the id of the store.
        name: of the line in the inbox.
    """
    return (uuid5(_OURS, f"{store}/{name}/{number}").hex for number in count())


def filed_among(folder: DataFolder, names: Collection[str]) -> set[str]:
    """Those of these lines of the inbox that are in the record already."""
    firsts = {next(uids_of(folder.store_id, name)): name for name in names}
    return {firsts[uid] for uid in _uids_in(folder) if uid in firsts} if firsts else set()


def _uids_in(folder: DataFolder) -> Iterator[str]:
    for table in _TABLES:
        documents: Mapping[int, Mapping[str, Any]] = folder.caseload.documents(table)
        for document in documents.values():
            yield document.get("uid", "")
