"""A plan as an event of a calendar file."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mentor_tui.exchange.ics.zone_out import zone_component
from store.reminders import lead_days
from store.text import clean_line, clean_lines
from store.vocabulary import GOING_ALONG, REMINDERS, label
from store.waiting import what_it_is

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icalendar import Alarm, Calendar, Event

    from mentor_tui.exchange.ics.choosing import Outgoing
    from store.caseload import Caseload
    from store.records import Appointment, Repeat

_MAKER = "-//mentor//mentor//EN"
_OWN = "my own"
# A day without a time begins at midnight, and nobody wants to be woken by a phone then.
_MORNING = timedelta(hours=9)
_AN_HOUR = timedelta(hours=1)
_DAY_AHEAD = 1
_FIXED = re.compile(r"UTC([+-])(\d\d):00")


class Writer:
    """Makes calendars of one caseload."""

    def __init__(self, caseload: Caseload, names: Mapping[int, str], *, with_words: bool) -> None:
        """A writer.

        Args:
            names: how each person is called in them.
            with_words: whether they also say what each plan is, where, and what to bring.
        """
        self._caseload = caseload
        self._moment = caseload.clock.now()
        self._names = names
        self._with_words = with_words

    def calendar(self, found: Iterable[Outgoing]) -> bytes:
        """A calendar file of these events."""
        from icalendar import Calendar

        made = Calendar()
        made.add("prodid", _MAKER)
        made.add("version", "2.0")
        made.add("calscale", "GREGORIAN")
        self._fill(made, tuple(found))
        content: bytes = made.to_ical()
        return content

    def _fill(self, made: Calendar, found: tuple[Outgoing, ...]) -> None:
        days: dict[ZoneInfo, list[date]] = {}
        for out in found:
            zone = self._zone(out.plan)
            if zone is not None and out.plan.at:
                days.setdefault(zone, []).append(out.plan.on)
        for zone, first in days.items():
            made.add_component(zone_component(zone, min(first)))
        for out in found:
            made.add_component(self._event(out))

    def _event(self, out: Outgoing) -> Event:
        from icalendar import Event

        plan, event = out.plan, Event()
        event.add("uid", out.uid)
        event.add("dtstamp", self._moment.at)
        event.add("dtstart", self._start(plan, plan.on))
        if plan.repeats is not None:
            self._comes_back(event, plan, plan.repeats)
        title = clean_line(self._title(out))
        event.add("summary", title)
        event.add("class", "PRIVATE")
        if plan.at is None:
            event.add("transp", "TRANSPARENT")
        if self._with_words:
            self._words(event, plan)
        ahead = self._alarm_days(plan)
        if ahead is not None:
            event.add_component(_alarm(ahead, plan.at, title))
        return event

    def _alarm_days(self, plan: Appointment) -> int | None:
        """How far ahead it rings; None for no alarm. Without words all ring alike: a fortnight says court."""
        if not self._with_words:
            return _DAY_AHEAD
        return lead_days(plan) if plan.remind_days is not None or plan.kind in REMINDERS else None

    def _comes_back(self, event: Event, plan: Appointment, repeats: Repeat) -> None:
        from icalendar import vRecur

        rule = vRecur.from_ical(repeats.rule)
        if repeats.until is not None:
            end = self._start(plan, repeats.until)
            rule["UNTIL"] = [end.astimezone(UTC) if isinstance(end, datetime) and end.tzinfo else end]
        event.add("rrule", rule)
        for day in repeats.skips:
            if day > plan.on and (repeats.until is None or day <= repeats.until):
                event.add("exdate", [self._start(plan, day)])

    def _start(self, plan: Appointment, day: date) -> date:
        """The day itself, or the moment of it in its zone; by any clock where the zone is not known."""
        if plan.at is None:
            return day
        return datetime.combine(day, plan.at, self._zone(plan))

    def _zone(self, plan: Appointment) -> ZoneInfo | None:
        name = plan.zone or self._moment.zone
        if found := _FIXED.fullmatch(name):  # the machine told no name, but how far it is from UTC
            name = f"Etc/GMT{'-' if found[1] == '+' else '+'}{int(found[2])}"
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None

    def _title(self, out: Outgoing) -> str:
        name = self._names[out.client.id] if out.client else ""
        if not self._with_words:
            return name or _OWN
        what = "expected out" if out.is_release else what_it_is(out.plan, self._caseload)
        return f"{name}: {what}" if name else what

    def _words(self, event: Event, plan: Appointment) -> None:
        if plan.where:
            event.add("location", clean_line(plan.where))
        facts = (
            label(GOING_ALONG, plan.going),
            f"ride: {plan.ride}" if plan.ride else "",
            f"bring: {plan.bring}" if plan.bring else "",
        )
        if said := "\n".join(filter(None, facts)):
            event.add("description", clean_lines(said))


def _alarm(days: int, at: time | None, title: str) -> Alarm:
    from icalendar import Alarm

    ahead = timedelta(days=days)
    before = _MORNING - ahead if at is None else -(ahead or _AN_HOUR)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", before)
    return alarm
