"""Check-ins: what there is to ask together, and what was said before.

Nothing here counts, weighs or compares: an answer stands beside the one before it, in their
words, and that is all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from store.principles import Question, set_aside, themes
from store.principles.asked import every_question
from store.records import (
    Answer,
    Appointment,
    CheckIn,
    Client,
    OwnQuestion,
    Promise,
    QuestionChoice,
)
from store.their_language import AskedKey, asked_key, in_their_language, translations_offered

if TYPE_CHECKING:
    from store.caseload import Caseload

_NOT_SAVED = 2**62
"""A check-in that has no number yet comes after every other of its day."""
NEXT, NEXT_ASKED = "next", "What do you want next?"
"""What stands after every question: its id, and how it is asked."""
IN_PLAIN_WORDS = {
    "shared": "Your road and mine",
    "hope": "What lifts you",
    "respect": "The two of us",
    "steady": "Being there",
    "meet": "What matters now",
    "bridge": "Other doors",
}
"""The six themes as they are spoken of with a person; our words, not the study's."""


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
    """What they said the last time they were asked it in these words."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The same question asked twice in the same words: what they said then, and what they said now."""

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
    return _as_asked(caseload, client, together)


def next_to_ask(caseload: Caseload, client: Client) -> Asking:
    """What they want next, as it is asked of this person; it belongs to no theme, and has no answer before.

    What they wanted before is told by `wanted_before`.
    """
    return _as_asked(caseload, client, [Question(NEXT, "", "with", NEXT_ASKED)])[0]


def _as_asked(caseload: Caseload, client: Client, questions: Iterable[Question]) -> tuple[Asking, ...]:
    last, together = last_answers(check_ins_of(caseload, client.id)), tuple(questions)
    words = {each.id: each.words for each in together}
    theirs = in_their_language(client, words)
    offered = translations_offered(caseload, client, words)
    return tuple(
        Asking(
            question=each,
            theirs=theirs.get(each.id, ""),
            offered="" if theirs.get(each.id) else offered.get(each.id, ""),
            last=last.get(asked_key(each.id, each.words)),
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


def last_answers(newest_first: Iterable[CheckIn]) -> dict[AskedKey, Said]:
    """What was said last to each question that ever was answered, by `asked_key`."""
    last: dict[AskedKey, Said] = {}
    for check_in in newest_first:
        for answer in check_in.answers:
            last.setdefault(_key(answer), Said(check_in.on, answer, check_in.id))
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
        Beside(last[_key(answer)], Said(check_in.on, answer, check_in.id))
        for answer in check_in.answers
        if _key(answer) in last
    )


def _key(answer: Answer) -> AskedKey:
    return asked_key(answer.question_id, answer.asked)


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
