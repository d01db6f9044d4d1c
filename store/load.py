"""What a week took of the mentor herself: for her eyes alone. Reports and exchange may not import it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from store.hard_days import back_inside_on, died_on, doors_shut, shut_on
from store.records import Absence, CheckIn, Client, Contact, Promise, Referral
from store.standing import has_died
from store.text import listed
from store.two_way import is_attempt, is_beside_them, is_note
from store.waiting.phrases import day_name, full_day, how_many, in_words, length
from store.week_contacts import abouts
from store.week_words import Told

if TYPE_CHECKING:
    from store.clock import Moment
    from store.period import Period
    from store.week import Reads

# Ours, for want of a better one: after nine in the evening the day was long, whatever it held.
_LATE_FROM, _LATE_UNTIL = 21, 5
_LOOKED_BACK = 56
"""Days before a week in which a day off is looked for."""
# When the line about whom she can talk to stands there. Not limits: nothing is said about them.
_LATE_EVENINGS = 3
_SHUT_DOORS = 2
_DOORS = ("door that stayed shut", "doors that stayed shut")
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Load:
    """What the week took, as it is told to her and to nobody else."""

    told: tuple[Told, ...]
    """Hours, late evenings, days off, hard events, what nobody sees."""
    is_hard: bool = False
    """Whether it is a week in which to say plainly whom she can talk to."""


@dataclass(frozen=True, slots=True)
class _DaysOff:
    """Days with nothing noted, or away."""

    in_week: tuple[date, ...]
    last_before: date | None
    """The last one before the end of the week; None if none is known."""
    is_long: bool
    """So many days were looked through, and each has something noted."""


def load(records: Reads, days: Period, moment: Moment) -> Load:
    """What these days took, up to yesterday where they are not over; no target, nothing compared.

    Args:
        records: the caseload; what is not noted there is not known here.
        moment: now; times of day are read in her zone.
    """
    entries = [one for one in records.contacts_between(days.first, days.last) if not is_note(one)]
    evenings = _late_evenings(entries, moment)
    events = _hard_events(records, entries, days)
    told = (
        *_hours(entries),
        *_evenings_told(evenings),
        *_days_off_told(_days_off(records, days, moment.day), days, moment.day),
        *_events_told(events),
        *_unseen(entries),
    )
    grave = any(number for words, number in events.items() if words != _DOORS)
    is_hard = grave or events[_DOORS] >= _SHUT_DOORS or len(evenings) >= _LATE_EVENINGS
    return Load(told, is_hard=is_hard)


def _hours(entries: Sequence[Contact]) -> Iterator[Told]:
    minutes = sum(one.minutes or 0 for one in entries)
    road = sum(one.travel_minutes or 0 for one in entries)
    if not (minutes or road):
        return
    parts = [f"{length(minutes)} with people and for them"] if minutes else []
    parts += [f"{length(road)} on the road"] if road else []
    some = " Some entries say no length." if any(one.minutes is None for one in entries) else ""
    yield Told("hours", f"{', '.join(parts)}, as far as it is noted.{some}")


def _late_evenings(entries: Iterable[Contact], moment: Moment) -> list[date]:
    """Days, in order, on which something has a time late in the evening or at night."""
    late = {one.on for one in entries if one.at is not None and _is_late(one.at.astimezone(moment.tz).hour)}
    return sorted(late)


def _is_late(hour: int) -> bool:
    return hour >= _LATE_FROM or hour < _LATE_UNTIL


def _evenings_told(evenings: Sequence[date]) -> Iterator[Told]:
    if evenings:
        yield Told(
            "evenings", f"After nine in the evening, or before five in the morning: {_days(evenings)}."
        )


def _days_off(records: Reads, days: Period, today: date) -> _DaysOff:
    """Which days were off: only those that are over count, and none before her first entry."""
    began = date.fromordinal(max(days.first.toordinal() - _LOOKED_BACK, 1))
    last = min(days.last, today - _A_DAY)
    noted = _noted(records, began, last)
    if not noted or last < days.first:
        return _DaysOff((), None, is_long=False)
    away = tuple(records.all(Absence))
    every = (date.fromordinal(each) for each in range(min(noted).toordinal(), last.toordinal() + 1))
    off = [day for day in every if day not in noted or _is_away(day, away)]
    in_week = tuple(day for day in off if day in days)
    return _DaysOff(in_week, off[-1] if off else None, is_long=not off and min(noted) == began)


def _noted(records: Reads, first: date, last: date) -> set[date]:
    """The days on which anything happened that is in the record: a death and a promise as much as a talk."""
    days = {one.on for one in records.contacts_between(first, last)}
    days |= {one.on for one in records.dated(CheckIn, "on", first, last) if one.on}
    days |= {one.made_on for one in records.dated(Promise, "made_on", first, last) if one.made_on}
    days |= {one.done_on for one in records.dated(Promise, "done_on", first, last) if one.done_on}
    for one in records.all(Client):
        hard = [*back_inside_on(one), *filter(None, [died_on(one)])]
        days |= {day for day in hard if first <= day <= last}
    return days


def _is_away(day: date, absences: Iterable[Absence]) -> bool:
    return any(one.since <= day and (one.until is None or day <= one.until) for one in absences)


def _days_off_told(off: _DaysOff, days: Period, today: date) -> Iterator[Told]:
    if off.in_week:
        yield Told("days-off", f"Nothing is noted on {_days(off.in_week)}, or you were away.")
    elif off.last_before is not None:
        last = off.last_before
        running = today <= days.last
        number = (min(days.last, today) - last).days
        counted = f"{how_many(number, 'day')} {'ago' if running else 'before its end'}"
        yield Told("days-off", f"The last day with nothing noted was {full_day(last, today)}, {counted}.")
    elif off.is_long:
        yield Told("days-off", "Each day of eight weeks has something noted.")


def _hard_events(records: Reads, entries: Iterable[Contact], days: Period) -> dict[tuple[str, str], int]:
    """How many there were, by their words for one and for several; more than six are "many", no figure."""
    everyone = tuple(records.all(Client))
    back = [day for one in everyone for day in back_inside_on(one) if day in days]
    living = {one.id for one in everyone if not has_died(one)}
    bridges = records.dated(Referral, "stage_on", days.first, days.last)
    shut = [one for one in bridges if shut_on(one) and one.client_id in living]
    plans = [one for one in records.plans_between(days.first, days.last) if one.client_id in living]
    return {
        ("death", "deaths"): sum(died_on(one) in days for one in everyone),
        ("return inside", "returns inside"): len(back),
        ("hard moment with somebody", "hard moments with somebody"): sum(
            one.kind == "crisis" for one in entries
        ),
        _DOORS: len(doors_shut(shut, plans)),
    }


def _events_told(events: Mapping[tuple[str, str], int]) -> Iterator[Told]:
    """In words and without a name; the names stand in the week itself."""
    if hard := [in_words(number, *words) for words, number in events.items() if number]:
        yield Told("hard", f"Hard things were in it: {listed(hard)}.")


def _unseen(entries: Iterable[Contact]) -> Iterator[Told]:
    """Work that no table of meetings shows, named in words."""
    those = list(entries)
    named = (
        (any(one.travel_minutes or one.km for one in those), "the road"),
        (any("along" in abouts(one) for one in those), "going along and waiting"),
        (any(map(is_attempt, those)), "tries that met no answer"),
        (any(one.kind == "behalf" for one in those), "calls and forms on people's behalf"),
        (any(is_beside_them(one) and one.kind != "behalf" for one in those), "talks with those around them"),
        (any(one.kind == "work" for one in those), "work of your own"),
    )
    if seen := [words for is_there, words in named if is_there]:
        yield Told("unseen", f"Seldom seen by anybody, and work all the same: {listed(seen)}.")


def _days(days: Iterable[date]) -> str:
    return listed([day_name(day) for day in days])
