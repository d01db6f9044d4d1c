"""Events of a calendar, as rows: when, whose, what, and what of it cannot be kept here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.repeat_words import repeat_words
from store.when_echo import short
from widgets.row import JOIN, Column, Item, Piece, Row

if TYPE_CHECKING:
    from mentor_tui.exchange.ics.planning import CalendarPlan, CalendarRow
    from store.caseload import Caseload
    from store.clock import Moment

COLUMNS = (Column(least=5, most=18), Column(least=3, most=16), Column(least=24))
"""When; whose; what, and what is not kept."""
_MINE = "my own"
_COUNTS = (("here", "here already"), ("over", "over"), ("left-out", "left out"))


def summary(plan: CalendarPlan) -> str:
    """How many events come to what, in a sentence."""
    new = plan.many("new")
    events = f"{new:,} event{'' if new == 1 else 's'} to bring in" if new else "Nothing new to bring in"
    others = (f"{many:,} {words}" for outcome, words in _COUNTS if (many := plan.many(outcome)))
    return f"{', '.join((events, *others))}."


def items(plan: CalendarPlan, caseload: Caseload) -> list[Item]:
    """What is new, and what is left out or not the same, and why."""
    moment = caseload.clock.now()
    names = {client.id: client.name for client in caseload.people()}
    told = enumerate(plan.told)
    return [_row(str(number), row, names.get(row.client_id, ""), moment) for number, row in told]


def _row(key: str, row: CalendarRow, name: str, moment: Moment) -> Row:
    is_new = row.outcome == "new"
    day = short(row.on, moment) if row.on else ""
    when = f"{day} {row.at:%H:%M}" if row.on and row.at else day
    what: list[Piece] = [(row.title or "(no title)", "")]
    facts = (
        repeat_words(row.repeats) if row.repeats else "",
        row.why if is_new else f"left out: {row.why}" if row.outcome == "left-out" else row.why,
        f"not kept: {', '.join(row.not_kept)}" if row.not_kept else "",
    )
    for fact in filter(None, facts):
        what += [JOIN, (fact, "own")]
    whose: Piece = (name, "name") if name else (_MINE if is_new else "", "own")
    return Row(key, (((when, "second"),), (whose,), tuple(what)))
