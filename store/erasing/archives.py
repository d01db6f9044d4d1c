"""The backups of a folder without those who leave: each is brought back, written anew, and proved again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from store import disk, pins
from store.backup import ENDING, manifest_of
from store.backup_archive import Archive, opened
from store.backup_keeping import with_keys
from store.backup_manifest import BackupRefused
from store.backup_packing import files_to_pack, pack
from store.backup_proof import PROOFS, unpack_and_compare, verify
from store.backup_room import room
from store.erasing.building import Mingled
from store.erasing.wish import Unreached
from store.errors import MentorError, PassphraseNeeded
from store.layout import Layout
from store.references import lost_count
from store.resealing import copy, share, whole_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.clock import Clock
    from store.folder import DataFolder

    Rewrite = Callable[[DataFolder, Path], bool]
    """Writes an open folder into an empty one without them; whether anything was theirs."""

_BY_HAND = "Remove it if they may be in it: `mentor backup list` names it."
_OTHER_KEYS = "opens with other keys than these"
_DAMAGED = "is damaged, or no backup of this mentor"
_MINGLED = "is of a day on which they were made one with somebody who stays"
_ANOTHERS = "is of another data folder"


@dataclass(slots=True)
class Archives:
    """What became of the backups."""

    written_anew: list[str] = field(default_factory=list)
    without_them: list[str] = field(default_factory=list)
    """They never were in these."""
    unreached: list[Unreached] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def unopened(folder: DataFolder) -> Iterator[Unreached]:
    """The backups that cannot be written anew, as far as a look at each tells; nothing is unpacked."""
    yield from (unreached for _, unreached in folders(folder))
    for path in every(folder):
        if path.suffix != ENDING:
            yield Unreached(f"backups/{path.name}", _DAMAGED, _BY_HAND)
            continue
        try:
            with opened(path) as archive:
                archive.check()
                if archive.manifest.store_id != folder.store_id:
                    yield Unreached(f"backups/{path.name}", _ANOTHERS, _BY_HAND, may_go=False)
                elif not _opens(archive, folder):
                    yield Unreached(f"backups/{path.name}", _OTHER_KEYS, _BY_HAND)
        except BackupRefused:
            yield Unreached(f"backups/{path.name}", _DAMAGED, _BY_HAND)


def _opens(archive: Archive, folder: DataFolder) -> bool:
    """Whether it is encrypted with the keys of the folder, or not at all."""
    if not archive.manifest.is_encrypted:
        return True
    with suppress(ValueError, AttributeError):
        said = orjson.loads(archive.content("store.json"))
        return folder.keys is not None and said.get("recipients") == folder.keys.recipients
    return False


def rewrite_archives(
    folder: DataFolder, to: Path, clock: Clock, rewrite: Rewrite, *, remove_unreadable: bool
) -> Archives:
    """Put every backup of a folder into the new one that is being made, without those who leave.

    Raises:
        OSError: the disk refuses.
    """
    done, backups = Archives(), Layout(to).backups
    for path in every(folder):
        unreached = _one(folder, path, backups, clock, rewrite, done)
        if unreached is not None and unreached.why == _DAMAGED and path.suffix == ENDING:
            # Damage is only what shows twice: a disk that stumbled once must not leave them in it.
            unreached = _one(folder, path, backups, clock, rewrite, done)
        if unreached is None:
            continue
        if remove_unreadable and unreached.may_go:
            done.removed.append(unreached.place)
        else:
            share(path, backups / path.name)
            done.unreached.append(unreached)
    for at, unreached in folders(folder):
        copy(at, backups / at.name)
        done.unreached.append(unreached)
    return done


def folders(folder: DataFolder) -> Iterator[tuple[Path, Unreached]]:
    """What lies among the backups and is no file; it is taken along as it is."""
    backups = Layout(folder.path).backups
    for at in sorted(backups.iterdir()) if backups.is_dir() else ():
        if at.is_dir() and not at.name.startswith("."):
            yield (
                at,
                Unreached(f"backups/{at.name}", "is a folder, which was not looked into", _BY_HAND, False),
            )


def every(folder: DataFolder) -> list[Path]:
    """Every file among the backups of a folder but the list of proofs."""
    return [path for path in whole_files(Layout(folder.path).backups) if path.name != PROOFS]


def _one(
    folder: DataFolder, path: Path, backups: Path, clock: Clock, rewrite: Rewrite, done: Archives
) -> Unreached | None:
    """One backup; why not, where it cannot be done."""
    place = f"backups/{path.name}"
    if path.suffix != ENDING:
        return Unreached(place, _DAMAGED, _BY_HAND)
    try:
        with opened(path) as archive, room(backups) as inside:
            if archive.manifest.store_id != folder.store_id:
                return Unreached(place, _ANOTHERS, _BY_HAND, may_go=False)
            is_new = _rewritten(archive, inside, backups / path.name, clock, folder, rewrite)
        if not is_new:
            share(path, backups / path.name)
        else:
            _dated_as(path, backups / path.name)
        verify(backups / path.name, clock, with_keys(folder.keys))
    except PassphraseNeeded:
        return Unreached(place, _OTHER_KEYS, _BY_HAND)
    except Mingled:
        return Unreached(place, _MINGLED, _BY_HAND)
    except MentorError:
        (backups / path.name).unlink(missing_ok=True)
        return Unreached(place, _DAMAGED, _BY_HAND)
    (done.written_anew if is_new else done.without_them).append(path.name)
    return None


def _rewritten(
    archive: Archive, inside: Path, place: Path, clock: Clock, folder: DataFolder, rewrite: Rewrite
) -> bool:
    """Bring it back into a room and pack what `rewrite` leaves of it; False if nothing was theirs."""
    archive.check()
    was, now = inside / "was", inside / "now"
    was.mkdir(mode=disk.PRIVATE_FOLDER)
    now.mkdir(mode=disk.PRIVATE_FOLDER)
    with _unpinned(was, now):
        with closing(unpack_and_compare(archive, was, clock, with_keys(folder.keys))) as brought:
            keys = brought.keys
        from store.folder import DataFolder

        with DataFolder.open(was, clock, keys=keys) as settled:
            settled.compact(force=True)  # a fold that was stopped half-way is finished
        with DataFolder.open(was, clock, read_only=True, keys=keys) as old:
            _check_sound(old)
            if not rewrite(old, now):
                return False
        with DataFolder.open(now, clock, read_only=True, keys=keys) as new:
            _check_sound(new)
            _pack(archive, new, place)
    return True


def _check_sound(folder: DataFolder) -> None:
    """Nothing is made of what could not be read; BackupRefused."""
    if folder.troubles:
        raise BackupRefused(folder.troubles[0])


def _pack(archive: Archive, new: DataFolder, place: Path) -> None:
    lost = lost_count(new)
    names = [name for name, _ in files_to_pack(new.path, encrypted=new.is_encrypted)]
    with place.open("xb") as file:
        place.chmod(disk.PRIVATE_FILE)
        pack(file, new.path, names, lambda members: manifest_of(new, members, archive.manifest, lost))
        file.flush()
        disk.sync(file.fileno())


def _dated_as(old: Path, new: Path) -> None:
    """The newest backup is known by its file's day, too."""
    found = old.stat()
    os.utime(new, ns=(found.st_atime_ns, found.st_mtime_ns))


@contextmanager
def _unpinned(*places: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for place in places:
            pins.forget(place)
