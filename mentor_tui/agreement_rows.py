"""Everything agreed to, as rows: whose, how it stands, what; and copies that hold who agrees no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.agreement_words import stands, what_words
from store.consents import state_on
from store.vocabulary import PURPOSES, label
from store.when import short
from widgets.row import Cell, Column, Gap, Heading, Item, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentor_tui.agreement_words import Agreements
    from store.clock import Moment
    from store.records import Consent, HandedOn

COLUMNS = (Column(least=7, most=16), Column(least=10, most=21), Column(least=24))
"""Name, on the first of each person; how it stands; what."""
NARROW = 60
"""Below so many columns rows are not in columns any more."""
EMPTY = "Nobody is here yet. What people agree to is kept here: what for, with whom, until when."
COPIES = "COPIES THAT STILL HOLD A PAGE"
_SHORT = {
    "keep-notes": "keep notes",
    "contact": "contact them",
    "numbers": "numbers in reports",
    "words": "their words",
    "supervision": "supervision",
    "keep-record": "keep the record",
}
"""For the line of what was not asked."""


def items(
    people: Sequence[Agreements],
    copies: Sequence[tuple[HandedOn, tuple[str, ...]]],
    moment: Moment,
    *,
    narrow: bool = False,
) -> list[Item]:
    """A row for each thing somebody said, those of one person together; then what was not asked.

    Args:
        copies: of the sealed envelope, with the names they hold and no longer may.
        narrow: every row says whose it is, since rows do not line up under the name.
    """
    rows: list[Item] = [row for one in people for row in _rows_of(one, moment, narrow=narrow)]
    if copies:
        rows += [*([Gap()] if rows else []), Heading(COPIES)]
        rows += [_copy(one, names, moment) for one, names in copies]
    return rows


def facts(people: Sequence[Agreements], moment: Moment) -> str:
    """How many stand, and how many end soon, for the heading."""
    states = [state_on(one, moment.day) for person in people for one in person.words]
    counts = {
        "stand": sum(state in ("stands", "soon") for state in states),
        "end soon": states.count("soon"),
        "ended": states.count("ended"),
    }
    return " · ".join(f"{count} {words}" for words, count in counts.items() if count)


def _rows_of(one: Agreements, moment: Moment, *, narrow: bool) -> list[Row]:
    said: list[tuple[str, Cell, Cell]] = [
        (f"consents:{word.id}", _state(word, moment), _what(word)) for word in one.words
    ]
    if one.unasked:
        asked = ", ".join(_SHORT.get(code) or label(PURPOSES, code) for code in one.unasked)
        said.append((f"clients:{one.client.id}", (("not asked yet", "muted"),), ((asked, "muted"),)))
    return [
        Row(key, (((one.client.name if narrow or not place else "", "name"),), state, what), 3)
        for place, (key, state, what) in enumerate(said)
    ]


def _state(word: Consent, moment: Moment) -> tuple[tuple[str, str], ...]:
    is_near = state_on(word, moment.day) in ("soon", "ended")
    return ((stands(word, moment, event=False), "second" if is_near else "muted"),)


def _what(word: Consent) -> str:
    return what_words(word) + (f", ends {word.expires_when}" if word.expires_when else "")


def _copy(one: HandedOn, names: tuple[str, ...], moment: Moment) -> Row:
    day = ((f"given {short(one.on, moment)}", "second"),)
    return Row(f"handed_on:{one.id}", (((", ".join(names), "name"),), day, one.to), 3)
