"""What is coming: open plans, in the order of their days."""

from collections.abc import Iterable, Iterator
from datetime import time

from msgspec.structs import replace

from store.clock import Moment
from store.records import Appointment
from store.series import occurrences
from store.standing import is_active, plan_shows
from store.text import fold
from store.vocabulary import APPOINTMENT_KINDS, label
from store.waiting.due import days_after
from store.waiting.parts import Coming, RecordRef, Records
from store.waiting.phrases import brief

COMING_DAYS = 7
HOW_DID_IT_GO = "how did it go?"
_TOUCHES = {
    "in-person": "meet",
    "phone": "call",
    "video": "video call",
    "text": "text",
    "email": "email",
    "letter": "letter",
    "gate": "meet at the gate",
    "driving": "drive together",
}
_GOING = {"me": "going along", "someone": "someone goes along"}


def coming(records: Records, moment: Moment, days: int = COMING_DAYS) -> tuple[Coming, ...]:
    """Open plans from today to so many days ahead, the mentor's own among them; nobody inactive."""
    last = days_after(moment.day, days)
    return in_order(
        row(shown, name, records, head=plan)
        for plan, name in open_plans(records)
        for shown in occurrences(plan, moment.day, last)
    )


def letters_passed(records: Records, moment: Moment) -> tuple[Coming, ...]:
    """Letters to people inside whose day has passed: nobody inside waits, so these ask for themselves."""
    inside = (client for client in records.people() if not is_active(client))
    asked = (
        row(plan, client.name, records, head=plan)
        for client in inside
        for plan in records.appointments_of(client.id)
        if is_open(plan) and plan.on < moment.day and plan_shows(client, plan)
    )
    return in_order(
        replace(each, text=f"{each.what}: {HOW_DID_IT_GO}", goes_with=HOW_DID_IT_GO) for each in asked
    )


def open_plans(records: Records) -> Iterator[tuple[Appointment, str]]:
    """Open plans that may come up, with the name of the person; the mentor's own first."""
    yield from ((plan, "") for plan in records.appointments_of(0) if is_open(plan))
    for client in records.people():
        for plan in records.appointments_of(client.id):
            if is_open(plan) and plan_shows(client, plan):
                yield plan, client.name


def in_order(rows: Iterable[Coming]) -> tuple[Coming, ...]:
    """By day, the whole day before the hours, then by name."""
    return tuple(sorted(rows, key=lambda row: (row.on, row.at or time.min, fold(row.name), row.record.id)))


def is_open(plan: Appointment) -> bool:
    """Nothing is written yet of how it went."""
    return not plan.result


def is_coming(plan: Appointment, moment: Moment, days: int = COMING_DAYS) -> bool:
    """Open, and within so many days; today counts whole."""
    return is_open(plan) and 0 <= (plan.on - moment.day).days <= days


def what_it_is(plan: Appointment, records: Records) -> str:
    """A plan in a word or two: its own words, else its service, else its kind."""
    named = records.service_name(plan.service_id) if plan.service_id is not None else ""
    if plan.what or named:
        return brief(plan.what or named)
    if plan.kind == "touch":
        return _TOUCHES.get(plan.mode, "be in touch")
    return label(APPOINTMENT_KINDS, plan.kind) or "a plan"


def ride_words(plan: Appointment) -> str:
    """The ride, as it is said after what it is for: "ride not sorted"."""
    ride = brief(plan.ride)
    return f"ride {ride}" if ride.startswith("not") else f"ride: {ride}" if ride else ""


def row(plan: Appointment, name: str, records: Records, *, head: Appointment) -> Coming:
    """A plan as it reads in a list.

    Args:
        head: the same, or the one that it is a later day of.
    """
    what = what_it_is(plan, records)
    bring = f"bring {brief(plan.bring)}" if plan.bring else ""
    with_it = ", ".join(part for part in (_GOING.get(plan.going, ""), ride_words(plan), bring) if part)
    return Coming(
        client_id=plan.client_id,
        name=name,
        on=plan.on,
        at=plan.at,
        text=f"{what}, {with_it}" if with_it else what,
        record=RecordRef("appointments", plan.id),
        what=what,
        goes_with=with_it,
        is_later=plan is not head,
        comes_back=head.repeats is not None,
        result=plan.result,
    )
