"""What kind of days they were, in a few plain words and without a name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from store.hard_days import back_inside_on, died_on, doors_shut, shut_on
from store.records import Appointment, CheckIn, Client, Contact, Promise, Referral
from store.standing import has_died
from store.two_way import is_attempt, is_note, is_two_way
from store.vocabulary import WRITTEN_MODES
from store.waiting.phrases import in_words

TALK = "talk"
"""A code without words of its own: the two of them were in touch."""
BEFORE = "before"
"""The code of whatever is planned with people: somebody will be seen."""
_LONG_WEEK = (7, 15 * 60, 30 * 60)
"""A week is long by minutes noted with something noted every day, or by more minutes on fewer days."""
_FIRST_DAYS = 3
# The days that weigh most come first. Those of the first table tell a day by themselves.
_TELLING = {
    "death": ("", ""),
    "inside": ("somebody back inside", "people back inside"),
    "crisis": ("hard moment", "hard moments"),
    "gate": ("gate pickup", "gate pickups"),
    "door-shut": ("door that stayed shut", "doors that stayed shut"),
    "bridge-held": ("bridge that held", "bridges that held"),
    "ending": ("parting", "partings"),
    "long-week": ("long week", "long week"),
    "hand-over": ("hand-over", "hand-overs"),
    "check-in": ("check-in together", "check-ins together"),
    "along": ("visit you went along to", "visits you went along to"),
    "promise-kept": ("promise kept", "promises kept"),
}
_ORDINARY = {
    "missed": ("meeting that did not come about", "meetings that did not come about"),
    "unanswered": ("call unanswered", "calls unanswered"),
    "ride": ("ride", "rides"),
    "first-days": ("somebody's first days out", "people's first days out"),
    "met": ("meeting", "meetings"),
    "called": ("call", "calls"),
    "wrote": ("message answered", "messages answered"),
    "sent": ("message without an answer yet", "messages without an answer yet"),
    "beside": ("piece of work on someone's behalf", "pieces of work on someone's behalf"),
    TALK: ("", ""),
}
_WORDS = _TELLING | _ORDINARY
_KINDS = {
    "gate-pickup": "gate",
    "crisis": "crisis",
    "along": "along",
    "ride": "ride",
    "hand-over": "hand-over",
}
_MODES = {"gate": "gate", "driving": "ride", "phone": "called", "video": "called"}
_HELD = frozenset({"went", "settled"})
_ENDINGS = frozenset({"stepping-back", "finished"})


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, or is to happen, on a day or in a week."""

    code: str
    """"gate", "unanswered": what a question says it fits."""
    words: str
    """"two calls unanswered"; "" where it is left unsaid."""
    is_telling: bool = False
    """It tells the day by itself: a gate pickup does, a call does not."""


