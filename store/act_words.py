"""What an act is called when undo and history name it: "note", "note corrected", "plan done"."""

from store.records import Appointment, Contact, Goal, Promise, Record, Referral
from store.shelf import TABLE_OF
from store.vocabulary import GOAL_STATES, RESULTS, STATUSES, label

_CALLED = {
    "clients": "person",
    "contacts": "note",
    "appointments": "plan",
    "promises": "promise",
    "goals": "goal",
    "referrals": "bridge",
    "services": "service",
    "consents": "agreement",
    "end_conversations": "end conversation",
    "check_ins": "check-in",
    "absences": "days away",
    "saved_views": "saved view",
    "note_templates": "template",
    "hint_words": "word for hints",
    "closed_months": "closed month",
    "handed_on": "handed on",
    "envelopes": "sealed envelope",
}
NO_MORE = "plan comes back no more"
_PLAN = {"": "plan opened again", "done": "plan done", "let-go": "plan let go"}
_PROMISE = {"open": "promise opened again", "done": "promise kept", "let-go": "promise let go"}


def called(record: Record) -> str:
    """What a record is, in a word or two."""
    return _CALLED[TABLE_OF[type(record)]]


def table_called(table: str) -> str:
    """What one record of a table is; "record" for one that no act names."""
    return _CALLED.get(table, "record")


def standing(status: str) -> str:
    """What was said of where the two stand, so that undo asks about that."""
    return f"where you stand: {label(STATUSES, status)}"


def changed(before: Record, after: Record) -> str:
    """What was done to a record: a plan is done, a promise is kept, a note is corrected."""
    match before, after:
        case Contact(), _:
            return "note corrected"
        case Appointment(), Appointment() if before.result != after.result:
            return _PLAN.get(after.result) or f"plan: {label(RESULTS, after.result)}"
        case Appointment(), Appointment() if before.repeats != after.repeats:
            return "plan comes back" if after.repeats else NO_MORE
        case Appointment(), Appointment() if (before.on, before.at) != (after.on, after.at):
            return "plan moved"
        case Promise(), Promise() if before.state != after.state:
            return _PROMISE.get(after.state, "promise changed")
        case Referral(), Referral() if before.stage != after.stage:
            return f"bridge to {after.stage.replace('-', ' ')}"
        case Goal(), Goal() if before.state != after.state:
            return f"goal: {label(GOAL_STATES, after.state)}"
    return f"{called(after)} changed"
