"""Rows without names: codes and days since a release, under ids drawn anew each time (DOMAIN.md 5, P4)."""

from __future__ import annotations

import csv
import io
import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentor_tui.exchange.cells import guarded
from store.records import Client, Contact, Goal, Referral
from store.two_way import is_note
from store.vocabulary import (
    ACTIVITIES,
    AGE_BANDS,
    AREAS,
    DIRECTIONS,
    GOAL_STATES,
    KINDS,
    MODES,
    OUTCOMES,
    REFERRAL_ENDS,
    STAGES,
    WARM,
    Terms,
)

if TYPE_CHECKING:
    from mentor_tui.reports.work import Reads
    from store.clock import Moment
    from store.period import Period

COLUMNS = (
    "person",
    "age_band",
    "row",
    "entry",
    "days_since_release",
    "direction",
    "mode",
    "kind",
    "outcome",
    "minutes",
    "activities",
    "area",
    "state",
    "stage",
    "ended",
    "warm",
    "days_until_went",
)
"""What a row holds; nothing that is not here is read into it."""
OTHER = "other words"
FORMS = ("csv", "json", "xlsx")
SCHEMA_VERSION = 1
FEWEST = 10
"""People below whom rows without names are written only if she says it again."""
_ID_BYTES = 5
_OVER = frozenset({"got-it", "got-some", "no-longer-wanted", "nothing-available"})


@dataclass(frozen=True, slots=True)
class Rows:
    """What was drawn: rows in no order."""

    rows: tuple[dict[str, str | int], ...]
    """By column; what is not known is not in it."""
    people: int
    """How many different people they are about."""
    numbers: tuple[int, ...] = ()
    """Who they are, for the list of files that were made; in no row."""


def deidentified(records: Reads, moment: Moment, period: Period | None = None) -> Rows:
    """A row for each entry with somebody, each need and each bridge.

    Those who said no to being in numbers are in none. Drawn anew at each call.

    Args:
        period: entries of these days, and needs and bridges that were open in them or have no day; all of
            them if not given.
    """
    from mentor_tui.reports.leaving_out import who_said_no

    out = who_said_no(records, moment)
    people = {each.id: each for each in records.all(Client) if each.id not in out}
    names = dict(zip(people, _drawn(len(people), "p"), strict=True))
    found, numbers = [], set()
    for person, row in _rows(records, people, period):
        about: dict[str, str | int] = {
            "person": names[person.id],
            "age_band": _code(person.age_band, AGE_BANDS),
        }
        numbers.add(person.id)
        whole = about | row
        found.append({column: whole[column] for column in COLUMNS if whole.get(column, "") != ""})
    secrets.SystemRandom().shuffle(found)
    return Rows(tuple(found), len({row["person"] for row in found}), tuple(sorted(numbers)))


def drawn_in(rows: Rows, form: str, made_on: date) -> bytes:
    """The rows as the bytes of a file.

    Args:
        form: one of FORMS.
        made_on: the day a workbook says it was made.
    """
    if form == "json":
        return _json(rows)
    return _xlsx(rows, made_on) if form == "xlsx" else _csv(rows)


def _drawn(count: int, letter: str) -> list[str]:
    ids: set[str] = set()
    while len(ids) < count:
        # A letter first: a spreadsheet takes "12e4567890" for a number.
        ids.add(f"{letter}{secrets.token_hex(_ID_BYTES)}")
    # A set has an order of its own: it must not be that of the people.
    return secrets.SystemRandom().sample(sorted(ids), count)


