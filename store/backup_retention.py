"""Which backups stay: the last ten, and one a day, a week and a month for a while; the rest go."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store import disk
from store.backup import Backup, age, listing
from store.backup_manifest import BackupRefused
from store.backup_proof import is_unchanged, proofs
from store.card import card_in
from store.layout import Layout

if TYPE_CHECKING:
    from store.clock import Clock

LAST, DAYS, WEEKS, MONTHS = 10, 14, 8, 12

CLOCK_IS_BEHIND = (
    "Nothing was removed: something here is dated later than this machine's clock says it is now. "
    "Put the clock right and try again."
)
NOTHING_PROVEN = (
    "Nothing was removed: none of these backups has been proven yet. `mentor backup verify --all` does it."
)


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was taken away, and what stays."""

    removed: tuple[Backup, ...] = ()
    """Newest first; of a dry run, what would be."""
    kept: tuple[Backup, ...] = ()
    """Everything else that lies there and can be read."""
    reason: str = ""
    """Why nothing may be removed, as a sentence; "" if it may."""


def prune(data: Path, clock: Clock, *, dry_run: bool = False, saved_at: datetime | None = None) -> Pruned:
    """Take away the backups that are no longer needed; whatever cannot be read, or is not ours, stays.

    Args:
        saved_at: the instant of the newest save, if the folder is open: a clock that is behind it is wrong.

    Raises:
        BackupRefused: one could not be removed, or the folder may not be read.
    """
    ours = _of_this_store(data, listing(data))
    now = clock.now().at
    kept_proofs = proofs(data)
    dated = [one.made_at for one in ours if one.made_at] + [proof.proved_at for proof in kept_proofs.values()]
    if any(at > now for at in [*dated, *([saved_at] if saved_at else [])]):
        return Pruned(kept=ours, reason=CLOCK_IS_BEHIND)
    going = superfluous(ours)
    if not going:
        return Pruned(kept=ours)
    proven = next(
        (one for one in ours if one.name in kept_proofs and is_unchanged(one, kept_proofs[one.name])), None
    )
    if proven is None:
        return Pruned(kept=ours, reason=NOTHING_PROVEN)
    removed = tuple(one for one in going if one != proven)
    if not dry_run:
        _remove(removed, Layout(data).backups)
    return Pruned(removed, tuple(one for one in ours if one not in removed))


def superfluous(backups: Iterable[Backup]) -> list[Backup]:
    """Those of these backups, newest first, that neither number, day, week nor month keeps.

    The day is that of the mentor when she made it, as the backup itself says; its name may lie.
    """
    dated = sorted((one for one in backups if one.made_at), key=age, reverse=True)
    kept = {one.name for one in dated[:LAST]}
    spans: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    )
    for most, span in spans:
        newest: dict[Hashable, str] = {}
        for one in dated:
            assert one.made_at is not None
            newest.setdefault(span(one.made_at), one.name)
        kept.update(list(newest.values())[:most])
    return [one for one in dated if one.name not in kept]


def _of_this_store(data: Path, found: Iterable[Backup]) -> tuple[Backup, ...]:
    """Those of this very data folder; one of another that was put here is nobody's to remove."""
    store = card_in(data).get("store")
    return tuple(one for one in found if store and one.made_at is not None and one.store_id == store)


def _remove(removed: Iterable[Backup], backups: Path) -> None:
    try:
        for one in reversed(tuple(removed)):  # the oldest first, should it be stopped
            one.path.unlink(missing_ok=True)
        if backups.is_dir():
            disk.sync_folder(backups)
    except OSError as error:
        raise BackupRefused(f"An old backup could not be removed: {disk.why(error)}.") from None
