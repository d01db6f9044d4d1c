"""More for one record: take it out (undo brings it back), file it elsewhere, go on to the person."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.keys import action
from mentor_tui.screens.belongs_to import ask_whose_it_is, may_belong_elsewhere
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.scope import ask_scope
from mentor_tui.screens.theme_seen import SEE, offer_themes
from store.records import Appointment, Contact, Record
from store.shelf import TABLE_OF
from widgets.row import Column, Row

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
    rows = [Row("remove", (f"remove this {called}, {action('undo').shown_key} brings it back",))]
    if may_belong_elsewhere(record):
        rows.append(Row("elsewhere", ("it belongs to somebody else",)))
    if isinstance(record, Contact) and record.uid:
        rows.append(Row("theme", (SEE,)))
    if about_person:
        row = Row("person", ("about the person: status, back inside, died, remove",))
        rows.insert(0 if person_first else 1, row)
    if let_go:
        rows.insert(0, Row("let-go", ("let it go: it will not be done",)))

    def picked(key: str | None) -> None:
        if key == "remove" and isinstance(record, Appointment):
            ask_scope(app, record, "remove", lambda scope: _remove_plan(app, record, scope))
        elif key == "remove":
            app.attempt(lambda: app.caseload.remove(record))
        elif key == "elsewhere":
            ask_whose_it_is(app, record)
        elif key == "theme" and isinstance(record, Contact):
            offer_themes(app, record)
        elif key == "person" and about_person:
            about_person()
        elif key == "let-go" and let_go:
            let_go()

    app.push_screen(PickScreen(f"more, {called}", rows, (Column(),), "choose", for_anyone=True), picked)


def _remove_plan(app: "MentorApp", plan: Appointment, scope: str) -> None:
    app.attempt(lambda: app.caseload.remove_plan(plan, scope))
