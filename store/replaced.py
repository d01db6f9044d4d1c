"""The folders that one under another lock, or without a person, took the place of: removed at its opening."""

import contextlib
import shutil
from pathlib import Path

from store import disk, swapping
from store.layout import Layout

_MARKS = {f"before-{why}" for why in ("encrypt", "decrypt", "rekey", "new-recovery-key", "erase")}
"""Whoever can write the folder can write its mark: what a restore has set aside is not removed for it."""


def remove_old(path: Path) -> None:
    """Remove the folders that the present one took the place of; what cannot be removed now goes later."""
    mark = Layout(path).rekeyed
    with contextlib.suppress(OSError):
        why = disk.read_file(mark).decode("utf-8", "replace")
        if why in _MARKS:
            for old in swapping.set_aside(path, why, even_parts=True):
                shutil.rmtree(old)
        mark.unlink()
