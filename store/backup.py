"""Backups: all of a data folder as of one moment, in one file that can be proved."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store import disk
from store.backup_archive import opened
from store.backup_manifest import BackupRefused, Manifest, Member, sealed
from store.backup_packing import files_to_pack, pack
from store.backup_room import check_room, room, size_words, sweep
from store.errors import SaveFailed, StoreReadOnly
from store.layout import Layout
from store.lock import FolderLock
from store.references import lost_count
from store.swapping import sweep_building

if TYPE_CHECKING:
    from store.clock import Clock
    from store.folder import DataFolder
    from store.keys import Keys

ENDING = ".tar"
_OLD_ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class Backup:
    """One archive, as it describes itself."""

    name: str
    path: Path
    size: int
    """Bytes of the archive."""
    made_at: datetime | None = None
    """Instant, with the mentor's offset of that day; None where the archive cannot be read."""
    counts: dict[str, int] = field(default_factory=dict)
    """Records, by table; of an encrypted folder only who has the keys can tell."""
    problem: str = ""
    """Why it cannot be used, as a sentence; "" as far as a look at it tells."""
    why: str = ""
    """What it was made before or at: "quit", "import"; "" where she asked for it."""
    store_id: str = ""
    lineage: str = ""
    seqs: dict[str, int] = field(default_factory=dict)
    """The newest save in it, by ledger."""
    is_encrypted: bool = False

    @property
    def content(self) -> str:
        """How much is in it: "12 records"; of an encrypted one all that can be told is its size."""
        count = sum(self.counts.values())
        return size_words(self.size) if self.is_encrypted else f"{count} record{'s' if count != 1 else ''}"


def create(folder: DataFolder, clock: Clock, why: str = "") -> Backup:
    """Make a backup in the data folder's own `backups/`, while nobody else can write.

    Args:
        why: what it is made before or at.

    Raises:
        SaveFailed, BackupRefused, StoreBusy, StoreReadOnly: none was made, and nothing else changed.
    """
    reason = folder.read_only_reason
    if reason and not folder.is_older:
        raise StoreReadOnly(f"No backup was made. {reason}")
    layout = Layout(folder.path)
    try:
        disk.make_inside(layout.backups)
        sweep(layout.backups)
        sweep_building(layout.path)
        with contextlib.closing(FolderLock(layout.lock)) as lock, lock.held():
            folder.refresh()
            _check_key_files(folder.path, folder.keys)
            with room(layout.backups) as work:
                _write(folder, layout, work / "backup", clock, why)
                place = _free_name(layout.backups, clock)
                (work / "backup").replace(place)
                disk.sync_folder(layout.backups)
    except OSError as error:
        raise SaveFailed(
            f"No backup was made: {disk.why(error)}. Your data is as it was; put that right and try again."
        ) from None
    return look(place)


def listing(data: Path) -> tuple[Backup, ...]:
    """The backups of a data folder, newest first; one that cannot be read says so in `problem`.

    Raises:
        BackupRefused: the folder itself may not be read.
    """
    backups = Layout(data).backups
    try:
        places = list(backups.iterdir()) if backups.is_dir() else []
    except OSError as error:
        raise BackupRefused(f"The backups in {data} cannot be read: {disk.why_unread(error)}.") from None
    found = [look(path) for path in places if path.suffix in (ENDING, _OLD_ENDING) and path.name[0] != "."]
    return tuple(sorted(found, key=age, reverse=True))


def named(data: Path, name: str) -> Path:
    """The archive a name means: one of the data folder's backups, or a file anywhere by its path.

    Raises:
        BackupRefused: there is none.
    """
    own = Layout(data).backups / name
    for path in (own, own.with_name(f"{name}{ENDING}")) if Path(name).name == name else ():
        if path.is_file():
            return path
    if Path(name).is_file():
        return Path(name)
    raise BackupRefused("There is no such backup. `mentor backup list` names those there are.")


def look(path: Path) -> Backup:
    """An archive as it describes itself; nothing is proved by this."""
    try:
        size = path.stat().st_size
    except OSError:  # whatever it is, opening it says so
        size = 0
    try:
        with opened(path) as archive:
            said = archive.manifest
    except BackupRefused as refused:
        return Backup(path.name, path, size, problem=str(refused))
    except OSError as error:
        return Backup(path.name, path, size, problem=f"It {disk.state(error)}.")
    return Backup(
        path.name, path, size, said.made_at, said.counts, "", said.why, said.store_id, said.lineage,
        said.seqs, said.is_encrypted,
    )  # fmt: skip


def seqs_of(folder: DataFolder) -> dict[str, int]:
    """The newest save of each ledger."""
    return {db.ledger.name: db.ledger.memory.seq for db in (folder.caseload, folder.notebook)}


def manifest_of(folder: DataFolder, members: Sequence[Member], about: Manifest, lost: int | None) -> Manifest:
    """What a backup of this folder with these files says of itself.

    Args:
        about: where its moment and its reason are taken from.
        lost: records that point at others which are gone; None where that is not said.
    """
    said = replace(
        about,
        store_id=folder.store_id,
        lineage=folder.caseload.ledger.header.lineage,
        schema=min(db.ledger.memory.schema for db in (folder.caseload, folder.notebook)),
        is_encrypted=folder.is_encrypted,
        seqs=seqs_of(folder),
        counts=_counts(folder),
        lost_references=lost,
        seal="",
    )
    return sealed(said, members, folder.keys.caseload.chain) if folder.keys is not None else said


def _check_key_files(path: Path, keys: Keys | None) -> None:
    """Refuse an encrypted folder whose key files would not open it, where that can be told."""
    if keys is not None:
        from store.key_files import troubles

        for trouble in troubles(path, keys.recipients):
            raise BackupRefused(f"No backup was made: {trouble}")


def _write(folder: DataFolder, layout: Layout, place: Path, clock: Clock, why: str) -> None:
    about = Manifest(clock.now().local.replace(microsecond=0), why)
    files = files_to_pack(layout.path, encrypted=folder.keys is not None)
    check_room(layout.backups, sum(size for _, size in files), "No backup was made")
    names = [name for name, _ in files]
    lost = lost_count(folder)
    with place.open("wb") as file:
        place.chmod(disk.PRIVATE_FILE)
        pack(file, layout.path, names, lambda members: manifest_of(folder, members, about, lost))
        file.flush()
        disk.sync(file.fileno())


def _counts(folder: DataFolder) -> dict[str, int]:
    return {
        table: len(db.documents(table))
        for db in (folder.caseload, folder.notebook)
        for table in db.ledger.tables()
    }


def _free_name(backups: Path, clock: Clock) -> Path:
    """The day and the time, and nobody's name."""
    stem, number = f"backup-{clock.now().local:%Y-%m-%d-%H%M%S}", 1
    place = backups / f"{stem}{ENDING}"
    while place.exists():
        number += 1
        place = backups / f"{stem}-{number}{ENDING}"
    return place


def age(one: Backup) -> tuple[bool, float, int, str]:
    """What sorts backups, oldest first; of two of one second the second one has the longer name."""
    at = one.made_at.timestamp() if one.made_at else 0.0
    return one.made_at is not None, at, len(one.name), one.name
