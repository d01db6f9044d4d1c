"""What the doctor sees in the backups: whether the newest could be brought back, and how old it is."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from store import disk
from store.backup import ENDING, look
from store.backup_archive import opened
from store.backup_manifest import BackupRefused
from store.backup_proof import last_proven, proofs
from store.clock import Clock
from store.finding import Finding
from store.layout import Layout

_OLD_BACKUP_DAYS = 14


def backup_findings(path: Path, clock: Clock) -> Iterator[Finding]:
    """What is wrong or odd in the backups of a data folder; the newest is read whole."""
    layout = Layout(path)
    if layout.backups.is_dir() and not os.access(layout.backups, os.R_OK | os.X_OK):
        return  # said with the other folders
    newest = layout.newest_backup()
    if newest is None:
        yield Finding("notice", "There is no backup yet; `mentor backup create` makes one.")
        return
    made = datetime.fromtimestamp(newest.stat().st_mtime, UTC)
    if (days := (clock.now().at - made).days) > _OLD_BACKUP_DAYS:
        yield Finding(
            "notice", f"The newest backup is {days} days old; `mentor backup create` makes a new one."
        )
    if newest.suffix == ENDING and (trouble := _trouble(path, newest)):
        yield Finding(
            "trouble",
            f"The newest backup, {newest.name}, cannot be relied on. {trouble} `mentor backup create` makes "
            "a new one; remove that one.",
        )
    if last_proven(path) is None:
        yield Finding(
            "notice", "No backup was brought back yet to prove it; `mentor backup verify --all` does that."
        )


def _trouble(data: Path, archive: Path) -> str:
    """Why an archive cannot be used, as a sentence; "" where every byte of it is as it was written."""
    if problem := look(archive).problem:
        return problem
    try:
        with opened(archive) as found:
            sha256 = found.check()
    except BackupRefused as refused:
        return str(refused)
    except OSError as error:
        return f"It {disk.state(error)}."
    proof = proofs(data).get(archive.name)
    return "It was changed since it was proven." if proof and proof.sha256 != sha256 else ""
