"""What was agreed to, as it stands on a day: pure functions over the rows of consents.

One row is one word on one purpose, for one recipient. The newest word on both wins; "not asked yet" is no
word. That a consent has ended is derived from the day, never kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from store.errors import RequestRefused, StoreDamaged
from store.recipient_names import called, nearly
from store.records import Client, Consent
from store.standing import has_died

if TYPE_CHECKING:
    from store.caseload import Caseload

SHARE_DAYS = 90
"""How long a consent to share stands unless they say otherwise (DOMAIN 3.9)."""
MOST_SHARE_DAYS = 365
"""The longest a consent to share stands at all (DOMAIN 3.9)."""
SOON_DAYS = 14
"""Days before an end, and after it, in which it is spoken of."""
_ENDS_BY_ITSELF = "share"
_NO = ("withdrawn", "declined")


def ends_on(purpose: str, on: date) -> date | None:
    """The last day of a consent given that day, unless they say another; None for one without an end."""
    return on + timedelta(days=SHARE_DAYS) if purpose == _ENDS_BY_ITSELF else None


def refuse_too_long(consent: Consent) -> None:
    """Refuse an end that lies too far ahead.

    Raises:
        RequestRefused: a consent to share would stand for more than a year, or end before it was given.
    """
    given, until = consent.on, consent.expires_on
    if given is None or until is None:
        return
    if until < given:
        raise RequestRefused(
            f"It would end on {_said(until)}, before it was said on {_said(given)}. Say a later day."
        )
    longest = given + timedelta(days=MOST_SHARE_DAYS)
    if consent.purpose == _ENDS_BY_ITSELF and until > longest:
        raise RequestRefused(
            f"To share something can be agreed for a year at most: until {_said(longest)}. "
            "Ask them again before then, and it goes on."
        )


def last_day(consent: Consent) -> date | None:
    """The last day it stands, that day included; None for one without an end.

    A consent to share that names no end, or only an event, ends a year after it was given.
    """
    if consent.purpose != _ENDS_BY_ITSELF:
        return consent.expires_on
    said = _said_on(consent)
    if said is None:
        return consent.expires_on
    longest = said + timedelta(days=MOST_SHARE_DAYS)
    return min(consent.expires_on or longest, longest)


def state_on(consent: Consent, day: date) -> str:
    """How one row reads on a day: stands, soon, ended, withdrawn, declined, not-asked."""
    if consent.state != "active":
        return consent.state
    last = last_day(consent)
    if last is not None and last < day:
        return "ended"
    return "soon" if last is not None and last <= day + timedelta(days=SOON_DAYS) else "stands"


def newest(consents: Iterable[Consent]) -> tuple[Consent, ...]:
    """The newest word of each person on each purpose and recipient, in the order first spoken of.

    Where nothing was said yet, the row that says so.
    """
    words: dict[tuple[int, str, str], Consent] = {}
    for one in consents:
        about = (one.client_id, one.purpose, called(one.recipient))
        if about not in words or _age(words[about]) <= _age(one):
            words[about] = one
    return tuple(words.values())


def is_on(consent: Consent, purpose: str, recipient: str = "") -> bool:
    """Whether it is a word on this purpose for this recipient, however that name is typed."""
    return (consent.purpose, called(consent.recipient)) == (purpose, called(recipient))


def newest_on(consents: Iterable[Consent], purpose: str, recipient: str = "") -> Consent | None:
    """The newest word on this for this recipient, by the rows of one person; None if nothing is written."""
    return next(iter(newest(one for one in consents if is_on(one, purpose, recipient))), None)


def standing_like(consents: Iterable[Consent], purpose: str, recipient: str, day: date) -> tuple[str, ...]:
    """Recipients of what stands on this purpose whose names are nearly this one, and are not."""
    rows = (one for one in standing(consents, day) if one.purpose == purpose)
    return nearly(recipient, (one.recipient for one in rows))


def standing(consents: Iterable[Consent], day: date) -> tuple[Consent, ...]:
    """Those that are active and have not ended on that day."""
    return tuple(one for one in newest(consents) if stands_on(one, day))


def stands_on(consent: Consent, day: date) -> bool:
    """Whether it stands; one that is dated later has not been given yet."""
    return state_on(consent, day) in ("stands", "soon") and (consent.on or day) <= day


def may(consents: Iterable[Consent], purpose: str, day: date, recipient: str = "") -> bool:
    """Whether this is agreed to on that day, by the rows of one person.

    To share, the recipient must be named as they named them; for anything else a consent that names
    nobody is for whoever asks, and where no recipient is given no word may stand against it.
    """
    rows = [one for one in newest(consents) if one.purpose == purpose]
    theirs = [one for one in rows if is_on(one, purpose, recipient)]
    if purpose == _ENDS_BY_ITSELF:
        return any(stands_on(one, day) for one in theirs)
    asked = [one for one in theirs if one.state != "not-asked"]
    if recipient and not asked:
        asked = [one for one in rows if not one.recipient.strip()]
    elif not recipient:
        asked = rows
    return not any(one.state in _NO for one in asked) and any(stands_on(one, day) for one in asked)


def said_no(consents: Iterable[Consent], purpose: str, day: date) -> bool:
    """Whether the newest word on this is no, or no longer, for whoever asked; not asked is not a no.

    Args:
        day: a word of a later day counts as well: who says no today is not reported for last month.
    """
    rows = [one for one in newest(consents) if one.purpose == purpose]
    return any(one.state in _NO for one in rows)


def expiring(caseload: Caseload, day: date, within: int = SOON_DAYS) -> tuple[Consent, ...]:
    """Those that end within so many days or have ended within as many, soonest first.

    Nobody who died is among them.
    """
    first, last = day - timedelta(days=within), day + timedelta(days=within)
    found: list[Consent] = []
    for person in _who_may_end(caseload, first, last):
        with suppress(StoreDamaged):  # doctor names a person who cannot be read
            words = () if has_died(caseload.get(Client, person)) else newest(caseload.consents_of(person))
            found += [one for one in words if _ends_between(one, first, last)]
    return tuple(sorted(found, key=lambda one: (last_day(one) or day, one.id)))


def _who_may_end(caseload: Caseload, first: date, last: date) -> list[int]:
    """People one of whose rows names an end between these days, or is to share and names none.

    Today asks at each of its readings, so that most rows are looked at as they are stored.
    """
    span = (first.isoformat(), last.isoformat())
    found = set()
    for row in caseload.folder.caseload.documents("consents").values():
        ends = row.get("expires_on") or (span[0] if row.get("purpose") == _ENDS_BY_ITSELF else "")
        if span[0] <= str(ends) <= span[1]:
            found.add(row.get("client_id"))
    people = caseload.folder.caseload.documents("clients")
    return [person for person in people if person in found]


def _ends_between(consent: Consent, first: date, last: date) -> bool:
    ends = last_day(consent) if consent.state == "active" else None
    return ends is not None and first <= ends <= last


def _said_on(consent: Consent) -> date | None:
    return consent.on or (consent.written_at.date() if consent.written_at else None)


def _said(day: date) -> str:
    from store.when_echo import with_its_year  # only a refusal needs it

    return with_its_year(day)


def _age(consent: Consent) -> tuple[bool, date, int]:
    """What makes one word newer than another; "not asked yet" is older than any."""
    return (consent.state != "not-asked", _said_on(consent) or date.min, consent.id)
