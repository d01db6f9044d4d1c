"""A week in plain sentences: whom the mentor was with, what was tried, said and done. Nothing is graded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from store.hard_days import back_inside_on, died_on, shut_on
from store.period import Period
from store.records import Appointment, Client, Contact, Promise, Referral, Step
from store.shelf import R
from store.standing import has_died
from store.text import listed
from store.vocabulary import APPOINTMENT_KINDS, OPEN_STAGES, REFERRAL_ENDS, STAGES, label
from store.waiting.due import monday_of
from store.waiting.phrases import day_name
from store.week_contacts import told_of_contacts
from store.week_words import Told, quoted

if TYPE_CHECKING:
    from store.principles import Question

_A_WEEK = timedelta(days=6)
_HELD = {
    "went": "{who} walked in at {place} for the first time ({day}).",
    "settled": "{who} keeps going back to {place} ({day}).",
}
"""What is said of a bridge that held, by the stage it reached."""
_MOVING = OPEN_STAGES - {"idea"}


class Reads(Protocol):
    """What of the caseload a week is told from; Caseload has it."""

    def all(self, kind: type[R], /) -> Iterable[R]:
        """Every record of a kind, by id."""
        ...

    def dated(self, kind: type[R], field: str, first: date, last: date, /) -> Iterable[R]:
        """Those with a day of theirs ("done_on") from one day to another, both included; no other is made."""
        ...

    def contacts_between(self, first: date, last: date, /) -> Iterable[Contact]:
        """Contacts from one local day to another, both included, oldest first."""
        ...

    def plans_between(self, first: date, last: date, /) -> Iterable[Appointment]:
        """Plans from one local day to another, both included, closed ones too."""
        ...

    def service_name(self, service_id: int | None, /) -> str:
        """How a service reads; "" where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Week:
    """One week as it is told."""

    days: Period
    """Monday to Sunday."""
    told: tuple[Told, ...]
    """In the order they are read; none for a week in which nothing was noted."""
    has_death: bool = False
    """Somebody died in it: then nothing is asked of it."""


def week_of(day: date) -> Period:
    """Monday to Sunday around this day; cut where the calendar ends."""
    monday = monday_of(day)
    return Period(monday, monday + _A_WEEK if monday < date.max - _A_WEEK else date.max)


def the_week(records: Reads, days: Period) -> Week:
    """The week as it can be told from the record, the same for the same records.

    Of somebody who has died no try, no promise and no shut door is told; what the two had is.
    """
    everyone = {client.id: client for client in records.all(Client)}
    names = {id: client.name for id, client in everyone.items()}
    living = {id: name for id, name in names.items() if not has_died(everyone[id])}
    told = (
        *_came_out(everyone.values(), days),
        *told_of_contacts(records, days, names, living),
        *_your_word(records, days, living),
        *_bridges(records, days, names, living),
        *_went(everyone.values(), days),
    )
    died = any(died_on(client) in days for client in everyone.values())
    return Week(days, told, has_death=died)


def latest_week(records: Reads, today: date) -> Week:
    """The week of today; as long as nothing can be told of it the one before, if anything can of that."""
    week = the_week(records, week_of(today))
    if week.told or week.days.first == date.min:
        return week
    # On a Monday morning the week to look back on is the one that is over.
    before = the_week(records, week_of(week.days.first - timedelta(days=1)))
    return before if before.told else week


def week_looked_back_on(records: Reads, today: date, asked: Question | None) -> date | None:
    """Monday of the week that a page on this question is about; None for any other question."""
    return latest_week(records, today).days.first if asked and asked.moment == "weekly" else None


def _came_out(people: Iterable[Client], days: Period) -> Iterator[Told]:
    out = [
        f"{one.name} came out ({day_name(part.on)})."
        for one in people
        for part in one.episodes
        if part.on and part.on in days
    ]
    if out:
        yield Told("out", " ".join(out))


