"""The questions as the mentor keeps them: browsed, put in her own words, retired, welcomed back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.errors import NotFound, RequestRefused
from store.principles import KINDS_OF_DAY, KNOWN_AHEAD, every_question, own_question_id, questions, set_aside
from store.principles.themes import Question
from store.records import OwnQuestion

if TYPE_CHECKING:
    from store.notebook import Notebook
    from store.saved import Saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A question as it stands: how it is asked, whose words these are, whether it is asked at all."""

    question: Question
    """With the words it is asked in now."""
    hers: OwnQuestion | None = None
    """Her record of it: a question of her own, or other words for one of the program's."""
    words_before: str = ""
    """The program's words, where she put it in hers."""
    is_aside: bool = False
    """Never asked, until she welcomes it back."""

    @property
    def is_own(self) -> bool:
        """She thought of it; it is not one of the program's in other words."""
        return self.hers is not None and not self.words_before


def known_questions(notebook: Notebook) -> tuple[Known, ...]:
    """Every question there is: the program's in their order, then her own; those set aside among them."""
    own = notebook.own_questions()
    hers = {own_question_id(one): one for one in sorted(own, key=lambda one: one.id)}
    first = {each.id: each.words for each in questions()}
    aside = {each.id for each in set_aside(notebook.choices(), own)}
    return tuple(
        Known(
            question=each,
            hers=hers.get(each.id),
            words_before=first.get(each.id, "") if each.id in hers else "",
            is_aside=each.id in aside,
        )
        for each in every_question(own)
    )


def known_question(notebook: Notebook, question_id: str) -> Known:
    """One of them; NotFound where none has this id."""
    found = next((one for one in known_questions(notebook) if one.question.id == question_id), None)
    if found is None:
        raise NotFound(f"There is no question “{question_id}”; `mentor questions list` shows them all.")
    return found


def put_in_her_words(notebook: Notebook, known: Known, words: str) -> Saved | None:
    """Ask one of the program's in these words from now on; its own words, or none, make it as it was.

    What was written on it keeps the words it was asked in then. None where nothing changes.

    Raises:
        RequestRefused: it is a question of her own, which is corrected as such.
    """
    if known.is_own:
        raise RequestRefused("This question is your own: it is corrected, and has no other words.")
    # Read again: while a form stood open the shell may have put it otherwise too.
    id, wanted = known.question.id, words.strip()
    hers = [one for one in notebook.own_questions() if one.instead_of == id]
    before = hers[-1] if hers else None
    program = next((each.words for each in questions() if each.id == id), "")
    if wanted in ("", program):
        for one in hers[:-1]:
            notebook.remove(one, "its own words again")
        return notebook.remove(before, "its own words again") if before else None
    if before is None:
        asked = known.question
        record = OwnQuestion(theme=asked.theme, moment=asked.moment, words=wanted, instead_of=asked.id)
        return notebook.add(record, "a question in your words")
    if before.words == wanted:
        return None
    return notebook.change(before, replace(before, words=wanted), "a question in your words")


def retire(notebook: Notebook, known: Known) -> Saved | None:
    """Never ask it again; None where that was so already."""
    return None if known.is_aside else notebook.choose(known.question.id, "never")


def welcome(notebook: Notebook, known: Known) -> Saved | None:
    """Ask it again; None where it is asked already."""
    return notebook.choose(known.question.id, "welcome") if known.is_aside else None


def days_of(moment: str) -> tuple[tuple[str, str], ...]:
    """The kinds of day that a question of this moment can be for: codes and their words.

    Before a day only that is known which a plan can tell; long is only a week; together one asks on any day.
    """
    if moment == "with":
        return ()
    if moment == "before":
        return tuple((code, words) for code, words in KINDS_OF_DAY if code in KNOWN_AHEAD)
    never = ("before", "long-week") if moment == "after" else ("before",) if moment else ()
    return tuple((code, words) for code, words in KINDS_OF_DAY if code not in never)


def check_days(moment: str, fits: Iterable[str]) -> None:
    """Refuse a kind of day on which such a question would never be asked."""
    known = dict(days_of(moment))
    never = next((code for code in fits if code not in known), "")
    if not never:
        return
    words = dict(KINDS_OF_DAY).get(never, never)
    if moment == "with":
        raise RequestRefused("What is asked together is for any day: leave the kind of day empty.")
    if moment != "before":
        when = "looking back over the week" if never == "long-week" else "before the day"
        raise RequestRefused(f"“{words}” is known only {when}: ask it then.")
    raise RequestRefused(
        f"“{words}” is not known before. Of a day ahead these can be: {', '.join(known.values())}."
    )
