"""The proof of a backup: it is brought back, opened, counted and compared; and when that was done is kept."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store import disk, pins
from store.backup import Backup, listing, look, manifest_of
from store.backup_archive import Archive, opened
from store.backup_manifest import BackupRefused
from store.backup_room import check_room, room, sweep
from store.card import card_in
from store.errors import MentorError, PassphraseNeeded
from store.layout import Layout
from store.references import lost_count

if TYPE_CHECKING:
    from store.clock import Clock
    from store.folder import DataFolder
    from store.keys import Keys

Unlock = Callable[[Path], "Keys | None"]
"""Given the unpacked folder, its keys; None for a plain one."""

PROOFS = "proofs.json"


@dataclass(frozen=True, slots=True)
class Proof:
    """That an archive was brought back once, whole."""

    name: str
    size: int
    sha256: str
    """Of the archive."""
    proved_at: datetime
    """Instant, in UTC."""
    lost_references: int = 0
    """Records in it that point at others which are gone; they did when it was made, too."""


def no_keys(_: Path) -> Keys | None:
    """Of a plain folder."""
    return None


def verify(archive: Path, clock: Clock, unlock: Unlock = no_keys, work_in: Path | None = None) -> Backup:
    """Prove a backup: unpack it whole into a folder of its own, open that, count, compare, take it away.

    Args:
        work_in: where the folder is made; beside the archive if not said. Never in a temporary folder of
            the machine, which others can see and nobody sweeps.

    Raises:
        BackupRefused: it could not be brought back.
        PassphraseNeeded: it is encrypted, and `unlock` has no keys.
    """
    beside = work_in or archive.absolute().parent
    try:
        if beside == archive.absolute().parent and os.access(beside, os.W_OK):
            sweep(beside)
        with opened(archive) as found:
            sha256 = found.check()
            check_room(beside, found.size, "That backup was not proved")
            with room(beside) as place:
                lost = _brought_back(place, found, clock, unlock)
        backup = look(archive)
        _keep(archive, Proof(archive.name, backup.size, sha256, clock.now().at, lost))
    except OSError as error:
        raise BackupRefused(f"That backup could not be proved: {disk.why(error)}.") from None
    return backup


def unpack_and_compare(archive: Archive, to: Path, clock: Clock, unlock: Unlock) -> DataFolder:
    """Fill an empty folder from an archive that was checked, and open it, if it is what its manifest says.

    Raises:
        BackupRefused: it is not.
        PassphraseNeeded, OSError: it cannot be told.
    """
    from store.folder import DataFolder

    archive.unpack(to)
    folder = None
    try:
        keys = unlock(to) if archive.manifest.is_encrypted else None
        folder = DataFolder.open(to, clock, read_only=True, keys=keys)
        is_same = _is_what_it_says(archive, folder)
    except (OSError, PassphraseNeeded):
        if folder:
            folder.close()
        raise
    except Exception as error:  # bytes made to mislead may stumble anywhere in the reading
        if folder:
            folder.close()
        if isinstance(error, MentorError) and error.exit_code != 1:
            raise
        raise BackupRefused("This backup is damaged: what is in it cannot be opened.") from None
    if not is_same:
        folder.close()
        raise BackupRefused("This backup is damaged: what is in it is not what its manifest says.")
    return folder


def _is_what_it_says(archive: Archive, folder: DataFolder) -> bool:
    for _ in folder.load_steps():
        pass  # each table, to its end
    said, store = archive.manifest, card_in(folder.path).get("store")
    lost = None if said.lost_references is None else lost_count(folder)
    found = manifest_of(folder, archive.members, said, lost)
    return (found, store, folder.troubles) == (said, said.store_id, ())


def proofs(data: Path) -> dict[str, Proof]:
    """The proofs of a data folder's backups, by the archive's name; only of those that are as they were."""
    said = _kept(Layout(data).backups)
    found = {}
    for name, proof in said.items():
        with contextlib.suppress(OSError):
            if (Layout(data).backups / name).stat().st_size == proof.size:
                found[name] = proof
    return found


def last_proven(data: Path) -> tuple[Backup, datetime] | None:
    """The newest backup that was brought back once to prove it, and the instant when it was."""
    kept = proofs(data)
    with contextlib.suppress(BackupRefused):
        for one in listing(data):
            if one.made_at is not None and one.name in kept:
                return one, kept[one.name].proved_at
    return None


def is_unchanged(backup: Backup, proof: Proof) -> bool:
    """Whether an archive is still, byte for byte, the one that was proved."""
    with contextlib.suppress(BackupRefused, OSError), opened(backup.path) as archive:
        return archive.check() == proof.sha256
    return False


def _brought_back(place: Path, archive: Archive, clock: Clock, unlock: Unlock) -> int:
    try:
        with contextlib.closing(unpack_and_compare(archive, place, clock, unlock)) as folder:
            _check_key_files(place, archive)
            return lost_count(folder)
    finally:
        pins.forget(place)  # a room is no place that anybody posts to


def _check_key_files(place: Path, archive: Archive) -> None:
    """The keys at hand opened it; without them it takes one of these files."""
    if archive.manifest.is_encrypted:
        from store.key_files import not_whole

        for name in not_whole(place):
            raise BackupRefused(f"This backup is damaged: {name} in it is no whole age file of keys.")


def _keep(archive: Path, proof: Proof) -> None:
    """Write down that it was proved; an archive on a stick has no list of its own."""
    backups = archive.absolute().parent
    if not Layout(backups.parent).is_there or backups != Layout(backups.parent).backups:
        return
    said = {name: one for name, one in _kept(backups).items() if (backups / name).exists()}
    said[proof.name] = proof
    shapes = [asdict(one) | {"proved_at": one.proved_at.isoformat()} for one in said.values()]
    from store.loose_files import write_whole

    with contextlib.suppress(MentorError):  # it was proved all the same
        write_whole(backups / PROOFS, (json.dumps({"proofs": shapes}, indent=1) + "\n").encode())


def _kept(backups: Path) -> dict[str, Proof]:
    try:
        said = json.loads(disk.read_file(backups / PROOFS))
        found = [_proof(one) for one in said["proofs"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return {}
    return {proof.name: proof for proof in found}


def _proof(said: dict[str, Any]) -> Proof:
    when = datetime.fromisoformat(said["proved_at"]).astimezone(UTC)
    return Proof(
        str(said["name"]), int(said["size"]), str(said["sha256"]), when, int(said["lost_references"])
    )
