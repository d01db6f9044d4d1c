"""`mentor backup restore`: into the place of the present folder, which is set aside, or into a new one."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands import terminal
from mentor_tui.commands.door import opened, shell
from mentor_tui.commands.options import Json
from mentor_tui.commands.paths import path_of
from mentor_tui.commands.printing import put, put_json, say
from mentor_tui.commands.stopping import tidy_when_stopped
from mentor_tui.commands.unlocking_backups import BackupKeys, Recovery, RecoveryFd, recovery_key_from
from store import pins
from store.backup import Backup, look, named
from store.backup_keeping import auto_backup
from store.backup_manifest import BackupRefused
from store.backup_restore import restore, restore_here, undo_restore
from store.card import is_encrypted
from store.errors import MentorError, RequestRefused
from store.layout import Layout

if TYPE_CHECKING:
    from store.keys import Keys

UNLIKE = "not encrypted, and this caseload is: made before it was encrypted, or not by you"
_PLAIN = (
    f"This backup is {UNLIKE}. Somebody who can write in your folders may have made it up; and what you "
    "write once it is back can be read by whoever opens this disk."
)


def bring_back(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which; `mentor backup list` names them.")] = "",
    to: Annotated[
        Path | None,
        typer.Option(
            parser=path_of("--to"), metavar="FOLDER", help="A new folder, instead of the place of your data."
        ),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Put the folder back that the last restore set aside.")
    ] = False,
    plain_too: Annotated[
        bool,
        typer.Option("--plain-too", help="Even one that is not encrypted, in the place of one that is."),
    ] = False,
    recovery_key: Recovery = False,
    recovery_key_fd: RecoveryFd = None,
    json: Json = False,
) -> None:
    """Bring a backup back. What you have now is set aside whole, and --undo puts it back."""
    if bool(name) == undo or (undo and to):
        raise RequestRefused(
            "Say which backup to bring back (`mentor backup list` names them), or --undo alone."
        )
    with tidy_when_stopped():
        if undo:
            _undo(context, json=json)
            return
        paper = recovery_key_from(recovery_key_fd, asks=recovery_key)
        if to:
            _beside(context, name, to, paper, json=json)
        else:
            _check_lock(shell(context).path, named(shell(context).path, name), plain_too=plain_too)
            _here(context, name, paper, json=json)


def _check_lock(live: Path, archive: Path, *, plain_too: bool) -> None:
    """What is locked gives way to a plain backup, which anybody could have put there, at her word alone."""
    found = look(archive)
    if plain_too or found.problem or found.is_encrypted:
        return
    if not is_encrypted(live) and pins.pinned(live) is None:
        return
    if terminal.is_there() and terminal.ask_openly(f"{_PLAIN}\nType yes to bring it back: ").lower() == "yes":
        return
    raise BackupRefused(f"{_PLAIN} Nothing was changed; --plain-too brings it back all the same.")


def _beside(context: typer.Context, name: str, to: Path, paper: str, *, json: bool) -> None:
    here = shell(context)
    restored = restore(named(here.path, name), to, here.clock, BackupKeys(context, recovery_key=paper))
    _answer({"path": str(to), "set_aside": None, "counts": restored.counts}, str(to), json=json)
    say(f"{_what(restored)} there. Open it with: mentor --data {to}")


def _here(context: typer.Context, name: str, paper: str, *, json: bool) -> None:
    here = shell(context)
    archive = named(here.path, name)
    if not Layout(here.path).is_there:  # a new laptop, or a folder that was lost
        _beside(context, name, here.path, paper, json=json)
        return
    keys = None
    try:
        keys = _back_up(context, paper)
    except MentorError as trouble:  # what is damaged is set aside as it is
        say(f"What is here now was not backed up before: {trouble}")
    done = restore_here(archive, here.path, here.clock, BackupKeys(context, keys, paper))
    _answer(
        {"path": str(here.path), "set_aside": str(done.aside), "counts": done.backup.counts},
        str(here.path),
        json=json,
    )
    if keys is not None and not done.backup.is_encrypted:
        say("This backup is from before you encrypted your data: what is here now is not encrypted.")
    say(f"{_what(done.backup)} back. What was here before lies in {done.aside}, with nothing removed;")
    say("`mentor backup restore --undo` puts it back.")


def _back_up(context: typer.Context, paper: str) -> "Keys | None":
    """A backup of what is here now; its keys, if it has any."""
    here = shell(context)
    if paper and is_encrypted(here.path):
        from store.folder import DataFolder
        from store.vault import unlock_with_recovery

        keys = unlock_with_recovery(here.path, paper)
        with closing(DataFolder.open(here.path, here.clock, keys=keys)) as folder:
            auto_backup(folder, here.clock, "restore", tell=say)
            return keys
    with opened(context) as caseload:
        auto_backup(caseload.folder, here.clock, "restore", tell=say)
        return caseload.folder.keys


def _undo(context: typer.Context, *, json: bool) -> None:
    here = shell(context)
    back, aside = undo_restore(here.path, here.clock)
    _answer(
        {"path": str(here.path), "set_aside": str(aside), "put_back": str(back)}, str(here.path), json=json
    )
    say(f"Put back as it was. What the restore had brought lies in {aside}; nothing was removed.")


def _answer(shape: dict[str, object], line: str, *, json: bool) -> None:
    if json:
        put_json(shape)
    else:
        put(line)


def _what(restored: Backup) -> str:
    if restored.is_encrypted:
        return "Everything is"
    return f"{restored.content} {'is' if sum(restored.counts.values()) == 1 else 'are'}"
