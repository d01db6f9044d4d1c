"""`mentor promises`."""

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say
from mentor_tui.commands.shapes import client_shape, record_shape


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("promises")(promises)


def promises(context: typer.Context, json: Json = False) -> None:
    """Everything you said you would do, by person, what has a day first."""
    from mentor_tui.promise_words import resting
    from store.promised import promised
    from store.when import short

    with opened(context) as caseload:
        everything, moment = promised(caseload), caseload.clock.now()
        if json:
            people = [
                {
                    "client": client_shape(one.client) if one.client else None,
                    "promises": [record_shape(promise) for promise in one.promises],
                }
                for one in everything.people
            ]
            put_json({"people": people, "resting": everything.resting})
            return
        for one in everything.people:
            name = one.client.name if one.client else "yourself"
            for promise in one.promises:
                due = f"by {short(promise.due_on, moment)}" if promise.due_on else ""
                put("  ".join(part for part in (name, due, promise.words) if part))
        if not everything.people:
            put("Nothing is promised now. “! ...” in a note keeps what you said you would do.")
        if everything.resting:
            say(resting(everything))
