"""What a text has in it that a hint is given for. It only suggests; nothing is blocked or rewritten."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.wording.lists import Book, Group, book, content
from store.wording.names import full_names
from store.wording.patterns import QUIET
from store.wording.tokens import Word, words_of

NAME_WHY = "somebody else's full name"
NAME_INSTEAD = "her brother; his worker"
_OF_THEMSELF = frozenset({"himself", "herself", "themself", "themselves", "hisself", "myself"})
_NEAR = 7
"""Words or hints that are still beside each other."""
_NEAR_BY_KIND = {"offence": 25, "diagnosis": 7}
"""Letters between two hints of a kind that are said once."""
_GUESS_GOES_ON = 8
"""Words behind what shows a guess that may still belong to it."""
_FELT = ("depress", "relaps", "paranoi")
_CALLING = ("call", "describ", "identif", "refer", "introduc", "name", "see")


@dataclass(frozen=True, slots=True, order=True)
class Hint:
    """One place in a text, and what could stand there."""

    start: int
    end: int
    kind: str
    """One of KINDS."""
    why: str
    """What is said of it, behind what could stand there: "a diagnosis is better left out"."""
    instead: str = ""
    """What could be written; several ways are parted by a semicolon. None of them earns a hint."""


def hints_in(
    text: str,
    *,
    people: Collection[str] = (),
    known: Collection[str] = (),
    own: Book | None = None,
    is_off: Callable[[str], bool] = lambda words: False,
) -> tuple[Hint, ...]:
    """Every hint for a text, in its order; what stands in quotation marks is somebody's own words.

    Args:
        people: names of those the mentor walks with, as kept.
        known: other names that are in the record already: confidants, services, who stands beside somebody.
        own: the words of the mentor's own list.
        is_off: whether she wants no hint for some words.
    """
    words = words_of(text)
    if not words:
        return ()
    given = content().names.given
    mine = {part.casefold() for name in people for part in name.split()}

    def is_name(word: Word) -> bool:
        return word.folded in mine or (word.is_capital and word.folded in given)

    found = [*book().found(words, is_name), *(own.found(words, is_name) if own else ())]
    hints = [_hint(words, *one) for one in found if not _said_of_themself(words, *one)]
    hints = [hint for hint in hints if not _is_felt_in_a_guess(text, hint, hints)]
    names = full_names(words, {*people, *known})
    hints += [Hint(start, end, "name", NAME_WHY, NAME_INSTEAD) for start, end in names]
    return tuple(sorted(_apart([hint for hint in hints if not is_off(text[hint.start : hint.end])])))


def _hint(words: Sequence[Word], first: int, last: int, group: Group) -> Hint:
    """A guess reaches to the end of its part of the sentence, or not much further than its own words."""
    if group.kind == "speculation":
        reach = range(last + 1, min(last + 1 + _GUESS_GOES_ON, len(words)))
        for at in reach:
            if words[at].begins or words[at].folded in ("and", "but", "so"):
                break
            last = at
    return Hint(words[first].start, words[last].end, group.kind, group.why, group.instead)


def _said_of_themself(words: Sequence[Word], first: int, last: int, group: Group) -> bool:
    """Whether it follows "calls himself", or "I am": somebody's word for themself, though without marks."""
    if group.kind != "label":
        return False
    before = [word.folded for word in words[max(0, first - _NEAR) : first]]
    if not _OF_THEMSELF.isdisjoint(before):
        return any(one.startswith(_CALLING) for one in before)
    return any(two in (("i", "am"), ("i", "'m"), ("i", "was")) for two in pairwise(before))


def _is_felt_in_a_guess(text: str, hint: Hint, hints: Sequence[Hint]) -> bool:
    """Whether it is what a guess is about ("seems depressed"): the guess says it already."""
    if hint.kind == "speculation" or not text[hint.start :].casefold().startswith(_FELT):
        return False
    return any(other.kind == "speculation" and _meet(hint, other) for other in hints)


def _apart(hints: Sequence[Hint]) -> list[Hint]:
    """In order, those of a kind that are close as one; what was done inside a guess is part of it.

    What stands in a phrase that means something else ("stole the show") is no hint.
    """
    kept: list[Hint] = []
    quiet = [hint for hint in hints if hint.kind == QUIET]
    for hint in sorted(hints, key=lambda one: (one.start, -one.end)):
        if any(_meet(hint, phrase) for phrase in quiet):
            continue
        near = range(max(0, len(kept) - _NEAR), len(kept))
        if hint.kind == "offence" and any(
            kept[at].kind == "speculation" and _meet(hint, kept[at]) for at in near
        ):
            continue
        same = next((at for at in near if _are_one(hint, kept[at])), None)
        if same is None:
            kept.append(hint)
        else:
            kept[same] = replace(kept[same], end=max(hint.end, kept[same].end))
    return kept


def _are_one(hint: Hint, before: Hint) -> bool:
    """Said once: "charged with" and the "assault" behind it."""
    near = _NEAR_BY_KIND.get(hint.kind, 0)
    return hint.kind == before.kind and hint.start < before.end + near


def _meet(one: Hint, other: Hint) -> bool:
    return one.start < other.end and other.start < one.end
