"""A check-in while it is written: what is asked, what was said last time, the words so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.check_in_lines import Line, lines_of
from store.check_ins import NEXT, check_ins_of, earlier_than
from store.check_ins_kept import new_talk, talk_of
from store.drafts import AS_ASKED, OF_DAY, OF_TALK, OF_WHOM
from store.records import Answer, CheckIn, Client, Contact

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.drafts import Answers
    from store.notebook import Notebook

DAY, TALK = OF_DAY, OF_TALK
"""The lines of the day, and of the talk it was part of."""
THAT_DAYS = "that-day"
"""It was part of the talk that is noted for that day; where there is none, one in person is noted with it."""
NO_TALK = "none"
"""It was no talk of its own."""
_NO_LINES = (DAY, TALK, OF_WHOM)
_NO_LONGER = "A question that is not asked any more."


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
    was: Mapping[str, str] = field(default_factory=dict)
    """What the one that is corrected has, by the id of the line."""

    def put_back(self, kept: Answers) -> None:
        """Words of a draft, and its talk; what stood there before gives way.

        Of the draft of a correction only what was changed: the rest is as the record is now.
        """
        was = {part.get("id", ""): part.get("was") for part in _parts(kept)}
        for id, words in kept.items():
            if id not in _NO_LINES and isinstance(words, str) and was.get(id) != words:
                self.words[id] = words
        if self.record and (day := day_of(kept)) and was.get(DAY) != kept[DAY]:
            self.on = day
        if isinstance(talk := kept.get(TALK), str):
            self.talk = talk

    def said_to(self, id: str) -> str:
        """The words so far."""
        return self.words.get(id, "").strip()

    def is_begun(self, id: str) -> bool:
        """Whether something stands there that is not kept yet."""
        return self.words.get(id, "") != self.was.get(id, "")

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to keep: words, or the day of one that is corrected."""
        if self.record and self.on != self.record.on:
            return True
        return any(map(self.is_begun, {**self.was, **self.words}))

    @property
    def to_keep(self) -> Answers:
        """What a draft keeps: the words, and how they were asked for; nothing where nothing is new."""
        if not self.is_changed or not any(words.strip() for words in self.words.values()):
            return {}
        parts = [
            {"id": line.id, "asked": line.asked, "theirs": line.theirs}
            | ({"was": self.was.get(line.id, "")} if self.record else {})
            for line in self.lines
            if line.id in self.words
        ]
        if self.record and self.record.on:
            parts.append({"id": DAY, "was": self.record.on.isoformat()})
        lines = {DAY: self.on.isoformat(), TALK: self.talk, OF_WHOM: self.client.uid}
        return {**self.words, **lines, AS_ASKED: parts}

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


def new_page(
    caseload: Caseload,
    notebook: Notebook,
    client: Client,
    on: date | None = None,
    begun: Iterable[Line] = (),
) -> CheckInPage:
    """An empty page.

    Args:
        on: its day, if that is not today; what was said after it was not said before it.
        begun: lines with words that are not kept yet.
    """
    on = on or caseload.clock.now().day
    earlier = earlier_than(CheckIn(client_id=client.id, on=on), check_ins_of(caseload, client.id))
    return CheckInPage(client, lines_of(caseload, notebook, client, earlier, None, begun), on, earlier)


def page_of(
    caseload: Caseload, notebook: Notebook, client: Client, record: CheckIn, begun: Iterable[Line] = ()
) -> CheckInPage:
    """The page of one that is kept, to be corrected."""
    earlier = earlier_than(record, check_ins_of(caseload, client.id))
    lines = lines_of(caseload, notebook, client, earlier, record, begun)
    page = CheckInPage(client, lines, record.on or date.min, earlier, record)
    page.was = {answer.question_id: answer.words for answer in record.answers} | {NEXT: record.next}
    page.words = dict(page.was)
    return page


def page_with(caseload: Caseload, notebook: Notebook, blank: CheckInPage, kept: Answers) -> CheckInPage:
    """A page with the words of its draft, under the questions as they were asked when it was typed."""
    blank.put_back(kept)
    parts = {part.get("id", ""): part for part in _parts(kept)}
    begun = [_line_in(id, parts.get(id, {})) for id, words in blank.words.items() if words.strip()]
    return _again(caseload, notebook, blank, [line for line in begun if blank.is_begun(line.id)])


def page_again(
    caseload: Caseload, notebook: Notebook, page: CheckInPage, holding: Collection[str]
) -> CheckInPage:
    """The page as the record has it now, with what was typed; what was typed to is asked as it was.

    Args:
        holding: lines that are being typed to, whether or not a word stands there yet.
    """
    begun = [line for line in page.lines if line.id in holding or page.is_begun(line.id)]
    return _again(caseload, notebook, page, begun)


def day_of(kept: Answers) -> date | None:
    """The day of a draft; None where it has none."""
    day = kept.get(DAY)
    return date.fromisoformat(day) if isinstance(day, str) else None


def _again(caseload: Caseload, notebook: Notebook, page: CheckInPage, begun: Iterable[Line]) -> CheckInPage:
    client = caseload.get(Client, page.client.id)
    if page.record is None:
        again = new_page(caseload, notebook, client, page.on, begun)
    else:
        again = page_of(caseload, notebook, client, caseload.get(CheckIn, page.record.id), begun)
        again.on = page.on if page.on != page.record.on else again.on
    again.words |= {id: words for id, words in page.words.items() if page.is_begun(id)}
    again.talk = page.talk
    return again


def _parts(kept: Answers) -> list[dict[str, str]]:
    parts = kept.get(AS_ASKED)
    return parts if isinstance(parts, list) else []


def _line_in(id: str, part: Mapping[str, str]) -> Line:
    return Line(id, part.get("asked") or _NO_LONGER, theirs=part.get("theirs", ""))


def _answer(line: Line, words: str) -> Answer:
    return Answer(question_id=line.id, asked=line.asked, asked_theirs=line.theirs, words=words)
