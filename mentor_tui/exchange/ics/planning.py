"""What each event of a calendar would become here, and what of it could not be kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from msgspec.structs import replace

from mentor_tui.exchange.ics.lines import Block
from mentor_tui.exchange.ics.naming import Known, People, kind_of
from mentor_tui.exchange.ics.rules import NotSaid
from mentor_tui.exchange.ics.series_in import Next, day_replaced, is_ahead, next_of
from mentor_tui.exchange.ics.theirs import Theirs, Unread, When, read_event, text_of
from mentor_tui.exchange.ics.uids import (
    calendar_uid_of,
    is_release,
    series_of,
    uid_of,
    uid_of_day,
    without_uid,
)
from mentor_tui.exchange.ics.zone_in import Zones
from store.clock import Moment
from store.records import Appointment, Repeat

_LONGEST = 300
_TWICE = "it is in the calendar twice"
_OTHERS = {"VTODO": "a task", "VJOURNAL": "a journal page"}


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """What becomes of one event."""

    title: str
    outcome: str
    """"new", "here", "over" or "left-out"."""
    on: date | None = None
    at: time | None = None
    client_id: int = 0
    repeats: Repeat | None = None
    not_kept: tuple[str, ...] = ()
    why: str = ""
    """Why it is left out, or what is not the same here."""


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """A whole calendar, before anything is written."""

    rows: tuple[CalendarRow, ...]
    added: tuple[Appointment, ...]

    @property
    def told(self) -> tuple[CalendarRow, ...]:
        """What is worth a line: what is over, or here as it is, goes without saying."""
        return tuple(row for row in self.rows if row.outcome in ("new", "left-out") or row.why)

    def many(self, outcome: str) -> int:
        """How many events come to this."""
        return sum(row.outcome == outcome for row in self.rows)


class Planner:
    """Plans one import."""

    def __init__(self, people: People, known: Known, moment: Moment) -> None:
        """For these people, beside what is here."""
        self._people = people
        self._known = known
        self._moment = moment
        self._rows: list[CalendarRow] = []
        self._added: dict[str, Appointment] = {}
        self._twins: dict[str, int] = {}

    def plan(self, calendars: Iterable[Block]) -> CalendarPlan:
        """What would become of them."""
        for master, changed in self._groups(calendars):
            self._group(master, changed)
        rows = sorted(self._rows, key=lambda row: (row.on or date.max, row.at or time.min, row.title))
        return CalendarPlan(tuple(rows), tuple(self._added.values()))

    def _groups(self, calendars: Iterable[Block]) -> Iterator[tuple[Theirs | None, list[Theirs]]]:
        """Events by UID: the one that comes back, or stands alone, and those that change a day of it."""
        found: dict[str, list[Theirs]] = {}
        for calendar in calendars:
            zones = Zones(calendar.inside)
            for block in calendar.inside:
                if theirs := self._read(block, zones):
                    found.setdefault(theirs.uid, []).append(theirs)
        for together in found.values():
            days: dict[When | None, Theirs] = {}
            for theirs in together:
                if other := days.pop(theirs.instead_of, None):
                    self._twice(other, theirs)
                days[theirs.instead_of] = theirs
            yield days.pop(None, None), list(days.values())

    def _read(self, block: Block, zones: Zones) -> Theirs | None:
        title = text_of(block, "SUMMARY")[:_LONGEST]
        if block.kind != "VEVENT":
            if block.kind in _OTHERS:
                self._rows.append(CalendarRow(title, "left-out", why=f"{_OTHERS[block.kind]}, not an event"))
            return None
        try:
            theirs = read_event(block, zones)
        except Unread as why:
            self._rows.append(CalendarRow(title, "left-out", why=str(why)))
            return None
        if theirs.uid:
            return theirs
        alike = without_uid(theirs, 0)
        twin = self._twins[alike] = self._twins.get(alike, -1) + 1
        return dataclasses.replace(theirs, uid=without_uid(theirs, twin))

    def _group(self, master: Theirs | None, changed: list[Theirs]) -> None:
        if master is None:
            for theirs in changed:
                self._alone(theirs, uid_of_day(theirs, str(theirs.start.day)))
        elif is_release(master):
            self._row(master, "left-out", why="a day somebody is expected out, which is kept with the person")
        elif master.is_cancelled:
            self._row(master, "left-out", why="cancelled there")
        elif here := self._known.plan(master):
            self._here(master, here)
        elif master.rule:
            self._series(master, changed)
        else:
            self._alone(master, uid_of(master))
            self._extra(master, "")

    def _series(self, master: Theirs, changed: list[Theirs]) -> None:
        days = {day_replaced(theirs, master.start): theirs for theirs in changed}
        try:
            found = next_of(master, frozenset(days), self._moment)
        except NotSaid:
            lost = (*master.not_kept, "that it comes back (in a way that is not kept here)")
            self._alone(_losing(master, lost), uid_of(master))
            return
        series = series_of(master)
        if found is None:
            self._row(master, "over")
        else:
            self._add_series(master, found, series)
        for day, theirs in days.items():
            if not theirs.is_cancelled:
                self._alone(theirs, uid_of_day(theirs, str(day)), series=series, series_on=day)
        self._extra(master, series)

    def _twice(self, theirs: Theirs, kept: Theirs) -> None:
        """One whose UID a later one has too; by it the two could not be told apart the next time."""
        if not theirs.rule and not is_ahead(theirs.start, self._moment):
            self._row(theirs, "over")
        elif theirs == kept:
            self._row(theirs, "left-out", why=_TWICE)
        else:
            self._row(theirs, "left-out", why="another event there has the same UID; give it one of its own")

    def _extra(self, master: Theirs, series: str) -> None:
        """Days beside the rule stand alone."""
        for when in dict.fromkeys(master.extra):
            one = Theirs(master.uid, master.title, when, master.where, remind_days=master.remind_days)
            if when != master.start:
                self._alone(one, uid_of_day(master, f"beside {when.day} {when.at}"), series=series)

    def _add_series(self, master: Theirs, found: Next, series: str) -> None:
        uid = uid_of(master)
        plan = self._plan_of(master, found.day, found.at, uid)
        if found.repeats is not None:
            plan = replace(plan, series=series, repeats=found.repeats)
        self._add(_losing(master, (*master.not_kept, *found.not_kept)), plan)

    def _alone(self, theirs: Theirs, uid: str, series: str = "", series_on: date | None = None) -> None:
        if here := self._known.uid(uid):
            self._here(theirs, here)
        elif theirs.is_cancelled:
            self._row(theirs, "left-out", why="cancelled there")
        elif not is_ahead(theirs.start, self._moment):
            self._row(theirs, "over")
        else:
            day, at = theirs.start.local(self._moment.tz)
            plan = self._plan_of(theirs, day, at, uid)
            self._add(theirs, replace(plan, series=series, series_on=series_on))

    def _plan_of(self, theirs: Theirs, day: date, at: time | None, uid: str) -> Appointment:
        whose = self._people.of(theirs.title)
        return Appointment(
            uid=uid,
            client_id=whose.client_id,
            kind=kind_of(whose.words),
            on=day,
            at=at,
            zone=self._moment.zone if at else "",
            what=whose.words,
            where=theirs.where,
            remind_days=theirs.remind_days,
            calendar_uid=calendar_uid_of(theirs),
        )

    def _add(self, theirs: Theirs, plan: Appointment) -> None:
        if plan.uid in self._added:
            self._row(theirs, "left-out", why=_TWICE)
            return
        whose = self._people.of(theirs.title)
        if whose.has_died:
            self._row(theirs, "left-out", why="nothing is planned for them any more")
            return
        self._added[plan.uid] = plan
        why = self._people.why_it_rests(whose.client_id)
        if whose.called:
            why = f"several are called {whose.called}, so it is kept as your own"
        row = CalendarRow(
            theirs.title, "new", plan.on, plan.at, plan.client_id, plan.repeats, theirs.not_kept, why
        )
        self._rows.append(row)

    def _here(self, theirs: Theirs, plan: Appointment) -> None:
        """What is here stays as it is, changed there or not."""
        there = theirs.start.local(self._moment.tz)
        moved = not plan.series and not theirs.rule and there != (plan.on, plan.at)
        why = "moved there; here it stays as it is" if moved else ""
        self._row(theirs, "here", why=why)

    def _row(self, theirs: Theirs, outcome: str, why: str = "") -> None:
        day, at = theirs.start.local(self._moment.tz)
        self._rows.append(CalendarRow(theirs.title, outcome, day, at, why=why))


def _losing(theirs: Theirs, not_kept: tuple[str, ...]) -> Theirs:
    return dataclasses.replace(theirs, not_kept=not_kept)
