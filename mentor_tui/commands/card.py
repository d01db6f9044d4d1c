"""`mentor card`: a sheet of initials, days and codes, for places where no phone can go."""

from typing import TYPE_CHECKING, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Force, Json, Output
from mentor_tui.commands.printing import put, put_json, say, write_out

if TYPE_CHECKING:
    from mentor_tui.exchange.card_out import Card


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("card")(card)


def card(
    context: typer.Context,
    output: Output = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """A pocket card: everyone's initials, what day is next, and a code to note things by."""
    from mentor_tui.exchange.card_out import card_of, card_text, write_card

    with opened(context) as caseload:
        if output is not None:
            many = write_card(caseload, output, replace=force)
            if json:
                put_json({"path": str(output), "people": many})
            else:
                put(f"{output}: {many} {'person' if many == 1 else 'people'}")
            say("Initials and codes only. What you note by a code can be typed in as it stands.")
            return
        found = card_of(caseload)
        if json:
            put_json(_shape(found))
        else:
            write_out(card_text(found))


def _shape(found: "Card") -> dict[str, Any]:
    people = [
        {
            "code": line.code,
            "initials": line.initials,
            "due": [
                {"on": when.day.isoformat(), "time": f"{when.at:%H:%M}" if when.at else None}
                for when in line.due
            ],
        }
        for line in found.lines
    ]
    return {"day": found.day.isoformat(), "until": found.until.isoformat(), "people": people}
