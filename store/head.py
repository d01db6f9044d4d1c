"""The head: the newest commit this machine has seen, kept outside the folder, so that an old copy is noticed.

Advisory. It is written after a commit is confirmed and never synced, so it lags and never leads; where it
cannot be kept, nothing else changes.
"""

import contextlib
import os
from pathlib import Path

from store import disk
from store.own_places import own_place

_WIDTH = 80


def state_folder() -> Path:
    """Where this machine keeps what it has seen: MENTOR_STATE, else the user's state folder."""
    named = os.environ.get("MENTOR_STATE")
    return Path(named) if named else own_place("state")


class Head:
    """The head of one ledger of one store and lineage."""

    def __init__(self, store: str, lineage: str, ledger: str) -> None:
        """Nothing is opened yet."""
        self._name = f"{store}-{lineage}.{ledger}"
        self._handle = -1
        self._owner = 0

    def seen(self) -> tuple[int, str]:
        """The number and check of the newest commit seen here; (0, "") where none is known."""
        with contextlib.suppress(OSError, ValueError):
            number, check = disk.read_file(state_folder() / "heads" / self._name).decode("ascii").split()
            return int(number), check
        return 0, ""

    def saw(self, seq: int, check: bytes) -> None:
        """Remember a commit. Never fails: the commit is saved already."""
        with contextlib.suppress(OSError):
            if self._handle < 0 or self._owner != os.getpid():
                self._open()
            os.pwrite(self._handle, (b"%d %b" % (seq, check)).ljust(_WIDTH - 1) + b"\n", 0)

    def close(self) -> None:
        """Let go of the file."""
        if self._handle >= 0:
            with contextlib.suppress(OSError):
                os.close(self._handle)
            self._handle = -1

    def _open(self) -> None:
        folder = state_folder() / "heads"
        disk.make_folder(folder)
        self._handle = disk.open_file(folder / self._name, os.O_WRONLY | os.O_CREAT)
        self._owner = os.getpid()
