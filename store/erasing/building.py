"""A whole folder without those who leave, built in an empty one: ledgers, small files, keys, settings."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from store import disk
from store.creating import new_name
from store.erasing.leaving import Leaving, leaving
from store.erasing.ledgers import write_ledgers
from store.erasing.passing_by import acts_about
from store.erasing.pieces import LEFT_OVER, Piece, pieces
from store.erasing.proof import prove
from store.erasing.versions import books_of, versions_of
from store.erasing.without import Without
from store.errors import MentorError
from store.folder import DataFolder
from store.layout import Layout
from store.resealing import copy, not_ours

if TYPE_CHECKING:
    from datetime import datetime

    from store.clock import Clock
    from store.erasing.wish import Wish


class Mingled(MentorError):
    """A backup of a day on which they were one record with somebody who stays: nobody can take that apart."""


@dataclass(slots=True)
class Building:
    """How those who leave are taken out of one folder after the other: the present one, and each backup."""

    wish: Wish
    uids: frozenset[str]
    salt: bytes
    clock: Clock
    lineages: dict[str, str] = field(default_factory=dict)
    """Folders that went one way go one way still, under a new name."""
    present: Leaving | None = None
    """What was found in the present record, once that was looked through; backups know less."""

    def found_in(self, folder: DataFolder) -> Leaving:
        """Who leaves this folder."""
        return leaving(folder, self.wish, self.uids, self.salt, present=self.present)

    def rewrite(self, old: DataFolder, to: Path) -> bool:
        """Write a folder that was brought back into an empty one; whether anything in it was theirs."""
        leaving = self.found_in(old)
        for id, document in old.caseload.documents("clients").items():
            if id not in leaving.people and not leaving.uids.isdisjoint(document.get("merged_uids", ())):
                raise Mingled("They are one person with somebody who stays there.")
        if not self._holds(old, leaving):
            return False
        self.fill(old, to, leaving)
        return True

    def fill(
        self, old: DataFolder, to: Path, leaving: Leaving, erased: tuple[str, datetime] | None = None
    ) -> list[Piece]:
        """Write everything but the backups into an empty folder, open it and compare; the card comes last.

        Args:
            erased: what the act is called that is written last, and its instant.

        Raises:
            StoreDamaged: a part of the history cannot be read.
            MentorError: it is not what it should be.
            OSError: the disk refuses.
        """
        layout, without = Layout(to), Without(leaving)
        for inside in layout.folders:
            disk.make_inside(inside)
        was = old.caseload.ledger.header.lineage
        lineage = self.lineages.setdefault(was, new_name())
        write_ledgers(old, layout, without, lineage, erased)
        left = list(pieces(old, leaving))
        if erased is None:  # a backup: what nobody can tell of lies in the folder itself, or did
            left = [piece._replace(content=None) if piece.why else piece for piece in left]
        _put(left, to)
        looked_into = {piece.place.partition("/")[0] for piece in left} - {Layout(to).backups.name}
        _what_is_not_sealed(old, to, looked_into)
        for name in (layout.identity.name, layout.recovery.name, layout.card.name):
            if (old.path / name).is_file():
                disk.write_file(to / name, (disk.read_file(old.path / name),))
        disk.write_file(layout.lock, ())
        with DataFolder.open(to, self.clock, read_only=True, keys=old.keys) as new:
            prove(old, new, without, leaving, more=1 if erased else 0)
        return left

    def _holds(self, old: DataFolder, leaving: Leaving) -> bool:
        """Whether anything in a folder is of theirs."""
        without = Without(leaving)
        if any(acts_about(old, without)):
            return True
        stands = (version for ledger in books_of(old) for version in versions_of(ledger))
        if any(without.document(table, id, found) != found for _, table, id, found in stands):
            return True
        return any(piece.is_changed or piece.why for piece in pieces(old, leaving))


def _put(left: list[Piece], to: Path) -> None:
    for piece in left:
        if piece.content is not None:
            disk.make_folder((to / piece.place).parent)
            disk.write_file(to / piece.place, (piece.content,))


def _what_is_not_sealed(old: DataFolder, to: Path, done: set[str]) -> None:
    """Settings, links, empty folders of others; their files were looked into, and are there already."""
    for entry in not_ours(old.path, books_of(old)):
        if entry.name not in done and not entry.name.startswith(LEFT_OVER):
            copy(entry, to / entry.name)
    for inside in done:  # a folder that was looked into, or one of ours
        for at in (old.path / inside).rglob("*"):
            place = to / at.relative_to(old.path)
            if at.is_symlink() and not os.path.lexists(place):
                disk.make_folder(place.parent)
                copy(at, place)
