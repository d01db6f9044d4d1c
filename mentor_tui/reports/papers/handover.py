"""The handover packet: for somebody who takes over for a while, and only what each person agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.channel_words import channel_rules
from mentor_tui.reports.asked import Asked
from mentor_tui.reports.document import Block, Document, Grid, Heading, Words
from mentor_tui.reports.papers.check_ins_said import check_in_rows
from mentor_tui.reports.papers.other_names import SOMEONE_QUOTED, others_than, words_without
from mentor_tui.reports.papers.plans_ahead import plan_row, plans_ahead
from mentor_tui.reports.papers.sharing import (
    NAMES_NO_PART,
    TAKEN_BACK,
    NotAgreed,
    named_nearly,
    share_with,
    share_words,
)
from store.check_ins import check_ins_of
from store.consent_words import BRIDGES, CHECK_INS, DATES, PROMISES, REACH, shared_by
from store.errors import RequestRefused
from store.records import Channel, Client, Consent
from store.standing import is_active
from store.text import clean_line
from store.vocabulary import CHANNELS, label
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from store.caseload import Caseload
    from store.clock import Moment

_OF_PACKET = frozenset({REACH, DATES, PROMISES, BRIDGES, CHECK_INS})
_FOOTER = (
    "Each person agreed that this is shared with you, for the parts that stand here, until the day that is "
    "named. Ask them before you pass anything on; when that day has come, destroy this paper.",
    TAKEN_BACK,
    "No note of any talk is in it.",
)
_BUT_WHAT_WAS_SAID = "What somebody said in a check-in stands here where they agreed to that by its name."


def handover_packet(caseload: Caseload, asked: Asked) -> Document:
    """Everyone who agreed to share with this recipient, each with the parts they agreed to.

    Raises:
        RequestRefused: no recipient was named.
        NotAgreed: nobody has a consent to share with them that stands.
    """
    to = clean_line(asked.to)
    if not to:
        raise RequestRefused("Say for whom, as the consents name them: `mentor report handover --to NAME`.")
    moment = asked.moment
    everyone = caseload.people()
    agreed = [
        (person, consent) for person in everyone if (consent := share_with(caseload, person, to, moment))
    ]
    if not agreed:
        every = (row for person in everyone for row in caseload.consents_of(person.id))
        raise NotAgreed(
            f"Nobody has agreed that anything is shared with {to}, or what they agreed has ended."
            f"{named_nearly(every, to, moment)} Ask them first, then write it down: on their page, or with "
            "`mentor consent give`."
        )
    blocks: list[Block] = [Words(_counted(everyone, agreed))]
    for person, consent in agreed:
        blocks += _about(caseload, person, consent, moment)
    people = tuple(person.id for person, _ in agreed)
    return Document(
        "handover",
        "Handover",
        f"For {agreed[0][1].recipient}, and nobody else.",
        tuple(blocks),
        (*_FOOTER, *_about_check_ins(agreed), f"Made on {full_day(moment.day)}."),
        moment.day,
        people,
    )


def _about_check_ins(agreed: list[tuple[Client, Consent]]) -> Iterator[str]:
    if any(CHECK_INS in shared_by(consent.information).parts for _, consent in agreed):
        yield _BUT_WHAT_WAS_SAID


def _counted(everyone: Sequence[Client], agreed: list[tuple[Client, Consent]]) -> str:
    inside = {person.id for person, _ in agreed}
    others = sum(is_active(person) and person.id not in inside for person in everyone)
    people = f"{len(agreed)} {'person' if len(agreed) == 1 else 'people'}."
    return f"{people} {others} more walk with me and are not in it." if others else people


def _about(caseload: Caseload, person: Client, consent: Consent, moment: Moment) -> list[Block]:
    today = moment.day
    pronouns = f" ({person.pronouns})" if person.pronouns else ""
    agreed = Words(share_words(consent, moment), is_quiet=True)
    shared = shared_by(consent.information)
    if not shared.any_of(_OF_PACKET):
        return [Heading(person.name), agreed, Words(NAMES_NO_PART)]
    blocks: list[Block] = [Heading(f"{person.name}{pronouns}"), agreed]
    ahead = (plan_row(plan, caseload, today) for plan in plans_ahead(caseload, person.id, today))
    dates = ((f"{day} {time}".strip(), what) for day, time, what in ahead)
    for part, title, rows in (
        (REACH, "How to reach them safely", _reaching(person)),
        (DATES, "Next dates", dates),
        (PROMISES, "What I said I would do", _promises(caseload, person, today)),
        (BRIDGES, "Bridges to services", _bridges(caseload, person)),
        (CHECK_INS, "What they said when we last checked in", _said_last(caseload, person, today)),
    ):
        if part in shared.parts:
            blocks += _part(title, tuple(rows))
    return blocks


def _part(title: str, rows: tuple[tuple[str, ...], ...]) -> list[Block]:
    wide = len(rows[0]) - 1 if rows else 0
    return [Heading(title, 3), Grid(("",) * (wide + 1), rows, wide=wide)] if rows else []


def _reaching(person: Client) -> Iterator[tuple[str, str]]:
    """The rules before the numbers."""
    rules = (
        ("first of all", person.prefers),
        ("never contact", person.never_contact),
        ("if they go quiet", f"“{person.if_quiet}”" if person.if_quiet else ""),
        ("not there", person.unavailable),
    )
    yield from (rule for rule in rules if rule[1])
    for channel in person.channels:
        yield label(CHANNELS, channel.how), _channel(channel)


def _channel(channel: Channel) -> str:
    return " · ".join(part for part in (channel_rules(channel), channel.value) if part)


def _promises(caseload: Caseload, person: Client, today: date) -> Iterator[tuple[str, str]]:
    for promise in caseload.promises_of(person.id):
        if promise.state == "open":
            yield f"by {full_day(promise.due_on, today)}" if promise.due_on else "", promise.words


def _bridges(caseload: Caseload, person: Client) -> Iterator[tuple[str, ...]]:
    for bridge in caseload.referrals_of(person.id):
        if bridge.stage != "let-go":
            yield (said.bridge(bridge, caseload.service_name(bridge.service_id)),)


def _said_last(caseload: Caseload, person: Client, today: date) -> Iterator[tuple[str, ...]]:
    names = others_than(caseload, person, SOMEONE_QUOTED)
    last = check_ins_of(caseload, person.id)[:1]
    return check_in_rows((words_without(each, names) for each in last), today)
