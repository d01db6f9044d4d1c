"""Check-ins: what there is to ask together, what was said before, and keeping it with its talk.

Nothing here counts, weighs or compares: an answer stands beside the one before it, in their
words, and that is all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.errors import RequestRefused
from store.noting import Written, write_contact
from store.principles import Question, set_aside, themes
from store.principles.asked import every_question
from store.records import (
    Answer,
    Appointment,
    AskedAs,
    CheckIn,
    Client,
    Contact,
    OwnQuestion,
    Promise,
    QuestionChoice,
    Record,
)
from store.saved import Saved
from store.shelf import TABLE_OF, difference, fields_of
from store.their_language import translations_offered, with_asked_as
from store.two_way import is_two_way
from store.whose import refuse_gone

if TYPE_CHECKING:
    from store.act import Act
    from store.caseload import Caseload

_NOT_SAVED = 2**62
"""A check-in that has no number yet comes after every other of its day."""
NEXT_ASKED = "What do you want next?"
"""Asked of the person, and answered in their words."""
IN_PLAIN_WORDS = {
    "shared": "Your road and mine",
    "hope": "What lifts you",
    "respect": "The two of us",
    "steady": "Being there",
    "meet": "What matters now",
    "bridge": "Other doors",
}
"""The six themes as they are spoken of with a person; our words, not the study's."""
NOTHING_SAID = "Nothing is written in it yet. One answer is enough, or what they want next."


@dataclass(frozen=True, slots=True)
class Said:
    """One answer, and the day it was given."""

    on: date | None
    answer: Answer
    check_in_id: int


@dataclass(frozen=True, slots=True)
class Asking:
    """One question as it stands in a check-in with this person."""

    question: Question
    theirs: str
    """The same in their language, as it was typed for them; "" where it was not."""
    offered: str
    """What was typed for somebody else who speaks it too; "" where there is none, or `theirs` stands."""
    last: Said | None
    """What they said the last time they were asked it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The same question asked twice: what they said then, and what they said now."""

    then: Said
    now: Said


def questions_to_ask(
    caseload: Caseload,
    client: Client,
    own: Iterable[OwnQuestion] = (),
    choices: Iterable[QuestionChoice] = (),
    *,
    with_those_aside: bool = False,
) -> tuple[Asking, ...]:
    """What there is to ask: three a theme in the study's order, the mentor's own with their theme.

    Those of hers that have no theme come last; none of them has to be asked.

    Args:
        own: from the notebook, as `choices` are.
        with_those_aside: those she set aside too, as for a sheet that was printed before.
    """
    together = _asked_together(tuple(own), () if with_those_aside else choices)
    last = last_answers(check_ins_of(caseload, client.id))
    theirs = {each.question_id: each.words for each in client.asked_as}
    offered = translations_offered(caseload, client)
    return tuple(
        Asking(
            question=each,
            theirs=theirs.get(each.id, ""),
            offered="" if theirs.get(each.id) else offered.get(each.id, ""),
            last=last.get(each.id),
        )
        for each in together
    )


def _asked_together(own: Sequence[OwnQuestion], choices: Iterable[QuestionChoice]) -> list[Question]:
    aside = {each.id for each in set_aside(choices, own)}
    together = [each for each in every_question(own) if each.moment == "with" and each.id not in aside]
    order = [each.code for each in themes()]
    return sorted(together, key=lambda each: order.index(each.theme) if each.theme in order else len(order))


def check_ins_of(caseload: Caseload, client_id: int) -> tuple[CheckIn, ...]:
    """Their check-ins, newest first."""
    found = caseload.of(CheckIn, client_id)
    return tuple(sorted(found, key=lambda each: (each.on or date.min, each.id), reverse=True))


def last_answers(newest_first: Iterable[CheckIn]) -> dict[str, Said]:
    """What was said last to each question that ever was answered, by the question's id."""
    last: dict[str, Said] = {}
    for check_in in newest_first:
        for answer in check_in.answers:
            last.setdefault(answer.question_id, Said(check_in.on, answer, check_in.id))
    return last


