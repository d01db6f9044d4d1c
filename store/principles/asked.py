"""Every question there is to ask: the program's, in the words the mentor gave them, and her own."""

from collections.abc import Iterable

from store.principles.themes import Question, questions
from store.records import OwnQuestion


def own_question_id(own: OwnQuestion) -> str:
    """The id it is asked by: of the question it words otherwise, or one of its own ("own-3")."""
    return own.instead_of or f"own-{own.id}"


def every_question(own: Iterable[OwnQuestion]) -> tuple[Question, ...]:
    """The built-in ones in their order, as reworded, then her own in the order they were written.

    A reworded one keeps its id, theme and moment, so its turn among the others and what was written on it
    stay. Of two rewordings the later counts. Those retired are among them: `set_aside` tells which.
    """
    hers = {own_question_id(each): each for each in sorted(own, key=lambda each: each.id)}
    built_in = tuple(_reworded(each, hers.pop(each.id, None)) for each in questions())
    return (*built_in, *(_asked(id, each) for id, each in hers.items()))


def _reworded(question: Question, hers: OwnQuestion | None) -> Question:
    if hers is None:
        return question
    return Question(question.id, question.theme, question.moment, hers.words, hers.fits or question.fits)


def _asked(id: str, hers: OwnQuestion) -> Question:
    return Question(id, hers.theme, hers.moment, hers.words, hers.fits)
