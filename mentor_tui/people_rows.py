"""Everyone, as rows: filtered as one types, by name, by where things stand, or by the last talk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from mentor_tui.person_words import release_words, status_words
from mentor_tui.rows import person_key
from store.records import Client
from store.reviewing import is_open_goal
from store.standing import has_died, is_active
from store.text import fold
from store.two_way import last_talk
from store.vocabulary import AREAS, OPEN_STAGES, STATUSES, SUPERVISION, label
from store.waiting import is_open, what_it_is
from store.waiting.items import following_day
from store.when import short
from widgets.row import JOIN, Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.find_filters import Asked

COLUMNS = (Column(least=8, most=16), Column(least=14, most=38), Column(most=20))
"""Name; where things stand; last talk and what is next, which gives way first."""
NARROW_COLUMNS = (Column(least=8, most=14), Column())
NARROW, WIDE = 80, 110
"""Below `NARROW` columns a name and where it stands; from `WIDE` on what is next and the last talk too."""
NOBODY = "Nobody by name"
"""The last view: notes with no person, so that they too have a place."""
_WITH_US = ("With us", "Longest since a talk")
"""Views of those who walk with the mentor now."""
_LETTERS_OF_MORE = 3
"""A filter of fewer letters looks at names and where it stands alone."""
_NOBODY_HERE = "Nobody here. {next-tab} shows everyone; {add} adds a person."
_NOBODY_YET = "Nobody yet. {add} adds a person."
VIEWS = ("With us", "Everyone", "Where it stands", "Longest since a talk", NOBODY)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What a row of Clients says."""

    client: Client
    stands: str
    talked_on: date | None
    next: str
    needs: frozenset[str] = frozenset()
    """AREAS of what is open: their goals and bridges."""
    also: str = ""
    """What the filter finds them by besides, and no row shows: supervision, languages, needs."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Who is wanted: the filter as it was understood, and the view it narrows."""

    lines: Sequence[PersonLine]
    asked: Asked
    view: str
    is_kept: bool = False
    """A view of her own shows nobody beyond it."""


def person_lines(caseload: Caseload, moment: Moment) -> tuple[PersonLine, ...]:
    """Everyone, by name."""
    return tuple(
        PersonLine(
            client,
            " · ".join(part for part in (status_words(client), release_words(client, moment)) if part),
            _talked_on(caseload, client),
            _next(caseload, client, moment),
            needs := _needs(caseload, client),
            _also(client, needs),
        )
        for client in caseload.people()
    )


def matching(lines: Iterable[PersonLine], words: str) -> list[PersonLine]:
    """Those whose name holds the letters in order (fold "rne" finds Renée), or whose status has the words."""
    wanted = fold(words).replace(" ", "")
    if not wanted:
        return list(lines)
    scored = ((_closeness(fold(line.client.name), wanted), line) for line in lines)
    near_ones = ((near, line.client.name, line) for near, line in scored if near is not None)
    found = sorted(near_ones, key=lambda one: one[:2])
    by_status = [line for line in lines if _stands_so(line, wanted)]
    named = [line for _, _, line in found]
    return named + [line for line in by_status if line not in named]


def _stands_so(line: PersonLine, wanted: str) -> bool:
    if wanted in fold(line.stands).replace(" ", ""):
        return True
    return len(wanted) >= _LETTERS_OF_MORE and wanted in fold(line.also).replace(" ", "")


def narrowed(sought: Sought, moment: Moment, width: int) -> list[Item]:
    """The rows of a view that a filter leaves; whoever matches elsewhere stands below them."""
    asked = sought.asked
    if asked.unclear or not_for_people(asked):
        return []
    lines = [line for line in sought.lines if _passes(line, asked)]
    if asked.words:
        lines = matching(lines, asked.words)
    if sought.is_kept:
        return items([line for line in lines if not has_died(line.client)], sought.view, moment, width)
    if asked.is_empty or sought.view not in _WITH_US:
        return items(lines, "Everyone" if asked.words else sought.view, moment, width)
    ours = items(lines, "With us" if asked.words else sought.view, moment, width)
    others = [_row(line, moment, width) for line in lines if not is_active(line.client)]
    if not others or not ours:
        return [*ours, *others]
    return [*ours, Gap(), Heading("OTHERS"), *others]


