"""A check-in while it is written: what is asked, what was said last time, the words so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as with_fields
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.check_ins import (
    NEXT,
    check_ins_of,
    earlier_than,
    last_answers,
    next_to_ask,
    questions_to_ask,
)
from store.check_ins_kept import new_talk, talk_of
from store.drafts import OF_DAY, OF_TALK
from store.records import Answer, CheckIn, Client, Contact
from store.their_language import asked_key, other_languages

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.check_ins import Asking, Said
    from store.drafts import Answers
    from store.notebook import Notebook

DAY, TALK = OF_DAY, OF_TALK
"""The lines of the day, and of the talk it was part of."""
THAT_DAYS = "that-day"
"""It was part of the talk that is noted for that day; where there is none, one in person is noted with it."""
NO_TALK = "none"
"""It was no talk of its own."""
_NO_LINES = (DAY, TALK)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that may be answered."""

    id: str
    """Of the question; `NEXT` for what they want next."""
    asked: str
    theme: str = ""
    theirs: str = ""
    """The same in their language."""
    offered: str = ""
    """What was typed for somebody else who speaks it."""
    may_be_theirs: bool = False
    """They speak another language, and it was not typed in that yet."""
    before: str = ""
    """What they said to it last time."""
    before_on: date | None = None


@dataclass
class CheckInPage:
    """What stands on the page; a record is made of it when it is saved."""

    client: Client
    lines: tuple[Line, ...]
    on: date
    earlier: tuple[CheckIn, ...] = ()
    """Those before this one, newest first."""
    record: CheckIn | None = None
    """The one that is corrected."""
    talk: str = THAT_DAYS
    """`THAT_DAYS`, `NO_TALK`, or how they met: a mode."""
    words: dict[str, str] = field(default_factory=dict)
    """By the id of the line."""

    def put_back(self, kept: Answers) -> None:
        """Words of a draft, and its talk; what stood there before gives way."""
        for id, words in kept.items():
            if id not in _NO_LINES and isinstance(words, str):
                self.words[id] = words
        if isinstance(talk := kept.get(TALK), str):
            self.talk = talk

    def said_to(self, id: str) -> str:
        """The words so far."""
        return self.words.get(id, "").strip()

    @property
    def to_keep(self) -> Mapping[str, str]:
        """What a draft keeps; nothing where nothing was said."""
        if not any(words.strip() for words in self.words.values()):
            return {}
        return {**self.words, DAY: self.on.isoformat(), TALK: self.talk}

    def made(self) -> CheckIn:
        """The record of it. A question that was answered then keeps the words it was asked in."""
        before = self.record or CheckIn(client_id=self.client.id)
        then = {answer.question_id: answer for answer in before.answers}
        said = (
            replace(then[line.id], words=words) if line.id in then else _answer(line, words)
            for line in self.lines
            if line.id != NEXT and (words := self.said_to(line.id))
        )
        return replace(before, on=self.on, answers=tuple(said), next=self.said_to(NEXT))

    def talk_in(self, caseload: Caseload) -> Contact | None:
        """The talk it is part of, noted already or to be; None where it is none of its own."""
        if self.talk == NO_TALK:
            return None
        noted = talk_of(caseload, self.client.id, self.on) if self.talk == THAT_DAYS else None
        mode = "in-person" if self.talk == THAT_DAYS else self.talk
        return noted or new_talk(caseload, self.client.id, self.on, mode)


def new_page(caseload: Caseload, notebook: Notebook, client: Client, on: date | None = None) -> CheckInPage:
    """An empty page.

    Args:
        on: its day, if that is not today; what was said after it was not said before it.
    """
    on = on or caseload.clock.now().day
    earlier = earlier_than(CheckIn(client_id=client.id, on=on), check_ins_of(caseload, client.id))
    return CheckInPage(client, _lines(caseload, notebook, client, earlier), on, earlier)


def page_of(caseload: Caseload, notebook: Notebook, client: Client, record: CheckIn) -> CheckInPage:
    """The page of one that is kept, to be corrected."""
    earlier = earlier_than(record, check_ins_of(caseload, client.id))
    lines = _lines(caseload, notebook, client, earlier, record.answers)
    page = CheckInPage(client, lines, record.on or date.min, earlier, record)
    page.words = {answer.question_id: answer.words for answer in record.answers} | {NEXT: record.next}
    return page


def day_of(kept: Answers) -> date | None:
    """The day of a draft; None where it has none."""
    day = kept.get(DAY)
    return date.fromisoformat(day) if isinstance(day, str) else None


def _lines(
    caseload: Caseload,
    notebook: Notebook,
    client: Client,
    earlier: Sequence[CheckIn],
    answered: Sequence[Answer] = (),
) -> tuple[Line, ...]:
    """What is asked today, and what was answered then; what they want next."""
    then = {answer.question_id: answer for answer in answered}
    # A question she set aside since then keeps its place while what was said to it is corrected.
    choices = (one for one in notebook.choices() if one.question_id not in then)
    asked = questions_to_ask(caseload, client, notebook.own_questions(), choices)
    speaks = bool(other_languages(client))
    lines = [_line(one, then.pop(one.question.id, None), speaks=speaks) for one in asked]
    lines += [Line(id, one.asked, "", one.asked_theirs) for id, one in then.items()]
    last = last_answers(earlier)
    next_line = _line(next_to_ask(caseload, client), None, speaks=speaks)
    return (
        *(_with_before(line, last.get(asked_key(line.id, line.asked))) for line in lines),
        _with_wanted(next_line, earlier),
    )


def _line(one: Asking, then: Answer | None, *, speaks: bool) -> Line:
    asked, words = one.question, then.asked if then else one.question.words
    return Line(asked.id, words, asked.theme, one.theirs, one.offered, speaks and not one.theirs)


def _with_before(line: Line, last: Said | None) -> Line:
    return line if last is None else with_fields(line, before=last.answer.words, before_on=last.on)


def _with_wanted(line: Line, earlier: Sequence[CheckIn]) -> Line:
    last = next((one for one in earlier if one.next), None)
    return line if last is None else with_fields(line, before=last.next, before_on=last.on)


def _answer(line: Line, words: str) -> Answer:
    return Answer(question_id=line.id, asked=line.asked, asked_theirs=line.theirs, words=words)
