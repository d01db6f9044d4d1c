"""Show my record: everything kept about one person, to read with them, correct, or take (DOMAIN 5, P11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mentor_tui import said
from mentor_tui.reports.asked import Asked
from mentor_tui.reports.document import Block, Document, Grid, Heading, Quote, Room, Words
from mentor_tui.reports.papers.check_ins_said import asked_as_rows, check_in_rows
from mentor_tui.reports.papers.other_names import SOMEONE_QUOTED, S, others_than, words_without
from mentor_tui.reports.papers.person_contacts import contact_row, contacts_in_order
from mentor_tui.reports.papers.person_facts import facts, reach_rows
from mentor_tui.reports.papers.plans_ahead import plan_row, plans_ahead, plans_before
from mentor_tui.reports.papers.sharing import NAMES_NO_PART, TAKEN_BACK, refuse_unless_agreed, share_words
from store.consent_words import (
    BRIDGES,
    CHECK_INS,
    CONTACTS,
    DATES,
    GOALS,
    PROMISES,
    REACH,
    WHOLE,
    Shared,
    shared_by,
)
from store.consents import last_day
from store.errors import RequestRefused
from store.records import Appointment, CheckIn, Client, Consent, EndConversation, Goal, Promise, Referral
from store.vocabulary import (
    AREAS,
    CONSENT_STATES,
    GOAL_STATES,
    HELPED,
    HOW_GIVEN,
    PROMISE_STATES,
    PURPOSES,
    RANKS,
    WARM,
    label,
)
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from datetime import date

    from store.caseload import Caseload

TO_READ = "To read together, to correct, or to take away."
_GOAL_HEADS = ("", "about", "where it stands", "when")
_PROMISE_HEADS = ("", "said on", "by", "now")
_AS_SAID = "What they said in a check-in stands as they said it, whoever they named."
_WHO_IS_WHO = "In it, “I” and “me” is the mentor who writes, and “they” is the person it is about."
LEFT_OUT = (
    "Not in it: what is kept about other people (their names, numbers, and the words of what was shared with "
    "them), what the mentor thinks of a service, and the mentor's own notebook about the work."
)


def person_record(caseload: Caseload, asked: Asked) -> Document:
    """The whole record of a person; for somebody else only what they agreed may be shared.

    Raises:
        RequestRefused: nobody was named.
        NotAgreed: it is for somebody they have not agreed to share with.
    """
    person = asked.person
    if person is None:
        raise RequestRefused("Say whose record: `mentor report person --who NAME`.")
    if not asked.to:
        blocks = _own_copy(caseload, person, asked.moment.day)
        footer = (_WHO_IS_WHO, LEFT_OUT, *([_AS_SAID] if caseload.of(CheckIn, person.id) else []))
        return _document(person, TO_READ, blocks, footer, asked)
    consent = refuse_unless_agreed(caseload, person, asked.to, asked.moment)
    shared = shared_by(consent.information)
    quoted = _without_others(caseload, person, SOMEONE_QUOTED)
    blocks = _parts(caseload, person, asked.moment.day, shared, quoted)
    if not shared.parts:
        blocks.append(Words(NAMES_NO_PART))
    view = f"For {consent.recipient}. {share_words(consent, asked.moment)}"
    footer = (_WHO_IS_WHO, f"Only what they agreed to is in it. {LEFT_OUT}", TAKEN_BACK)
    return _document(person, view, blocks, footer, asked)


def _document(
    person: Client, view: str, blocks: list[Block], footer: tuple[str, ...], asked: Asked
) -> Document:
    day = asked.moment.day
    return Document(
        "person", person.name, view, tuple(blocks), (*footer, f"Made on {full_day(day)}."), day, (person.id,)
    )


def _own_copy(caseload: Caseload, person: Client, today: date) -> list[Block]:
    """All of it, and room to say what is not right."""
    told = _without_others(caseload, person)
    they = told(person)
    blocks: list[Block] = [Grid(("", ""), facts(they, today), wide=1)]
    if they.in_their_words:
        blocks += [Heading("In their own words"), Quote(they.in_their_words)]
    if they.about:
        blocks += [Heading("What the mentor wrote about them"), Words(they.about)]
    talks = (_talk(told(each), today) for each in caseload.of(EndConversation, person.id))
    blocks += _section("The talk at the end", ("", "did it help?", "in their words"), talks, wide=2)
    blocks += _parts(caseload, person, today, WHOLE, _as_said)
    blocks += _section("Questions in their language", ("", ""), asked_as_rows(they), wide=1)
    agreed = (_consent(each, today) for each in caseload.consents_of(person.id))
    blocks += _section("What was agreed", ("", "with or for", "how", "since", "now"), agreed)
    return [*blocks, Heading("What is not right, or should not be here"), Room(5)]


def _parts(caseload: Caseload, person: Client, today: date, shared: Shared, quoted: _Told) -> list[Block]:
    """The parts that a consent may name, each where there is something in it.

    Args:
        quoted: a check-in as it may be read.
    """
    blocks: list[Block] = []
    told = _without_others(caseload, person)
    for section in _sections(caseload, person, today, told, quoted):
        if section.part in shared.parts:
            blocks += _section(section.title, section.heads, section.rows, section.wide)
    return blocks


class _Told(Protocol):
    """A record as it may be read."""

    def __call__(self, record: S, /) -> S: ...


@dataclass(frozen=True, slots=True)
class _Section:
    part: str
    """Of PARTS."""
    title: str
    heads: tuple[str, ...]
    rows: Iterable[tuple[str, ...]]
    wide: int
    """The column that takes what room is left."""


def _sections(
    caseload: Caseload, person: Client, today: date, told: _Told, quoted: _Told
) -> tuple[_Section, ...]:
    """All parts of the record, each record in it as it is told."""

    def plans(those: Iterable[Appointment]) -> Iterator[tuple[str, ...]]:
        return (plan_row(told(plan), caseload, today) for plan in those)

    id = person.id
    reach = reach_rows(told(person), today)
    goals = (_goal(told(goal)) for goal in caseload.goals_of(id))
    ahead = plans(plans_ahead(caseload, id, today))
    promised = (_promise(told(each), today) for each in caseload.promises_of(id))
    bridges = (_bridge(told(each), caseload, today) for each in caseload.referrals_of(id))
    before = plans(plans_before(caseload, person, today))
    contacts = (contact_row(told(each), today) for each in contacts_in_order(caseload, person))
    said_in = check_in_rows((quoted(each) for each in caseload.of(CheckIn, id)), today)
    return (
        _Section(REACH, "How to reach them, as agreed", ("", ""), reach, 1),
        _Section(GOALS, "Goals, in their words", _GOAL_HEADS, goals, 0),
        _Section(DATES, "Dates to come", ("", "", ""), ahead, 2),
        _Section(PROMISES, "What the mentor said she would do", _PROMISE_HEADS, promised, 0),
        _Section(BRIDGES, "Bridges to services", ("", "", ""), bridges, 0),
        _Section(CONTACTS, "Dates that were", ("", "", ""), before, 2),
        _Section(CONTACTS, "Contacts, day by day", ("", "", ""), contacts, 2),
        _Section(CHECK_INS, "Check-ins, in their words", ("", "asked", "said"), said_in, 2),
    )


def _without_others(caseload: Caseload, person: Client, said: str = "someone") -> _Told:
    names = others_than(caseload, person, said)

    def told(record: S, /) -> S:
        return words_without(record, names)

    return told


def _as_said(record: S, /) -> S:
    """Their own words stay what they are where they themselves read them."""
    return record


def _section(
    title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], wide: int = 0
) -> list[Block]:
    found = tuple(rows)
    return [Heading(title), Grid(columns, found, wide=wide)] if found else []


def _goal(goal: Goal) -> tuple[str, ...]:
    area = label(AREAS, goal.area)
    about = area if goal.words else ""
    return goal.words or area, about, label(GOAL_STATES, goal.state), label(RANKS, goal.rank)


def _promise(promise: Promise, today: date) -> tuple[str, ...]:
    became = label(PROMISE_STATES, promise.state)
    on = f" {full_day(promise.done_on, today)}" if promise.done_on else ""
    return promise.words, _day(promise.made_on, today), _day(promise.due_on, today), f"{became}{on}"


def _bridge(bridge: Referral, caseload: Caseload, today: date) -> tuple[str, ...]:
    to = said.bridge(bridge, caseload.service_name(bridge.service_id))
    shared = f"shared: {bridge.share}" if bridge.share else ""
    treated = f"how it was: {bridge.treated}" if bridge.treated else ""
    told = (label(WARM, bridge.warm), shared, bridge.ended_words, treated)
    return to, _day(bridge.stage_on, today), " · ".join(part for part in told if part)


def _consent(row: Consent, today: date) -> tuple[str, ...]:
    purpose = f"for: {row.for_what}" if row.for_what else ""
    what = ": ".join(part for part in (label(PURPOSES, row.purpose), row.information) if part)
    what = " · ".join(part for part in (what, purpose) if part)
    return what, row.recipient, label(HOW_GIVEN, row.how), _day(row.on, today), _stands(row, today)


def _stands(row: Consent, today: date) -> str:
    until = last_day(row)
    if row.state != "active":
        return label(CONSENT_STATES, row.state)
    if until is None:
        return f"stands until {row.expires_when}" if row.expires_when else "stands"
    return f"{'ended' if until < today else 'stands until'} {full_day(until, today)}"


def _talk(talk: EndConversation, today: date) -> tuple[str, ...]:
    return _day(talk.on, today), label(HELPED, talk.helped), talk.words


def _day(day: date | None, today: date) -> str:
    return full_day(day, today) if day else ""
