"""`mentor init` and `mentor demo`."""

from typing import Annotated

import typer

from mentor_tui.commands.door import check_terminal, shell
from mentor_tui.commands.printing import put, put_json, say
from store.errors import RequestRefused


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    app.command("init")(init)
    app.command("demo")(demo)


def init(
    context: typer.Context,
    plain: Annotated[
        bool, typer.Option("--plain", help="Yes, without encryption: whoever can read this disk can read it.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Make an empty caseload and notebook in the data folder."""
    from store.folder import DataFolder
    from store.place_checks import shared_place

    if not plain:
        raise RequestRefused(
            "Encryption is not part of this version yet, so nothing was made. If this disk is safe enough, "
            "`mentor init --plain` makes a caseload that is not encrypted."
        )
    here = shell(context)
    with DataFolder.create(here.path, here.clock) as made:
        if json:
            put_json({"path": str(here.path), "store": made.store_id})
        else:
            put(str(here.path))
    say("Ready. It is not encrypted: whoever can open this disk can read it.")
    for sentence in shared_place(here.path):
        say(sentence)
    say("Next: `mentor client add NAME`, or `mentor` to open the program.")


def demo(context: typer.Context) -> None:
    """Open the program on invented people, in a temporary folder that goes when you close it."""
    check_terminal()
    from mentor_tui.open_app import open_demo

    open_demo(shell(context).clock)
