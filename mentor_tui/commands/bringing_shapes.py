"""What an import of people or contacts would do, or did: as lines, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentor_tui.exchange.words import counted
from mentor_tui.person_facts import outcome_words, person_facts
from store.text import clean_line
from store.vocabulary import MODES, OUTCOMES, label
from store.when_echo import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentor_tui.exchange.contacts_in import ContactsPlan, PlannedContact
    from mentor_tui.exchange.people_in import PeoplePlan, PlannedPerson
    from mentor_tui.exchange.sheets.headings import Column
    from mentor_tui.exchange.sheets.incoming import RowError
    from store.clock import Moment


def people_lines(plan: PeoplePlan, moment: Moment, *, applied: bool) -> list[str]:
    """How many, then everyone of the file, then what is not kept, and what cannot be read."""
    one = "card" if plan.file.is_cards else "row"
    new = counted(plan.many("new", "another"), "person", "people")
    facts = [f"{new} {'brought in' if applied else 'to bring in'}"]
    for outcomes, words in (
        (("filled",), "here already, with something new"),
        (("here", "nothing-new"), "here already"),
        (("unclear",), "not clear who of several"),
        (("not-chosen",), "not chosen"),
    ):
        if many := plan.many(*outcomes):
            facts.append(f"{many:,} {words}")
    people = [f"  {one} {row.number:,}: {_person_line(row, moment)}" for row in plan.rows]
    return [
        f"{', '.join(facts)}.",
        *_columns(plan.file.columns),
        *people,
        *plan.file.notes,
        *_wrong(plan, one),
    ]


def people_shape(plan: PeoplePlan) -> dict[str, Any]:
    """The same as JSON."""
    people = [
        {
            "row": row.number,
            "name": row.client.name,
            "outcome": row.outcome,
            "same_as": row.same_as or None,
            "known_by": row.by or None,
            "not_kept": list(row.not_kept),
        }
        for row in plan.rows
    ]
    counts = {"added": len(plan.added), "changed": len(plan.changed)}
    return counts | _file_shape(plan.file.columns, plan.file.errors, plan.file.notes) | {"people": people}


def contact_lines(plan: ContactsPlan, moment: Moment, *, applied: bool) -> list[str]:
    """How many, then every contact of the file, then what is not kept, and what cannot be read."""
    facts = [f"{counted(len(plan.added), 'contact')} {'brought in' if applied else 'to bring in'}"]
    if here := len(plan.rows) - len(plan.added):
        facts.append(f"{here:,} here already")
    rows = [f"  row {row.number:,}: {_contact_line(row, moment)}" for row in plan.rows]
    wrong = [f"  {error.said()}" for error in plan.errors]
    head = ["Cannot be read:"] if wrong else []
    return [f"{', '.join(facts)}.", *_columns(plan.columns), *rows, *plan.notes, *head, *wrong]


def contacts_shape(plan: ContactsPlan) -> dict[str, Any]:
    """The same as JSON."""
    contacts = [
        {
            "row": row.number,
            "outcome": row.outcome,
            "on": row.contact.on.isoformat(),
            "clients": list(row.names),
            "mode": row.contact.mode,
            "minutes": row.contact.minutes,
        }
        for row in plan.rows
    ]
    shape = _file_shape(plan.columns, plan.errors, plan.notes)
    return {"added": len(plan.added)} | shape | {"contacts": contacts}


def _person_line(row: PlannedPerson, moment: Moment) -> str:
    lost = f"not kept: {', '.join(row.not_kept)}" if row.not_kept else ""
    facts = (*person_facts(row.client, moment), outcome_words(row), lost)
    return " · ".join([row.client.name, *filter(None, facts)])


def _contact_line(row: PlannedContact, moment: Moment) -> str:
    contact = row.contact
    length = f"{contact.minutes} min" if contact.minutes is not None else ""
    who = ", ".join(row.names) or ("own work" if contact.kind == "work" else "someone")
    facts = (
        label(MODES, contact.mode),
        label(OUTCOMES, contact.outcome),
        length,
        clean_line(contact.words)[:60],
    )
    here = "here already" if row.outcome == "here" else ""
    return " · ".join([f"{short(contact.on, moment)}, {who}", *filter(None, (*facts, here))])


def _columns(columns: Sequence[Column]) -> Iterator[str]:
    read = [f"“{one.heading}” as {one.field}" for one in columns if one.field]
    if read:
        yield f"Columns: {', '.join(read)}."


def _wrong(plan: PeoplePlan, one: str) -> list[str]:
    wrong = [f"  {error.said(one)}" for error in plan.file.errors]
    return ["Cannot be read:", *wrong] if wrong else []


def _file_shape(
    columns: Sequence[Column], errors: Sequence[RowError], notes: Sequence[str]
) -> dict[str, Any]:
    return {
        "columns": [{"heading": one.heading, "field": one.field or None} for one in columns],
        "errors": [{"row": one.number, "column": one.column or None, "why": one.why} for one in errors],
        "notes": list(notes),
    }
