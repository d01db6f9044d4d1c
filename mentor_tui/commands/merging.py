"""`mentor client merge` and `mentor client refile`: what was written under the wrong name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say_saved
from mentor_tui.commands.shapes import saved_shape
from mentor_tui.commands.status import status_code
from store.errors import RequestRefused

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.records import Client, Record
    from store.saved import Saved

_Numbers = list[int] | None


def merge(
    context: typer.Context,
    keep: Annotated[str, typer.Argument(help="Who stays.")],
    other: Annotated[str, typer.Argument(help="The same person under another name; goes into the first.")],
    status: Annotated[str, typer.Option(help="Where you stand, where the two differ: one of the two.")] = "",
    json: Json = False,
) -> None:
    """Two records of one person become one: nothing written is lost, and one undo takes it back."""
    from store.merging import merge as make_one

    with opened(context) as caseload:
        one, two = caseload.find_person(keep), caseload.find_person(other)
        stands = status_code(status) if status else ""
        if one.id != two.id and one.status != two.status and not stands:
            raise RequestRefused(
                f"Where you stand differs: {one.name} is {one.status}, {two.name} {two.status}. "
                f"Say which it is, like --status {one.status}."
            )
        saved = make_one(caseload, one, two, stands)
        _print(caseload, saved, json, f"{two.name} is one with {one.name} now, with all that was written.")


def refile(
    context: typer.Context,
    who: Annotated[str, typer.Argument(help="With whom it is filed now.")],
    to: Annotated[str, typer.Option("--to", help="Whom it belongs to.")] = "",
    new: Annotated[str, typer.Option("--new", help="Or the name of somebody who is not here yet.")] = "",
    contact: Annotated[_Numbers, typer.Option(help="Number of a note, with what was made of it.")] = None,
    plan: Annotated[_Numbers, typer.Option(help="Number of a plan; what comes back goes whole.")] = None,
    promise: Annotated[_Numbers, typer.Option(help="Number of a promise.")] = None,
    goal: Annotated[_Numbers, typer.Option(help="Number of a goal.")] = None,
    bridge: Annotated[_Numbers, typer.Option(help="Number of a bridge.")] = None,
    consent: Annotated[_Numbers, typer.Option(help="Number of a consent.")] = None,
    check_in: Annotated[
        _Numbers, typer.Option("--check-in", help="Number of a check-in, with its talk.")
    ] = None,
    json: Json = False,
) -> None:
    """File notes, plans and more with the person they belong to. `client show --json` has the numbers."""
    from store.merging import refile as file_with

    if bool(to) == bool(new):
        raise RequestRefused("Say whom it belongs to: --to NAME, or --new NAME for somebody not here yet.")
    numbers = {"contacts": contact, "appointments": plan, "promises": promise, "goals": goal}
    numbers |= {"referrals": bridge, "consents": consent, "check_ins": check_in}
    with opened(context) as caseload:
        of = caseload.find_person(who)
        whom: Client | str = caseload.find_person(to) if to else new
        saved = file_with(caseload, tuple(_named(caseload, numbers)), of, whom)
        name = whom if isinstance(whom, str) else whom.name
        _print(caseload, saved, json, f"{saved.label}; {name} has it now.")


def _named(caseload: "Caseload", numbers: dict[str, _Numbers]) -> "Iterator[Record]":
    from store.merging import filed_with
    from store.records import CASELOAD_TABLES

    for table, listed in numbers.items():
        yield from (filed_with(caseload, caseload.get(CASELOAD_TABLES[table], id)) for id in listed or ())


def _print(caseload: "Caseload", saved: "Saved", json: bool, done: str) -> None:
    if json:
        put_json(saved_shape(saved))
        return
    put(done[:1].upper() + done[1:])
    say_saved(saved, caseload.clock.now())
