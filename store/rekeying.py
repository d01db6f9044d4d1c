"""Putting a data folder under other keys, under a first lock, or under none: whole, or not at all.

The same records under the new lock are made beside the old ones, opened and compared; then they take their
place in one swap, and the old ones are removed. A stop at any moment leaves one of the two, and the removing
is finished by the next one who opens the folder.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from store import disk, pins, swapping
from store.errors import MentorError, SaveFailed
from store.folder import DataFolder
from store.layout import Layout
from store.resealing import reseal
from store.vault import NewLock, check_lock

if TYPE_CHECKING:
    from store.clock import Clock
    from store.keys import Keys


def relock(
    path: Path, clock: "Clock", keys: "Keys | None", lock: NewLock | None, passphrase: str, why: str
) -> None:
    """Put everything in a data folder under another lock. Nobody else may have it open.

    Args:
        keys: what opens it now; None where it is plain.
        lock: the new one; None leaves it plain.
        passphrase: opens the new lock, which is tried before anything is replaced; "" where there is none.
        why: a word for what is done: "encrypt", "decrypt", "rekey", "new-recovery-key".

    Raises:
        StoreDamaged: a part of it cannot be read, and would be lost.
        FolderInUse, StoreBusy, SwapFailed: nothing was changed.
    """
    if lock is not None:
        check_lock(lock, passphrase)
    new_keys, pinned = lock.keys if lock else None, pins.pinned(path)
    with DataFolder.open(path, clock, keys=keys) as folder:
        _check_sound(folder)
        folder.compact(force=True)  # a fold that was stopped half-way is finished before its parts are copied

    def build(to: Path) -> None:
        pins.forget(to)  # left by one that was stopped
        try:
            with DataFolder.open(path, clock, read_only=True, keys=keys) as old:
                _check_sound(old)
                reseal(old, to, lock)
                with DataFolder.open(to, clock, read_only=True, keys=new_keys) as new:
                    _check_same(old, new)
        finally:
            pins.forget(to)
        disk.write_file(Layout(to).rekeyed, (f"before-{why}".encode(),))
        pins.forget(path)  # what comes in its place is hers, too, if she is stopped before it is opened

    try:
        swapping.swap(path, build, f"before-{why}", clock)
    except BaseException:
        if pinned is not None:
            pins.pin(path, pinned)
        raise
    pins.forget(path)  # another program may have opened the old one while this was made
    if lock is not None:
        lock.is_in(path)
    with DataFolder.open(path, clock, keys=new_keys) as now:  # which removes the old one
        if now.troubles:
            raise SaveFailed(f"{now.troubles[0]} The folder of before is still beside it.")


def _check_sound(old: DataFolder) -> None:
    if old.troubles:
        raise SaveFailed(f"Nothing was changed: {old.troubles[0]}")


def _check_same(old: DataFolder, new: DataFolder) -> None:
    """Every record, every save and every act is there under the new lock too."""
    same = not new.troubles and _contents(old) == _contents(new)
    if not same or [act[:3] for act in old.history()] != [act[:3] for act in new.history()]:
        raise MentorError(
            "What was made under the new lock is not the same as what is there, so nothing was replaced. "
            "`mentor doctor` looks at it."
        )


def _contents(folder: DataFolder) -> list[object]:
    return [
        (book.ledger.name, book.ledger.memory.seq, book.ledger.memory.act, table, dict(book.documents(table)))
        for book in (folder.caseload, folder.notebook)
        for table in sorted(book.ledger.tables())
    ]
