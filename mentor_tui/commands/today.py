"""`mentor today`: the first screen, as text or JSON."""

import typer

from mentor_tui.commands.door import shell
from mentor_tui.commands.options import Json
from mentor_tui.commands.today_lines import print_today


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("today")(today)


def today(context: typer.Context, json: Json = False) -> None:
    """Who needs you next and why, what is coming in 7 days, and one question, if you like."""
    print_today(shell(context), json)
