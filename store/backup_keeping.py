"""Backups that are made without being asked for: when something changed, proven, and tidied up after."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store import disk
from store.backup import Backup, create, listing, seqs_of
from store.backup_copy import copy_to
from store.backup_proof import Unlock, proofs, verify
from store.backup_retention import prune
from store.card import card_in
from store.errors import MentorError, PassphraseNeeded

if TYPE_CHECKING:
    from store.clock import Clock
    from store.folder import DataFolder
    from store.keys import Keys

Tell = Callable[[str], None]
"""Takes a sentence to the mentor."""


def auto_backup(
    folder: DataFolder, clock: Clock, why: str, *, to: Path | None = None, tell: Tell = lambda _: None
) -> Backup | None:
    """A proven backup of what has changed since the newest one; never raises.

    Args:
        why: what it is made before or at: "quit", "import".
        to: another place that gets a copy, if it is there.
        tell: is told what could not be done.

    Returns:
        The new backup; None where nothing has changed, or none could be made.
    """
    try:
        if (there := newest_with_all(folder)) is not None:
            if to is not None and not (to / there.name).exists():
                _copied(there, to, tell)  # the stick was not plugged in when it was made
            return None
        made = proven_backup(folder, clock, why)
    except (MentorError, OSError) as error:
        tell(str(error) if isinstance(error, MentorError) else f"No backup was made: {disk.why(error)}.")
        return None
    if to is not None:
        _copied(made, to, tell)
    return made


def proven_backup(folder: DataFolder, clock: Clock, why: str) -> Backup:
    """A proven backup with everything that is saved: the newest one, if it has it all, or a new one.

    Raises:
        MentorError: there is none, and what it was meant for should not go on.
    """
    if (there := newest_with_all(folder)) is not None:
        return there
    made = create(folder, clock, why)
    verify(made.path, clock, with_keys(folder.keys))
    with contextlib.suppress(MentorError):  # tidying up is no part of keeping
        prune(folder.path, clock, saved_at=newest_save(folder))
    return made


def newest_with_all(folder: DataFolder) -> Backup | None:
    """The backup that holds everything saved so far and was proven; None if there is none."""
    now = (seqs_of(folder), folder.caseload.ledger.header.lineage, folder.is_encrypted)
    kept = proofs(folder.path)
    for one in listing(folder.path):
        if (one.seqs, one.lineage, one.is_encrypted) == now and one.name in kept:
            return one
    return None


def newest_save(folder: DataFolder) -> datetime | None:
    """The instant of the newest save."""
    return next((act.at for act in folder.history()), None)


def with_keys(keys: Keys | None, otherwise: Unlock | None = None) -> Unlock:
    """Unlocks what these keys open.

    Args:
        otherwise: asked for the keys of a folder that has others.
    """

    def unlock(path: Path) -> Keys | None:
        if keys is not None and card_in(path).get("recipients") == keys.recipients:
            return keys
        if otherwise is None:
            raise PassphraseNeeded("This backup is encrypted with other keys, and no passphrase was given.")
        return otherwise(path)

    return unlock


def _copied(made: Backup, to: Path, tell: Tell) -> None:
    if not to.is_dir():
        tell(f"The backup was not copied to {to}: it is not there just now.")
        return
    try:
        copy_to(made.path, to)
    except MentorError as error:
        tell(str(error))
