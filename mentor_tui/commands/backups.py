"""`mentor backup ...`: make, list, prove, bring back."""

from pathlib import Path
from typing import Annotated, Any

import typer

from mentor_tui.commands.door import opened, shell
from mentor_tui.commands.paths import path_of
from mentor_tui.commands.printing import put, put_json, say
from store.backup import Backup, create, listing, named, restore, verify
from store.errors import MentorError, RequestRefused

Json = Annotated[bool, typer.Option("--json", help="As JSON.")]


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Backups: one file each, proved by bringing it back.", no_args_is_help=True)
    group.command("create")(make)
    group.command("list")(show)
    group.command("verify")(prove)
    group.command("restore")(bring_back)
    app.add_typer(group, name="backup")


def make(context: typer.Context, json: Json = False) -> None:
    """Make a backup of everything, in the data folder's `backups`, and prove it."""
    with opened(context) as caseload:
        made = create(caseload.folder, caseload.clock)
        verify(made.path, caseload.clock)
        if json:
            put_json({"backup": _shape(made)})
            return
        put(str(made.path))
        say(
            f"{sum(made.counts.values())} records, brought back once to prove it. Keep a copy somewhere else."
        )


def show(context: typer.Context, json: Json = False) -> None:
    """The backups there are, newest first."""
    backups = listing(shell(context).path)
    if json:
        put_json({"backups": [_shape(backup) for backup in backups]})
        return
    for backup in backups:
        put(f"{backup.name}  {backup.problem or f'{sum(backup.counts.values())} records'}")
    if not backups:
        put("No backup yet. `mentor backup create` makes one.")


def prove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which; `mentor backup list` names them.")] = "",
    every: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    json: Json = False,
) -> None:
    """Bring a backup back into a temporary folder, count everything in it, and take it away again."""
    here = shell(context)
    paths = [backup.path for backup in listing(here.path)] if every else [named(here.path, _name(name))]
    results = [(path.name, _proved(path, context)) for path in paths]
    if json:
        put_json({"backups": [{"name": one, "proved": not why, "problem": why} for one, why in results]})
    for one, why in results if not json else ():
        put(f"{one}: {why or 'proved'}")
    if not results and not json:
        put("No backup yet. `mentor backup create` makes one.")
    if any(why for _, why in results):
        raise typer.Exit(1)


def bring_back(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which; `mentor backup list` names them.")],
    to: Annotated[
        Path,
        typer.Option(
            parser=path_of("--to"), metavar="FOLDER", help="A new folder; nothing is ever written over."
        ),
    ],
    json: Json = False,
) -> None:
    """Bring a backup back into a new folder."""
    here = shell(context)
    restored = restore(named(here.path, name), to, here.clock)
    if json:
        put_json({"path": str(to), "counts": restored.counts})
    else:
        put(str(to))
    say(f"{sum(restored.counts.values())} records are there. Open them with: mentor --data {to}")


def _proved(path: Path, context: typer.Context) -> str:
    try:
        verify(path, shell(context).clock)
    except MentorError as trouble:
        return str(trouble)
    return ""


def _name(name: str) -> str:
    if not name:
        raise RequestRefused("Say which backup, or --all. `mentor backup list` names them.")
    return name


def _shape(backup: Backup) -> dict[str, Any]:
    return {
        "name": backup.name,
        "bytes": backup.size,
        "made_at": backup.made_at.isoformat() if backup.made_at else None,
        "counts": backup.counts,
        "problem": backup.problem,
    }
