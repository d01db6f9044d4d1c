"""From one way of walking together to another: its page, and walking again with one key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from mentor_tui.screens.day_form import DayForm
from store.records import Client
from store.standing import has_died

if TYPE_CHECKING:
    from datetime import date

    from mentor_tui.app import MentorApp
    from store.saved import Saved


def walk_again(app: MentorApp, person: int) -> None:
    """Walk together again; for someone inside it asks since when they are out."""
    client = app.caseload.get(Client, person)
    if has_died(client):
        app.trouble(told("They died. {undo} takes the last thing back; {more} changes where you stand."))
    elif client.status == "walking":
        app.trouble("You are walking together already.")
    elif client.status in ("inside", "not-out"):
        form = DayForm(f"{client.name}, out since", partial(_out, app, person))
        app.push_screen(form, app.saved)
    else:
        app.attempt(lambda: app.caseload.set_status(client, "walking"))


def show_page(app: MentorApp, person: int) -> None:
    """The page of an ending, unless it is in front already."""
    from mentor_tui.screens.quiet import QuietScreen

    if not isinstance(app.screen, QuietScreen):
        app.open_dialog("quiet", person)


def _out(app: MentorApp, person: int, on: date | None) -> Saved:
    client = app.caseload.get(Client, person)  # asked for again: a form that is locked over holds nobody
    return app.caseload.set_released(client, on or app.clock.now().day)
