"""The records behind a figure of a report, as rows: whose, when, what; and what each adds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.person_words import status_words
from mentor_tui.reports.tables import Behind, Line
from mentor_tui.rows import person_key
from store.records import (
    CASELOAD_TABLES,
    Appointment,
    Client,
    Consent,
    Contact,
    EndConversation,
    Goal,
    Record,
    Referral,
)
from store.text import fold
from store.vocabulary import AREAS, GOAL_STATES, HELPED, PURPOSES, label
from store.when import short
from store.whose import people_of
from widgets.row import Column, Item, Piece, Row, plain

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment

COLUMNS = (Column(least=8, most=18), Column(least=6, most=11), Column(most=9), Column(least=30))
"""Who; when; what it adds, where that is not one; what."""
SINCE = "since it was closed"
"""Before what was written after a month was closed, and is not in its figure."""
EMPTY = "Nothing is behind this figure: it is none."


def items(caseload: Caseload, line: Line, moment: Moment) -> list[Item]:
    """One row a record: those with a day newest first, the others by name."""
    kept = [each for each in line.behind if is_there(caseload, each)]
    rows = [(_row(caseload, each, line.unit, moment), _day(caseload, each)) for each in kept]
    rows.sort(key=lambda pair: fold(plain(pair[0].cells[0])))
    rows.sort(key=lambda pair: pair[1] or date.min, reverse=True)
    return [row for row, _ in rows]


def is_there(caseload: Caseload, behind: Behind) -> bool:
    """Whether the record was not taken out meanwhile."""
    return behind.id in caseload.folder.caseload.documents(behind.table)


def whose(record: Record) -> tuple[int, ...]:
    """Numbers of the people a record is about."""
    return (record.id,) if isinstance(record, Client) else people_of(record)


def record_of(caseload: Caseload, behind: Behind) -> Record:
    """The record itself; NotFound if it is gone."""
    return caseload.get(CASELOAD_TABLES[behind.table], behind.id)


def key_of(behind: Behind) -> str:
    """The key of its row: a record may be there with several of its parts."""
    key = person_key(behind.id) if behind.table == "clients" else f"{behind.table}:{behind.id}"
    return key if behind.part is None else f"{key}:{behind.part}"


def _row(caseload: Caseload, behind: Behind, unit: str, moment: Moment) -> Row:
    record = record_of(caseload, behind)
    on = _day(caseload, behind)
    who = ((_names(caseload, record), "name"),)
    when = ((short(on, moment) if on else "", "second"),)
    what = ((f"{SINCE} · ", "muted"), *_what(caseload, record)) if behind.since else _what(caseload, record)
    return Row(key_of(behind), (who, when, ((_adds(behind, unit), "muted"),), what), 2)


def _names(caseload: Caseload, record: Record) -> str:
    if isinstance(record, Contact) and not record.client_ids:
        return "nobody by name" if record.unnamed else "your own work"
    return ", ".join(caseload.get(Client, id).name for id in whose(record)) or "you"


def _day(caseload: Caseload, behind: Behind) -> date | None:
    match record_of(caseload, behind):
        case Client() as client if behind.part is not None and behind.part < len(client.episodes):
            episode = client.episodes[behind.part]
            return episode.on or episode.expected_on
        case Contact(on=on) | EndConversation(on=on) | Consent(on=on) | Appointment(on=on):
            return on
        case Goal(state_on=state_on, named_on=named_on):
            return state_on or named_on
        case Referral(stage_on=stage_on, went_on=went_on):
            return went_on or stage_on
    return None


def _what(caseload: Caseload, record: Record) -> tuple[Piece, ...]:
    match record:
        case Client():
            return ((status_words(record), ""),)
        case Contact():
            return _said(said.how(record), said.what(record))
        case Goal():
            area = f"{label(AREAS, record.area)}, " if record.area else ""
            return _said(f"{area}{label(GOAL_STATES, record.state)}", record.words)
        case Referral():
            name = caseload.service_name(record.service_id) or record.to or label(AREAS, record.area)
            return ((said.bridge(record, name or "a service"), ""),)
        case Appointment():
            return ((said.plan(record, caseload), "words"),)
        case Consent():
            return ((label(PURPOSES, record.purpose), ""),)
        case EndConversation():
            return _said(f"did it help: {label(HELPED, record.helped)}", record.words)
    return (("", ""),)


def _said(how: str, words: str) -> tuple[Piece, ...]:
    return ((how, "muted"), (" · ", "muted"), (words, "words")) if words else ((how, "muted"),)


def _adds(behind: Behind, unit: str) -> str:
    if unit == "hours":
        return f"{behind.amount / 60:.1f} h"
    if unit == "$":
        return f"${behind.amount / 100:,.2f}"
    if unit:
        return f"{behind.amount:,.1f} {unit}"
    return "" if behind.amount == 1 else str(behind.amount)


def by_key(behind: Sequence[Behind]) -> dict[str, Behind]:
    """Each of them by the key of its row."""
    return {key_of(each): each for each in behind}
