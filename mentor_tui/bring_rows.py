"""People of a file as rows to tick: its columns first, then everyone, then what cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.exchange.sheets.headings import PEOPLE
from mentor_tui.exchange.words import counted
from mentor_tui.person_facts import outcome_words, person_facts
from widgets.row import JOIN, Column, Heading, Item, Piece, Row
from widgets.tick_row import OFF, ON

if TYPE_CHECKING:
    from mentor_tui.exchange.people_in import PlannedPerson
    from mentor_tui.people_in_hand import PeopleInHand
    from store.clock import Moment

COLUMNS = (Column(width=1), Column(least=6, most=20), Column(least=24))
"""Ticked or not; the heading, or the name; what it is taken for, or what is known of them."""
_COMES_IN = ("new", "another", "filled")
_WHAT = {field.name: field.what for field in PEOPLE}


def summary(hand: PeopleInHand) -> str:
    """How many there are, and what becomes of them, in a sentence."""
    plan = hand.plan
    facts = [f"{counted(len(plan.rows), 'person', 'people')}, {plan.many(*_COMES_IN):,} ticked"]
    for outcomes, words in ((("here", "nothing-new"), "here already"), (("unclear",), "not clear")):
        if many := plan.many(*outcomes):
            facts.append(f"{many:,} {words}")
    if wrong := len({error.number for error in hand.file.errors}):
        facts.append(f"{counted(wrong, 'card' if hand.file.is_cards else 'row')} cannot be read, below")
    return f"{', '.join(facts)}."


def items(hand: PeopleInHand, moment: Moment) -> list[Item]:
    """The rows."""
    rows: list[Item] = []
    if hand.file.columns:
        rows.append(Heading("columns, as they are taken"))
        rows += [_column(at, one.heading, one.field) for at, one in enumerate(hand.file.columns)]
        rows.append(Heading("people"))
    rows += [_person(row, moment) for row in hand.plan.rows]
    one = "card" if hand.file.is_cards else "row"
    if hand.file.errors:
        rows.append(Heading("cannot be read"))
    for at, error in enumerate(hand.file.errors):
        where = f"{one} {error.number:,}"
        why = (error.column, f": {error.why}") if error.column else ("", error.why)
        rows.append(Row(f"error:{at}", ("", ((where, "own"),), ((why[0], ""), (why[1], "")))))
    rows += [Row(f"note:{at}", (note,), spans=True) for at, note in enumerate(hand.file.notes)]
    return rows


def choices() -> list[Row]:
    """What a column may be taken for, to pick from."""
    rows = [Row(field.name, (field.what, ((field.name, "muted"),))) for field in PEOPLE]
    return [Row("-", ("not kept", "")), *rows]


def _column(at: int, heading: str, field: str) -> Row:
    what = _WHAT.get(field, "not kept")
    return Row(
        f"column:{at}", ("", ((heading or "(no heading)", ""),), ((what, "own" if field else "muted"),))
    )


def _person(row: PlannedPerson, moment: Moment) -> Row:
    comes_in = row.outcome in _COMES_IN
    facts: list[Piece] = []
    known = (*person_facts(row.client, moment), "" if row.outcome == "not-chosen" else outcome_words(row))
    for fact in filter(None, known):
        facts += [JOIN, (fact, "")] if facts else [(fact, "")]
    if row.not_kept:
        facts += [JOIN] if facts else []
        facts.append((f"not kept: {', '.join(row.not_kept)}", "muted"))
    mark = ((ON, "accent"),) if comes_in else ((OFF, "muted"),)
    return Row(f"person:{row.number}", (mark, ((row.client.name, "name"),), tuple(facts)), 2)
