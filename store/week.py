"""A week in plain sentences: whom the mentor was with, what was tried, said and done. Nothing is graded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from store.hard_days import back_inside_on, died_on
from store.period import Period
from store.records import Appointment, Client, Contact, Promise
from store.shelf import R
from store.standing import has_died
from store.text import listed
from store.waiting.due import monday_of
from store.waiting.phrases import day_name
from store.week_bridges import told_of_bridges
from store.week_contacts import told_of_contacts
from store.week_words import Told, quoted

if TYPE_CHECKING:
    from store.principles import Question

_A_WEEK = timedelta(days=6)


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
        *told_of_bridges(records, days, names, living),
        *_went(everyone.values(), days),
    )
    return Week(days, told)


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
