"""An event of somebody's calendar, read: when, what, how it comes back, and what of it cannot be kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from mentor_tui.exchange.ics.lines import Block, Property
from mentor_tui.exchange.ics.zone_in import Zones
from store.text import clean_line

_WHEN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII)
_BEFORE = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T?(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?"
)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LONGEST = 300
_YEARS = range(1900, 2200)
_NOT_KEPT = (
    (("DESCRIPTION", "COMMENT"), "its description"),
    (("ATTENDEE", "ORGANIZER", "CONTACT"), "who is invited"),
    (("ATTACH",), "what is attached"),
    (("URL", "CONFERENCE"), "its link"),
)


class Unread(Exception):
    """Why an event cannot be brought in, as the end of "left out: ..."."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, or a moment by the clock of a zone."""

    day: date
    at: time | None = None
    zone: tzinfo | None = None
    """None for whole days, and for a time by the mentor's own clock."""

    def local(self, mine: tzinfo) -> tuple[date, time | None]:
        """Day and time by the mentor's clock."""
        if self.at is None or self.zone is None:
            return self.day, self.at
        found = datetime.combine(self.day, self.at, self.zone).astimezone(mine)
        return found.date(), found.time().replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Theirs:
    """One event, or one changed day of an event that comes back."""

    uid: str
    title: str
    start: When
    where: str = ""
    rule: str = ""
    """RRULE, as it came."""
    left_out: tuple[When, ...] = ()
    """EXDATE."""
    extra: tuple[When, ...] = ()
    """RDATE."""
    instead_of: When | None = None
    """RECURRENCE-ID: the day it stands for."""
    is_cancelled: bool = False
    remind_days: int | None = None
    not_kept: tuple[str, ...] = ()


def read_event(block: Block, zones: Zones) -> Theirs:
    """The event of a VEVENT.

    Raises:
        Unread: it has no day that can be read.
    """
    reader = _Reader(block, zones)
    start = reader.start()
    rules = block.properties.get("RRULE", [])
    if len(rules) > 1:
        reader.lost.append("a second way it comes back")
    return Theirs(
        uid=text_of(block, "UID"),
        title=reader.short("SUMMARY"),
        start=start,
        where=reader.short("LOCATION"),
        rule=rules[0].value.strip() if rules else "",
        left_out=reader.days("EXDATE"),
        extra=reader.days("RDATE"),
        instead_of=reader.instead_of(),
        is_cancelled=text_of(block, "STATUS").upper() == "CANCELLED",
        remind_days=reader.reminder(start),
        not_kept=reader.rest(start),
    )


class _Reader:
    def __init__(self, block: Block, zones: Zones) -> None:
        self.block = block
        self.zones = zones
        self.lost: list[str] = []

    def start(self) -> When:
        found = self.block.first("DTSTART")
        if found is None:
            raise Unread("it has no day")
        return self._when(found.value, found.params)

    def days(self, name: str) -> tuple[When, ...]:
        found = []
        for given in self.block.properties.get(name, ()):
            for value in given.value.split(","):
                try:
                    found.append(self._when(value.partition("/")[0], given.params))
                except Unread:
                    self._lose("a day of it that cannot be read")
        return tuple(found)

    def instead_of(self) -> When | None:
        found = self.block.first("RECURRENCE-ID")
        if found is None:
            return None
        if "RANGE" in found.params:
            self._lose("that all later ones change with it")
        return self._when(found.value, found.params)

    def short(self, name: str) -> str:
        words = text_of(self.block, name)
        if len(words) > _LONGEST:
            self._lose("the end of its long words")
        return words[:_LONGEST].rstrip()

    def reminder(self, start: When) -> int | None:
        """Days ahead, of the first alarm that is a day or more ahead."""
        ahead = None
        for alarm in self.block.inside:
            if alarm.kind == "VALARM":
                days = _days_ahead(alarm.first("TRIGGER"), start)
                if days is None or ahead is not None:
                    self._lose("an alarm")
                else:
                    ahead = days
        return ahead

    def rest(self, start: When) -> tuple[str, ...]:
        for names, called in _NOT_KEPT:
            if any(text_of(self.block, name) for name in names):
                self._lose(called)
        if lasts := self._lasts(start):
            self._lose(lasts)
        if self.block.unread:
            self._lose("lines that cannot be read")
        return tuple(self.lost)

    def _lasts(self, start: When) -> str:
        end = self.block.first("DTEND")
        if end is None:
            has_length = self.block.first("DURATION") is not None and start.at is not None
            return "how long it takes" if has_length else ""
        try:
            until = self._when(end.value, end.params)
        except Unread:
            return "when it ends"
        if start.at is not None:
            return "when it ends"
        days = (until.day - start.day).days
        return f"that it goes on for {days} days" if days > 1 else ""

    def _when(self, value: str, params: object) -> When:
        found = _WHEN.fullmatch(value.strip())
        tzid = params.get("TZID", "") if isinstance(params, dict) else ""
        if not found:
            raise Unread("its day cannot be read")
        year, month, day, hour, minute, second, utc = found.groups()
        try:
            on = date(int(year), int(month), int(day))
            at = None if hour is None else time(int(hour), int(minute), min(int(second), 59))
        except ValueError:
            raise Unread("its day cannot be read") from None
        if on.year not in _YEARS:
            raise Unread("its day is too far away")
        if at is None:
            return When(on)
        zone = UTC if utc else self.zones.named(tzid) if tzid else None
        if tzid and zone is None:
            self._lose(f"its time zone, which is not known here (“{clean_line(tzid)[:40]}”)")
        return When(on, at.replace(second=0), zone)

    def _lose(self, what: str) -> None:
        if what not in self.lost:
            self.lost.append(what)


def text_of(block: Block, name: str) -> str:
    """A text of a block on one line, safe to keep and to show; "" where it has none."""
    found = block.first(name)
    said = found.value if found else ""
    unescaped = _ESCAPED.sub(lambda mark: " " if mark[1] in "nN" else mark[1], said)
    return " ".join(clean_line(unescaped).split())


def _days_ahead(trigger: Property | None, start: When) -> int | None:
    if trigger is None or trigger.params.get("RELATED", "").upper() == "END":
        return None
    found = _BEFORE.fullmatch(trigger.value.strip().upper())
    if not found or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    before = length if found[1] == "-" else -length
    # A whole day begins at midnight; 15 hours before that is the day before.
    ahead = -(-before // timedelta(days=1)) if start.at is None else before // timedelta(days=1)
    return ahead if 1 <= ahead <= 366 else None
