"""More for one record: take it out (undo brings it back), file it elsewhere, go on to the person."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.screens.belongs_to import ask_whose_it_is, may_belong_elsewhere
from mentor_tui.screens.offering import ABOUT_PERSON, ELSEWHERE, Way, offer, removing
from mentor_tui.screens.scope import ask_scope
from mentor_tui.screens.theme_seen import SEE, offer_themes
from store.records import Appointment, Contact, Record
from store.shelf import TABLE_OF

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_CALLED = {
    "contacts": "note",
    "appointments": "plan",
    "promises": "promise",
    "goals": "goal",
    "referrals": "bridge",
    "consents": "consent",
    "end_conversations": "end conversation",
    "check_ins": "check-in",
    "services": "service",
    "absences": "absence",
    "saved_views": "saved view",
    "note_templates": "template",
    "hint_words": "word for hints",
    "closed_months": "closed month",
    "handed_on": "line of what was handed on",
    "envelopes": "sealed envelope",
}


def more_about(
    app: "MentorApp",
    record: Record,
    about_person: Callable[[], None] | None = None,
    *,
    person_first: bool = False,
    let_go: Callable[[], object] | None = None,
) -> None:
    """Offer to take the record out; and, where there is a person, what can be done about them.

    Args:
        person_first: that stands first, so that nothing is taken out by an enter too many.
        let_go: says of a promise that it will not be done; offered first.
    """
    called = _CALLED[TABLE_OF[type(record)]]
    ways: list[Way] = [(removing(called), lambda: _remove(app, record))]
    if may_belong_elsewhere(record):
        ways.append((ELSEWHERE, lambda: ask_whose_it_is(app, record)))
    if isinstance(record, Contact) and record.uid:
        ways.append((SEE, lambda: offer_themes(app, record)))
    if about_person:
        ways.insert(0 if person_first else 1, (ABOUT_PERSON, about_person))
    if let_go:
        ways.insert(0, ("let it go: it will not be done", let_go))
    offer(app, called, ways)


def _remove(app: "MentorApp", record: Record) -> None:
    """Take it out; of a plan that comes back it is asked how much of it."""
    if isinstance(record, Appointment):
        ask_scope(app, record, "remove", lambda scope: _remove_plan(app, record, scope))
    else:
        app.attempt(lambda: app.caseload.remove(record))


def _remove_plan(app: "MentorApp", plan: Appointment, scope: str) -> None:
    app.attempt(lambda: app.caseload.remove_plan(plan, scope))
