"""A note line as records: the contact, the next touch, what was promised, the bridge that moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from msgspec.structs import replace

from store.acts import bridge_moved
from store.records import Appointment, Client, Contact, Promise, Record, Referral
from store.shelf import TABLE_OF, difference, fields_of, record_from
from store.text import listed
from store.two_way import is_attempt, is_two_way
from store.vocabulary import kind_in
from store.whose import refuse_gone

if TYPE_CHECKING:
    from store.caseload_records import CaseloadRecords
    from store.clock import Moment
    from store.folder import Act
    from store.noteline import NextTouch, NoteReading
    from store.reading import Reading

    Kept: TypeAlias = Reading | CaseloadRecords


@dataclass
class Written:
    """What one note wrote: (kind, id) in the order written, and the plans it closed."""

    made: list[tuple[type[Record], int]]
    closed: list[tuple[type[Record], int]]


class About(NamedTuple):
    """The plan that a note is about."""

    plan: int
    day: date | None = None
    """A later day of one that comes back."""
    result: str = ""
    """What became of it, where the mentor says so herself (RESULTS); "" leaves it to the note."""


def contact_of(reading: NoteReading, moment: Moment) -> Contact:
    """The contact a reading stands for; its day is the line's `<`, else today."""
    day, wall = (reading.when.day, reading.when.at) if reading.when else (moment.day, moment.wall)
    return Contact(
        client_ids=reading.who,
        unnamed=reading.unnamed,
        on=day,
        at=moment.at if reading.when is None else (moment.instant(day, wall) if wall else None),
        zone=moment.zone,
        direction=reading.direction,
        mode=reading.mode,
        kind=reading.kind,
        outcome=reading.outcome,
        minutes=reading.minutes,
        travel_minutes=reading.travel_minutes,
        km=reading.km,
        cents=reading.cents,
        activities=reading.activities,
        words=reading.words,
        service_ids=tuple(dict.fromkeys(mention.service_id for mention in reading.services)),
        as_typed=reading.as_typed,
    )


def says_something(contact: Contact) -> bool:
    """Whether a line is a contact or a note, and not only a plan or a promise."""
    said = (contact.mode, contact.kind, contact.outcome, contact.words, contact.activities, contact.unnamed)
    measured = (contact.minutes, contact.travel_minutes, contact.km, contact.cents)
    return any(said) or bool(contact.service_ids) or any(figure is not None for figure in measured)


def write_note(
    act: Act, records: Reading, reading: NoteReading, moment: Moment, *, about: About | None = None
) -> Written:
    """Write one reading inside an act.

    Args:
        about: the appointment this note is about: closed by it when they talked or met, or when she says
            herself what became of it.
    """
    written = Written([], [])
    if reading.newcomer:
        reading = _with_newcomer(act, reading, moment, written)
    refuse_gone(act, reading.who)
    contact = contact_of(reading, moment)
    contact_id = None
    if says_something(contact):
        contact_id = write_contact(act, records, contact, written, about)
    elif about is not None and about.result:
        closing = {"result": about.result, "closed_on": contact.on.isoformat()}
        if plan := _plan_meant(records, about):
            _close(act, plan, closing, contact.on, written)
    for person in reading.who or (0,):
        _plan_and_promise(act, reading, moment, person, contact_id, written)
        if person:
            _move_bridges(act, records, reading, contact.on, person, written)
    return written


def write_contact(
    act: Act, records: Kept, contact: Contact, written: Written, about: About | None = None
) -> int:
    """Write a contact inside an act, close what it closes, and return its number."""
    contact_id = act.insert("contacts", fields_of(contact))
    written.made.append((Contact, contact_id))
    _close_plans(act, records, contact, contact_id, about, written)
    return contact_id


def _with_newcomer(act: Act, reading: NoteReading, moment: Moment, written: Written) -> NoteReading:
    """Make the newcomer a person; the note is about them then."""
    from store.noteline import NEWCOMER

    newcomer = Client(name=reading.newcomer, met_on=moment.day, status_on=moment.day)
    new = act.insert("clients", fields_of(newcomer))
    written.made.append((Client, new))
    return replace(reading, who=tuple(new if id == NEWCOMER else id for id in reading.who), newcomer="")


def _plan_and_promise(
    act: Act, reading: NoteReading, moment: Moment, person: int, contact_id: int | None, written: Written
) -> None:
    for touch in reading.next:
        plan = Appointment(
            client_id=person,
            kind=kind_in(touch.words),
            on=touch.when.day,
            at=touch.when.at,
            zone=moment.zone,
            what=touch.words,
            contact_id=contact_id,
            repeats=touch.repeats,
            series=_series_of(touch),
        )
        written.made.append((Appointment, act.insert("appointments", fields_of(plan))))
    for thing in reading.promises:
        promise = Promise(
            client_id=person,
            words=thing.words,
            due_on=thing.due.day if thing.due else None,
            made_on=reading.when.day if reading.when else moment.day,
            contact_id=contact_id,
        )
        written.made.append((Promise, act.insert("promises", fields_of(promise))))


