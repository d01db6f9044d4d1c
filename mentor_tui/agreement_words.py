"""Agreements in plain words, by person: for the ledger on the screen and in the shell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.consent_words import shared_by
from store.consents import expiring, last_day, newest, state_on
from store.standing import has_died, is_active
from store.vocabulary import PURPOSES, label
from store.when_echo import short

if TYPE_CHECKING:
    from datetime import date

    from store.caseload import Caseload
    from store.clock import Moment
    from store.records import Client, Consent

_ASKED_OF_ALL = tuple(term.code for term in PURPOSES if term.code != "share")
"""To share is asked when there is somebody to share with."""


@dataclass(frozen=True, slots=True)
class Agreements:
    """What one person said, the newest word on each thing."""

    client: Client
    words: tuple[Consent, ...]
    unasked: tuple[str, ...]
    """Purposes nothing is written of; asked of nobody who is at rest."""


def ledger(caseload: Caseload, people: Sequence[Client] | None = None) -> tuple[Agreements, ...]:
    """Everyone by name; of those who do not walk with her any more, who said something."""
    found = (_of(caseload, client) for client in people or caseload.people())
    return tuple(one for one in found if people or one.words or one.unasked)


def _of(caseload: Caseload, client: Client) -> Agreements:
    words = newest(caseload.consents_of(client.id))
    asked = {one.purpose for one in words if one.state != "not-asked"}
    unasked = tuple(code for code in _ASKED_OF_ALL if code not in asked) if is_active(client) else ()
    said = tuple(one for one in words if one.purpose in asked or one.purpose not in _ASKED_OF_ALL)
    order = {term.code: at for at, term in enumerate(PURPOSES)}
    return Agreements(client, tuple(sorted(said, key=lambda one: order.get(one.purpose, 99))), unasked)


def what_words(consent: Consent) -> str:
    """What is agreed, to whom, what exactly and what for; of sharing also where nothing else is shared.

    "share with Rosa: next dates · for: while you are away".
    """
    what = consent.information
    parts: tuple[str, ...] = (label(PURPOSES, consent.purpose), consent.recipient, what)
    if consent.purpose == "share":
        whom = f"share with {consent.recipient}" if consent.recipient else label(PURPOSES, "share")
        parts = (f"{whom}{f': {what}' if what else ''}{_alone(consent)}",)
    for_what = f"for: {consent.for_what}" if consent.for_what else ""
    return " · ".join(part for part in (*parts, for_what) if part)


def _alone(consent: Consent) -> str:
    is_read = consent.state != "active" or shared_by(consent.information).parts
    return "" if is_read else " (these words alone)" if consent.information else " (their name alone)"


def stands(consent: Consent, moment: Moment, *, event: bool = True) -> str:
    """How it stands: "until Sat 20 Feb 2027", "ends Fri", "ended Thu 12 Nov", "taken back Tue 3 Nov".

    Args:
        event: say also what it ends with, in their words: ", or when housed".
    """
    state, last = state_on(consent, moment.day), last_day(consent)
    day = short(last, moment) if last else ""
    said = f" {short(consent.on, moment)}" if consent.on else ""
    words = f", or {consent.expires_when}" if event and consent.expires_when else ""
    if state == "stands":
        return f"until {day}{words}" if day else f"stands{words.replace(', or ', ', until ')}"
    known = {
        "soon": f"ends {day}{words}",
        "ended": f"ended {day}",
        "withdrawn": f"taken back{said}",
        "declined": f"said no{said}",
        "not-asked": "not asked yet",
    }
    return known.get(state, state)


def all_said(caseload: Caseload, client: Client) -> tuple[tuple[Consent, str], ...]:
    """Everything one person ever said, oldest first, each with how it stands by now."""
    moment, rows = caseload.clock.now(), caseload.consents_of(client.id)
    latest = {one.id for one in newest(rows)}
    states = (stands(one, moment) if one.id in latest else "said anew since" for one in rows)
    return tuple((one, f"{what_words(one)} · {state}") for one, state in zip(rows, states, strict=True))


def ending_line(caseload: Caseload, day: date) -> str:
    """For Today, in one line: "2 agreements end soon, 1 has ended"; "" where there is none."""
    near = expiring(caseload, day)
    ended = sum(state_on(one, day) == "ended" for one in near)
    soon = len(near) - ended
    parts = [f"{_counted(soon)} end{'s' if soon == 1 else ''} soon"] if soon else []
    if ended:
        has = "has" if ended == 1 else "have"
        parts.append(f"{ended} {has} ended" if soon else f"{_counted(ended)} {has} ended")
    return ", ".join(parts)


def ended_shares(caseload: Caseload, client: Client, moment: Moment) -> str:
    """On opening a person: "sharing with Rosa ended on Thu 12 Nov; ask ..."; "" for none."""
    if has_died(client):
        return ""
    words = [one for one in newest(caseload.consents_of(client.id)) if one.purpose == "share"]
    ended = [one for one in words if state_on(one, moment.day) == "ended"]
    if not ended:
        return ""
    names = " and ".join(f"{one.recipient or 'others'}" for one in ended)
    last = last_day(ended[-1])
    when = f" on {short(last, moment)}" if len(ended) == 1 and last else ""
    return f"sharing with {names} ended{when}; ask before sharing again"


def _counted(number: int) -> str:
    return f"{number} agreement{'' if number == 1 else 's'}"
