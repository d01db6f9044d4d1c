"""Show my record: everything kept about one person, to read with them, correct, or take (DOMAIN 5, P11)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.reports.asked import Asked
from mentor_tui.reports.document import Block, Document, Grid, Heading, Quote, Room, Words
from mentor_tui.reports.papers.other_names import (
    Names,
    blocks_without,
    stand_ins,
    without_names,
)
from mentor_tui.reports.papers.person_contacts import contact_rows
from mentor_tui.reports.papers.person_facts import facts, reach_rows
from mentor_tui.reports.papers.plans_ahead import plan_row, plans_ahead, plans_before
from mentor_tui.reports.papers.sharing import (
    ALL,
    BRIDGES,
    CONTACTS,
    DATES,
    GOALS,
    PROMISES,
    REACH,
    Shared,
    refuse_unless_agreed,
    share_words,
    shared_by,
)
from store.consents import last_day
from store.errors import RequestRefused
from store.records import Client, Consent, EndConversation, Promise
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
_SOMEONE = "someone"
_GOAL_HEADS = ("", "about", "where it stands", "when")
_PROMISE_HEADS = ("", "said on", "by", "now")
_WHO_IS_WHO = "In it, “I” and “me” is the mentor who writes, and “they” is the person it is about."
LEFT_OUT = (
    "Not in it: what is kept about other people (their names, numbers, and the words of what was shared with "
    "them), what the mentor thinks of a service, and the mentor's own notebook about her work."
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
        return _document(person, TO_READ, blocks, (_WHO_IS_WHO, LEFT_OUT), asked)
    consent = refuse_unless_agreed(caseload, person, asked.to, asked.moment)
    blocks = _parts(caseload, person, asked.moment.day, shared_by(consent.information))
    view = f"For {consent.recipient}. {share_words(consent, asked.moment)}"
    return _document(
        person, view, blocks, (_WHO_IS_WHO, f"Only what they agreed to is in it. {LEFT_OUT}"), asked
    )


def _document(
    person: Client, view: str, blocks: list[Block], footer: tuple[str, ...], asked: Asked
) -> Document:
    day = asked.moment.day
    made = f"{full_day(day, day)} {day.year}"
    return Document(
        "person", person.name, view, tuple(blocks), (*footer, f"Made on {made}."), made, (person.id,)
    )


def _own_copy(caseload: Caseload, person: Client, today: date) -> list[Block]:
    """All of it, and room to say what is not right."""
    names = _others(caseload, person)
    told_of = tuple((name, without_names(words, names)) for name, words in facts(person, today))
    blocks: list[Block] = []
    if person.in_their_words:
        blocks += [Heading("In their own words"), Quote(person.in_their_words)]
    if person.about:
        blocks += [Heading("What the mentor wrote about them"), Words(person.about)]
    talks = _talks(caseload, person, today)
    blocks += _section("The talk at the end", ("", "did it help?", "in their words"), talks, wide=2)
    told = [
        Grid(("", ""), told_of, wide=1),
        *blocks_without(blocks, names),
        *_parts(caseload, person, today, ALL),
    ]
    agreed = _consents(caseload, person, today)
    told += _section("What was agreed", ("", "with or for", "how", "since", "now"), agreed)
    return [*told, Heading("What is not right, or should not be here"), Room(5)]


def _parts(caseload: Caseload, person: Client, today: date, shared: Shared) -> list[Block]:
    """The parts that a consent may name, each where there is something in it."""
    blocks: list[Block] = []
    ahead = (plan_row(plan, caseload, today) for plan in plans_ahead(caseload, person.id, today))
    promised = (_promise(each, today) for each in caseload.promises_of(person.id))
    # The part, its title, the heads of its columns, its rows, and the column that takes what room is left.
    sections: tuple[tuple[str, str, tuple[str, ...], Iterable[tuple[str, ...]], int], ...] = (
        (REACH, "How to reach them, as agreed", ("", ""), reach_rows(person, today), 1),
        (GOALS, "Goals, in their words", _GOAL_HEADS, _goals(caseload, person), 0),
        (DATES, "Dates to come", ("", "", ""), ahead, 2),
        (PROMISES, "What the mentor said she would do", _PROMISE_HEADS, promised, 0),
        (BRIDGES, "Bridges to services", ("", "", ""), _bridges(caseload, person, today), 0),
        (CONTACTS, "Dates that were", ("", "", ""), plans_before(caseload, person, today), 2),
        (CONTACTS, "Contacts, day by day", ("", "", ""), contact_rows(caseload, person, today), 2),
    )
    for part, title, heads, rows, wide in sections:
        if part in shared.parts:
            blocks += _section(title, heads, shared.rows(rows), wide)
    return blocks_without(blocks, _others(caseload, person))


def _others(caseload: Caseload, person: Client) -> Names:
    """Everyone else in the records, and whom the mentor may talk to about this person."""
    names = {each.name: _SOMEONE for each in caseload.people() if each.id != person.id}
    return stand_ins(names | {each.name: _SOMEONE for each in person.confidants}, person.name)


def _section(
    title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], wide: int = 0
) -> list[Block]:
    found = tuple(rows)
    return [Heading(title), Grid(columns, found, wide=wide)] if found else []


def _goals(caseload: Caseload, person: Client) -> Iterable[tuple[str, ...]]:
    for goal in caseload.goals_of(person.id):
        area = label(AREAS, goal.area)
        yield (
            goal.words or area,
            area if goal.words else "",
            label(GOAL_STATES, goal.state),
            label(RANKS, goal.rank),
        )


def _promise(promise: Promise, today: date) -> tuple[str, ...]:
    became = label(PROMISE_STATES, promise.state)
    on = f" {full_day(promise.done_on, today)}" if promise.done_on else ""
    return promise.words, _day(promise.made_on, today), _day(promise.due_on, today), f"{became}{on}"


def _bridges(caseload: Caseload, person: Client, today: date) -> Iterable[tuple[str, ...]]:
    for bridge in caseload.referrals_of(person.id):
        to = said.bridge(bridge, caseload.service_name(bridge.service_id))
        shared = f"shared: {bridge.share}" if bridge.share else ""
        treated = f"how it was: {bridge.treated}" if bridge.treated else ""
        told = (label(WARM, bridge.warm), shared, bridge.ended_words, treated)
        yield to, _day(bridge.stage_on, today), " · ".join(part for part in told if part)


def _consents(caseload: Caseload, person: Client, today: date) -> Iterable[tuple[str, ...]]:
    for row in caseload.consents_of(person.id):
        what = ": ".join(part for part in (label(PURPOSES, row.purpose), row.information) if part)
        how = label(HOW_GIVEN, row.how)
        yield what, row.recipient, how, _day(row.on, today), _stands(row, today)


def _stands(row: Consent, today: date) -> str:
    until = last_day(row)
    if row.state != "active":
        return label(CONSENT_STATES, row.state)
    if until is None:
        return f"stands until {row.expires_when}" if row.expires_when else "stands"
    return f"{'ended' if until < today else 'stands until'} {full_day(until, today)}"


def _talks(caseload: Caseload, person: Client, today: date) -> Iterable[tuple[str, ...]]:
    for talk in caseload.of(EndConversation, person.id):
        yield _day(talk.on, today), label(HELPED, talk.helped), talk.words


def _day(day: date | None, today: date) -> str:
    return full_day(day, today) if day else ""
