"""What lies beside the data folder and may hold them: copies of backups, folders that were set aside."""

from __future__ import annotations

import glob
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from store import swapping
from store.backup import ENDING, look
from store.backup_manifest import BackupRefused
from store.card import card_in
from store.erasing.wish import Unreached
from store.layout import Layout

if TYPE_CHECKING:
    from store.folder import DataFolder

_COPY = "is a copy of a backup as it was"
_BEGUN = "is a copy of a backup that was cut off"
_BEGUN_NAME = re.compile(r"\..+" + re.escape(ENDING) + r"-[0-9a-f]{8}\.part")
_ASIDE = "is this folder as it was before a restore or another lock"
_LINKED = "is where a link of the folder leads; what lies there stays as it was"
_LOCKED = "is a folder that was put aside locked"


def beside(folder: DataFolder, copies: Path | None) -> Iterator[Unreached]:
    """Everything of this folder's that lies outside it, as far as it is known where."""
    for place in _copies(folder.path, copies):
        why = _COPY if place.suffix == ENDING else _BEGUN
        yield Unreached(str(place), why, "Remove it; the next backup puts a new copy there.")
    if copies is not None and not copies.is_dir():
        yield Unreached(
            str(copies), "is not there just now", "When it is, remove the backups on it.", may_go=False
        )
    for inside in Layout(folder.path).folders:
        if inside.is_symlink():
            yield Unreached(str(inside.resolve()), _LINKED, "Look into it, and empty it.", may_go=False)
    for place in _set_aside(folder.path):
        yield Unreached(str(place), _ASIDE, "Remove it when you no longer need it.")
    for place in sorted(folder.path.parent.glob(f"{glob.escape(folder.path.name)}.locked-*")):
        yield Unreached(str(place), _LOCKED, "Nobody can tell what is in it; it is yours to remove.", False)


def remove_copies(path: Path, copies: Path | None) -> list[str]:
    """Remove the copies of this folder's backups; those that are gone. OSError leaves the rest."""
    return [str(place) for place in _copies(path, copies) if _is_removed(place)]


def remove_set_aside(path: Path) -> list[str]:
    """Remove the folders that this one took the place of; those that are gone."""
    gone = []
    for place in _set_aside(path):
        shutil.rmtree(place)
        gone.append(str(place))
    return gone


def _is_removed(place: Path) -> bool:
    place.unlink(missing_ok=True)
    return True


def _copies(path: Path, copies: Path | None) -> list[Path]:
    """Backups of this very store in the place that gets copies, and copies of them that were cut off."""
    store = card_in(path).get("store")
    if copies is None or not copies.is_dir() or not store:
        return []
    found = []
    for place in sorted(copies.iterdir()):
        if place.suffix == ENDING and place.is_file():
            with suppress(BackupRefused):
                if look(place).store_id == store:
                    found.append(place)
        elif _BEGUN_NAME.fullmatch(place.name) and place.is_file():
            found.append(place)  # whose it is does not stand in a piece; whole it lies beside its folder
    return found


def _set_aside(path: Path) -> list[Path]:
    with suppress(OSError):
        return swapping.set_aside(path)
    return []
