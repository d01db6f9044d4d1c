"""What was understood of a note, in a few lines: printed by the shell, shown under the line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mentor_tui import said
from store.records import Appointment, Client
from store.vocabulary import ACTIVITIES, APPOINTMENT_KINDS, KINDS, MODES, OUTCOMES, STAGES, kind_in, label
from store.when import PlanWhen, When, echo

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.noteline import NextTouch, NoteReading
    from store.saved import Saved


def understood_lines(reading: NoteReading, caseload: Caseload) -> Iterator[str]:
    """Who, how, how long and when; the words; what is next; what was promised; bridges; what is unclear."""
    moment = caseload.clock.now()
    yield " · ".join(facts(reading, caseload))
    if reading.words:
        yield f'"{reading.words}"'
    for touch in reading.next:
        said_next = (f"next: {_when_next(touch, moment)}", touch.words, kind_read(touch.words))
        yield " · ".join(part for part in said_next if part)
    for promise in reading.promises:
        due = f", by {echo(promise.due, moment)}" if promise.due else ""
        yield f"promised: {promise.words}{due}"
    for mention in reading.services:
        stage = f" · {label(STAGES, mention.stage)}" if mention.stage else ""
        yield f"bridge: {caseload.service_name(mention.service_id)}{stage}"
    if reading.themes:
        yield f"in your notebook: {', '.join(reading.themes)}"
    yield from reading.unclear


def _when_next(touch: NextTouch, moment: Moment) -> str:
    if touch.repeats is None:
        return echo(touch.when, moment)
    from store.repeat_words import echo_plan

    return echo_plan(PlanWhen(touch.when, touch.repeats), moment)


def kind_read(words: str) -> str:
    """Which kind of plan these words begin with; "" for a touch, which a talk closes."""
    kind = kind_in(words)
    return "" if kind == "touch" else f"kind: {label(APPOINTMENT_KINDS, kind)}"


def facts(reading: NoteReading, caseload: Caseload) -> tuple[str, ...]:
    """The first line's parts: "Dee", "phone", "talked", "15m", "now"."""
    people = [_name(person, reading, caseload) for person in reading.who]
    if reading.unnamed:
        people.append("someone" if reading.unnamed == 1 else f"{reading.unnamed} people")
    if reading.is_note_only:
        parts = [*people, "note only"]
    else:
        kind = label(KINDS, reading.kind) if reading.kind else ""
        parts = [*people, label(MODES, reading.mode), kind, label(OUTCOMES, reading.outcome)]
    parts += [said.length(reading.minutes)]
    parts += [f"{said.length(reading.travel_minutes)} travel" if reading.travel_minutes else ""]
    parts += [f"{reading.km:g} km" if reading.km else ""]
    parts += [f"${reading.cents / 100:.2f}" if reading.cents else ""]
    parts += [label(ACTIVITIES, activity) for activity in reading.activities]
    parts += [echo(reading.when, caseload.clock.now()) if reading.when else "now"]
    return tuple(part for part in parts if part)


def _name(person: int, reading: NoteReading, caseload: Caseload) -> str:
    return f"{reading.newcomer} (new)" if person < 0 else caseload.get(Client, person).name


def closed_lines(saved: Saved, caseload: Caseload) -> Iterator[str]:
    """The plans a contact closed, so that none goes unseen; and when those that come back do."""
    for plan in saved.closed:
        if isinstance(plan, Appointment):
            when = echo(When(plan.on, plan.at), caseload.clock.now())
            yield f"closed: {when}" + (f" · {plan.what}" if plan.what else "")
            yield from back_lines(saved, plan, caseload)


def back_lines(saved: Saved, closed: Appointment, caseload: Caseload) -> Iterator[str]:
    """The day a closed plan comes back on; nothing for one that does not."""
    for record in saved.records:
        if isinstance(record, Appointment) and record.repeats and record.series == closed.series:
            yield f"comes back: {echo(When(record.on, record.at), caseload.clock.now())}"
