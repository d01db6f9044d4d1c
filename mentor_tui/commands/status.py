"""`mentor client status`: where things stand with a person, and what an ending means for what reminds."""

from typing import Annotated

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import saved_shape
from store.acts import comes_out
from store.caseload import Caseload
from store.errors import RequestRefused
from store.records import Client
from store.standing import has_died, is_active
from store.text import clean_line, fold
from store.vocabulary import STATUSES


def status(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who.")],
    status: Annotated[str, typer.Argument(help=", ".join(term.code for term in STATUSES))],
    on: Annotated[str, typer.Option(help="Since which day; else today, but for coming out.")] = "",
    json: Json = False,
) -> None:
    """Say where things stand with a person. Every status can be taken back."""
    from mentor_tui.commands.person_page import person_lines

    with opened(context) as caseload:
        client = caseload.find_person(name)
        code = status_code(status)
        day = caseload.read_day(on) if on else None
        if day and day > caseload.clock.now().day:
            raise RequestRefused("That day is still to come. `--on` takes today or a day that has passed.")
        if day is None and comes_out(client, code):
            raise RequestRefused(
                f'Since when is {client.name} out? `--on today` says it, or another day: --on "21 nov".'
            )
        saved = caseload.set_status(client, code, day)
        if json:
            put_json(saved_shape(saved))
            return
        after = caseload.get(Client, client.id)
        for line in person_lines(caseload, after, brief=True):
            put(line)
        for sentence in what_rests(caseload, after):
            say(sentence)
        say_saved(saved, caseload.clock.now())


def status_code(words: str) -> str:
    """The code of a status, from its code or its label."""
    words = clean_line(words)
    for term in STATUSES:
        if fold(words) in (term.code, fold(term.label)):
            return term.code
    raise RequestRefused(
        f"{words!r} is not one of the statuses: {', '.join(term.code for term in STATUSES)}."
    )


def what_rests(caseload: Caseload, client: Client) -> list[str]:
    """What stops reminding of somebody; and the files that still hold their dates."""
    from store.made_files import MadeFiles

    if is_active(client):
        return []
    said = ["Nothing asks about them or reminds of them now. What you kept is kept."]
    if client.status == "inside":
        said = ["Nothing asks about them or reminds of them now, but for a letter: `mentor plan` plans one."]
    files = [made for made in MadeFiles.of(caseload.folder).on_disk() if client.id in made.people]
    for made in files:
        said.append(f"{made.path} still holds their dates; `mentor export remove` takes it away.")
    if files and has_died(client):
        said.append("A calendar that read one of them has to let go of it there.")
    return said
