"""What is in the sealed envelope: of each person who agreed, how to reach them safely, and what is next.

Never a note, nobody's words about a contact, never the notebook.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.channel_words import other_rules, safety_lines
from mentor_tui.reports.document import Block, Document, Grid, Heading, Points, Words
from store import envelope as envelopes
from store.consents import last_day
from store.records import Appointment, Client
from store.standing import is_active, plan_shows
from store.vocabulary import CHANNELS, IF_CUT_OFF, STATUSES, WHOSE_PHONE, label
from store.waiting import expected_release
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.records import Channel, Consent, Envelope

TITLE = "If something happens to me"
NOBODY = "Nobody has agreed to be in here yet."
_FIRST_DAYS = 30
_FOR = (
    "For {peer}. You hold the card that opens this. Each person below agreed that you may know what stands "
    "here about them, and nothing more; nobody else did."
)
_STEPS = (
    "Find out first whether I can still be asked. If I can, ask me, and close this.",
    "Read the rules of a person before you call, write or go there. Where nothing is said, take the careful "
    "side: no voicemail, and not a word about how we know each other.",
    "Begin with the days to come: a court day cannot wait. Then whoever just got out.",
    "Say to each person what happened, as plainly as you can, and ask whether they want to hear from you. "
    "No is an answer; then let it rest.",
    "What I promised is mine. Say that it may not happen, or do it if you can; nobody expects it of you.",
    "Tell nobody else what stands here. If somebody official asks: these people agreed to you alone.",
    "When everyone is with somebody, or wants nobody: delete this page and the envelope, and tear the card.",
)
_FOOTER = (
    "It was sealed on {day}, and may be older than what is true. Nobody is in it who did not agree to it by "
    "name. It holds no notes.",
)


def envelope_document(caseload: Caseload, envelope: Envelope) -> Document:
    """The page that is sealed, as it would be now."""
    today = caseload.clock.now().day
    consents = envelopes.agreed(caseload, envelope.peer, today)
    people = [caseload.get(Client, number) for number in dict.fromkeys(one.client_id for one in consents)]
    made_on = full_day(today, date.min)
    return Document(
        "envelope",
        TITLE,
        _FOR.format(peer=envelope.peer),
        tuple(_blocks(caseload, envelope, people, consents)),
        tuple(words.format(day=made_on) for words in _FOOTER),
        made_on,
        tuple(client.id for client in people),
    )


def _blocks(
    caseload: Caseload, envelope: Envelope, people: list[Client], consents: tuple[Consent, ...]
) -> Iterator[Block]:
    if envelope.words:
        yield Words(envelope.words)
    yield Heading("What to do")
    yield Points(_STEPS, boxes=True)
    if not people:
        yield Words(NOBODY, is_strong=True)
        return
    yield from _first_days(caseload, people)
    for client in people:
        yield Heading(client.name)
        yield from _person(caseload, client, [one for one in consents if one.client_id == client.id])


def _first_days(caseload: Caseload, people: list[Client]) -> Iterator[Block]:
    today = caseload.clock.now().day
    until = today + timedelta(days=_FIRST_DAYS)
    plans = sorted(
        ((plan, client) for client in people for plan in _ahead(caseload, client) if plan.on <= until),
        key=lambda one: (one[0].on, one[0].at or time.min, one[1].name, one[0].id),
    )
    if plans:
        rows = ((_when(plan), client.name, said.plan(plan, caseload)) for plan, client in plans)
        yield Heading(f"Days to come, until {full_day(until, date.min)}")
        yield Grid(("When", "Who", "What"), tuple(rows), wide=2)


def _person(caseload: Caseload, client: Client, consents: list[Consent]) -> Iterator[Block]:
    pronouns = f"{client.pronouns} · " if client.pronouns else ""
    languages = f" · {client.languages}" if client.languages else ""
    interpreter = " · wants an interpreter" if client.interpreter else ""
    yield Words(f"{pronouns}{label(STATUSES, client.status)}{languages}{interpreter}")
    yield Words("; ".join(_agreed(one) for one in consents), is_quiet=True)
    if client.if_quiet:
        yield Words(f"If they go quiet: “{client.if_quiet}”", is_strong=True)
    yield Heading("How to reach them: the rules first", 3)
    yield Points(tuple(_rules(client)) or ("Nothing was agreed. Take the careful side.",))
    for channel in client.channels:
        yield from _channel(channel)
    yield from _what_is_open(caseload, client)


def _agreed(consent: Consent) -> str:
    last = last_day(consent)
    what = consent.information or "what stands here"
    until = f", until {full_day(last, date.min)}" if last else ""
    event = f", or {consent.expires_when}" if consent.expires_when else ""
    return f"Agreed to share: {what}{until}{event}"


def _rules(client: Client) -> Iterator[str]:
    if client.never_contact:
        yield f"Never contact: {client.never_contact}"
    if client.prefers:
        yield client.prefers
    if client.unavailable:
        yield f"Unavailable: {client.unavailable}"
    if client.access_needs:
        yield client.access_needs


def _channel(channel: Channel) -> Iterator[Block]:
    whose = f" ({label(WHOSE_PHONE, channel.whose)} phone)" if channel.whose else ""
    cut = f"If cut off: {label(IF_CUT_OFF, channel.if_cut_off)}" if channel.if_cut_off else ""
    asked = (
        f"Last asked {full_day(channel.checked_on, date.min)}" if channel.checked_on else "Not asked lately"
    )
    rules = [*safety_lines(channel), other_rules(channel), cut, asked]
    yield Heading(f"{label(CHANNELS, channel.how)}{whose}".capitalize(), 3)
    yield Points(tuple(rule for rule in rules if rule))
    if channel.value:
        yield Words(channel.value, is_strong=True)


def _what_is_open(caseload: Caseload, client: Client) -> Iterator[Block]:
    out = expected_release(client, caseload.clock.now().day)
    coming = [f"{full_day(out, date.min)}: expected out"] if out else []
    coming += [f"{_when(one)}: {said.plan(one, caseload)}" for one in _ahead(caseload, client)]
    if coming:
        yield Heading("What is next", 3)
        yield Points(tuple(coming))
    promises = [one for one in caseload.promises_of(client.id) if one.state == "open"]
    if promises and is_active(client):
        yield Heading("What I said I would do", 3)
        by = (f", by {full_day(one.due_on, date.min)}" if one.due_on else "" for one in promises)
        yield Points(tuple(f"{one.words}{due}" for one, due in zip(promises, by, strict=True)))


def _ahead(caseload: Caseload, client: Client) -> list[Appointment]:
    """Open plans from today on that may come up, soonest first."""
    today, plans = caseload.clock.now().day, caseload.appointments_of(client.id)
    return [one for one in plans if not one.result and one.on >= today and plan_shows(client, one)]


def _when(plan: Appointment) -> str:
    """The day in full: nobody knows on which day it is read."""
    return full_day(plan.on, date.min) + (f" {plan.at:%H:%M}" if plan.at else "")
