"""The permanent names of events, ours and theirs: by them the same plan is known again in every file."""

from __future__ import annotations

import hashlib
import re

from mentor_tui.exchange.ics.theirs import Theirs
from store.records import Appointment

_OURS = "@mentor"
_GIVEN_HERE = re.compile(rf"([0-9a-f]{{32}}){_OURS}")
_RELEASE = re.compile(rf"[0-9a-f]{{32}}-\d+{_OURS}")


def uid_out(plan: Appointment, *, as_theirs: bool) -> str:
    """The UID a plan goes out under: one of ours, or that of the calendar it came from.

    One that left its series is an event of its own: several programs show a RECURRENCE-ID beside the day
    it replaces, and somebody would be waited for twice.

    Args:
        as_theirs: whether the UID of the calendar it came from may go out. Another program may have put
            words into it, so only where words go out at all.
    """
    theirs = plan.calendar_uid if as_theirs else ""
    if plan.repeats is not None:
        # Half of a series that was split here must not go out under the name of the whole.
        if theirs and plan.series in (_series(theirs), ""):
            return theirs
        return f"{plan.series or plan.uid}{_OURS}"
    if theirs and plan.uid == _event(theirs):
        return theirs
    return uid_alone(plan)


def uid_alone(plan: Appointment) -> str:
    """The UID of one day by itself."""
    return f"{plan.uid}{_OURS}"


def uid_of_release(client_uid: str, number: int) -> str:
    """The UID of the day somebody is expected out, of their so manieth release."""
    return f"{client_uid}-{number}{_OURS}"


def is_release(theirs: Theirs) -> bool:
    """Whether it is the day somebody is expected out, written from here; that is kept with the person."""
    return bool(_RELEASE.fullmatch(theirs.uid))


def uid_of(theirs: Theirs) -> str:
    """The permanent number its plan gets: its own where it was given here, else reckoned from the UID."""
    found = _GIVEN_HERE.fullmatch(theirs.uid)
    return found[1] if found else _event(theirs.uid)


def series_of(theirs: Theirs) -> str:
    """The same for all of what comes back under one UID."""
    found = _GIVEN_HERE.fullmatch(theirs.uid)
    return found[1] if found else _series(theirs.uid)


def uid_of_day(theirs: Theirs, day: str) -> str:
    """The same for one day of it that stands alone."""
    return _reckoned("day", f"{theirs.uid} {day}")


def calendar_uid_of(theirs: Theirs) -> str:
    """What is kept of its UID; "" where it was given here."""
    return "" if _GIVEN_HERE.fullmatch(theirs.uid) else theirs.uid


def without_uid(theirs: Theirs, twin: int) -> str:
    """A UID for an event that has none (calcurse gives none): the same whenever it is read again."""
    said = (theirs.title, theirs.where, str(theirs.start.day), str(theirs.start.at), theirs.rule, str(twin))
    return f"{_reckoned('nameless', '|'.join(said))}@no-uid"


def _event(uid: str) -> str:
    return _reckoned("event", uid)


def _series(uid: str) -> str:
    return _reckoned("series", uid)


def _reckoned(what: str, words: str) -> str:
    return hashlib.sha256(f"mentor calendar {what}\0{words}".encode()).hexdigest()[:32]
