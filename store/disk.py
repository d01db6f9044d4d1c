"""The few things asked of the disk: private files, whole writes, and a sync that means it."""

import contextlib
import errno
import os
import stat
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
_NEVER_WAIT: int = getattr(os, "O_NONBLOCK", 0)


class NotPlain(OSError):
    """Something else lies in the place of a file: a folder, a pipe, a device."""


def open_file(path: Path, flags: int) -> int:
    """A file descriptor of a plain file; one made by this is for its owner alone, whatever the umask.

    Raises:
        NotPlain: a pipe would be waited on for ever, and a device obeys what is written to it.
    """
    is_new = bool(flags & os.O_CREAT) and not path.exists()
    handle = os.open(path, flags | _BINARY | _CLOSE_ON_EXEC | _NEVER_WAIT, PRIVATE_FILE)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotPlain(errno.EINVAL, "not a plain file")
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


def read_file(path: Path) -> bytes:
    """The whole of a plain file."""
    handle = open_file(path, os.O_RDONLY)
    try:
        return read_from(handle, 0)
    finally:
        os.close(handle)


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


def state(error: OSError) -> str:
    """What is wrong with a file that cannot be read, as the end of a sentence about it."""
    if isinstance(error, FileNotFoundError):
        return "is missing"
    if error.errno in _FORBIDDEN:
        return "may not be read"
    return "is not a plain file" if _is_of_another_kind(error) else "cannot be read"


def _is_of_another_kind(error: OSError) -> bool:
    return isinstance(error, NotPlain) or error.errno in _OF_ANOTHER_KIND


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
    if _is_of_another_kind(error):
        return "something that is not a plain file lies in the place of one"
    return "the disk answered with an error"


_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_OF_ANOTHER_KIND = (errno.EISDIR, errno.ENXIO, errno.ENODEV, errno.ELOOP)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
