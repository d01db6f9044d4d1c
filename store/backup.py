"""Backups: all of a data folder as of one moment, in one file that can be proved."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from store import disk
from store.backup_archive import files_to_pack, opened, pack
from store.backup_manifest import BackupRefused, Manifest, Member, manifest_bytes
from store.errors import SaveFailed, StoreReadOnly
from store.layout import Layout
from store.lock import FolderLock

if TYPE_CHECKING:
    from store.clock import Clock
    from store.folder import DataFolder

_FOLDERS = ("drafts", "history", "inbox", "quarantine")


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
    """Records, by table."""
    problem: str = ""
    """Why it cannot be used, as a sentence; "" as far as a look at it tells."""


def create(folder: DataFolder, clock: Clock) -> Backup:
    """Make a backup in the data folder's own `backups/`, while nobody else can write.

    Raises:
        SaveFailed, StoreBusy, StoreReadOnly: none was made, and nothing else changed.
    """
    if reason := folder.read_only_reason:
        raise StoreReadOnly(f"No backup was made. {reason}")
    layout = Layout(folder.path)
    try:
        disk.make_inside(layout.backups)
        with contextlib.closing(FolderLock(layout.lock)) as lock, lock.held():
            folder.refresh()
            with _put_in_place(layout.backups, clock) as (place, beside):
                _write(folder, layout, beside, clock)
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
    found = [look(path) for path in places if path.suffix == ".zip" and path.name[0] != "."]
    return tuple(sorted(found, key=lambda one: (one.made_at is not None, one.name), reverse=True))


def named(data: Path, name: str) -> Path:
    """The archive a name means: one of the data folder's backups, or a file anywhere by its path.

    Raises:
        BackupRefused: there is none.
    """
    own = Layout(data).backups / name
    for path in (own, own.with_name(f"{name}.zip")) if Path(name).name == name else ():
        if path.is_file():
            return path
    if Path(name).is_file():
        return Path(name)
    raise BackupRefused("There is no such backup. `mentor backup list` names those there are.")


def look(path: Path) -> Backup:
    """An archive as it describes itself; nothing is proved by this."""
    size = path.stat().st_size if path.exists() else 0
    try:
        with opened(path) as archive:
            manifest = archive.manifest
    except BackupRefused as refused:
        return Backup(path.name, path, size, problem=str(refused))
    return Backup(path.name, path, size, manifest.made_at, manifest.counts)


def verify(archive: Path, clock: Clock) -> Backup:
    """Prove a backup: unpack it whole into a folder of its own, open that, count, compare, take it away.

    Raises:
        BackupRefused: it could not be brought back.
    """
    beside = archive.parent if os.access(archive.parent, os.W_OK) else None
    try:
        with tempfile.TemporaryDirectory(prefix=".proof-", dir=beside) as temporary:
            with opened(archive) as found:
                found.unpack(Path(temporary))
            _open_and_compare(Path(temporary), found.manifest, clock).close()
    except OSError as error:
        raise BackupRefused(f"That backup could not be proved: {disk.why(error)}.") from None
    return look(archive)


def restore(archive: Path, to: Path, clock: Clock) -> Backup:
    """Bring a backup back into a new folder, which goes its own way from there.

    Args:
        to: a folder that is not there yet, or is empty.

    Raises:
        BackupRefused: the archive is not sound, or the folder holds something. Nothing was changed.
    """
    _check_free(to)
    try:
        disk.make_folder(to.absolute().parent)
        temporary = Path(tempfile.mkdtemp(prefix=f".{to.name}-", dir=to.absolute().parent))
    except OSError as error:
        raise BackupRefused(f"{to} cannot be made: {disk.why(error)}.") from None
    try:
        _bring_back(archive, temporary, clock)
        _check_free(to)
        if to.is_dir():
            to.rmdir()  # it is empty, and Windows does not rename over a folder
        temporary.replace(to)
        disk.sync_folder(to.absolute().parent)
    except OSError as error:
        raise BackupRefused(f"{to} could not be filled: {disk.why(error)}. Nothing was restored.") from None
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return look(archive)


def _bring_back(archive: Path, to: Path, clock: Clock) -> None:
    """Unpack into an empty folder, and make of it one that goes its own way."""
    with opened(archive) as found:
        found.unpack(to)
    with contextlib.closing(_open_and_compare(to, found.manifest, clock)) as folder:
        folder.begin_lineage()
    for place in Layout(to).folders:
        disk.make_folder(place)


def _write(folder: DataFolder, layout: Layout, beside: Path, clock: Clock) -> None:
    def manifest_of(members: Sequence[Member]) -> bytes:
        return manifest_bytes(
            Manifest(
                made_at=clock.now().local.replace(microsecond=0),
                store_id=folder.store_id,
                lineage=folder.caseload.ledger.header.lineage,
                seqs=_seqs(folder),
                counts=_counts(folder),
                files=tuple(members),
            )
        )

    with beside.open("wb") as file:
        pack(file, layout.path, files_to_pack(layout.path, _FOLDERS), manifest_of)
        file.flush()
        disk.sync(file.fileno())


def _seqs(folder: DataFolder) -> dict[str, int]:
    return {db.ledger.name: db.ledger.memory.seq for db in (folder.caseload, folder.notebook)}


def _counts(folder: DataFolder) -> dict[str, int]:
    return {
        table: len(db.documents(table))
        for db in (folder.caseload, folder.notebook)
        for table in db.ledger.tables()
    }


@contextlib.contextmanager
def _put_in_place(backups: Path, clock: Clock) -> Iterator[tuple[Path, Path]]:
    """A file beside the place it gets once it is whole; the name holds day and time and nobody's name."""
    stem = f"backup-{clock.now().local:%Y-%m-%d-%H%M%S}"
    handle, name = tempfile.mkstemp(prefix=f".{stem}-", suffix=".part", dir=backups)  # made 0600
    os.close(handle)
    beside = Path(name)
    try:
        place = _free_name(backups, stem)
        yield place, beside
        beside.replace(place)
        disk.sync_folder(backups)
    finally:
        beside.unlink(missing_ok=True)


def _free_name(backups: Path, stem: str) -> Path:
    place, number = backups / f"{stem}.zip", 1
    while place.exists():
        number += 1
        place = backups / f"{stem}-{number}.zip"
    return place


def _open_and_compare(path: Path, manifest: Manifest, clock: Clock) -> DataFolder:
    """Open what was unpacked as the program would, and see that it is what the manifest says."""
    from store.folder import DataFolder

    try:
        folder = DataFolder.open(path, clock)
        card = orjson.loads(disk.read_file(Layout(path).card))
        found = (
            card["store"],
            folder.store_id,
            folder.caseload.ledger.header.lineage,
            _seqs(folder),
            _counts(folder),
        )
        reason = folder.read_only_reason
    except OSError:
        raise
    except Exception:  # noqa: BLE001 - bytes made to mislead may stumble anywhere in the reading
        raise BackupRefused("This backup is damaged: what is in it cannot be opened.") from None
    said = (manifest.store_id, manifest.store_id, manifest.lineage, manifest.seqs, manifest.counts)
    if reason or found != said:
        folder.close()
        raise BackupRefused("This backup is damaged: what is in it is not what its manifest says.")
    return folder


def _check_free(to: Path) -> None:
    if os.path.lexists(to) and (to.is_symlink() or not to.is_dir() or any(to.iterdir())):
        raise BackupRefused(
            f"{to} is there already and not empty. Name a new folder; nothing was written over."
        )
