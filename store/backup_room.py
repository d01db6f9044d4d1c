"""Rooms to work in: hidden folders that go when the work is done, and are swept where it was stopped."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from store import disk, in_use
from store.backup_manifest import BackupRefused
from store.layout import Layout
from store.swapping import BUILDING

_PREFIX = ".mentor-work-"
_SPARE = 4 << 20
"""Bytes that stay free beside what is asked for."""


@contextlib.contextmanager
def room(inside: Path) -> Iterator[Path]:
    """An empty folder for its owner alone, taken away when the block ends, however it ends."""
    place = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=inside))
    presence = in_use.present(place)
    try:
        (place / "room").mkdir(mode=disk.PRIVATE_FOLDER)
        yield place / "room"
    finally:
        presence.close()
        shutil.rmtree(place, ignore_errors=True)


def left_over(inside: Path) -> list[Path]:
    """Rooms in a folder, whether someone works in them or not; in a data folder, half of another one too."""
    found = _rooms(inside)
    with contextlib.suppress(OSError):
        if Layout(inside).is_there and (inside / BUILDING).is_dir():
            found.append(inside / BUILDING)
    return found


def _rooms(inside: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return [at for at in inside.iterdir() if at.name.startswith(_PREFIX) and at.is_dir()]
    return []


def sweep(inside: Path) -> None:
    """Take away the rooms of work that was stopped half-way; those in which someone works stay."""
    for place in _rooms(inside):
        with contextlib.suppress(in_use.FolderInUse, OSError), in_use.alone(place):
            shutil.rmtree(place, ignore_errors=True)


def check_room(inside: Path, needed: int, what: str) -> None:
    """See that there is space before anything is written.

    Args:
        needed: bytes.
        what: the beginning of the sentence: "No backup was made".

    Raises:
        BackupRefused: there is not; the sentence says how much is wanting.
    """
    try:
        free = shutil.disk_usage(inside).free
    except OSError:
        return  # a place that does not tell; it will say so itself when it is full
    if free < needed + _SPARE:
        raise BackupRefused(
            f"{what}: it needs {size_words(needed)}, and there are {size_words(free)} free at {inside}. "
            "Free some space and try again."
        )


def size_words(size: int) -> str:
    """Bytes as a person says them: "12 KB", "3.4 MB"."""
    if size < 1 << 20:
        return f"{-(-size // 1024):,} KB"
    return f"{size / (1 << 20):,.1f} MB" if size < 1 << 30 else f"{size / (1 << 30):,.1f} GB"
