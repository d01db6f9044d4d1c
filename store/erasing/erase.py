"""Erasing: a new folder without them takes the place of the old one, and the old one is removed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from store import disk, pins, swapping
from store.backup_room import check_room
from store.erasing.archives import Archives, rewrite_archives
from store.erasing.beside import beside, remove_copies, remove_set_aside
from store.erasing.building import Building
from store.erasing.leaving import known_in, uids_of
from store.erasing.pages import PAGES, check_pages, pages_called
from store.erasing.wish import Unreached, Wish
from store.errors import SaveFailed
from store.folder import DataFolder
from store.layout import Layout

if TYPE_CHECKING:
    from store.clock import Clock
    from store.keys import Keys

BEFORE = "before-erase"
"""What the old folder is called while it is being removed."""

Tell = Callable[[str], None]
"""Takes a word on how far it is."""


@dataclass(slots=True)
class Erased:
    """What was done, without anybody's name."""

    label: str
    of_pages: bool = False
    """Pages of the notebook were burned; nobody was erased."""
    archives: Archives = field(default_factory=Archives)
    unreached: list[Unreached] = field(default_factory=list)
    """What may still hold them, each with what to do."""
    removed: list[str] = field(default_factory=list)
    """What was removed unread, as she asked."""


def erase(
    path: Path,
    clock: Clock,
    wish: Wish,
    keys: Keys | None = None,
    *,
    copies: Path | None = None,
    tell: Tell = lambda _: None,
) -> Erased:
    """Erase people or pages for good, or strip records. Nobody may have the folder open. No undo.

    Args:
        keys: of an encrypted folder.
        copies: a place that gets copies of the backups.
        tell: is told what is being done.

    Raises:
        NotFound: somebody is not there.
        StoreDamaged: a part of the history cannot be read, so nobody can tell what it holds.
        FolderInUse, StoreBusy, SwapFailed: nothing was changed.
    """
    path = Path(os.path.realpath(path))
    erased = Erased(wish.label, of_pages=bool(wish.pages))
    try:
        building = _begun(path, clock, wish, keys)
    except OSError as error:
        raise SaveFailed(f"Nothing was changed: {disk.why(error)}. Put that right and try again.") from None

    def build(to: Path) -> None:
        try:
            outside = _build(path, to, building, keys, erased, tell, copies)
        finally:
            pins.forget(to)
        erased.unreached += [each for each in outside if not (wish.remove_unreadable and each.may_go)]
        if wish.remove_unreadable:
            # Before the swap: if this is stopped, they are still in the record and it can be asked for again.
            erased.removed += [*remove_copies(path, copies), *remove_set_aside(path)]

    swapping.swap(path, build, BEFORE, clock)
    try:
        with DataFolder.open(path, clock, keys=keys) as now:  # which removes the old one
            if now.troubles:
                raise SaveFailed(f"{now.troubles[0]} The folder of before is still beside it.")
        erased.unreached += _left_beside(path)
    except OSError as error:
        raise SaveFailed(
            f"It is done, but the folder of before could not be removed yet: {disk.why(error)}. Opening "
            "mentor again removes it."
        ) from None
    return erased


def _begun(path: Path, clock: Clock, wish: Wish, keys: Keys | None) -> Building:
    with DataFolder.open(path, clock, keys=keys) as folder:
        if folder.read_only_reason:
            raise SaveFailed(f"Nothing was changed: {folder.read_only_reason}")
        check_pages(folder, wish.pages) if wish.pages else known_in(folder, wish.people)
        folder.compact(force=True)  # a fold that was stopped half-way is finished before its parts are read
        _give_uids(folder, wish)
        uids = pages_called(folder, wish.pages) if wish.pages else uids_of(folder, wish.people)
        check_room(path, 2 * _size(path), f"Nothing was {'burned' if wish.pages else 'erased'}")
    return Building(wish, uids, os.urandom(16), clock)


def _give_uids(folder: DataFolder, wish: Wish) -> None:
    """Another program may have added somebody without a permanent number; backups know them by that."""
    table, book = (PAGES, folder.notebook) if wish.pages else ("clients", folder.caseload)
    there = book.documents(table)
    bare = [id for id in wish.pages or wish.people if id in there and not there[id].get("uid")]
    if bare:
        from store.creating import new_name

        with folder.act("numbered", undoable=False) as act:
            for id in bare:
                act.update(table, id, {"uid": new_name()})
        folder.compact(force=True)


def _build(
    path: Path,
    to: Path,
    building: Building,
    keys: Keys | None,
    erased: Erased,
    tell: Tell,
    copies: Path | None,
) -> list[Unreached]:
    """Fill the new folder; what lies beside the old one."""
    wish, clock = building.wish, building.clock
    with DataFolder.open(path, clock, read_only=True, keys=keys) as old:
        if old.troubles:
            raise SaveFailed(f"Nothing was changed: {old.troubles[0]}")
        tell("Writing the record and its history anew ...")
        leaving, outside = building.found_in(old), list(beside(old, copies))
        building.present = leaving
        left = building.fill(old, to, leaving, (wish.label, clock.now().at))
        tell("Writing the backups anew, and proving each ...")
        erased.archives = rewrite_archives(
            old, to, clock, building.rewrite, remove_unreadable=wish.remove_unreadable
        )
    for piece in left:
        if piece.why and piece.content is None:
            erased.removed.append(piece.place)
        elif still := piece.unreached:
            erased.unreached.append(still)
    erased.unreached += erased.archives.unreached
    erased.removed += erased.archives.removed
    disk.write_file(Layout(to).rekeyed, (BEFORE.encode(),))
    return outside


def _left_beside(path: Path) -> list[Unreached]:
    """The old folder, where it could not be removed at once."""
    for old in swapping.set_aside(path, BEFORE, even_parts=True):
        with suppress(OSError):
            shutil.rmtree(old)
    still = swapping.set_aside(path, BEFORE, even_parts=True)
    why = "is the folder as it was, and could not be removed"
    return [Unreached(str(old), why, "Remove it.", may_go=False) for old in still]


def _size(path: Path) -> int:
    return sum(at.lstat().st_size for at in path.rglob("*") if at.is_file())
