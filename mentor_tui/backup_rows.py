"""How the backups stand, as rows of Settings: what is automatic, where copies go, and each of the newest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.ways_out import shown_path
from store.backup import ENDING
from store.backup_room import size_words
from store.when import short
from store.when_echo import ago
from widgets.row import JOIN, Piece, Row

if TYPE_CHECKING:
    from mentor_tui.settings import Settings
    from store.backup import Backup
    from store.backup_proof import Proof
    from store.clock import Moment

NO_BACKUP = "none yet; enter makes one and proves it"
AUTOMATIC = "on: at closing after a change, and before an import"
NOT_AUTOMATIC = "off: only when you make one"
NO_COPIES = "nowhere yet; enter names a stick or a folder for a copy of each"
NOT_THERE = "not there just now"

_SHOWN = 5
_BEFORE = {
    "import": "before an import",
    "restore": "before a restore",
    "migrate": "before an update",
    "rekey": "before new keys",
    "erase": "before an erasure",
}


def backup_rows(
    settings: Settings,
    backups: Sequence[Backup],
    proofs: Mapping[str, Proof],
    at_work: str,
    moment: Moment,
) -> Iterator[Row]:
    """What can be done, then the newest backups.

    Args:
        proofs: that a backup was brought back to prove it, by its name.
        at_work: what is being done to them just now.
    """
    yield _row("backup", "make one now", at_work or _standing(backups, proofs, moment))
    yield _row("automatic", "automatic", AUTOMATIC if settings.auto_backup else NOT_AUTOMATIC)
    yield _copies(settings.backup_to)
    for backup in backups[:_SHOWN]:
        yield _one(backup, proofs.get(backup.name), moment)
    if len(backups) > _SHOWN:
        yield _row("older", "", f"and {len(backups) - _SHOWN} older ones in the folder")


def _standing(backups: Sequence[Backup], proofs: Mapping[str, Proof], moment: Moment) -> str:
    if not backups:
        return NO_BACKUP
    newest = next((proofs[one.name] for one in backups if one.name in proofs), None)
    return f"last proven {ago(newest.proved_at, moment)}" if newest else "none is proven yet; enter makes one"


def _copies(to: str) -> Row:
    if not to:
        return _row("copies", "copies go to", NO_COPIES)
    place = Path(to).expanduser()
    more: tuple[Piece, ...] = () if place.is_dir() else (JOIN, (NOT_THERE, "muted"))
    return Row("copies", ((("copies go to", "second"),), ((shown_path(place.absolute()), ""), *more)))


def _one(backup: Backup, proof: Proof | None, moment: Moment) -> Row:
    if backup.made_at is None:
        tone = "trouble" if backup.path.suffix == ENDING else "muted"  # an earlier mentor's is no trouble
        return Row(f"backup {backup.name}", (((backup.name, "muted"),), ((backup.problem, tone),)))
    said = f"proven {ago(proof.proved_at, moment)}" if proof else "enter proves it"
    pieces: tuple[Piece, ...] = (
        *(() if backup.is_encrypted else ((backup.content, ""), JOIN)),
        (size_words(backup.size), "muted"),
        JOIN,
        (said, "good" if proof else "muted"),
        *((JOIN, (_BEFORE[backup.why], "muted")) if backup.why in _BEFORE else ()),
    )
    local = backup.made_at.astimezone(moment.tz)
    made = f"{short(local.date(), moment)} {local:%H:%M}"
    return Row(f"backup {backup.name}", (((made, "second"),), pieces))


def _row(key: str, name: str, words: str) -> Row:
    return Row(key, (((name, "second"),), ((words, ""),)))
