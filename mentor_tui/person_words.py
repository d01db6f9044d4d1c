"""A person in a few words: where things stand, since when they are out, what was agreed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.consents import newest, state_on
from store.records import Client
from store.rhythm import rhythm_words
from store.standing import counts_days
from store.vocabulary import STATUSES, label
from store.waiting import expected_release, released_on
from store.when import short

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment

# Day 0 to 14 are the days that are counted aloud; after them weeks, and from half a year months.
_FIRST_DAYS, _WEEKS_UNTIL = 14, 182
_SINCE = {"died": "", "inside": " since"}
"""Statuses that say from when, and the word before the day."""
_AGREED = {
    "withdrawn": "taken back",
    "declined": "not wanted",
    "stands": "agreed",
    "soon": "agreed",
    "ended": "agreement ended",
}
"""Where several words stand side by side, the first of these: a no is said before a yes."""


def status_words(client: Client) -> str:
    """The label of the status: walking together, back inside."""
    return label(STATUSES, client.status)


def release_words(client: Client, moment: Moment) -> str:
    """Since when they are out, or when they are expected; empty where it is over or never was said."""
    if not counts_days(client):
        return ""
    if out := released_on(client, moment.day):
        return _since((moment.day - out).days)
    expected = expected_release(client, moment.day)
    if expected:
        return f"expected out {short(expected, moment)}"
    return "no day known" if client.status == "not-out" else ""


def rhythm_line(client: Client, moment: Moment) -> str:
    """As agreed: weekly by text, agreed 2 Nov; empty without a rhythm."""
    if client.rhythm is None:
        return ""
    return f"{rhythm_words(client.rhythm)}, agreed {_short_day(client.rhythm.agreed_on, moment)}"


def standing(client: Client, moment: Moment, *, rhythm: bool = False) -> str:
    """The line beside a name: status, release, and the rhythm if asked for."""
    parts = [_stands_since(client, moment), release_words(client, moment)]
    if rhythm:
        parts.append(rhythm_line(client, moment))
    return " · ".join(part for part in parts if part)


def notes_agreed(caseload: Caseload, client: Client, moment: Moment) -> str:
    """Whether they agreed to notes being kept: "notes: agreed", "notes: not asked yet"."""
    words = newest(row for row in caseload.consents_of(client.id) if row.purpose == "keep-notes")
    states = {state_on(word, moment.day) for word in words}
    return f"notes: {next((said for state, said in _AGREED.items() if state in states), 'not asked yet')}"


def reaching(client: Client) -> str:
    """The rules, never the number: "text first, never before 10 · if she goes quiet: ..."."""
    parts = [client.prefers]
    if client.if_quiet:
        parts.append(f"if they go quiet: “{client.if_quiet}”")
    if client.never_contact:
        parts.append(f"never contact: {client.never_contact}")
    if client.unavailable:
        parts.append(f"unavailable: {client.unavailable}")
    return " · ".join(part for part in parts if part)


def is_quiet(client: Client) -> bool:
    """Nobody is to be reached: the person died, or is back inside."""
    return client.status in _SINCE


def _stands_since(client: Client, moment: Moment) -> str:
    """The status; where it changed everything, with its day: died 3 Aug, back inside since 3 Nov."""
    if client.status_on is None or client.status not in _SINCE:
        return status_words(client)
    return f"{status_words(client)}{_SINCE[client.status]} {_short_day(client.status_on, moment)}"


def _since(days: int) -> str:
    if days <= _FIRST_DAYS:
        return f"day {days} since release"
    if days < _WEEKS_UNTIL:
        weeks = days // 7
        return f"out {weeks} week{'' if weeks == 1 else 's'}"
    months = days // 30
    return f"out {months} months" if months < 24 else f"out {months // 12} years"


def _short_day(day: date, moment: Moment) -> str:
    return f"{day.day} {day:%b}" if day.year == moment.day.year else f"{day.day} {day:%b %Y}"
