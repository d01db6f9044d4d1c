"""Who has a data folder open: a program that stays says so, and whoever replaces the folder is told.

A lock of its own beside the lock of the writers: that one is held for a save, this one for a whole sitting.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from store import disk
from store.errors import StoreBusy
from store.lock import PATIENCE

try:
    import fcntl
except ImportError:  # Windows, which refuses by itself to rename a folder with open files
    fcntl = None  # type: ignore[assignment]

SMALL_WRITE = 0.5
"""Seconds to wait for a line that is just being put into the inbox; a program that is open stays longer."""

FILE_NAME = "in-use"

OPEN_ELSEWHERE = "Mentor is open on this data folder. Close it there and try again; nothing was changed."
BEING_REPLACED = "This data folder is just being replaced by another mentor. Wait a moment and try again."


class FolderInUse(StoreBusy):
    """The folder cannot be replaced now, or not be opened while it is."""


class Presence:
    """Says, until it is closed, that a program has the folder open."""

    def __init__(self, handle: int) -> None:
        """Use `present`."""
        self._handle = handle

    def close(self) -> None:
        """Say so no longer."""
        if self._handle >= 0:
            _let_go(self._handle)
            self._handle = -1


def present(path: Path) -> Presence:
    """Say that this program has the data folder open; where nothing may be written, nothing is said.

    Raises:
        FolderInUse: it is just being replaced.
    """
    try:
        return Presence(_locked(path, shared=True))
    except BlockingIOError:
        raise FolderInUse(BEING_REPLACED) from None
    except OSError:  # a folder that may only be read cannot be replaced by anyone either
        return Presence(-1)


def present_soon(path: Path) -> Presence:
    """The same for the time of one small write; where the folder is just being replaced, it waits for that.

    Raises:
        FolderInUse: that does not end.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return present(path)
        except FolderInUse:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.005)


@contextlib.contextmanager
def alone(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Have the data folder to oneself: no program has it open, and none opens it meanwhile.

    Args:
        patience: seconds to wait for a line that is just being put into the inbox.

    Raises:
        FolderInUse: on entering; a program has it open.
        OSError: on entering; the folder takes no files.
    """
    handle = _alone_soon(path, patience)
    try:
        yield
    finally:
        _let_go(handle)


def _let_go(handle: int) -> None:
    with contextlib.suppress(OSError):  # what was done meanwhile is done, and must not be said not to be
        os.close(handle)


def _alone_soon(path: Path, patience: float) -> int:
    deadline = time.monotonic() + patience
    while True:
        try:
            return _locked(path, shared=False)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise FolderInUse(OPEN_ELSEWHERE) from None
            time.sleep(0.005)


def _locked(path: Path, *, shared: bool) -> int:
    handle = disk.open_file(path / FILE_NAME, os.O_RDWR | os.O_CREAT)
    if fcntl is not None:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            raise
    return handle
