"""Done: which of a person's open plans and promises."""

from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.rows import key_parts
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.endings import walk_again
from store.noting import About
from store.records import Appointment, Client, Promise
from store.standing import is_active
from store.vocabulary import RESULTS
from store.waiting import expected_release, what_it_is
from store.when import When, short
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_OUT = "they are out"
"""The key of the row that says so."""
_COLUMNS = (Column(least=8, most=12), Column())


def pick_done(app: "MentorApp", person: int) -> None:
    """Offer what is open with this person; what is picked is done, in one commit."""
    name = app.caseload.get(Client, person).name
    if rows := _open_things(app, person):
        app.push_screen(
            PickScreen(f"done, {name}", rows, _COLUMNS, "done"), lambda key: _done(app, person, key or "")
        )
    else:
        app.trouble(f"Nothing is open with {name}: no plan and no promise.")


def _open_things(app: "MentorApp", person: int) -> list[Row]:
    caseload, now = app.caseload, app.clock.now()
    plans = [
        Row(
            f"appointments:{plan.id}",
            (((short(When(plan.on, plan.at), now), "second"),), what_it_is(plan, caseload)),
            2,
        )
        for plan in caseload.appointments_of(person)
        if not plan.result
    ]
    promises = [
        Row(f"promises:{promise.id}", ((("promised", "second"),), said.promise(promise, now)), 2)
        for promise in caseload.promises_of(person)
        if promise.state == "open"
    ]
    return _release(app, person) + plans + promises


def _release(app: "MentorApp", person: int) -> list[Row]:
    """That they are out, where the day of a release has come."""
    client, now = app.caseload.get(Client, person), app.clock.now()
    day = expected_release(client, now.day)
    if day is None or day > now.day or not is_active(client):
        return []
    return [Row(_OUT, (((short(day, now), "second"),), "expected out: they are out"), 2)]


def _done(app: "MentorApp", person: int, key: str) -> None:
    table, id = key_parts(key)
    if key == _OUT:
        walk_again(app, person)
    elif table == "appointments":
        say_what_became(app, app.caseload.get(Appointment, id))
    elif table == "promises":
        app.attempt(lambda: app.caseload.keep_promise(app.caseload.get(Promise, id)))


def say_what_became(app: "MentorApp", plan: Appointment, *, with_note: bool = False) -> None:
    """A next touch is simply done; of an appointment or a date one says what happened.

    Args:
        with_note: a line opens for a note that is saved with it; left empty, it closes the plan alone.
    """
    if plan.kind == "touch":
        _close(app, plan, "done", with_note)
        return
    rows = [Row(term.code, (term.label,)) for term in RESULTS if term.code != "done"]

    def picked(result: str | None) -> None:
        if result:
            _close(app, plan, result, with_note)

    title = f"“{what_it_is(plan, app.caseload)}”: what came of it"
    app.push_screen(PickScreen(title, rows, (Column(),), "that is it", for_anyone=True), picked)


def _close(app: "MentorApp", plan: Appointment, result: str, with_note: bool) -> None:
    if with_note and plan.client_id:
        app.open_dialog("note", plan.client_id, About(plan.id, plan.on, result))
    else:
        app.attempt(lambda: app.caseload.close_plan(plan, result))
