"""`mentor export ...`: take the record out, and take away what was. The notebook is never part of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json, Output
from mentor_tui.commands.paths import file_only, path_of
from mentor_tui.commands.printing import json_words, put, put_json, say, write_out
from mentor_tui.commands.taking_books import READABLE, Force, SaidAsJson, Who, as_vcf, as_xlsx, say_records
from mentor_tui.commands.taking_rows import deidentified

if TYPE_CHECKING:
    from store.made_files import MadeFile

_INITIALS = (
    "Initials only, and marked private. It is not encrypted; a phone may send its calendar on to others."
)


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Take the record out, all of it. Never the notebook.", no_args_is_help=True)
    group.command("json")(as_json)
    group.command("csv")(as_csv)
    group.command("xlsx")(as_xlsx)
    group.command("ics")(as_ics)
    group.command("vcf")(as_vcf)
    group.command("deidentified")(deidentified)
    group.command("list")(made_files)
    group.command("remove")(remove)
    app.add_typer(group, name="export")


def as_json(
    context: typer.Context,
    output: Output = None,
    who: Who = "",
    force: Force = False,
    json: SaidAsJson = False,
) -> None:
    """Everything, as one JSON object that `mentor import json` reads back equal."""
    from mentor_tui.exchange.json_out import record_object, write_json

    with opened(context) as caseload:
        person = caseload.find_person(who) if who else None
        if output is None:
            write_out(json_words(record_object(caseload, person), indent=1) + "\n")
            return
        count = write_json(caseload, output, person=person, replace=force)
        say_records([(output, count)], json=json)


def as_csv(
    context: typer.Context,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", parser=file_only, metavar="FOLDER", help="The folder to write into."),
    ],
    who: Who = "",
    force: Force = False,
    json: SaidAsJson = False,
) -> None:
    """A CSV file for each kind of record, in a folder, safe to open in a spreadsheet."""
    from mentor_tui.exchange.csv_out import write_csv

    with opened(context) as caseload:
        person = caseload.find_person(who) if who else None
        files = write_csv(caseload, output, person=person, replace=force)
        say_records(((file.path, file.rows) for file in files), json=json)


def as_ics(
    context: typer.Context,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            parser=file_only,
            metavar="FILE",
            help="A file that ends in .ics; or a folder, for a file for each event.",
        ),
    ],
    who: Annotated[str, typer.Option("--who", help="What is planned with one person alone.")] = "",
    names: Annotated[bool, typer.Option("--names", help="With names, and what each plan is.")] = False,
    force: Force = False,
    json: SaidAsJson = False,
) -> None:
    """What is planned, for a calendar program: initials, days and times, and not a word more."""
    from mentor_tui.exchange.ics_out import write_ics

    with opened(context) as caseload:
        person = caseload.find_person(who) if who else None
        done = write_ics(caseload, output, person=person, with_names=names, replace=force)
        if json:
            put_json({"path": str(output), "events": done.events, "files": done.files, "names": names})
        else:
            put(f"{output}: {done.events} event{'' if done.events == 1 else 's'}")
        say(READABLE if names else _INITIALS)


def made_files(context: typer.Context, json: Json = False) -> None:
    """Every file that was written out and still lies on the disk: the record, reports, your notebook."""
    from store.made_files import MadeFiles

    with opened(context) as caseload:
        files = MadeFiles.of(caseload.folder)
        found = [(made, files.is_as_made(made)) for made in files.on_disk()]
        if json:
            put_json({"files": [_made_shape(made, as_made=same) for made, same in found]})
            return
        now = caseload.clock.now()
        for made, same in found:
            local = made.made_at.astimezone(now.tz)
            put(f"{local:%Y-%m-%d %H:%M}  {made.path}  {made.what}{'' if same else ', changed since'}")
        if not found:
            say("No file that was written from here lies where it was put.")


def remove(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(
            parser=path_of("FILE"), metavar="FILE", help="A file that `mentor export list` names."
        ),
    ],
    json: SaidAsJson = False,
) -> None:
    """Remove a file that was written out, if it is still the very file that was written."""
    from store.made_files import TRACES, MadeFiles

    with opened(context) as caseload:
        files = MadeFiles.of(caseload.folder)
        made = files.at(path)
        files.remove(made)
        if json:
            put_json({"removed": str(made.path)})
        else:
            put(f"{made.path}: removed")
        say(TRACES)


def _made_shape(made: "MadeFile", *, as_made: bool) -> dict[str, Any]:
    return {
        "path": str(made.path),
        "what": made.what,
        "made_at": made.made_at.isoformat(),
        "bytes": made.size,
        "sha256": made.sha256,
        "as_made": as_made,
    }