def _series_of(touch: NextTouch) -> str:
    if touch.repeats is None:
        return ""
    # What comes back is rare in a note, and takes longer to wake than the note to save.
    from store.series_acts import new_series

    return new_series()


def _close_plans(
    act: Act, records: Kept, contact: Contact, contact_id: int, about: About | None, written: Written
) -> None:
    """A two-way contact closes that person's open touches up to its day; an attempt closes nothing.

    What the mentor says became of the plan she writes about is so, whatever the contact was.
    """
    is_talk = is_two_way(contact) and not is_attempt(contact)
    touches = _plans_of(act, records, contact.client_ids if is_talk else ())
    due = {(item.id, item.on): (item, "done") for item in touches if closes(item, contact.on)}
    if about is not None and (about.result or is_talk):
        plan = _plan_meant(records, about)
        if plan and (result := about.result or _result_of(plan, contact)):
            due[plan.id, plan.on] = (plan, result)
    # Of one that comes back its later day first: it is one only while the open one stands before it.
    for item, result in sorted(due.values(), key=lambda each: each[0].on, reverse=True):
        closing = {"result": result, "closed_on": contact.on.isoformat(), "closed_by": contact_id}
        _close(act, item, closing, contact.on, written)


def _plans_of(act: Act, records: Kept, people: tuple[int, ...]) -> Iterator[Appointment]:
    """Their plans, and those that an earlier line of the same sheet opened: the next of what comes back."""
    for person in people:
        yield from records.of(Appointment, person)
    for id, document in act.added("appointments").items():
        if document.get("client_id") in people:
            yield record_from(Appointment, id, document)


def _plan_meant(records: Kept, about: About) -> Appointment | None:
    """The plan, or the day of it, that a note is about; None where that day is not there any more."""
    plan = records.get(Appointment, about.plan)
    if about.day in (None, plan.on):
        # What was said of it meanwhile, in the shell or another window, stays.
        return None if about.result and plan.result else plan
    from store.series import occurrences

    day = about.day or plan.on
    of_series = [one for one in records.of(Appointment, plan.client_id) if plan.series == one.series != ""]
    found = (shown for one in (plan, *of_series) for shown in occurrences(one, day, day))
    return next((shown for shown in found if not shown.result), None)


def _close(act: Act, plan: Appointment, closing: dict[str, Any], day: date, written: Written) -> None:
    """Close a plan; where it comes back, the day that follows is open then."""
    kept = act.get("appointments", plan.id)
    if kept is None or (kept.get("result") or "") != plan.result:
        return  # an earlier line of the same sheet said what became of it
    if not kept.get("repeats"):
        act.update("appointments", plan.id, closing)
        written.closed.append((Appointment, plan.id))
        return
    from store.series_acts import close  # most have nothing that comes back

    # A touch of this very day is closed with the ones before it; an appointment of this day is another.
    after = day if plan.kind == "touch" else day - timedelta(days=1)
    closed, *head = close(act, plan, closing, after=after)
    written.closed.append((Appointment, closed))
    written.made.extend((Appointment, id) for id in head)


def _result_of(plan: Appointment, contact: Contact) -> str:
    """What a note about this very plan says of it; "" leaves it open.

    A call the evening before court is not court: only going there, on the day or after, says "went".
    """
    if plan.result:
        return ""
    if plan.kind == "touch":
        return "done"
    return "went" if contact.kind in ("along", "ride", "hand-over") and plan.on <= contact.on else ""


def closes(plan: Appointment, day: date) -> bool:
    """Whether a two-way contact on `day` closes this plan: an open touch dated up to that day."""
    return plan.kind == "touch" and not plan.result and plan.on <= day


def _move_bridges(
    act: Act, records: Reading, reading: NoteReading, day: date, person: int, written: Written
) -> None:
    for mention in reading.services:
        open_bridge = next(
            (
                bridge
                for bridge in reversed(records.of(Referral, person))
                if bridge.service_id == mention.service_id and bridge.stage not in ("let-go", "settled")
            ),
            None,
        )
        if open_bridge is None:
            bridge = Referral(client_id=person, service_id=mention.service_id)
            made = bridge_moved(bridge, mention.stage or "idea", day)
            written.made.append((Referral, act.insert(TABLE_OF[Referral], fields_of(made))))
        elif mention.stage and mention.stage != open_bridge.stage:
            said = open_bridge.ended, open_bridge.ended_words  # a line says nothing about these
            moved = bridge_moved(open_bridge, mention.stage, day, *said)
            fields, dropped = difference(open_bridge, moved)
            act.update(TABLE_OF[Referral], open_bridge.id, fields, drop=dropped)
            written.made.append((Referral, open_bridge.id))


def people_named(names: Iterable[str]) -> str:
    """For what undo calls an act: Dee, then Dee and Jo, then Dee, Jo and 2 others."""
    everyone = list(names)
    if len(everyone) > 3:
        return f"{everyone[0]}, {everyone[1]} and {len(everyone) - 2} others"
    return listed(everyone)
