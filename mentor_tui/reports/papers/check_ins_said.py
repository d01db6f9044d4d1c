"""What somebody said in check-ins, as rows of a paper about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from store.check_ins import NEXT, NEXT_ASKED
from store.principles import questions
from store.records import CheckIn, Client
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from datetime import date


def check_in_rows(check_ins: Iterable[CheckIn], today: date) -> Iterator[tuple[str, str, str]]:
    """Each check-in, oldest first: its day once, what was asked, what they said."""
    for each in sorted(check_ins, key=lambda one: (one.on is not None, one.on, one.id)):
        day = full_day(each.on, today) if each.on else ""
        said = [(_asked(answer.asked, answer.asked_theirs), answer.words) for answer in each.answers]
        if each.next:
            said.append((NEXT_ASKED, each.next))
        for place, (asked, words) in enumerate(said):
            yield "" if place else day, asked, f"“{words}”"


def asked_as_rows(person: Client) -> Iterator[tuple[str, str]]:
    """The questions that were put into their language, ours before theirs."""
    ours = {each.id: each.words for each in questions()} | {NEXT: NEXT_ASKED}
    for each in person.asked_as:
        known = ours.get(each.question_id, "a question of the mentor's own")
        yield each.asked or known, each.words


def _asked(ours: str, theirs: str) -> str:
    return f"{theirs} ({ours})" if theirs else ours
