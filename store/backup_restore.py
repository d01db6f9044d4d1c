"""Bringing a backup back: into a new folder, or into the place of the present one, which is set aside."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store import disk, pins, swapping
from store.backup import Backup, look
from store.backup_archive import opened
from store.backup_manifest import BackupRefused
from store.backup_proof import Unlock, no_keys, unpack_and_compare
from store.backup_room import check_room, room, sweep
from store.card import card_in
from store.drafts import QUESTIONS_SHOWN
from store.errors import MentorError, RequestRefused
from store.key_files import not_whole
from store.layout import Layout, is_in_data_folder

if TYPE_CHECKING:
    from store.clock import Clock

_BEFORE_RESTORE, _BEFORE_UNDO = "before-restore", "before-undo"


class Restored(NamedTuple):
    """What stands in the place now, and where the folder lies that stood there before."""

    backup: Backup
    aside: Path


def restore(archive: Path, to: Path, clock: Clock, unlock: Unlock = no_keys) -> Backup:
    """Bring a backup back into a new folder, which goes its own way from there.

    Args:
        to: a folder that is not there yet, or is empty.

    Raises:
        BackupRefused: the archive is not sound, or the folder holds something. Nothing was changed.
        PassphraseNeeded: it is encrypted, and `unlock` has no keys.
    """
    to = to.absolute()
    _check_free(to)
    try:
        disk.make_folder(to.parent)
        sweep(to.parent)
        check_room(to.parent, archive.stat().st_size if archive.exists() else 0, "Nothing was restored")
        with room(to.parent) as place:
            _bring_back(archive, place, clock, unlock)
            _check_free(to)
            if to.is_dir():
                to.rmdir()  # it is empty, and Windows does not rename over a folder
            place.replace(to)
        disk.sync_folder(to.parent)
    except OSError as error:
        raise BackupRefused(f"{to} could not be filled: {disk.why(error)}. Nothing was restored.") from None
    return look(archive)


def restore_here(archive: Path, live: Path, clock: Clock, unlock: Unlock = no_keys) -> Restored:
    """Bring a backup back into the place of the present folder, which is set aside with all that is in it.

    Raises:
        BackupRefused: the archive is not sound, or of another data folder. Nothing was changed.
        PassphraseNeeded: it is encrypted, and `unlock` has no keys.
        FolderInUse, StoreBusy, SwapFailed: nothing was changed.
    """
    found = look(archive)
    if found.problem:
        raise BackupRefused(found.problem)
    if (present := card_in(live).get("store")) and present != found.store_id:
        raise BackupRefused(
            "This backup is of another data folder than this one, so it was not put in its place. "
            f"`mentor backup restore {found.name} --to A-NEW-FOLDER` brings it back beside it."
        )
    check_room(live, found.size, "Nothing was restored")
    made_in: list[Path] = []

    def build(to: Path) -> None:
        made_in.append(to)
        _bring_back(archive, to, clock, unlock)
        _share_backups(Layout(live).backups, Layout(to).backups)
        _bring_along(live, to)

    try:
        aside = swapping.swap(live, build, _BEFORE_RESTORE, clock)
    finally:
        for place in made_in:
            pins.forget(place)
    with contextlib.suppress(OSError, MentorError):  # it is restored; the next opening says what it finds
        _pin_anew(live, clock, unlock if found.is_encrypted else no_keys, is_encrypted=found.is_encrypted)
    return Restored(found, aside)


def undo_restore(live: Path, clock: Clock) -> tuple[Path, Path]:
    """Put the folder that the last restore set aside back, and set aside what is there now.

    Returns:
        The folder that was put back, by the name it had; where the other one lies now.

    Raises:
        RequestRefused: there is none.
        FolderInUse, StoreBusy, SwapFailed: nothing was changed.
    """
    kept = swapping.set_aside(live, f"{_BEFORE_RESTORE}|{_BEFORE_UNDO}")
    if not kept:
        raise RequestRefused("No folder was set aside by a restore here, so there is nothing to put back.")
    aside = swapping.put_back(live, kept[-1], _BEFORE_UNDO, clock)
    known = pins.pinned(live)
    if known is not None and known.recipients != card_in(live).get("recipients"):
        pins.forget(live)  # it was so before the restore, and she asked for it
    return kept[-1], aside


def _bring_back(archive: Path, to: Path, clock: Clock, unlock: Unlock) -> None:
    """Unpack into an empty folder, and make of it one that goes its own way."""
    from store.folder import DataFolder
    from store.migrations import bring_up_to_date

    try:
        with opened(archive) as found:
            found.check()
            folder = unpack_and_compare(found, to, clock, unlock)
            keys = folder.keys
            folder.close()
        if keys is not None and len(not_whole(to)) > 1:
            raise BackupRefused(
                "This backup is damaged: neither its identity.age nor its recovery.age is whole, so what was "
                "restored could not be unlocked again. Nothing was restored."
            )
        with contextlib.closing(DataFolder.open(to, clock, keys=keys)) as folder:
            if folder.is_older:
                bring_up_to_date(folder)
            folder.begin_lineage()
        for place in Layout(to).folders:
            disk.make_folder(place)
    finally:
        pins.forget(to)


def _share_backups(from_: Path, to: Path) -> None:
    """The backups belong to both folders: a second name for each, or a copy where there is no second name."""
    for path in from_.iterdir() if from_.is_dir() else ():
        if _is_plain(path):
            try:
                os.link(path, to / path.name)
            except OSError:
                shutil.copyfile(path, to / path.name)
                with contextlib.suppress(OSError):
                    (to / path.name).chmod(disk.PRIVATE_FILE)


def _bring_along(live: Path, to: Path) -> None:
    """What was posted and is not filed yet, and lists kept beside the record, if the keys there open them."""
    if card_in(live).get("recipients") != card_in(to).get("recipients"):
        return
    for here, there in ((live / "inbox", to / "inbox"), (Layout(live).made_files, Layout(to).made_files)):
        with contextlib.suppress(OSError):  # what may not be read stays where it is, in the folder set aside
            for path in here.iterdir():
                if _is_plain(path) and not os.path.lexists(there / path.name):
                    disk.write_file(there / path.name, (disk.read_file(path),))
    # A question that stood before her stood there, whatever is brought back.
    with contextlib.suppress(OSError):
        for path in (live / "drafts").glob(f"{QUESTIONS_SHOWN}.*"):
            if _is_plain(path):
                disk.write_file(to / "drafts" / path.name, (disk.read_file(path),))


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and path.name[0] != "."


def _pin_anew(live: Path, clock: Clock, unlock: Unlock, *, is_encrypted: bool) -> None:
    """Know the folder by what stands in its place from now on, by her own wish."""
    from store.folder import DataFolder

    pins.forget(live)
    DataFolder.open(live, clock, read_only=True, keys=unlock(live)).close()


def _check_free(to: Path) -> None:
    if is_in_data_folder(to.parent):
        raise BackupRefused(f"{to} lies inside a data folder; name a place outside it. Nothing was written.")
    if os.path.lexists(to) and (to.is_symlink() or not to.is_dir() or any(to.iterdir())):
        raise BackupRefused(
            f"{to} is there already and not empty. Name a new folder; nothing was written over."
        )
