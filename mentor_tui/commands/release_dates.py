"""`mentor client dates`: what could be planned from a release, and planning what is chosen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import client_shape, saved_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.caseload import Caseload
    from store.records import Client
    from store.release_dates import OfferedDate


def dates(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who.")],
    plan: Annotated[str, typer.Option(help="Which to plan, by their numbers: 1,3; or all.")] = "",
    was: Annotated[
        str, typer.Option(help="The day the release had before: plans on its days are moved, not made anew.")
    ] = "",
    json: Json = False,
) -> None:
    """Dates that could follow from a release. Nothing is planned but what --plan names."""
    from store.release_dates import offered_dates

    with opened(context) as caseload:
        client = caseload.find_person(name)
        before = caseload.read_day(was) if was else None
        offered = offered_dates(client, caseload.appointments_of(client.id), caseload.clock.now(), before)
        if plan:
            _plan(caseload, client, [offered[place] for place in _chosen(plan, len(offered))], json)
        elif json:
            put_json(
                {"client": client_shape(client), "dates": [_shape(*each) for each in enumerate(offered, 1)]}
            )
        else:
            _print(caseload, client, offered)


def say_what_could_follow(caseload: Caseload, client: Client, before: Client | None = None) -> None:
    """After a release was said: that dates could follow from it, and that plans could move with it."""
    from store.release_dates import offered_dates, release_day

    moment = caseload.clock.now()
    was = release_day(before, moment) if before else None
    offered = offered_dates(client, caseload.appointments_of(client.id), moment, was)
    if offered:
        many = "1 date" if len(offered) == 1 else f"{len(offered)} dates"
        say(f"{many} could follow from it; `mentor client dates NAME` shows which.")
    if was and any(one.moves for one in offered):
        say(f"Plans stand on days of the earlier date; --was {was} there shows what would move with it.")


def _print(caseload: Caseload, client: Client, offered: Sequence[OfferedDate]) -> None:
    for number, one in enumerate(offered, 1):
        put(f"{number:>2}  {_line(caseload, one)}  {_why(one)}")
    if offered:
        put("With --plan 1,2 the first two of them are planned; with --plan all, all of them.")
    else:
        put(
            f"No date follows from a release of {client.name} now: none is near or ahead, or all are planned."
        )


def _plan(caseload: Caseload, client: Client, chosen: Sequence[OfferedDate], json: bool) -> None:
    saved = caseload.plan_dates(client, chosen)
    if json:
        put_json(saved_shape(saved))
        return
    for one in chosen:
        put(f"{client.name} · {_line(caseload, one)}")
    say_saved(saved, caseload.clock.now())


def _line(caseload: Caseload, one: OfferedDate) -> str:
    from store.waiting import what_it_is
    from store.when import When, echo

    return f"{echo(When(one.plan.on, one.plan.at), caseload.clock.now())}  {what_it_is(one.plan, caseload)}"


def _why(one: OfferedDate) -> str:
    from store.when_echo import day_and_month

    return f"moves from {day_and_month(one.moves.on.day, one.moves.on.month)}" if one.moves else one.why


def _shape(number: int, one: OfferedDate) -> dict[str, Any]:
    return {
        "number": number,
        "on": one.plan.on.isoformat(),
        "kind": one.plan.kind,
        "why": one.why,
        "moves": one.moves.id if one.moves else None,
    }


def _chosen(words: str, count: int) -> list[int]:
    """Places in the list, from numbers with commas between.

    Raises:
        RequestRefused: there is no such number.
    """
    from store.errors import RequestRefused

    asked = [part.strip() for part in words.split(",") if part.strip()]
    if asked == ["all"] and count:
        return list(range(count))
    places = [int(part) - 1 for part in asked if part.isdecimal() and len(part) < 4]
    if len(places) != len(asked) or not places or not all(0 <= place < count for place in places):
        there = f"there are {count}" if count else "there are none now"
        raise RequestRefused(
            f"“{words[:40]}” does not name dates of the list ({there}); without --plan it is shown."
        )
    return sorted(set(places))
