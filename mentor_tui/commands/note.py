"""`mentor note`: the same line, the same single save as in the program."""

from typing import Annotated

import typer

from mentor_tui.commands.door import shell
from mentor_tui.commands.note_words import Said
from mentor_tui.commands.options import Json
from mentor_tui.commands.posting import note as take


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("note")(note)


def note(
    context: typer.Context,
    text: Annotated[
        list[str] | None, typer.Argument(help="The line; `-` reads stdin; nothing asks for one line.")
    ] = None,
    who: Annotated[str, typer.Option(help="Who it is about; then no name is read from the line.")] = "",
    next: Annotated[str, typer.Option(help='Next touch: "thu 10am clinic".')] = "",
    when: Annotated[str, typer.Option(help='When it happened: "yesterday".')] = "",
    promise: Annotated[str, typer.Option(help='What you said you would do: "ask about ID".')] = "",
    spent: Annotated[str, typer.Option(help='How long: "15m", "1h30".')] = "",
    json: Json = False,
) -> None:
    """Take a note in one line: who, how, what, `> thu 10am` next, `< yesterday`, `! a promise`."""
    take(shell(context), text or [], Said(who, next, when, promise, spent), json)
