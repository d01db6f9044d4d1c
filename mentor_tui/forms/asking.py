"""What a record's form asks: each question knows how a record reads in it, and what its answer changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from store.errors import MentorError, RequestRefused
from store.text import clean_line, clean_lines
from widgets.fields import Answer, Answers, Field, Section

if TYPE_CHECKING:
    from store.clock import Moment
    from store.records import Part, Record
    from store.vocabulary import Terms

Values: TypeAlias = dict[str, Any]
"""Fields of a record, by name."""


class Refused(MentorError):
    """Some answers cannot be kept as they stand."""

    def __init__(self, refusals: Mapping[str, str]) -> None:
        super().__init__(next(iter(refusals.values())))
        self.refusals = dict(refusals)
        """A sentence for each field that refuses, by its name; in parts "episodes.0.on"."""


@dataclass(frozen=True)
class Asked:
    """One question and what it is about."""

    field: Field
    show: Callable[[Any], Answer]
    """How a record reads in the field."""
    take: Callable[[Answer], Values]
    """What an answer changes; raises MentorError with the sentence to show."""
    dated: Callable[[str, Moment], str] | None = None
    """A text that was typed at an earlier moment, with its days as they were meant then, written out."""
    parts: tuple[Asked, ...] = ()
    """What each of its parts asks."""

    @property
    def name(self) -> str:
        """The field's name."""
        return self.field.name


@dataclass(frozen=True)
class Group:
    """Questions that stand together; the first group has no title and is always open."""

    title: str
    asked: tuple[Asked, ...]

    @property
    def section(self) -> Section:
        """As the form shows it."""
        return Section(self.title, tuple(one.field for one in self.asked))


def shown_answers(groups: Sequence[Group], record: Record) -> dict[str, Answer]:
    """How a record stands in its form."""
    return {one.name: one.show(record) for group in groups for one in group.asked}


def dated(groups: Iterable[Group], answers: Answers, typed: Moment) -> dict[str, Answer]:
    """Answers of an earlier day: their "tomorrow" as the day it was; what is no day stays as it is."""
    known = {one.name: one for group in groups for one in group.asked}
    return {name: _dated(known.get(name), answer, typed) for name, answer in answers.items()}


def dated_where_same(
    groups: Iterable[Group], answers: Answers, stood: Answers, typed: Moment
) -> dict[str, Answer]:
    """Answers of now; those that stood there earlier already, with their days as they were meant then."""
    written = dated(groups, answers, typed)
    return {name: _where_same(answer, stood.get(name), written[name]) for name, answer in answers.items()}


def _where_same(now: Answer, stood: Answer | None, written: Answer) -> Answer:
    if not isinstance(now, list) or not isinstance(written, list):
        return written if now == stood else now
    earlier = stood if isinstance(stood, list) else []
    if len(earlier) != len(now):  # one was added, or taken out
        return [then if part in earlier else part for part, then in zip(now, written, strict=True)]
    return [
        {name: then[name] if text == before.get(name) else text for name, text in part.items()}
        for part, before, then in zip(now, earlier, written, strict=True)
    ]


def _dated(one: Asked | None, answer: Answer, typed: Moment) -> Answer:
    if isinstance(answer, list):
        inside = (Group("", one.parts if one else ()),)
        return [{name: str(text) for name, text in dated(inside, part, typed).items()} for part in answer]
    if one is None or one.dated is None or not answer.strip():
        return answer
    try:
        return one.dated(answer, typed)
    except MentorError:
        return answer


def taken(groups: Sequence[Group], answers: Answers) -> Values:
    """What the answers change.

    Raises:
        Refused: some cannot be kept; all of them are named.
    """
    values: Values = {}
    refusals: dict[str, str] = {}
    for group in groups:
        for one in group.asked:
            if one.name in answers:
                _take(one, answers[one.name], values, refusals)
    if refusals:
        raise Refused(refusals)
    return values


def _take(one: Asked, answer: Answer, values: Values, refusals: dict[str, str]) -> None:
    try:
        values.update(one.take(answer))
    except Refused as refused:
        refusals.update({f"{one.name}.{at}": why for at, why in refused.refusals.items()})
    except MentorError as error:
        refusals[one.name] = str(error)