def _rows(
    records: Reads, people: dict[int, Client], period: Period | None
) -> Iterator[tuple[Client, dict[str, str | int]]]:
    first, last = (period.first, period.last) if period else (date.min, date.max)
    entries = [each for each in records.contacts_between(first, last) if not is_note(each)]
    for contact, drawn in zip(entries, _drawn(len(entries), "e"), strict=True):
        for at, person in enumerate(people[id] for id in contact.client_ids if id in people):
            # Its length stands once: whoever adds up the rows counts no minute twice.
            yield person, _entry(contact, person) | {"entry": drawn} | ({"minutes": ""} if at else {})
    for goal in records.all(Goal):
        if goal.client_id in people and _was_open(goal, first, last):
            yield people[goal.client_id], _need(goal, people[goal.client_id])
    for bridge in records.all(Referral):
        if bridge.client_id in people and _was_there(bridge, first, last):
            yield people[bridge.client_id], _bridge(bridge, people[bridge.client_id])


def _was_open(goal: Goal, first: date, last: date) -> bool:
    over = goal.state in _OVER and goal.state_on is not None and goal.state_on < first
    return not over and not (goal.named_on and goal.named_on > last)


def _was_there(bridge: Referral, first: date, last: date) -> bool:
    days = [each for each in (bridge.asked_on, bridge.went_on, bridge.stage_on) if each]
    return not days or any(first <= day <= last for day in days)


def _entry(contact: Contact, person: Client) -> dict[str, str | int]:
    done = dict.fromkeys(_code(each, ACTIVITIES) for each in contact.activities)
    return {
        "row": "entry",
        "days_since_release": _days(contact.on, person),
        "direction": _code(contact.direction, DIRECTIONS),
        "mode": _code(contact.mode, MODES),
        "kind": _code(contact.kind, KINDS),
        "outcome": _code(contact.outcome, OUTCOMES),
        "minutes": "" if contact.minutes is None else contact.minutes,
        "activities": "; ".join(sorted(done)),
    }


def _need(goal: Goal, person: Client) -> dict[str, str | int]:
    return {
        "row": "need",
        "days_since_release": _days(goal.named_on, person),
        "area": _code(goal.area, AREAS),
        "state": _code(goal.state, GOAL_STATES),
    }


def _bridge(bridge: Referral, person: Client) -> dict[str, str | int]:
    begun = bridge.asked_on or bridge.stage_on
    took = (bridge.went_on - begun).days if bridge.went_on and bridge.asked_on and begun else ""
    return {
        "row": "bridge",
        "days_since_release": _days(begun, person),
        "area": _code(bridge.area, AREAS),
        "stage": _code(bridge.stage, STAGES),
        "ended": _code(bridge.ended, REFERRAL_ENDS),
        "warm": _code(bridge.warm, WARM),
        "days_until_went": took,
    }


def _days(day: date | None, person: Client) -> int | str:
    """Days since the newest release before a day; before the first one, days to it, below nought."""
    releases = sorted(each.on for each in person.episodes if each.on)
    if day is None or not releases:
        return ""
    before = [on for on in releases if on <= day]
    return (day - (before[-1] if before else releases[0])).days


def _code(code: str, terms: Terms) -> str:
    return code if not code or any(term.code == code for term in terms) else OTHER


def _cells(row: dict[str, str | int]) -> Sequence[str | int]:
    return [row.get(column, "") for column in COLUMNS]


def _csv(rows: Rows) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows.rows:
        writer.writerow([each if isinstance(each, int) else guarded(each) for each in _cells(row)])
    return text.getvalue().encode("utf-8-sig")


def _json(rows: Rows) -> bytes:
    found = {"schema_version": SCHEMA_VERSION, "people": rows.people, "rows": list(_in_order(rows.rows))}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _in_order(rows: Iterable[dict[str, str | int]]) -> Iterator[dict[str, str | int]]:
    return ({column: row[column] for column in COLUMNS if column in row} for row in rows)


def _xlsx(rows: Rows, made_on: date) -> bytes:
    from mentor_tui.exchange.workbook import Number, Workbook

    book = Workbook("Rows without names", made_on)
    cells = ([Number(each) if isinstance(each, int) else each for each in _cells(row)] for row in rows.rows)
    book.table("rows", COLUMNS, cells)
    return book.content()
