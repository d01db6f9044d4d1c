"""What one act leads to: a release offers dates, a moved plan asks its new day, an ending has its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.records import Appointment, Client
    from store.saved import Saved

_ASKS_AGAIN = ("went-moved", "cancelled", "could-not-get-there", "turned-away")
"""Results after which there is often another day."""


def follow_up(app: MentorApp, saved: Saved) -> None:
    """Ask what the act asks for; nothing after most."""
    from store.records import Appointment, Client

    record = saved.records[0] if saved.records else None
    if isinstance(record, Client):
        _offer_dates(app, saved, record)
        _show_ending(app, saved, record)
    elif isinstance(record, Appointment) and isinstance(saved.before, Appointment):
        if record.result != saved.before.result:  # a later day of a series has a number of its own now
            _ask_new_day(app, saved, record)
    elif isinstance(record, Appointment) and record.client_id:
        _say_that_it_rests(app, record)
    for plan in saved.closed:  # by a note that was written of it
        if isinstance(plan, Appointment):
            _ask_new_day(app, saved, plan)


def _offer_dates(app: MentorApp, saved: Saved, client: Client) -> None:
    from store.records import Client
    from store.release_dates import changes_dates, offered_dates, release_day

    moment = app.clock.now()
    before = saved.before if isinstance(saved.before, Client) else None
    if not changes_dates(before, client, moment):
        return
    was = release_day(before, moment) if before else None
    if offered_dates(client, app.caseload.appointments_of(client.id), moment, was):
        from mentor_tui.screens.release_dates import ReleaseDatesScreen

        app.push_screen(ReleaseDatesScreen(client.id, was), app.saved)


def _show_ending(app: MentorApp, saved: Saved, client: Client) -> None:
    from mentor_tui.quiet_rows import ENDINGS
    from mentor_tui.screens.endings import show_page
    from store.records import Client

    before = saved.before
    if isinstance(before, Client) and before.status != client.status and client.status in ENDINGS:
        show_page(app, client.id)


def _say_that_it_rests(app: MentorApp, plan: Appointment) -> None:
    from store.records import Client
    from store.standing import why_it_rests

    if rests := why_it_rests(app.caseload.get(Client, plan.client_id), plan):
        app.trouble(rests)


def _ask_new_day(app: MentorApp, saved: Saved, plan: Appointment) -> None:
    # One that comes back has its next day already.
    if plan.result in _ASKS_AGAIN and not plan.series:
        from mentor_tui.screens.again import AgainScreen

        app.push_screen(AgainScreen(plan, saved), app.saved)
