"""`mentor backup ...`: make, list, prove, tidy up. Bringing back is in `restoring`."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from mentor_tui.commands import restoring
from mentor_tui.commands.door import Shell, opened, shell
from mentor_tui.commands.options import Json
from mentor_tui.commands.paths import path_of
from mentor_tui.commands.printing import put, put_json, say
from mentor_tui.commands.stopping import tidy_when_stopped
from mentor_tui.commands.unlocking_backups import BackupKeys, Recovery, RecoveryFd, recovery_key_from
from mentor_tui.own_backup import renew_the_envelope
from store.backup import ENDING, Backup, create, listing, look, named
from store.backup_copy import copy_to
from store.backup_keeping import newest_save, with_keys
from store.backup_proof import Proof, proofs, verify
from store.backup_retention import Pruned, prune
from store.card import is_encrypted
from store.errors import MentorError, RequestRefused
from store.layout import Layout
from store.when_echo import ago

_LOCKED = 77
_OF_ITS_DAY = (
    "opens with the passphrase of its day: mentor --passphrase-file FILE backup verify {name}, or with "
    "--recovery-key"
)
_NONE = "No backup yet. `mentor backup create` makes one."


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Backups: one file each, proved by bringing it back.", no_args_is_help=True)
    group.command("create")(make)
    group.command("list")(show)
    group.command("verify")(prove)
    group.command("restore")(restoring.bring_back)
    group.command("prune")(tidy)
    app.add_typer(group, name="backup")


def make(
    context: typer.Context,
    to: Annotated[
        Path | None,
        typer.Option(parser=path_of("--to"), metavar="FOLDER", help="A folder or a stick that gets a copy."),
    ] = None,
    json: Json = False,
) -> None:
    """Make a backup of everything, in the data folder's `backups`, and prove it."""
    with tidy_when_stopped(), opened(context) as caseload:
        folder, clock = caseload.folder, caseload.clock
        made = create(folder, clock)
        verify(made.path, clock, with_keys(folder.keys))
        copy = copy_to(made.path, to) if to else None
        prune(folder.path, clock, saved_at=newest_save(folder))
        renew_the_envelope(folder, clock, say)
        if json:
            put_json({"backup": _shape(made, proofs(folder.path)), "copy": str(copy) if copy else None})
            return
        put(str(made.path))
        if copy:
            put(str(copy))
        say(f"{made.content}, brought back once to prove it. {_where_else(copy, made)}")


def show(context: typer.Context, json: Json = False) -> None:
    """The backups there are, newest first, and when each was last proven."""
    here = shell(context)
    backups, kept, locked = listing(here.path), proofs(here.path), is_encrypted(here.path)
    if json:
        put_json({"backups": [_shape(backup, kept) for backup in backups]})
        return
    for backup in backups:
        proof = kept.get(backup.name)
        proven = f"proven {ago(proof.proved_at, here.clock.now())}" if proof else "not proven yet"
        unlike = f"; {restoring.UNLIKE}" if locked and _is_unlike(backup) else ""
        put(f"{backup.name}  {backup.problem or f'{backup.content}, {proven}{unlike}'}")
    if not backups:
        put(_NONE)


def prove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which; `mentor backup list` names them.")] = "",
    every: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    recovery_key: Recovery = False,
    recovery_key_fd: RecoveryFd = None,
    json: Json = False,
) -> None:
    """Bring a backup back into a folder of its own, count everything in it, and take it away again."""
    here = shell(context)
    if every:  # a zip of an earlier mentor is listed with what to do, and can be neither proved nor blamed
        paths = [one.path for one in listing(here.path) if one.path.suffix == ENDING]
    else:
        paths = [named(here.path, _name(name))]
    keys = BackupKeys(context, recovery_key=recovery_key_from(recovery_key_fd, asks=recovery_key))
    with tidy_when_stopped():
        results = [_proved(path, here, keys) for path in _with_its_key(paths, keys, every=every)]
    if json:
        put_json(
            {"backups": [{"name": one.name, "proved": not one.why, "problem": one.why} for one in results]}
        )
    for one in results if not json else ():
        put(f"{one.name}: {one.why or one.proved}")
    if not results and not json:
        put(_NONE)
    _end(results)


def tidy(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go; remove nothing.")] = False,
    json: Json = False,
) -> None:
    """Remove old backups: the last 10 stay, and one of each of 14 days, 8 weeks and 12 months."""
    here = shell(context)
    done = prune(here.path, here.clock, dry_run=dry_run)
    if json:
        put_json(_pruned(done, dry_run=dry_run))
        return
    for one in done.removed:
        put(one.name)
    went = "would go" if dry_run else "removed"
    say(done.reason or f"{len(done.removed)} {went}, {len(done.kept)} stay.")


class _Result(NamedTuple):
    """What came of one backup."""

    name: str
    proved: str = ""
    why: str = ""
    """Why it was not proved, as a sentence."""
    locked: MentorError | None = None
    """It could not be opened, so nothing was found out about it."""


def _proved(path: Path, here: Shell, keys: BackupKeys) -> _Result:
    backups = Layout(here.path).backups
    try:
        found = verify(path, here.clock, keys, backups if backups.is_dir() else None)
    except MentorError as trouble:
        if trouble.exit_code == _LOCKED:
            return _Result(path.name, "", _OF_ITS_DAY.format(name=path.name), trouble)
        if trouble.exit_code != 1:  # nothing was found out about it
            raise
        return _Result(path.name, "", str(trouble))
    unlike = is_encrypted(here.path) and _is_unlike(found)
    return _Result(path.name, f"proved; {restoring.UNLIKE}" if unlike else "proved")


def _with_its_key(paths: list[Path], keys: BackupKeys, *, every: bool) -> list[Path]:
    """The same paths, once the passphrase of the folder was asked for if many are to be opened."""
    if every and any(look(path).is_encrypted for path in paths):
        with suppress(MentorError):  # each that it would have opened says so
            keys.live_first()
    return paths


def _end(results: list[_Result]) -> None:
    """Exit code 1 where one is damaged, 77 where none could be opened."""
    if any(one.why and not one.locked for one in results):
        raise typer.Exit(1)
    locked = [one.locked for one in results if one.locked]
    if locked and len(locked) == len(results):
        raise locked[0]


def _is_unlike(backup: Backup) -> bool:
    return not backup.problem and not backup.is_encrypted


def _name(name: str) -> str:
    if not name:
        raise RequestRefused("Say which backup, or --all. `mentor backup list` names them.")
    return name


def _where_else(copy: Path | None, made: Backup) -> str:
    if copy is None:
        return "Keep a copy somewhere else."
    return "The copy was compared with it." + (
        "" if made.is_encrypted else " It is not encrypted: whoever holds it can read it."
    )


def _shape(backup: Backup, kept: dict[str, Proof]) -> dict[str, Any]:
    proof = kept.get(backup.name)
    return {
        "name": backup.name,
        "bytes": backup.size,
        "made_at": backup.made_at.isoformat() if backup.made_at else None,
        "why": backup.why,
        "encrypted": backup.is_encrypted,
        "counts": backup.counts,
        "proved_at": proof.proved_at.isoformat().replace("+00:00", "Z") if proof else None,
        "problem": backup.problem,
    }


def _pruned(done: Pruned, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "removed": [one.name for one in done.removed],
        "kept": [one.name for one in done.kept],
        "reason": done.reason,
    }
