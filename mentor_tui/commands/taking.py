"""`mentor export ...`: take the record out. The notebook is never part of it."""

from pathlib import Path
from typing import Annotated

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.paths import file_only, file_or_terminal
from mentor_tui.commands.printing import json_words, put, put_json, say, write_out

Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]
Json = Annotated[bool, typer.Option("--json", help="Say as JSON what was written.")]
_READABLE = "It is not encrypted: whoever can open it can read it. Remove it when you no longer need it."


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Take the record out, all of it. Never the notebook.", no_args_is_help=True)
    group.command("json")(as_json)
    group.command("csv")(as_csv)
    app.add_typer(group, name="export")


def as_json(
    context: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            parser=file_or_terminal,
            metavar="FILE",
            help="The file to write; else the terminal.",
        ),
    ] = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Everything, as one JSON object that `mentor import json` reads back equal."""
    from mentor_tui.exchange.json_out import record_object, write_json

    with opened(context) as caseload:
        if output is None:
            write_out(json_words(record_object(caseload), indent=1) + "\n")
            return
        count = write_json(caseload, output, replace=force)
        if json:
            put_json({"files": [{"path": str(output), "records": count}]})
        else:
            put(f"{output}: {_records(count)}")
        say(_READABLE)


def as_csv(
    context: typer.Context,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", parser=file_only, metavar="FOLDER", help="The folder to write into."),
    ],
    force: Force = False,
    json: Json = False,
) -> None:
    """A CSV file for each kind of record, in a folder, safe to open in a spreadsheet."""
    from mentor_tui.exchange.csv_out import write_csv

    with opened(context) as caseload:
        files = write_csv(caseload, output, replace=force)
        if json:
            put_json({"files": [{"path": str(file.path), "records": file.rows} for file in files]})
        for file in files if not json else ():
            put(f"{file.path}: {_records(file.rows)}")
        say(_READABLE)


def _records(count: int) -> str:
    return f"{count} record{'' if count == 1 else 's'}"
