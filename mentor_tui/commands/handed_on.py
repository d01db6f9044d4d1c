"""`mentor handed-on`: what left for somebody else, when, to whom, and whom it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.records import HandedOn


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("handed-on")(handed_on)


def handed_on(context: typer.Context, json: Json = False) -> None:
    """What you handed on: when, to whom, about which days, and whom it names; the newest first."""
    from store.records import HandedOn

    with opened(context) as caseload:
        found = sorted(caseload.all(HandedOn), key=lambda one: (one.on, one.id), reverse=True)
        if json:
            put_json({"handed_on": [_shape(one, _names(caseload, one)) for one in found]})
            return
        for one in found:
            put(_line(one, _names(caseload, one)))
        if not found:
            say(
                "Nothing was handed on from here yet. What you write for yourself is in `mentor export list`."
            )


def _names(caseload: Caseload, one: HandedOn) -> list[dict[str, Any]]:
    from mentor_tui.commands.shapes import named

    return [client for id in one.client_ids if (client := named(caseload, id))]


def _shape(one: HandedOn, names: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "on": one.on.isoformat(),
        "what": one.what,
        "to": one.to,
        "first": one.first.isoformat() if one.first else None,
        "last": one.last.isoformat() if one.last else None,
        "clients": names,
        "gone": len(one.client_ids) - len(names),
    }


def _line(one: HandedOn, names: list[dict[str, Any]]) -> str:
    days = f"  {one.first} to {one.last}" if one.first and one.last else ""
    to = f"  to {one.to}" if one.to else ""
    gone = len(one.client_ids) - len(names)
    whom = [*(client["name"] for client in names), *([f"{gone} no longer here"] if gone else [])]
    named = f"  names {', '.join(whom)}" if whom else "  names nobody"
    return f"{one.on}  {one.what}{days}{to}{named}"
