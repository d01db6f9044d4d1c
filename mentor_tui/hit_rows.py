"""What a search found, as rows: whose it is, when, and the words around what was looked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mentor_tui.rows import person_key
from store.records import Client
from store.text import fold
from store.when import short
from widgets.row import Column, Row

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.search import Hit

COLUMNS = (Column(least=8, most=16), Column(least=6, most=15), Column(least=30))
"""Who; when; the words."""
_CALLED = {
    "clients": "person",
    "goals": "goal",
    "promises": "promise",
    "appointments": "plan",
    "referrals": "bridge",
    "services": "service",
    "end_conversations": "the end",
}
_AROUND = 60


def row(hit: Hit, words: str, caseload: Caseload, moment: Moment) -> Row:
    """One hit."""
    names = ", ".join(caseload.get(Client, person).name for person in hit.client_ids)
    key = person_key(hit.id) if hit.table == "clients" else f"{hit.table}:{hit.id}"
    when = _CALLED.get(hit.table) or short(_day(hit.on), moment)
    return Row(key, (((names or "you", "name"),), ((when, "second"),), excerpt(hit.text, words)), 2)


def excerpt(text: str, words: str) -> str:
    """The part of a text around the first word looked for, on one line."""
    line = " ".join(text.split())
    wanted = fold(words).split()
    folded = fold(line)
    # Folding may change a text's length (ß, ligatures): then the place is near enough for an excerpt.
    at = min((folded.find(word) for word in wanted if word in folded), default=0)
    start = max(at - _AROUND, 0)
    return ("… " if start else "") + line[start : start + 240]


def _day(iso: str) -> date:
    return date.fromisoformat(iso) if iso else date.min
