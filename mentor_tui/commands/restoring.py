"""`mentor backup restore`: into the place of the present folder, which is set aside, or into a new one."""

from pathlib import Path
from typing import Annotated

import typer

from mentor_tui.commands.door import opened, shell
from mentor_tui.commands.paths import path_of
from mentor_tui.commands.printing import put, put_json, say
from mentor_tui.commands.stopping import tidy_when_stopped
from mentor_tui.commands.unlocking_backups import unlocking
from store.backup import Backup, named
from store.backup_keeping import auto_backup
from store.backup_restore import restore, restore_here, undo_restore
from store.errors import MentorError, RequestRefused
from store.layout import Layout


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
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Bring a backup back. What you have now is set aside whole, and --undo puts it back."""
    if bool(name) == undo or (undo and to):
        raise RequestRefused(
            "Say which backup to bring back (`mentor backup list` names them), or --undo alone."
        )
    with tidy_when_stopped():
        if undo:
            _undo(context, json=json)
        elif to:
            _beside(context, name, to, json=json)
        else:
            _here(context, name, json=json)


def _beside(context: typer.Context, name: str, to: Path, *, json: bool) -> None:
    here = shell(context)
    restored = restore(named(here.path, name), to, here.clock, unlocking(context))
    _answer({"path": str(to), "set_aside": None, "counts": restored.counts}, str(to), json=json)
    say(f"{_what(restored)} there. Open it with: mentor --data {to}")


def _here(context: typer.Context, name: str, *, json: bool) -> None:
    here = shell(context)
    archive = named(here.path, name)
    if not Layout(here.path).is_there:  # a new laptop, or a folder that was lost
        _beside(context, name, here.path, json=json)
        return
    keys = None
    try:
        with opened(context) as caseload:
            keys = caseload.folder.keys
            auto_backup(caseload.folder, here.clock, "restore", tell=say)
    except MentorError as trouble:  # what is damaged is set aside as it is
        say(f"What is here now was not backed up before: {trouble}")
    done = restore_here(archive, here.path, here.clock, unlocking(context, keys))
    _answer(
        {"path": str(here.path), "set_aside": str(done.aside), "counts": done.backup.counts},
        str(here.path),
        json=json,
    )
    if keys is not None and not done.backup.is_encrypted:
        say("This backup is from before you encrypted your data: what is here now is not encrypted.")
    say(f"{_what(done.backup)} back. What was here before lies in {done.aside}, with nothing removed;")
    say("`mentor backup restore --undo` puts it back.")


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