def replaced(asked: Asked) -> Asked:
    """The same question; what stands in it at first is marked, and typing replaces it."""
    return replace(asked, field=replace(asked.field, is_replaced=True))


def line(name: str, label: str, hint: str = "", *, needed: str = "") -> Asked:
    """A line of words.

    Args:
        needed: the sentence that refuses an empty answer; "" lets it be empty.
    """
    return Asked(
        Field(name=name, label=label, hint=hint),
        lambda record: str(getattr(record, name)),
        lambda answer: {name: _there(clean_line(str(answer)), needed)},
    )


def words(name: str, label: str, hint: str = "", *, needed: str = "") -> Asked:
    """Words of several lines.

    Args:
        needed: the sentence that refuses an empty answer; "" lets it be empty.
    """
    return Asked(
        Field(name=name, label=label, kind="long", hint=hint),
        lambda record: str(getattr(record, name)),
        lambda answer: {name: _there(clean_lines(str(answer)).strip(), needed)},
    )


def _there(text: str, needed: str) -> str:
    if needed and not text:
        raise RequestRefused(needed)
    return text


def options_of(terms: Terms) -> tuple[tuple[str, str], ...]:
    """A list of the field as choices."""
    return tuple((term.code, term.label) for term in terms)


def choice(name: str, label: str, terms: Terms, hint: str = "", *, fixed: bool = False) -> Asked:
    """A choice from a list of the field.

    Args:
        fixed: nothing but the list is taken; else her own words are kept as they stand.
    """
    codes = {term.code for term in terms}

    def take(answer: Answer) -> Values:
        text = clean_line(str(answer))
        if fixed and text not in codes:
            raise RequestRefused(
                f"“{text[:40]}” is not in the list: {', '.join(term.label for term in terms)}."
                if text
                else "Choose one; ↓ shows the list."
            )
        return {name: text}

    asked = Field(
        name=name, label=label, kind="choice", hint=hint, options=options_of(terms), is_free=not fixed
    )
    return Asked(asked, lambda record: str(getattr(record, name)), take)


def several(name: str, label: str, options: Sequence[tuple[str, str]], hint: str = "") -> Asked:
    """Any number of choices, commas between them."""
    return Asked(
        Field(name=name, label=label, kind="several", options=tuple(options), hint=hint),
        lambda record: ", ".join(getattr(record, name)),
        lambda answer: {name: tuple(filter(None, map(clean_line, str(answer).split(","))))},
    )


def yes_no(name: str, label: str) -> Asked:
    """Yes, no, or not asked."""
    reads = {True: "yes", False: "no", None: ""}
    takes = {"yes": True, "no": False}
    return Asked(
        Field(name=name, label=label, kind="yes-no"),
        lambda record: reads[getattr(record, name)],
        lambda answer: {name: takes.get(str(answer))},
    )


def claim(name: str, label: str) -> Asked:
    """Yes, or not."""
    return Asked(
        Field(name=name, label=label, kind="yes-no"),
        lambda record: "yes" if getattr(record, name) else "",
        lambda answer: {name: answer == "yes"},
    )


def parts(
    name: str, label: str, called: str, kind: type[Part], asked: Sequence[Asked], fixed: Values | None = None
) -> Asked:
    """Parts that repeat.

    Args:
        called: one of them, in a word.
        fixed: what a part needs and the form does not ask.
    """

    def show(record: Any) -> Answer:
        return [{one.name: str(one.show(part)) for one in asked} for part in getattr(record, name)]

    def take(answer: Answer) -> Values:
        group = Group("", tuple(asked))
        made: list[Part] = []
        refusals: dict[str, str] = {}
        for number, texts in enumerate(answer if isinstance(answer, list) else []):
            try:
                made.append(kind(**((fixed or {}) | taken((group,), texts))))
            except Refused as refused:
                refusals |= {f"{number}.{at}": why for at, why in refused.refusals.items()}
        if refusals:
            raise Refused(refusals)
        return {name: tuple(made)}

    fields = tuple(one.field for one in asked)
    field = Field(name=name, label=label, kind="parts", parts=fields, part_called=called)
    return Asked(field, show, take, parts=tuple(asked))