def earlier_than(check_in: CheckIn, others: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    """Those of them that were before this one, newest first; one not saved yet is the last of its day."""
    here = (check_in.on or date.min, check_in.id or _NOT_SAVED)
    earlier = [each for each in others if (each.on or date.min, each.id) < here]
    return tuple(sorted(earlier, key=lambda each: (each.on or date.min, each.id), reverse=True))


def beside_last(check_in: CheckIn, others: Iterable[CheckIn]) -> tuple[Beside, ...]:
    """What was asked before too, in the order it was asked now; "then" is the last time before this one.

    Args:
        others: their check-ins, in any order; this one may be among them.
    """
    last = last_answers(earlier_than(check_in, others))
    return tuple(
        Beside(last[answer.question_id], Said(check_in.on, answer, check_in.id))
        for answer in check_in.answers
        if answer.question_id in last
    )


def wanted_before(check_in: CheckIn, others: Iterable[CheckIn]) -> CheckIn | None:
    """The last check-in before this one in which they said what they want next."""
    return next((each for each in earlier_than(check_in, others) if each.next), None)


def promises_in(caseload: Caseload, check_in: CheckIn) -> tuple[Promise, ...]:
    """What the mentor said she would do in that talk; nothing where it was no talk of its own."""
    promises = caseload.promises_of(check_in.client_id)
    return tuple(each for each in promises if each.contact_id == check_in.contact_id is not None)


def plans_in(caseload: Caseload, check_in: CheckIn) -> tuple[Appointment, ...]:
    """The days that were planned in that talk."""
    plans = caseload.appointments_of(check_in.client_id)
    return tuple(each for each in plans if each.contact_id == check_in.contact_id is not None)


def answer_to(asking: Asking, words: str, theirs: str | None = None) -> Answer:
    """What they said to a question, with the words it was asked in as they stand today.

    Args:
        theirs: its words in their language where they are typed only now.
    """
    return Answer(
        question_id=asking.question.id,
        asked=asking.question.words,
        asked_theirs=asking.theirs if theirs is None else theirs,
        words=words,
    )


def talk_of(caseload: Caseload, client_id: int, day: date) -> Contact | None:
    """The talk with them that is written for that day already, the newest; None where there is none."""
    of_that_day = (each for each in caseload.contacts_between(day, day) if client_id in each.client_ids)
    return max(filter(is_two_way, of_that_day), key=_late_in_the_day, default=None)


def new_talk(caseload: Caseload, client_id: int, day: date, mode: str = "in-person") -> Contact:
    """The talk a check-in was part of, where none is written yet: a sit-down talk, not yet saved."""
    moment = caseload.clock.now()
    return Contact(
        client_ids=(client_id,),
        on=day,
        at=moment.at if day == moment.day else None,
        zone=moment.zone,
        mode=mode,
        kind="talk",
        outcome="met" if mode in ("", "in-person", "gate", "driving") else "talked",
    )


def record_check_in(
    caseload: Caseload,
    check_in: CheckIn,
    talk: Contact | None = None,
    *,
    asked_as: Sequence[AskedAs] = (),
    also: Sequence[Record] = (),
) -> Saved:
    """Keep a check-in, its talk and what came of it, in one act with one undo.

    Args:
        talk: from `talk_of` (linked) or `new_talk` (added, and it closes their due touches as any note of a
            talk does); None where it was no talk of its own.
        asked_as: questions whose words in their language were typed with it; "" takes those of one away.
        also: what they want next as records (`store.check_in_next`).

    Returns:
        The check-in first among its records.

    Raises:
        RequestRefused: nothing was said.
        NotFound: the person was taken out meanwhile.
    """
    check_in = _tidy(check_in)
    moment = caseload.clock.now()
    label = f"check-in, {caseload.get(Client, check_in.client_id).name}"
    with caseload.folder.act(label) as act:
        refuse_gone(act, (check_in.client_id,))
        written = Written([], [])
        talk_id = _talk_in(act, caseload, talk, written)
        came_of_it = (_with_talk(record, talk_id) for record in also)
        kept = [_insert(act, one) for one in (replace(check_in, contact_id=talk_id), *came_of_it)]
        written.made[:] = [kept[0], *written.made, *kept[1:]]
        if asked_as:
            _write_asked_as(act, caseload.get(Client, check_in.client_id), asked_as)
    made = tuple(caseload.get(kind, id) for kind, id in written.made)
    closed = tuple(caseload.get(kind, id) for kind, id in written.closed)
    return Saved(act.number, label, moment.at, made + closed, closed)


def _tidy(check_in: CheckIn) -> CheckIn:
    """Without the questions nobody answered.

    Raises:
        RequestRefused: nothing is left.
    """
    answers = tuple(each for each in check_in.answers if each.words.strip())
    if not answers and not check_in.next.strip():
        raise RequestRefused(NOTHING_SAID)
    return replace(check_in, answers=answers)


def _talk_in(act: Act, caseload: Caseload, talk: Contact | None, written: Written) -> int | None:
    """The number of the talk: of one that is there, or of one added now; None where it went meanwhile."""
    if talk is None:
        return None
    if talk.id:
        return talk.id if act.get("contacts", talk.id) else None
    return write_contact(act, caseload, talk, written)


def _insert(act: Act, record: Record) -> tuple[type[Record], int]:
    table = TABLE_OF[type(record)]
    return type(record), act.insert(table, fields_of(record))


def _with_talk(record: Record, talk_id: int | None) -> Record:
    if isinstance(record, Promise | Appointment) and record.contact_id is None:
        return replace(record, contact_id=talk_id)
    return record


def _write_asked_as(act: Act, client: Client, asked_as: Sequence[AskedAs]) -> None:
    fields, dropped = difference(client, with_asked_as(client, asked_as))
    if fields or dropped:
        act.update(TABLE_OF[Client], client.id, fields, drop=dropped)


def _late_in_the_day(contact: Contact) -> tuple[float, int]:
    return (contact.at.timestamp() if contact.at else 0.0, contact.id)
