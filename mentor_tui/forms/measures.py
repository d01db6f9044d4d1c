"""Questions about days, times, lengths and money, each echoed as it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING, Any

from mentor_tui import said
from mentor_tui.forms.asking import Asked, Values
from mentor_tui.forms.day_texts import day_text, plan_text, told_time, when_text
from mentor_tui.keys import told
from store.errors import MentorError, RequestRefused, UnclearDate
from store.repeat_words import echo_plan
from store.text import clean_line
from store.when import PlanWhen, When, echo
from widgets.fields import Answer, Echo, Field

if TYPE_CHECKING:
    from datetime import tzinfo

    from store.caseload import Caseload
    from store.clock import Moment
    from store.records import Appointment, Contact

_LENGTH = re.compile(r"(?:(\d+(?:[.,]\d+)?) ?h(?:ours?|rs?)?)? ?(?:(\d+) ?(?:m|min|minutes?)?)?", re.I)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm)?", re.I)


def echoing(read: Callable[[str], str]) -> Callable[[str], Echo]:
    """An echo from a function that says how a text is read, or raises the sentence that refuses it."""

    def told(text: str) -> Echo:
        try:
            return Echo(read(text))
        except MentorError as error:
            return Echo(str(error), is_refused=True)

    return told


def day(caseload: Caseload, name: str, label: str, hint: str = "") -> Asked:
    """A day, past or to come (a release): the nearest such day is meant."""
    return _day(caseload, name, label, hint, caseload.read_day, caseload.read_day)


def day_to_come(caseload: Caseload, name: str, label: str, hint: str = "", *, is_new: bool = True) -> Asked:
    """A day to come, from today on: what is promised, agreed or to be asked by then.

    Args:
        is_new: refuse a day that has passed; in a correction one written out in full stays as it is.
    """
    return _one_way(caseload, name, label, hint, past=False, is_new=is_new)


def day_past(caseload: Caseload, name: str, label: str, hint: str = "", *, is_new: bool = True) -> Asked:
    """A day up to today, of what happened already: the latest such day.

    Args:
        is_new: refuse a day to come; in a correction one written out in full stays as it is.
    """
    return _one_way(caseload, name, label, hint, past=True, is_new=is_new)


def _one_way(caseload: Caseload, name: str, label: str, hint: str, *, past: bool, is_new: bool) -> Asked:
    def plainly(text: str, typed: Moment | None = None) -> date:
        return caseload.read_when(text, past=past, typed=typed).day

    def read(text: str) -> date:
        try:
            return plainly(text)
        except UnclearDate:
            kept = None if is_new else _written_out(caseload, text)
            if kept is None:
                raise
            return kept

    return _day(caseload, name, label, hint, read, plainly)


def _written_out(caseload: Caseload, text: str) -> date | None:
    """A day as a field shows one, with its year."""
    try:
        found = caseload.read_day(text)
    except UnclearDate:
        return None
    return found if day_text(found) == text.strip() else None


def _day(
    caseload: Caseload,
    name: str,
    label: str,
    hint: str,
    read: Callable[[str], date],
    read_from: Callable[[str, Moment], date],
) -> Asked:
    return Asked(
        Field(
            name=name,
            label=label,
            hint=hint,
            echo=echoing(lambda text: echo(When(read(text), None), caseload.clock.now())),
        ),
        lambda record: day_text(getattr(record, name)),
        lambda answer: {name: read(str(answer)) if str(answer).strip() else None},
        lambda text, typed: day_text(read_from(text, typed)),
    )


def plan_when(caseload: Caseload, plan: Appointment | None = None) -> Asked:
    """When a plan is: a day to come, and a time if there is one; or how it comes back."""
    is_among_many = plan is not None and plan.id > 0 and caseload.comes_back(plan)

    def read(text: str) -> PlanWhen:
        if plan is not None and text.strip() == when_text(plan.on, plan.at):
            return PlanWhen(When(plan.on, plan.at))  # its own day stands, though it has passed
        return _planned(caseload, text, is_among_many=is_among_many)

    def take(answer: Answer) -> Values:
        found = read(str(answer))
        when: Values = {"on": found.when.day, "at": found.when.at, "zone": caseload.clock.now().zone}
        if found.repeats is None:
            return when
        # What comes back is rare, and wakes more than a form needs.
        from store.series_acts import new_series

        return when | {"repeats": found.repeats, "series": new_series()}

    return Asked(
        Field(
            name="when",
            label="When",
            hint="thu 10am, 26 nov, every other tue",
            echo=echoing(lambda text: echo_plan(read(text), caseload.clock.now())),
        ),
        lambda plan: "" if plan.on == date.min else when_text(plan.on, plan.at),
        take,
        lambda text, typed: plan_text(caseload, text, typed),
    )


def _planned(caseload: Caseload, text: str, *, is_among_many: bool) -> PlanWhen:
    if not text.strip():
        raise RequestRefused("Say when: “thu 10am”, “26 nov” or “every other tue” would be read.")
    found = caseload.read_plan(text)
    if found.repeats and is_among_many:
        raise RequestRefused(
            told("This one comes back already: {repeat} says anew how. Here “thu 10am” moves one day.")
        )
    return found


def contact_when(caseload: Caseload) -> Asked:
    """When something happened: the latest such day, and a time if it is known."""

    def read(text: str) -> When:
        if not text.strip():
            raise RequestRefused("Say which day it was: “today”, “yesterday” or “fri 14:00” would be read.")
        return caseload.read_when(text, past=True)

    def take(answer: Answer) -> Values:
        when, now = read(str(answer)), caseload.clock.now()
        return {
            "on": when.day,
            "at": now.instant(when.day, when.at) if when.at else None,
            "zone": now.zone,
        }

    def written_out(text: str, typed: Moment) -> str:
        found = caseload.read_when(text, past=True, typed=typed)
        return when_text(found.day, found.at)

    asked = Field(
        name="when",
        label="When it was",
        hint="today, yesterday, fri 14:00",
        echo=echoing(lambda text: echo(read(text), caseload.clock.now())),
    )
    return Asked(asked, lambda contact: _when_it_was(contact, caseload.clock.now().tz), take, written_out)


def _when_it_was(contact: Contact, zone: tzinfo) -> str:
    """Its day, and its time where that is of the same day here."""
    local = contact.at.astimezone(zone) if contact.at else None
    wall = local.time().replace(second=0) if local and local.date() == contact.on else None
    return when_text(contact.on, wall)


def clock_time(name: str, label: str, hint: str = "14:00") -> Asked:
    """A time of day."""

    def read(text: str) -> time | None:
        found = _CLOCK.fullmatch(clean_line(text))
        if not text.strip():
            return None
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
        if found and found[3] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
        if hour > 23 or minute > 59:
            raise RequestRefused(f"“{text.strip()[:40]}” is not read as a time; “14:00” or “2pm” would be.")
        return time(hour, minute)

    def told(text: str) -> str:
        wall = read(text)
        return f"{wall:%H:%M}" if wall else ""

    return Asked(
        Field(name=name, label=label, hint=hint, echo=echoing(told)),
        lambda record: told_time(getattr(record, name)),
        lambda answer: {name: read(str(answer))},
    )


def length(name: str, label: str, hint: str = "15m, 1h30") -> Asked:
    """A length in minutes."""

    def read(text: str) -> int | None:
        found = _LENGTH.fullmatch(clean_line(text))
        if not text.strip():
            return None
        if found is None:
            raise RequestRefused(f"“{text.strip()[:40]}” is not a length; “15m”, “1h30” or “2h” would be.")
        return round(float((found[1] or "0").replace(",", ".")) * 60) + int(found[2] or 0)

    return Asked(
        Field(name=name, label=label, hint=hint, echo=echoing(lambda text: length_words(read(text)))),
        lambda record: said.length(getattr(record, name)),
        lambda answer: {name: read(str(answer))},
    )


def number(name: str, label: str, hint: str = "", *, scale: int = 0) -> Asked:
    """A number, 0 or more.

    Args:
        scale: how many of the kept unit make one (100 for money kept in hundredths); 0 for a plain
            number with or without a fraction, -1 for a whole one.
    """

    def read(text: str) -> float | int | None:
        plain = clean_line(text).lstrip("$€£").replace(",", ".").strip()
        if not text.strip():
            return None
        try:
            found = float(plain)
        except ValueError:
            found = -1
        if not 0 <= found < 1_000_000 or (scale == -1 and found != int(found)):
            raise RequestRefused(f"“{text.strip()[:40]}” is not a number that can be kept here.")
        return found if not scale else round(found * max(scale, 1))

    def show(record: Any) -> Answer:
        kept = getattr(record, name)
        return "" if kept is None else f"{kept / scale:.2f}" if scale > 0 else f"{kept:g}"

    return Asked(
        Field(name=name, label=label, hint=hint, echo=_only_refusals(read)),
        show,
        lambda answer: {name: read(str(answer))},
    )


def length_words(minutes: int | None) -> str:
    """A length in words: 15 min, 1 h 30 min."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def _only_refusals(read: Callable[[str], object]) -> Callable[[str], Echo]:
    def told(text: str) -> str:
        read(text)
        return ""

    return echoing(told)
