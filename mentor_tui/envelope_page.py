"""What is in the sealed envelope: of each person who agreed, how to reach them safely, and what is next.

Of each only the parts that the words of their consent name. Never a note, nobody's words about a contact,
never the notebook.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.channel_words import other_rules, safety_lines
from mentor_tui.reports.document import Block, Document, Grid, Heading, Points, Words
from mentor_tui.reports.papers.sharing import TAKEN_BACK
from store import envelope as envelopes
from store.consent_words import DATES, PROMISES, REACH, Shared, shared_by
from store.consents import last_day
from store.records import Appointment, Client
from store.standing import is_active, plan_shows
from store.vocabulary import CHANNELS, IF_CUT_OFF, WHOSE_PHONE, label
from store.waiting import expected_release
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.records import Channel, Consent, Envelope

TITLE = "If something happens to me"
NOBODY = "Nobody has agreed to be in here yet."
_FIRST_DAYS = 30
_OF_ENVELOPE = frozenset({REACH, DATES, PROMISES})
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
    TAKEN_BACK,
)


def envelope_document(caseload: Caseload, envelope: Envelope) -> Document:
    """The page that is sealed, as it would be now."""
    today = caseload.clock.now().day
    consents = envelopes.agreed(caseload, envelope.peer, today)
    people = [caseload.get(Client, one.client_id) for one in consents]
    return Document(
        "envelope",
        TITLE,
        _FOR.format(peer=envelope.peer),
        tuple(_blocks(caseload, envelope, people, consents)),
        tuple(words.format(day=full_day(today)) for words in _FOOTER),
        today,
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
    shared = [shared_by(one.information) for one in consents]
    yield from _first_days(caseload, list(zip(people, shared, strict=True)))
    for client, consent, parts in zip(people, consents, shared, strict=True):
        yield Heading(client.name)
        pronouns = client.pronouns if parts.any_of(_OF_ENVELOPE) else ""
        yield Words(" · ".join(part for part in (pronouns, _agreed(consent)) if part), is_quiet=True)
        yield from _person(caseload, client, parts)


def _first_days(caseload: Caseload, people: list[tuple[Client, Shared]]) -> Iterator[Block]:
    today = caseload.clock.now().day
    until = today + timedelta(days=_FIRST_DAYS)
    plans = sorted(
        (
            (plan, client)
            for client, shared in people
            for plan in _ahead(caseload, client, shared)
            if plan.on <= until
        ),
        key=lambda one: (one[0].on, one[0].at or time.min, one[1].name, one[0].id),
    )
    if plans:
        rows = ((_when(plan), client.name, said.plan(plan, caseload)) for plan, client in plans)
        yield Heading(f"Days to come, until {full_day(until)}")
        yield Grid(("When", "Who", "What"), tuple(rows), wide=2)


def _person(caseload: Caseload, client: Client, shared: Shared) -> Iterator[Block]:
    if not shared.any_of(_OF_ENVELOPE):
        yield Words("Nothing more was agreed than this: ask them.")
    if REACH in shared.parts:
        yield from _reaching(client)
    yield from _what_is_open(caseload, client, shared)


def _reaching(client: Client) -> Iterator[Block]:
    interpreter = "wants an interpreter" if client.interpreter else ""
    # Where somebody stands (back inside, lost touch) is no part anybody can agree to: it is not said.
    if spoken := " · ".join(part for part in (client.languages, interpreter) if part):
        yield Words(spoken)
    if client.if_quiet:
        yield Words(f"If they go quiet: “{client.if_quiet}”", is_strong=True)
    yield Heading("How to reach them: the rules first", 3)
    yield Points(tuple(_rules(client)) or ("Nothing was agreed. Take the careful side.",))
    for channel in client.channels:
        yield from _channel(channel)


def _agreed(consent: Consent) -> str:
    last = last_day(consent)
    what = consent.information or "not said what"
    until = f", until {full_day(last)}" if last else ""
    event = f", or {consent.expires_when}" if consent.expires_when else ""
    purpose = f". What for: {consent.for_what}" if consent.for_what else ""
    return f"Agreed to share: {what}{until}{event}{purpose}"


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
    asked = f"Last asked {full_day(channel.checked_on)}" if channel.checked_on else "Not asked lately"
    rules = [*safety_lines(channel), other_rules(channel), cut, asked]
    yield Heading(f"{label(CHANNELS, channel.how)}{whose}".capitalize(), 3)
    yield Points(tuple(rule for rule in rules if rule))
    if channel.value:
        yield Words(channel.value, is_strong=True)


def _what_is_open(caseload: Caseload, client: Client, shared: Shared) -> Iterator[Block]:
    out = expected_release(client, caseload.clock.now().day) if DATES in shared.parts else None
    coming = [f"{full_day(out)}: expected out"] if out else []
    coming += [f"{_when(one)}: {said.plan(one, caseload)}" for one in _ahead(caseload, client, shared)]
    if coming:
        yield Heading("What is next", 3)
        yield Points(tuple(coming))
    promises = _promises(caseload, client, shared)
    if promises:
        yield Heading("What I said I would do", 3)
        yield Points(promises)


def _ahead(caseload: Caseload, client: Client, shared: Shared) -> list[Appointment]:
    """Open plans from today on that may come up and are shared, soonest first."""
    if DATES not in shared.parts:
        return []
    today, plans = caseload.clock.now().day, caseload.appointments_of(client.id)
    return [one for one in plans if not one.result and one.on >= today and plan_shows(client, one)]


def _promises(caseload: Caseload, client: Client, shared: Shared) -> tuple[str, ...]:
    if PROMISES not in shared.parts or not is_active(client):
        return ()
    opened = (one for one in caseload.promises_of(client.id) if one.state == "open")
    return tuple(f"{one.words}, by {full_day(one.due_on)}" if one.due_on else one.words for one in opened)


def _when(plan: Appointment) -> str:
    """The day in full: nobody knows on which day it is read."""
    return full_day(plan.on) + (f" {plan.at:%H:%M}" if plan.at else "")