def _went(people: Iterable[Client], days: Period) -> Iterator[Told]:
    """Who is inside again, who died: said last, and plainly."""
    inside: list[str] = []
    died: list[str] = []
    for one in people:
        if has_died(one):
            on = died_on(one)
            died += [f"{one.name} died ({day_name(on)})."] if on and on in days else []
        else:
            back = (day for day in back_inside_on(one) if day in days)
            inside += [f"{one.name} went back inside ({day_name(day)})." for day in back]
    if inside:
        yield Told("inside", " ".join(inside))
    if died:
        yield Told("died", " ".join(died))


def _your_word(records: Reads, days: Period, living: dict[int, str]) -> Iterator[Told]:
    """What she said she would do, and what she did of what she had said; words, and no number."""
    made, done = (records.dated(Promise, field, days.first, days.last) for field in ("made_on", "done_on"))
    said = [one for one in made if one.state != "let-go" and _is_told(one, living)]
    if said:
        yield Told("promised", f"You said you would: {_for_whom(said, living)}.")
    did = [one for one in done if one.state == "done" and _is_told(one, living)]
    if did:
        yield Told("did", f"As you had said, you did: {_for_whom(did, living)}.")


def _is_told(promise: Promise, living: dict[int, str]) -> bool:
    return promise.client_id in living or not promise.client_id


def _for_whom(promises: Iterable[Promise], living: dict[int, str]) -> str:
    """What was promised, by person: “a letter” and “a coat” for Sam; “the bus pass” for Dee."""
    by_person: dict[str, list[str]] = {}
    for one in promises:
        by_person.setdefault(living.get(one.client_id, ""), []).append(quoted(one.words))
    return "; ".join(listed(words) + (f" for {name}" if name else "") for name, words in by_person.items())


def _bridges(records: Reads, days: Period, names: dict[int, str], living: dict[int, str]) -> Iterator[Told]:
    """Those that held, those on the way, doors that stayed shut; as they stood in these days.

    Of somebody who has died only what held: what was closed afterwards is tidying up.
    """
    held: list[str] = []
    shut: list[str] = []
    on_the_way: list[str] = []
    # Its last stage has a day of its own; the ones before it are earlier.
    for one in records.dated(Referral, "stage_on", days.first, date.max):
        who = names.get(one.client_id, "")
        steps = [step for step in _steps(one) if step.on in days]
        if not (who and steps):
            continue
        place = _place(one, records)
        walked = [(step.stage, step.on) for step in steps if step.stage in _HELD and step.on]
        held += [_HELD[stage].format(who=who, place=place, day=day_name(on)) for stage, on in walked]
        on = shut_on(one)
        if one.client_id not in living:
            continue
        if on and on in days:
            shut.append(_door(one, who, place, on))
        elif not walked and steps[-1].stage in _MOVING:
            on_the_way.append(f"{who} to {place} ({label(STAGES, steps[-1].stage)})")
    shut += _turned_away(records, days, living)
    if held:
        yield Told("held", " ".join(held))
    if on_the_way:
        yield Told("on-the-way", f"On the way: {listed(on_the_way)}.")
    if shut:
        yield Told("shut", " ".join(shut))


def _steps(bridge: Referral) -> tuple[Step, ...]:
    """Every stage with its day; one brought in from elsewhere may have the newest alone."""
    return bridge.steps or (Step(stage=bridge.stage, on=bridge.stage_on),)


def _turned_away(records: Reads, days: Period, names: dict[int, str]) -> list[str]:
    """Appointments at which somebody was sent away again."""
    return [
        f"{names[one.client_id]} was turned away: {_plan(one, records)} ({day_name(one.on)})."
        for one in records.plans_between(days.first, days.last)
        if one.result == "turned-away" and one.client_id in names
    ]


def _plan(plan: Appointment, records: Reads) -> str:
    return plan.what or records.service_name(plan.service_id) or label(APPOINTMENT_KINDS, plan.kind)


def _door(bridge: Referral, who: str, place: str, on: date) -> str:
    words = f" {quoted(bridge.ended_words)}" if bridge.ended_words.strip() else ""
    why = label(REFERRAL_ENDS, bridge.ended)
    return f"For {who} the door of {place} stayed shut ({day_name(on)}, {why}){words}."


def _place(bridge: Referral, records: Reads) -> str:
    return records.service_name(bridge.service_id) or bridge.to or "a service"
