"""A copy of a backup somewhere else: a folder, a USB stick, a folder that a sync service takes along."""

import contextlib
import hashlib
import os
from pathlib import Path
from uuid import uuid4

from store import disk
from store.backup_manifest import BackupRefused
from store.backup_room import check_room
from store.layout import is_in_data_folder

_PIECE = 1 << 20


def copy_to(archive: Path, folder: Path) -> Path:
    """Copy an archive into a folder that is there, have the disk confirm it, and compare it byte by byte.

    A file system that knows no modes (a stick) is fine. A place that holds this archive already keeps it.

    Raises:
        BackupRefused: there is no whole copy there, and none of it is left behind.
    """
    if not folder.is_dir():
        raise BackupRefused(f"{folder} is not there, or is no folder, so no copy was made. Is it plugged in?")
    if is_in_data_folder(folder):
        raise BackupRefused(f"{folder} lies in a data folder itself; name a place outside it.")
    beside = folder / f".{archive.name}-{uuid4().hex[:8]}.part"
    try:
        wanted = _hash(archive)
        if (place := _place(archive, folder, wanted)).exists():
            return place
        check_room(folder, archive.stat().st_size, "No copy was made")
        _copy(archive, beside)
        if _hash(beside) != wanted:
            raise BackupRefused(f"No copy was made: {folder} gives back other bytes than were written to it.")
        beside.replace(place)
        with contextlib.suppress(OSError):
            disk.sync_folder(folder)
    except OSError as error:
        raise BackupRefused(f"No copy was made in {folder}: {_why(error)}.") from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    return place


def _place(archive: Path, folder: Path, wanted: str) -> Path:
    """Where the copy goes: its own name, unless another file has that."""
    place, number = folder / archive.name, 1
    while place.exists() and _hash(place) != wanted:
        number += 1
        place = folder / f"{archive.stem}-copy-{number}{archive.suffix}"
    return place


def _copy(archive: Path, place: Path) -> None:
    handle = disk.open_file(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        with archive.open("rb") as source:
            while piece := source.read(_PIECE):
                disk.write_all(handle, piece)
        disk.sync(handle)
        if hasattr(os, "posix_fadvise"):  # so that it is read from the stick again, and not from memory
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def _hash(path: Path) -> str:
    handle = disk.open_file(path, os.O_RDONLY)
    with os.fdopen(handle, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _why(error: OSError) -> str:
    return disk.why(error).replace("the data folder", "that place")