def not_for_people(asked: Asked) -> bool:
    """Whether a filter asks for what a list of people does not have."""
    return any(each is not None for each in (asked.kinds, asked.tables, asked.first, asked.last))


def empty_words(sought: Sought, words: str) -> str:
    """What is said where nobody is left."""
    if sought.asked.unclear:
        return sought.asked.unclear
    if not_for_people(sought.asked):
        return told("Here need: and who: narrow the list; from:, to: and kind: are for {find} elsewhere.")
    if words:
        return f"Nobody matches “{words}”. enter looks in everything, esc takes the filter away."
    return told(_NOBODY_HERE if sought.lines else _NOBODY_YET)


def items(lines: Sequence[PersonLine], view: str, moment: Moment, width: int) -> list[Item]:
    """The rows of a view, for a terminal of this many columns."""
    if view == "With us":
        lines = [line for line in lines if is_active(line.client)]
    if view == "Longest since a talk":
        with_us = [line for line in lines if is_active(line.client)]
        lines = sorted(with_us, key=lambda line: (line.talked_on or date.min, fold(line.client.name)))
    if view != "Where it stands":
        return [_row(line, moment, width) for line in lines]
    grouped: list[Item] = []
    for status in STATUSES:
        there = [line for line in lines if line.client.status == status.code]
        if there:
            grouped += [*([Gap()] if grouped else []), Heading(status.label.upper(), says_of_people=True)]
            grouped += [_row(line, moment, width) for line in there]
    return grouped


def _passes(line: PersonLine, asked: Asked) -> bool:
    if asked.people is not None and line.client.id not in asked.people:
        return False
    return asked.needs is None or not line.needs.isdisjoint(asked.needs)


def _needs(caseload: Caseload, client: Client) -> frozenset[str]:
    goals = (one.area for one in caseload.goals_of(client.id) if is_open_goal(one))
    bridges = (one.area for one in caseload.referrals_of(client.id) if one.stage in OPEN_STAGES)
    return frozenset(filter(None, (*goals, *bridges)))


def _also(client: Client, needs: Iterable[str]) -> str:
    known = "" if client.supervision in ("none", "not-asked") else label(SUPERVISION, client.supervision)
    return " · ".join(filter(None, (known, client.languages, *(label(AREAS, each) for each in needs))))


def _row(line: PersonLine, moment: Moment, width: int) -> Row:
    name = ((line.client.name, "name"),)
    talked = f"talked {short(line.talked_on, moment)}" if line.talked_on else "not talked yet"
    quiet = not is_active(line.client)
    last: tuple[Piece, ...] = ((talked, "muted"),)
    if line.next:
        last = ((line.next, "second"), *((("  ", ""), *last) if width >= WIDE else ()))
    # Nobody counts days for someone who died or is inside.
    last = () if has_died(line.client) else ((talked, "muted"),) if quiet else last
    if width < NARROW:
        return Row(person_key(line.client.id), (name, _parts(line.stands)), 2)
    return Row(person_key(line.client.id), (name, ((line.stands, ""),), last), 1)


def _parts(stands: str) -> tuple[Piece, ...]:
    """Where things stand, so that its parts go on lines of their own where they do not fit on one."""
    pieces = [piece for part in stands.split(" · ") for piece in (JOIN, (part, "muted"))]
    return tuple(pieces[1:])


def _talked_on(caseload: Caseload, client: Client) -> date | None:
    contact = last_talk(caseload.contacts_with(client.id)).contact
    return contact.on if contact else None


def _next(caseload: Caseload, client: Client, moment: Moment) -> str:
    open_ones = [plan for plan in caseload.appointments_of(client.id) if is_open(plan)]
    days = (plan if plan.on >= moment.day else following_day(plan, moment.day) for plan in open_ones)
    plan = min(filter(None, days), key=lambda plan: (plan.on, plan.at or time.min), default=None)
    if plan is None:
        return ""
    at = f" {plan.at:%H:%M}" if plan.at and plan.on != moment.day else ""
    return f"{short(plan.on, moment)}{at} {what_it_is(plan, caseload)}"


def _closeness(name: str, wanted: str) -> int | None:
    """How near: 0 for a beginning, 1 for a word's beginning, then by the gaps; None where letters miss."""
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    at, gaps = -1, 0
    for letter in wanted:
        found = name.find(letter, at + 1)
        if found < 0:
            return None
        gaps += found - at - 1
        at = found
    return 2 + gaps