KINDS_OF_DAY: tuple[tuple[str, str], ...] = (
    *((code, one) for code, (one, _) in _WORDS.items() if one),
    (TALK, "a talk with somebody"),
    (BEFORE, "a day on which somebody will be seen"),
)
"""What a question can be for: codes and their words, those that weigh most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """What is known of some days, both ends included."""

    first: date
    last: date
    contacts: tuple[Contact, ...] = ()
    people: tuple[Client, ...] = ()
    bridges: tuple[Referral, ...] = ()
    promises: tuple[Promise, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    plans: tuple[Appointment, ...] = ()
    """Those that were closed."""

    def has(self, day: date | None) -> bool:
        """Whether a day is one of them."""
        return day is not None and self.first <= day <= self.last

    @property
    def is_week(self) -> bool:
        """Whether these are several days."""
        return self.last > self.first


def happenings(lived: Lived) -> tuple[Happening, ...]:
    """What happened in these days, what weighs most first; of somebody who died only that they did."""
    died = {client.id for client in lived.people if has_died(client)}
    contacts = [one for one in lived.contacts if not died & set(one.client_ids)]
    counted = Counter(filter(None, map(_sort, contacts)))
    counted.update(_of_people(lived))
    counted.update(_of_bridges(lived, died))
    counted.update(_of_contacts(lived, contacts))
    counted.update("promise-kept" for one in lived.promises if _is_kept(one, lived) and _with(one, died))
    counted.update("check-in" for one in lived.check_ins if lived.has(one.on) and _with(one, died))
    found = [Happening(code, _counted(code, counted[code]), code in _TELLING) for code in counted]
    found = [_more_pressing(one, contacts) for one in found]
    order = list(_WORDS)
    return tuple(sorted(found, key=lambda one: (not one.is_telling, order.index(one.code))))


def _of_people(lived: Lived) -> Iterator[str]:
    for client in lived.people:
        if has_died(client):
            yield from ("death",) * lived.has(died_on(client))
            continue
        yield from ("inside" for day in back_inside_on(client) if lived.has(day))
        if client.status in _ENDINGS:
            yield from ("ending",) * lived.has(client.status_on)


def _of_bridges(lived: Lived, died: set[int]) -> Iterator[str]:
    bridges = [one for one in lived.bridges if one.client_id not in died]
    plans = [one for one in lived.plans if one.client_id not in died and lived.has(one.closed_on)]
    yield from ("door-shut" for _ in doors_shut((one for one in bridges if lived.has(shut_on(one))), plans))
    for bridge in bridges:
        reached = [step.on for step in bridge.steps if step.stage in _HELD] or [bridge.went_on]
        yield from ("bridge-held",) * any(lived.has(day) for day in reached)


def _of_contacts(lived: Lived, contacts: list[Contact]) -> Iterator[str]:
    """What several of them say together, or one of them beside what it was."""
    out = {client.id: client.episodes[-1].on for client in lived.people if client.episodes}
    with_whom: set[int] = set()
    for contact in contacts:
        if is_two_way(contact):
            yield TALK
            days = timedelta(_FIRST_DAYS)
            of = {id for id in contact.client_ids if (on := out.get(id)) and on < contact.on <= on + days}
            yield from ("first-days" for _ in of - with_whom)
            with_whom |= of
    if lived.is_week and _is_long(contacts):
        yield "long-week"


def _is_long(contacts: list[Contact]) -> bool:
    every_day, long, longer = _LONG_WEEK
    minutes = sum((one.minutes or 0) + (one.travel_minutes or 0) for one in contacts)
    days = len({one.on for one in contacts})
    return minutes >= longer or (days >= every_day and minutes >= long)


def _sort(contact: Contact) -> str:
    if is_note(contact) or contact.kind == "work":
        return ""
    if is_attempt(contact):
        return _attempt(contact)
    if not is_two_way(contact):
        return "beside"
    written = "wrote" if contact.mode in WRITTEN_MODES else "met"
    return _KINDS.get(contact.kind) or _MODES.get(contact.mode) or written


def _attempt(contact: Contact) -> str:
    if contact.outcome.startswith("could-not"):
        return "missed"
    return "unanswered" if contact.mode in ("phone", "video", "") else "sent"


def _more_pressing(happening: Happening, contacts: list[Contact]) -> Happening:
    """Two calls that the same person left unanswered tell a day; one each of two people does not."""
    if happening.code != "unanswered":
        return happening
    tries: Counter[int] = Counter()
    for contact in contacts:
        if _sort(contact) == "unanswered":
            tries.update(contact.client_ids)
    most = max(tries.values(), default=0)
    if most < 2:
        return happening
    calls = in_words(most, "unanswered call", "unanswered calls")
    return Happening(happening.code, f"{calls} to the same person", True)


def _is_kept(promise: Promise, lived: Lived) -> bool:
    return promise.state == "done" and lived.has(promise.done_on)


def _with(record: Promise | CheckIn, died: Iterable[int]) -> bool:
    return record.client_id not in died


def _counted(code: str, number: int) -> str:
    one, many = _WORDS[code]
    if not one or code in ("promise-kept", "long-week"):  # promises are never totalled
        return f"a {one}" if one else ""
    if one.startswith("somebody"):
        return one if number == 1 else in_words(number, one, many)
    return in_words(number, one, many)
