"""The lock of a data folder: whoever holds it may write, and nobody else."""

import contextlib
import os
import time
from pathlib import Path
from typing import Self

from store import disk
from store.errors import SaveFailed, StoreBusy
from store.layout import Layout

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE = 10.0
"""Seconds to wait for another program before saying so."""


class FolderLock:
    """One lock file, held across refresh, choice of ids, append and sync.

    Not the filelock package: it takes the same flock, but 55 ms to import, which every `mentor note` would
    pay.
    """

    def __init__(self, path: Path) -> None:
        """The lock at `path`; nothing is opened yet."""
        self._path = path
        self._name = str(path)
        self._handle = -1
        self._owner = 0
        self._file = (0, 0)
        self._depth = 0

    def held(self) -> Self:
        """Hold the lock for a `with` block; a block inside a block holds the same one.

        Raises:
            StoreBusy: on entering; another program kept it for `PATIENCE` seconds.
            SaveFailed: on entering; the lock file cannot be opened, or this is no data folder.
        """
        return self

    def __enter__(self) -> None:
        if self._depth == 0:
            self._take()
        self._depth += 1

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        if self._depth == 0:
            _unlock(self._handle)

    def close(self) -> None:
        """Let go of the file."""
        if self._handle >= 0 and self._owner == os.getpid():
            with contextlib.suppress(OSError):  # what was done under it is done
                os.close(self._handle)
        self._handle = -1

    def _take(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not self._try():
            if time.monotonic() > deadline:
                raise StoreBusy(
                    f"Another mentor has been writing for {PATIENCE:.0f} seconds. Nothing was lost; "
                    "close it or wait a moment, and try again."
                )
            # Uneven, so that several who wait do not all knock at once.
            time.sleep(0.001 + os.getpid() % 7 / 1000)

    def _try(self) -> bool:
        if self._handle < 0 or self._owner != os.getpid():  # a lock taken before a fork is the parent's too
            try:
                if not Layout(self._path.parent).is_there:
                    raise SaveFailed(disk.MOVED_AWAY)  # a lock would be the first file of a false one
                self._handle = disk.open_file(self._path, os.O_RDWR | os.O_CREAT)
                self._owner = os.getpid()
                status = os.fstat(self._handle)
            except OSError as error:
                self.close()
                raise disk.save_failed(error) from None
            self._file = (status.st_dev, status.st_ino)
        try:
            is_taken = _lock(self._handle, self._path)
        except OSError as error:
            raise disk.save_failed(error) from None
        if not is_taken:
            return False
        if self._is_in_place():
            return True
        _unlock(self._handle)
        self.close()
        return False

    def _is_in_place(self) -> bool:
        # A lock file that was removed or replaced would let two programs each hold their own.
        try:
            there = os.stat(self._name)  # noqa: PTH116 - on every save
        except OSError:
            return False
        return (there.st_dev, there.st_ino) == self._file


if fcntl is not None:

    def _lock(handle: int, path: Path) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)

else:  # pragma: no cover - Windows
    import msvcrt

    def _lock(handle: int, path: Path) -> bool:
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        with contextlib.suppress(OSError):
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
