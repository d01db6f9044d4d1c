"""`mentor export ...`: take the record out. The notebook is never part of it."""

from pathlib import Path
from typing import Annotated

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.printing import put, say

Output = Annotated[Path, typer.Option("--output", "-o", help="Where to.")]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]
_READABLE = "It is not encrypted: whoever can open it can read it. Remove it when you no longer need it."


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Take the record out, all of it. Never the notebook.", no_args_is_help=True)
    group.command("json")(as_json)
    group.command("csv")(as_csv)
    app.add_typer(group, name="export")


def as_json(context: typer.Context, output: Output, force: Force = False) -> None:
    """Everything, as one JSON file that `mentor import json` reads back equal."""
    from mentor_tui.exchange.json_out import write_json

    with opened(context) as caseload:
        count = write_json(caseload, output, replace=force)
        put(f"{output}: {count} records")
        say(_READABLE)


def as_csv(context: typer.Context, output: Output, force: Force = False) -> None:
    """A CSV file for each kind of record, in a folder, safe to open in a spreadsheet."""
    from mentor_tui.exchange.csv_out import write_csv

    with opened(context) as caseload:
        for file in write_csv(caseload, output, replace=force):
            put(f"{file.path}: {file.rows} records")
        say(_READABLE)
