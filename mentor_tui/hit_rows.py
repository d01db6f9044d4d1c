"""What a search found, as rows: whose it is, when, and the words around what was looked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mentor_tui.found_words import told
from mentor_tui.rows import person_key
from store.records import Client
from store.search_numbers import digits_and_words
from store.text import fold
from store.when import short
from widgets.row import JOIN, Column, Piece, Row

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.find_filters import Asked
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
    "check_ins": "check-in",
}
MOST = 50
MOST_PAGES = 20
"""Of the notebook."""
_AROUND = 60
_BY_NUMBER = "a number of theirs ends so"


def row(hit: Hit, words: str, caseload: Caseload, moment: Moment) -> Row:
    """One hit."""
    names = ", ".join(caseload.get(Client, person).name for person in hit.client_ids)
    key = person_key(hit.id) if hit.table == "clients" else f"{hit.table}:{hit.id}"
    when = _CALLED.get(hit.table) or short(_day(hit.on), moment)
    text = _BY_NUMBER if is_by_number(hit, words) else excerpt(told(hit, caseload), words)
    pieces: tuple[Piece, ...] = ((text, ""),)
    if hit.table == "appointments" and hit.on:
        pieces += (JOIN, (short(_day(hit.on), moment), "muted"))
    return Row(key, (((names or "you", "name"),), ((when, "second"),), pieces), 2)


def notebook_row(hit: Hit, words: str, moment: Moment) -> Row:
    """One page, or a question of her own."""
    called = "question" if hit.table == "own_questions" else "page"
    when = short(_day(hit.on), moment) if hit.on else called
    return Row(
        f"{hit.table}:{hit.id}", (((called, "muted"),), ((when, "second"),), excerpt(hit.text, words)), 2
    )


def is_by_number(hit: Hit, words: str) -> bool:
    """Whether somebody was found by a number that reaches them, and not by words."""
    digits, _ = digits_and_words(words)
    return bool(digits) and hit.table == "clients" and not any(word in hit.text for word in words.split())


def facts(found: int, pages: int) -> str:
    """How many, here and in the notebook; that there are more than are shown."""
    counted = f"{MOST} found, and there are more" if found > MOST else f"{found} found"
    own = f"{MOST_PAGES} and more" if pages > MOST_PAGES else str(pages)
    parts = (counted if found or not pages else "", f"{own} in your notebook" if pages else "")
    return " · ".join(filter(None, parts))


def nothing(asked: Asked) -> str:
    """What is said where nothing is found; "" while nothing is looked for."""
    if asked.unclear or asked.is_empty:
        return asked.unclear
    sought = f"Nothing has “{asked.words}”" if asked.words else "Nothing is there"
    narrowed = " with these filters" if asked.said else ""
    return f"{sought}{narrowed}. Fewer or shorter words find more."


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
