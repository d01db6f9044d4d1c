"""The gate page: one page on paper for the day of a release, and nothing secret on it.

Whoever finds it learns a first name, days, hours and addresses. No surname, no place of release, no kind of
supervision or court, nothing about health or medication, no reason and no note is on it.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from mentor_tui.reports.asked import Asked
from mentor_tui.reports.document import Block, Document, Grid, Heading, Room, Words
from mentor_tui.reports.papers.doors import (
    APPOINTMENT,
    LONGEST_CELL,
    NAMED_KINDS,
    UNSAID_KINDS,
    Door,
    brief,
    doors,
    tells,
)
from mentor_tui.reports.papers.plans_ahead import in_order
from store.errors import RequestRefused
from store.records import Appointment, Client, Service
from store.series import occurrences
from store.standing import has_died
from store.waiting import expected_release, released_on
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from store.caseload import Caseload

_DAYS = 14
"""How far ahead its dates go: the days in which most depends on them."""
_MOST = 6
"""Dates, and doors: more than these do not stand on one page."""
_MOST_TO_BRING = 4
_LINE = "_" * 16
_LONGEST_NAME = 24
_LONGEST_PLACE = 48
_VIEW = "One page for the day, to fold and to write on."
_EACH_TIME = (
    "something to eat and drink",
    "clothes for the weather",
    "a phone that works",
    "a place for tonight",
)
_IN_PLACES_OF_ONES_OWN = ("gate", "driving")


def gate_page(caseload: Caseload, asked: Asked) -> Document:
    """The page of one person's release day, or of today for someone who came out in the last days.

    Raises:
        RequestRefused: nobody was named, or no day is known.
    """
    person = asked.person
    if person is None:
        raise RequestRefused("Say whose day: `mentor report gate --who NAME`.")
    day = _day_of(person, asked.moment.day)
    plans = _plans(caseload, person, day)
    shown = plans[:_MOST]
    opened = doors(caseload, person.id, plans)
    blocks = [
        _when(person, day),
        *_dates(caseload, shown, len(plans), day),
        *_doors(opened, day),
        *_boxes(caseload, shown, opened),
        Words("Who to call when something changes:"),
        # Fewer rows above leave more room to write on.
        Room(3 + (2 * _MOST - len(shown) - min(len(opened), _MOST)) // 2),
    ]
    made = asked.moment.day
    title = f"{_short_name(person)} · {full_day(day)}"
    return Document(
        "gate", title, f"{_VIEW} Made on {full_day(made)}.", tuple(blocks), (), made, (person.id,)
    )


def _day_of(person: Client, today: date) -> date:
    expected = None if has_died(person) else expected_release(person, today)
    if expected is not None and expected >= today:
        return expected
    out = None if has_died(person) else released_on(person, today)
    if expected is not None or (out is not None and (today - out).days <= _DAYS):
        return today
    from shlex import quote  # a name of two words is one word to the shell

    raise RequestRefused(
        f"No release of {person.name} is near or expected. "
        f"`mentor client edit {quote(person.name)} --released 2026-12-01` says the day."
    )


def _when(person: Client, day: date) -> Words:
    newest = person.episodes[-1]
    is_the_day = day in (newest.expected_on, newest.on)
    at = f"{newest.at:%H:%M}" if newest.at and is_the_day else "______"
    return Words(f"{at}  {_short_name(person)} and I meet at {'_' * 30}", is_strong=True)


def _plans(caseload: Caseload, person: Client, day: date) -> list[Appointment]:
    last = day + timedelta(days=_DAYS) if day <= date.max - timedelta(days=_DAYS) else date.max
    every = (
        occurrences(plan, day, last)
        for plan in caseload.appointments_of(person.id)
        if not plan.result and plan.kind not in UNSAID_KINDS
    )
    return in_order(chain.from_iterable(every))


def _dates(caseload: Caseload, plans: list[Appointment], many: int, day: date) -> list[Block]:
    if not plans:
        return []
    rows = tuple(
        (
            full_day(plan.on, day),
            f"{plan.at:%H:%M}" if plan.at else "",
            _kind(plan),
            _where(caseload, plan, day),
        )
        for plan in plans
    )
    return [Heading(_first_of("Dates", many)), Grid(("", "", "what", "where"), rows, wide=3)]


def _first_of(title: str, many: int) -> str:
    return title if many <= _MOST else f"{title}, the first {_MOST} of {many}"


def _kind(plan: Appointment) -> str:
    return APPOINTMENT if _is_somewhere(plan) else NAMED_KINDS.get(plan.kind, APPOINTMENT)


def _is_somewhere(plan: Appointment) -> bool:
    """Whether a plan of no kind has an hour and words ("thu 10am clinic"): somebody waits there for them."""
    return plan.kind == "touch" and plan.at is not None and bool(plan.what) and not plan.mode


def _where(caseload: Caseload, plan: Appointment, day: date) -> str:
    """The place, as far as it says nothing but where it is."""
    door = next((each for each in doors(caseload, 0, [plan])), None)
    if _is_somewhere(plan) and not door:
        return _street(plan.where) or _LINE
    if plan.kind not in NAMED_KINDS or (door and not door.is_named):
        return (door.address if door else "") or _street(plan.where) or _LINE
    if plan.kind == "touch" and (plan.on == day or plan.mode in _IN_PLACES_OF_ONES_OWN):
        return ""  # where they meet on the day itself is the place of release
    said = "" if tells(plan.where) else plan.where
    return brief(", ".join(part for part in (door.name if door else "", said) if part), _LONGEST_PLACE)


def _street(words: str) -> str:
    """A street and its number; words that are none may tell what kind of house it is."""
    first = words.partition(",")[0].strip()
    return brief(first) if first[:1].isdigit() else ""


def _doors(opened: list[Door], day: date) -> list[Block]:
    if not opened:
        return []
    rows = tuple((door.name, door.address, door.phones, door.hours(day)) for door in opened[:_MOST])
    columns = ("", "where", "phone", f"open on {full_day(day, day)}")
    return [Heading(_first_of("Doors", len(opened))), Grid(columns, rows, wide=1)]


def _boxes(caseload: Caseload, plans: list[Appointment], opened: list[Door]) -> list[Block]:
    """What to bring where it may be said, and what is good to have on any such day."""
    named = [door.service for door in opened[:_MOST] if door.is_named]
    said = (plan for plan in plans if plan.kind in NAMED_KINDS and not _is_somewhere(plan))
    of_plans = (plan.bring for plan in said if _is_named(plan, named))
    wanted = [part.strip() for words in (*of_plans, *_wanted_at(named)) for part in words.split(",")]
    bring = [brief(each, LONGEST_CELL) for each in dict.fromkeys(wanted) if each and not tells(each)][
        :_MOST_TO_BRING
    ]
    boxes = [f"☐ {each}" for each in (*bring, *_EACH_TIME, "_" * 20)]
    # Side by side: a list of them would not leave room to write on.
    rows = zip_longest(boxes[::2], boxes[1::2], fillvalue="☐ " + "_" * 20)
    return [Heading("To bring, to have"), Grid(("", ""), tuple(rows), wide=1)]


def _is_named(plan: Appointment, named: list[Service]) -> bool:
    return not plan.service_id or any(service.id == plan.service_id for service in named)


def _wanted_at(named: list[Service]) -> list[str]:
    return [service.bring for service in named]


def _short_name(person: Client) -> str:
    """The first word of the name they use."""
    return brief(person.name.split()[0], _LONGEST_NAME)
