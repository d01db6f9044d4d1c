"""From one way of walking together to another: its page, and walking again with one key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from mentor_tui.screens.day_form import DayForm
from store.acts import comes_out
from store.records import Client
from store.standing import has_died, is_active, status_together
from store.vocabulary import STATUSES, label
from store.waiting import expected_release

if TYPE_CHECKING:
    from datetime import date

    from mentor_tui.app import MentorApp
    from store.saved import Saved


def walk_again(app: MentorApp, person: int) -> None:
    """Walk together again; for someone inside it asks since when they are out."""
    client = app.caseload.get(Client, person)
    if has_died(client):
        app.trouble(told("They died. {undo} takes the last thing back; {more} changes where you stand."))
    elif client.status in ("inside", "not-out") or _is_expected_by_now(app, client):
        form = DayForm(f"{client.name}, out since", partial(_out, app, person), person=person)
        app.push_screen(form, app.saved)
    elif client.status in ("walking", "light"):
        stands = f" ({label(STATUSES, client.status)})" if client.status != "walking" else ""
        app.trouble(told(f"You are walking together already{stands}; {{more}} changes where you stand."))
    elif comes_out(client, status_together(client)):  # paused or finished, and back inside before that
        app.push_screen(
            DayForm(f"{client.name}, out since", partial(_walks, app, person), person=person), app.saved
        )
    else:
        app.attempt(lambda: app.caseload.set_status(client, status_together(client)))


def show_page(app: MentorApp, person: int) -> None:
    """The page of an ending, unless it is in front already."""
    from mentor_tui.screens.quiet import QuietScreen

    if not isinstance(app.screen, QuietScreen):
        app.open_dialog("quiet", person)


def _is_expected_by_now(app: MentorApp, client: Client) -> bool:
    today = app.clock.now().day
    day = expected_release(client, today)
    return is_active(client) and day is not None and day <= today


def _out(app: MentorApp, person: int, on: date | None) -> Saved:
    client = app.caseload.get(Client, person)  # asked for again: a form that is locked over holds nobody
    return app.caseload.set_released(client, on or app.clock.now().day)


def _walks(app: MentorApp, person: int, on: date | None) -> Saved:
    client = app.caseload.get(Client, person)
    return app.caseload.set_status(client, status_together(client), on or app.clock.now().day)
