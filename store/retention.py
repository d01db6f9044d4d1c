"""Whether a record is still needed: when that is asked, and of whom. Nothing goes by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from store.errors import RequestRefused
from store.records import Client
from store.standing import has_died, is_active
from store.text import clean_line
from store.when_calendar import month_length, months_on

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.saved import Saved

KEEP_MONTHS = 12
"""After the last contact or the end, unless her settings say otherwise (DOMAIN 5, P3)."""

LastContact = Callable[[int], "date | None"]
"""The day of the newest contact with a person; None where there is none."""


class Due(NamedTuple):
    """A record that asks whether it is still needed."""

    client: Client
    since: date
    """The day from which it asks."""
    last: date | None
    """The last contact, or the end; None where only the day of review is known."""


def after_months(day: date, months: int) -> date:
    """The same day so many months later; the last of a shorter month."""
    year, month = months_on(day, months)
    return date(year, month, min(day.day, month_length(year, month)))


def review_day(client: Client, last_contact: LastContact, keep_months: int) -> date | None:
    """When this record asks whether it is still needed; None while they walk together, or nothing is known.

    A day that she set counts alone. Else it is so many months after the last contact or the end, whichever
    came later.
    """
    if is_active(client):
        return None
    if client.review_on is not None:
        return client.review_on
    last = _last(client, last_contact)
    return after_months(last, keep_months) if last else None


def due(
    caseload: Caseload, keep_months: int = KEEP_MONTHS, *, with_who_died: bool = False
) -> tuple[Due, ...]:
    """The records that ask whether they are still needed, longest first.

    Args:
        with_who_died: those who died too, a whole such span after the day: only where she asks for them.
    """
    today = caseload.clock.now().day

    def last_contact(person: int) -> date | None:
        return next((contact.on for contact in caseload.contacts_with(person)), None)

    found = []
    for client in caseload.all(Client):
        if is_active(client) or (has_died(client) and not with_who_died):
            continue
        if _is_certainly_later(client, keep_months, today):  # spares reading their contacts
            continue
        day = review_day(client, last_contact, keep_months)
        if day is not None and day <= today:
            found.append(Due(client, day, _last(client, last_contact)))
    return tuple(sorted(found, key=lambda one: (one.since, one.client.id)))


def keep(caseload: Caseload, client: Client, because: str, keep_months: int = KEEP_MONTHS) -> Saved:
    """Keep a record longer, with the reason; it asks again after as many months.

    Raises:
        RequestRefused: no reason was given.
    """
    reason = clean_line(because)
    if not reason:
        raise RequestRefused("Say in a few words why it is still needed; nothing was changed.")
    again = after_months(caseload.clock.now().day, keep_months)
    after = replace(client, review_on=again, kept_because=reason)
    return caseload.change(client, after, f"kept longer, {client.name}")


def ask_later(caseload: Caseload, client: Client, months: int = 1) -> Saved:
    """Ask again after a month, without a word."""
    again = after_months(caseload.clock.now().day, months)
    return caseload.change(client, replace(client, review_on=again), f"asked again later, {client.name}")


def _last(client: Client, last_contact: LastContact) -> date | None:
    days = (last_contact(client.id), client.status_on, *(episode.back_on for episode in client.episodes))
    known = [day for day in days if day is not None]
    return max(known, default=client.met_on)


def _is_certainly_later(client: Client, keep_months: int, today: date) -> bool:
    if client.review_on is not None:
        return client.review_on > today
    return client.status_on is not None and after_months(client.status_on, keep_months) > today
