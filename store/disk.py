"""The few things asked of the disk: private files, whole writes, and a sync that means it."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from store.errors import SaveFailed

MOVED_AWAY = (
    "Could not save: the data folder is no longer where it was. Your words are still here; "
    "put it back and press enter again."
)
"""What is said in the place of making a new, false one."""

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_BINARY: int = getattr(os, "O_BINARY", 0)
_CLOSE_ON_EXEC: int = getattr(os, "O_CLOEXEC", 0)


def open_file(path: Path, flags: int) -> int:
    """A file descriptor; a file made by this is for its owner alone, whatever the umask."""
    is_new = bool(flags & os.O_CREAT) and not path.exists()
    handle = os.open(path, flags | _BINARY | _CLOSE_ON_EXEC, PRIVATE_FILE)
    if is_new:
        with contextlib.suppress(OSError):
            path.chmod(PRIVATE_FILE)
    return handle


def make_folder(path: Path) -> None:
    """A folder for its owner alone; one that is there stays as it is."""
    if not path.is_dir():
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        path.chmod(PRIVATE_FOLDER)


def make_inside(folder: Path) -> None:
    """One of a data folder's own folders, for its owner alone; the data folder itself is never made by it."""
    if not folder.is_dir():
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=PRIVATE_FOLDER)


def write_all(handle: int, content: bytes) -> None:
    """Write every byte; one call of the system may take only a part."""
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def sync(handle: int) -> None:
    """Have the disk confirm what was written."""
    if sys.platform == "darwin":  # where fsync only reaches the drive's own cache
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def sync_folder(path: Path) -> None:
    """Make a rename or a new name in the folder last."""
    if os.name == "nt":  # Windows cannot open a folder
        return
    handle = os.open(path, os.O_RDONLY | _CLOSE_ON_EXEC)
    try:
        sync(handle)
    finally:
        os.close(handle)


def write_file(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file from its start and have the disk confirm it."""
    handle = open_file(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        for part in parts:
            write_all(handle, part)
        sync(handle)
    finally:
        os.close(handle)


def read_from(handle: int, start: int) -> bytes:
    """Everything from `start` to the end of the file, as it stands."""
    pieces = []
    while piece := os.pread(handle, max(os.fstat(handle).st_size - start, 1), start):
        pieces.append(piece)
        start += len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def stamp(path: Path) -> tuple[int, int, int]:
    """Inode, size and time of a file: another program's write shows in them."""
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def save_failed(error: OSError) -> SaveFailed:
    """What a refused write means for the one who typed."""
    remedy = "free some space" if error.errno in _FULL else "put that right"
    return SaveFailed(
        f"Could not save: {why(error)}. Your words are still here; {remedy} and press enter again."
    )


def why_unread(error: OSError) -> str:
    """The reason in words why something cannot be read, without any path."""
    return "you may not read it" if error.errno in _FORBIDDEN else why(error)


def why(error: OSError) -> str:
    """The reason in words, without any path."""
    if error.errno in _FULL:
        return "the disk is full"
    if error.errno in _FORBIDDEN:
        return "the data folder may not be written"
    if error.errno in (errno.ENOENT, errno.ESTALE, errno.ENOTDIR):
        return "the data folder is no longer there"
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return "too many files are open on this machine"
    return "the disk answered with an error"


_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
