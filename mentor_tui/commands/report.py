"""`mentor report month`: seen in the terminal, or written to a file."""

from pathlib import Path
from typing import Annotated

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Force, Output
from mentor_tui.commands.printing import put_json, say, write_out
from store.errors import RequestRefused
from store.text import clean_lines
from store.when_month import read_month

_BY_ENDING = {".md": "md", ".json": "json", ".csv": "csv", ".txt": "text"}


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("report")(report)


def report(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which report: month.")],
    month: Annotated[
        str, typer.Option(help='2026-11, "nov 2025", "last month"; this month if not given.')
    ] = "",
    form: Annotated[
        str, typer.Option("--format", help="text, md, csv or json; else by the file's ending.")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """A month of work, counted: your own view, with nothing hidden."""
    from mentor_tui.exchange.writing import hand_out
    from mentor_tui.reports import as_object, month_report, render

    if name != "month":
        raise RequestRefused(f"There is no report called {name!r} yet; there is: month.")
    with opened(context) as caseload:
        moment = caseload.clock.now()
        first = read_month(month, moment) if month else moment.day.replace(day=1)
        asked = form or ("json" if json else _by_ending(output))
        found = month_report(caseload, first, moment)
        if output is not None:
            hand_out(caseload.folder, output, render(found, asked), found.title, replace=force)
            say(f"{output}: your own view, with nothing hidden; not for handing on as it is.")
        elif asked == "json":
            put_json(as_object(found))
        else:
            write_out(clean_lines(render(found, asked).decode("utf-8-sig")).rstrip("\n") + "\n")


def _by_ending(output: Path | None) -> str:
    return _BY_ENDING.get(output.suffix.lower(), "text") if output else "text"
