"""Single pages of the mentor's notebook that are burned: which they are, and what that would reach.

A page is known by its permanent number in every backup; all its versions go, those of the history too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.erasing.versions import versions_of
from store.erasing.wish import Unreached
from store.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from store.erasing.wish import Wish
    from store.folder import DataFolder

PAGES = "reflections"
WHOLE = "your notebook"
"""What the list of files that were written out calls an export of all of it."""
CHOSEN = "pages for supervision"
"""What it calls chosen pages."""


@dataclass(frozen=True, slots=True)
class PagesLook:
    """What burning them would reach, and what it cannot."""

    pages: int
    saves: int
    """Commits of the history that hold something of them."""
    drafts: int
    backups: int
    """That can be written anew."""
    unreached: tuple[Unreached, ...]
    files: tuple[str, ...]
    """Files of the notebook that were written out and still lie on a disk: they may hold them."""


def check_pages(folder: DataFolder, pages: Iterable[int]) -> None:
    """NotFound: one of these is neither in the notebook nor in its history."""
    there = {id for id, _ in _every(folder)}
    if unknown := [id for id in pages if id not in there]:
        raise NotFound(
            f"Your notebook has no page {unknown[0]}, and never had; nothing was changed. "
            "`mentor notebook list` names those there are."
        )


def pages_called(folder: DataFolder, pages: Iterable[int]) -> frozenset[str]:
    """The permanent numbers of these pages; those in the notebook were all given one."""
    wanted = set(pages)
    return frozenset(uid for id, uid in _every(folder) if id in wanted) - {""}


def pages_taken_out(folder: DataFolder) -> tuple[int, ...]:
    """Pages that were taken out and stand in the history alone, by number."""
    there = folder.notebook.documents(PAGES)
    return tuple(sorted({id for id, uid in _every(folder) if uid} - set(there)))


def look_at_pages(folder: DataFolder, wish: Wish, copies: Path | None = None) -> PagesLook:
    """What `erase` would do to an open folder with these pages. Nothing is changed.

    Raises:
        NotFound: one of them is not there.
        StoreDamaged: a part of the history cannot be read.
    """
    from store.erasing.archives import every, unopened
    from store.erasing.beside import beside
    from store.erasing.leaving import leaving
    from store.erasing.pieces import pieces
    from store.erasing.versions import commits_of
    from store.erasing.without import Without

    check_pages(folder, wish.pages)
    found = leaving(folder, wish, pages_called(folder, wish.pages), b"")
    small, archives = list(pieces(folder, found)), list(unopened(folder))
    odd = [each for piece in small if (each := piece.unreached)]
    return PagesLook(
        pages=len(set(wish.pages)),
        saves=sum(map(Without(found).touches, commits_of(folder.notebook.ledger))),
        drafts=sum(piece.is_changed for piece in small),
        backups=len(every(folder)) - sum(1 for each in archives if "is a folder" not in each.why),
        unreached=(*archives, *odd, *beside(folder, copies)),
        files=tuple(_files(folder)),
    )


def _every(folder: DataFolder) -> Iterator[tuple[int, str]]:
    """Number and permanent number of every page there ever was, a version at a time."""
    for version in versions_of(folder.notebook.ledger):
        if version.table == PAGES:
            yield version.id, str(version.document.get("uid", ""))


def _files(folder: DataFolder) -> Iterator[str]:
    from store.made_files import MadeFiles

    for made in MadeFiles.of(folder).on_disk():
        if made.what in (WHOLE, CHOSEN):
            yield str(made.path)
