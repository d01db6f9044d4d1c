"""`mentor init` and `mentor demo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands import terminal
from mentor_tui.commands.door import Shell, check_terminal, shell
from mentor_tui.commands.new_locks import first_lock
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say
from store.creating import check_free
from store.errors import RequestRefused
from store.layout import Layout

if TYPE_CHECKING:
    from mentor_tui.folder_door import FolderDoor

_NOT_ENCRYPTED = "It is not encrypted: whoever can open this disk can read it."


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    app.command("init")(init)
    app.command("demo")(demo)


def init(
    context: typer.Context,
    plain: Annotated[
        bool, typer.Option("--plain", help="Without encryption: whoever can open this disk can read it.")
    ] = False,
    beside: Annotated[
        bool, typer.Option("--beside", help="Passphrase and recovery key are lost: put the locked one aside.")
    ] = False,
    json: Json = False,
) -> None:
    """Make an empty caseload and notebook in the data folder, encrypted with a passphrase."""
    from store.place_checks import shared_place

    here = shell(context)
    door = _door(here, beside)
    lock, recovery_key = (None, "") if plain else first_lock(here.passphrases)[:2]
    books = door.create(lock)
    made = books.folder.store_id
    door.close(books, None)
    if json:
        shown = {"recovery_key": recovery_key} if lock else {}
        put_json({"path": str(here.path), "store": made, "encrypted": lock is not None, **shown})
    else:
        put(str(here.path))
        if lock and (here.passphrases.is_given or not terminal.is_there()):
            put(recovery_key)
    say("Ready. It is encrypted." if lock else f"Ready. {_NOT_ENCRYPTED}")
    for sentence in shared_place(here.path):
        say(sentence)
    say("Next: `mentor client add NAME`, or `mentor` to open the program.")


def _door(here: Shell, beside: bool) -> FolderDoor:
    """The way into a folder that is new; refused before anything is asked where there is one already."""
    from mentor_tui.folder_door import FolderDoor
    from mentor_tui.settings import Settings

    door = FolderDoor(here.path, here.clock, Settings())
    if beside and not door.is_encrypted:
        raise RequestRefused("There is no locked caseload here, so nothing was put aside.")
    if not beside:
        check_free(Layout(here.path))
    door.begin_beside(beside)
    if beside:
        say(f"The locked folder is kept beside the new one, as {door.name_aside()}; it is never deleted.")
    return door


def demo(
    context: typer.Context,
    tutor: Annotated[
        bool, typer.Option("--tutor", help="With a few steps to try at the foot: five minutes.")
    ] = False,
) -> None:
    """Open the program on invented people, in a temporary folder that goes when you close it."""
    check_terminal()
    from mentor_tui.open_app import open_demo

    open_demo(shell(context).clock, tutor=tutor)
