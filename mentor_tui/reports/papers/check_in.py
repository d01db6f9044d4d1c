"""Check-ins on paper: a sheet to ask and write on, and a page of what was said, for the person to take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.reports.document import Block, Document, Grid, Heading, Quote, Room, Words
from store.check_in_sheet import code_of
from store.check_ins import (
    IN_PLAIN_WORDS,
    NEXT_ASKED,
    Asking,
    Beside,
    beside_last,
    check_ins_of,
    plans_in,
    promises_in,
    wanted_before,
)
from store.principles import citation, theme
from store.records import Answer, Appointment, CheckIn, Client, Promise
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from datetime import date

    from store.caseload import Caseload

SHEET, PAGE = "check-in sheet", "check-in page"
"""What they are called on the list of what was made."""
SHEET_CAUTION = "It names nobody. What is written on it later is theirs: keep it as you would keep them safe."
PAGE_CAUTION = "Their words, and no name. It is not encrypted, and it is theirs: ask where it may lie."
"""What to know of each before it lies somewhere."""
_PICK = "Pick any, skip any, in any order. One is enough. Nothing here is counted or marked."
_BACK = (
    "To type it in: the code before each question, then the words. After that the paper goes to whom "
    "it is about, or is destroyed."
)
_YOURS = (
    "These are your words, and this page is yours. If one of them is not what you meant, say so: then it is "
    "changed, or taken out."
)
_ROOM, _ROOM_FOR_NEXT = 4, 5


def sheet(asked: Iterable[Asking], code: str, today: date, next_theirs: str = "") -> Document:
    """The questions with room to write.

    Args:
        next_theirs: what they want next, asked in their language.
        code: stands for the person, so that the sheet names nobody; "" for a sheet for anyone.
    """
    blocks: list[Block] = [Words(_day_line(code))]
    last = None
    for each in asked:
        if each.question.theme != last:
            last = each.question.theme
            blocks += _theme(last)
        blocks += _question(each)
    blocks += [Heading("From here"), Heading(f"next:   {NEXT_ASKED}", 3)]
    blocks += [Heading(next_theirs, 3)] if next_theirs else []
    blocks.append(Room(_ROOM_FOR_NEXT))
    return Document("check-in", "Checking in, together", _PICK, tuple(blocks), (_BACK, _cited()), today)


def page(caseload: Caseload, check_in: CheckIn, today: date) -> Document:
    """What they said, as it was said; what they said to the same question before stands beside it."""
    person = caseload.get(Client, check_in.client_id)
    others = check_ins_of(caseload, person.id)
    before = {each.now.answer.question_id: each for each in beside_last(check_in, others)}
    blocks: list[Block] = []
    for answer in check_in.answers:
        blocks += _answered(answer, before.get(answer.question_id), today)
    if check_in.next:
        blocks.append(Heading("What you want next"))
        wanted = wanted_before(check_in, others)
        then = (wanted.on, wanted.next) if wanted else None
        blocks.append(_beside(then, (check_in.on, check_in.next), today))
    blocks += _came_of_it(caseload, check_in, today)
    on = f"Said on {full_day(check_in.on)}." if check_in.on else ""
    return Document(
        "check-in-page", "In your words", on, tuple(blocks), (_YOURS,), today, people=(person.id,)
    )


def _day_line(code: str) -> str:
    day = "day  ______________________"
    return f"For {code.upper()}, {day}" if code else day


def _theme(code: str) -> Iterator[Block]:
    if not code:
        yield Heading("And these")
        return
    yield Heading(IN_PLAIN_WORDS[code])


def _question(asking: Asking) -> Iterator[Block]:
    yield Heading(f"{code_of(asking.question)}   {asking.question.words}", 3)
    if asking.theirs:
        yield Heading(asking.theirs, 3)
    yield Room(_ROOM)


def _answered(answer: Answer, before: Beside | None, today: date) -> Iterator[Block]:
    yield Heading(answer.asked_theirs or answer.asked, 3)
    if answer.asked_theirs:
        yield Words(answer.asked, is_quiet=True)
    then = (before.then.on, before.then.answer.words) if before else None
    yield _beside(then, (before.now.on if before else None, answer.words), today)


def _beside(then: tuple[date | None, str] | None, now: tuple[date | None, str], today: date) -> Block:
    """Their words; with those of the time before, both under their days."""
    if then is None:
        return Quote(now[1])
    days = (_day(then[0], today), _day(now[0], today))
    return Grid(("", ""), (days, (f"“{then[1]}”", f"“{now[1]}”")), wide=1)


def _came_of_it(caseload: Caseload, check_in: CheckIn, today: date) -> Iterator[Block]:
    """What the mentor said she would do in that talk, and the days that were planned in it."""
    if promised := promises_in(caseload, check_in):
        yield Heading("What I said I would do")
        yield Grid(("", ""), tuple(_promised(each, today) for each in promised), wide=0)
    if planned := plans_in(caseload, check_in):
        yield Heading("What is planned")
        yield Grid(("", ""), tuple(_planned(each, caseload, today) for each in planned), wide=1)


def _promised(promise: Promise, today: date) -> tuple[str, str]:
    return promise.words, f"by {full_day(promise.due_on, today)}" if promise.due_on else ""


def _planned(plan: Appointment, caseload: Caseload, today: date) -> tuple[str, str]:
    at = f", {plan.at:%H:%M}" if plan.at else ""
    return f"{full_day(plan.on, today)}{at}", said.plan(plan, caseload)


def _day(day: date | None, today: date) -> str:
    return full_day(day, today) if day else "another day"


def _cited() -> str:
    study = citation()
    names = "; ".join(f"{words}: {theme(code).name}" for code, words in IN_PLAIN_WORDS.items())
    return (
        f"The headings go with the six themes of {study.authors} ({study.year}), {study.journal}, doi "
        f"{study.doi}. {names}. The headings and the questions are our own."
    )
