"""Whether a person agreed that something is made for somebody, and what is said where they did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.consents import last_day, newest_on, standing_like, stands_on
from store.errors import RequestRefused
from store.records import Client, Consent
from store.standing import has_died
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.caseload import Caseload
    from store.clock import Moment


NAMES_NO_PART = "Nothing more was agreed than this: ask them, or me."
"""Of somebody of whom no part of a paper is shared."""
TAKEN_BACK = (
    "Whoever agreed can take it back at any time, by a word to you or to me, and need not say why: then "
    "destroy what stands here about them, and tell me."
)
"""How it is taken back, on every paper that is made for somebody (DOMAIN.md, 3.9)."""


class NotAgreed(RequestRefused):
    """Nobody agreed that this is made for that person."""


def share_with(caseload: Caseload, person: Client, to: str, moment: Moment) -> Consent | None:
    """Their consent to share with this recipient, if it stands today; who died gives none any more."""
    if has_died(person):
        return None
    row = newest_on(caseload.consents_of(person.id), "share", to)
    return row if row and stands_on(row, moment.day) else None


def refuse_unless_agreed(caseload: Caseload, person: Client, to: str, moment: Moment) -> Consent:
    """Their consent to share with this recipient.

    Raises:
        NotAgreed: there is none that stands; the sentence says which way it is not, and the way out.
    """
    if consent := share_with(caseload, person, to, moment):
        return consent
    row = newest_on(caseload.consents_of(person.id), "share", to)
    if has_died(person):
        raise NotAgreed(f"{person.name} died, and cannot be asked any more: nothing is made for {to}.")
    near = named_nearly(caseload.consents_of(person.id), to, moment)
    raise NotAgreed(
        f"{_why_not(row, person, to, moment)}{near} Ask first, then write it down: on {person.name}'s page, "
        f"or with `mentor consent give`. A copy for {person.name} alone needs no consent."
    )


def named_nearly(consents: Iterable[Consent], to: str, moment: Moment) -> str:
    """That something stands for a name like this one, to be added to a sentence; "" where nothing does."""
    near = standing_like(consents, "share", to, moment.day)
    ways = " or ".join(f'`--to "{one}"`' for one in near)
    return f" With {' and '.join(f'“{one}”' for one in near)} there is: {ways}." if near else ""


def share_words(consent: Consent, moment: Moment) -> str:
    """What was agreed, as it was said, how long it stands, and what for."""
    said = f"“{consent.information}”" if consent.information.strip() else "not written down what exactly"
    on = f" on {full_day(consent.on, moment.day)}" if consent.on else ""
    until = last_day(consent)
    ends = f", until {full_day(until, moment.day)}" if until else ""
    when = f", or until {consent.expires_when}" if consent.expires_when else ""
    purpose = f" What for: “{consent.for_what}”." if consent.for_what else ""
    return f"Agreed{on}{ends}{when}: {said}.{purpose}"


def _why_not(row: Consent | None, person: Client, to: str, moment: Moment) -> str:
    if row is None or row.state == "not-asked":
        return f"{person.name} has not agreed to share anything with {to}."
    if row.state in ("withdrawn", "declined"):
        no = "took back what was agreed to share" if row.state == "withdrawn" else "said no to sharing"
        return f"{person.name} {no} with {to}."
    until = last_day(row)
    if until and until < moment.day:
        ended = full_day(until, moment.day)
        return f"What {person.name} agreed to share with {to} ended on {ended}."
    return f"What {person.name} agrees to share with {to} does not stand yet."
