"""A check-in as lines of text and as JSON: the last one, and what there is to ask."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from mentor_tui.commands.shapes import client_shape, record_shape
from store.check_in_sheet import code_of
from store.check_ins import IN_PLAIN_WORDS, beside_last, check_ins_of, next_to_ask, wanted_before
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from store.caseload import Caseload
    from store.check_ins import Asking, Beside, Said
    from store.records import CheckIn, Client

_WIDTH = 80


def check_in_lines(caseload: Caseload, client: Client, asked: Sequence[Asking]) -> Iterator[str]:
    """The last check-in with what was said before beside it, then the questions to pick from."""
    today, found = caseload.clock.now().day, check_ins_of(caseload, client.id)
    if found:
        yield from _last(client, found, today)
    else:
        yield f"{client.name} · no check-in yet"
    theme = None
    for each in asked:
        if each.question.theme != theme:
            theme = each.question.theme
            yield ""
            yield IN_PLAIN_WORDS.get(theme, "and these")
        yield from _asked(f"{code_of(each.question):<4}", each)
    if asked:
        yield ""
        yield from _asked("next ", next_to_ask(caseload, client))


def _asked(lead: str, asking: Asking) -> Iterator[str]:
    yield from wrapped(lead, asking.question.words)
    yield from wrapped("    ", asking.theirs)
    yield from wrapped("    ", f"typed for somebody else: {asking.offered}" if asking.offered else "")


def check_ins_shape(caseload: Caseload, client: Client, asked: Sequence[Asking]) -> dict[str, Any]:
    """All their check-ins, newest first; the newest beside what was said before; what there is to ask."""
    found = check_ins_of(caseload, client.id)
    return {
        "client": client_shape(client),
        "check_ins": [record_shape(each) for each in found],
        "beside": [_beside_shape(each) for each in (beside_last(found[0], found) if found else ())],
        "questions": [_asking_shape(each) for each in asked],
    }


def _last(client: Client, found: Sequence[CheckIn], today: date) -> Iterator[str]:
    newest = found[0]
    yield f"{client.name} · {_day(newest.on, today)}"
    before = {each.now.answer.question_id: each.then for each in beside_last(newest, found)}
    for answer in newest.answers:
        yield ""
        yield from wrapped("  ", answer.asked)
        if then := before.get(answer.question_id):
            yield from wrapped(f"    {_day(then.on, today):<10}  ", f"“{then.answer.words}”")
        yield from wrapped(f"    {_day(newest.on, today):<10}  ", f"“{answer.words}”")
    if newest.next:
        yield ""
        yield "  what they want next"
        if then_wanted := wanted_before(newest, found):
            yield from wrapped(f"    {_day(then_wanted.on, today):<10}  ", f"“{then_wanted.next}”")
        yield from wrapped(f"    {_day(newest.on, today):<10}  ", f"“{newest.next}”")


def wrapped(lead: str, words: str) -> list[str]:
    """Words under each other, the first after what leads; nothing where there are none."""
    lines = [row for line in words.split("\n") for row in textwrap.wrap(line, _WIDTH - len(lead))]
    return [f"{' ' * len(lead) if place else lead}{line}" for place, line in enumerate(lines)]


def _asking_shape(asking: Asking) -> dict[str, Any]:
    return {
        "code": code_of(asking.question),
        "id": asking.question.id,
        "theme": asking.question.theme,
        "text": asking.question.words,
        "theirs": asking.theirs,
        "offered": asking.offered,
        "last": _said_shape(asking.last) if asking.last else None,
    }


def _beside_shape(beside: Beside) -> dict[str, Any]:
    return {
        "question_id": beside.now.answer.question_id,
        "then": _said_shape(beside.then),
        "now": _said_shape(beside.now),
    }


def _said_shape(said: Said) -> dict[str, Any]:
    on = said.on and said.on.isoformat()
    return {"on": on, "asked": said.answer.asked, "words": said.answer.words, "check_in": said.check_in_id}


def _day(day: date | None, today: date) -> str:
    return full_day(day, today) if day else "some day"
