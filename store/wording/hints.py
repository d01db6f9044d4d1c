"""What a text has in it that a hint is given for. It only suggests; nothing is blocked or rewritten."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.wording.lists import Book, Group, book, content
from store.wording.names import full_names
from store.wording.tokens import Word, words_of

NAME_WHY = "is somebody else's full name"
NAME_INSTEAD = "what they are to them: her brother, his worker"
_OF_THEMSELF = frozenset({"himself", "herself", "themself", "themselves", "hisself", "myself"})
_NEAR = 7
"""Letters between two hints of a kind that are still one."""
_GUESS_GOES_ON = 8
"""Words behind what shows a guess that may still belong to it."""
_CALLING = ("call", "describ", "identif", "refer", "introduc", "name", "see")


@dataclass(frozen=True, slots=True, order=True)
class Hint:
    """One place in a text, and what could stand there."""

    start: int
    end: int
    kind: str
    """One of KINDS."""
    why: str
    """What is said of it: "“...” is a diagnosis, and not yours to keep"."""
    instead: str = ""
    """What could be written."""


def hints_in(
    text: str, *, people: Collection[str] = (), known: Collection[str] = (), own: Book | None = None
) -> tuple[Hint, ...]:
    """Every hint for a text, in its order; what stands in quotation marks is somebody's own words.

    Args:
        people: names of those the mentor walks with, as kept.
        known: other names that are in the record already: confidants, services, who stands beside somebody.
        own: the words of the mentor's own list.
    """
    words = words_of(text)
    if not words:
        return ()
    given = content().names.given
    mine = {part.casefold() for name in people for part in name.split()}

    def is_name(word: Word) -> bool:
        return word.folded in mine or (word.is_capital and word.folded in given)

    found = [*book().found(words, is_name), *(own.found(words, is_name) if own else ())]
    hints = [_hint(words, first, last, group) for first, last, group in found]
    hints = [hint for hint in hints if not _said_of_themself(words, hint)]
    hints = [_whole_guess(words, hint) if hint.kind == "speculation" else hint for hint in hints]
    names = full_names(words, {*people, *known})
    hints += [Hint(start, end, "name", NAME_WHY, NAME_INSTEAD) for start, end in names]
    return tuple(sorted(_apart(hints)))


def _hint(words: Sequence[Word], first: int, last: int, group: Group) -> Hint:
    return Hint(words[first].start, words[last].end, group.kind, group.why, group.instead)


def _whole_guess(words: Sequence[Word], hint: Hint) -> Hint:
    """A guess reaches to the end of its part of the sentence, or to its tenth word."""
    end = hint.end
    for word in [word for word in words if word.start >= hint.end][:_GUESS_GOES_ON]:
        if word.begins or word.folded in ("and", "but", "so"):
            break
        end = word.end
    return replace(hint, end=end)


def _said_of_themself(words: Sequence[Word], hint: Hint) -> bool:
    """Whether it follows "calls himself", or "I am": somebody's word for themself, though without marks."""
    if hint.kind != "label":
        return False
    before = [word for word in words if word.start < hint.start][-6:]
    folded = [word.folded for word in before]
    if any(one.folded in _OF_THEMSELF for one in before):
        return any(one.startswith(_CALLING) for one in folded)
    return any(two in (("i", "am"), ("i", "'m"), ("i", "was")) for two in pairwise(folded))


def _apart(hints: Sequence[Hint]) -> list[Hint]:
    """In order, those of a kind that are close as one; what was done inside a guess is part of it."""
    kept: list[Hint] = []
    guesses = [hint for hint in hints if hint.kind == "speculation"]
    for hint in sorted(hints, key=lambda one: (one.start, -one.end)):
        if hint.kind == "offence" and any(_meet(hint, guess) for guess in guesses):
            continue
        near = next((at for at, other in enumerate(kept) if _are_one(hint, other)), None)
        if near is None:
            kept.append(hint)
        else:
            kept[near] = replace(kept[near], end=max(hint.end, kept[near].end))
    return kept


def _are_one(hint: Hint, before: Hint) -> bool:
    """Said once: "charged with" and the "assault" behind it."""
    return hint.kind == before.kind and hint.start < before.end + _NEAR


def _meet(one: Hint, other: Hint) -> bool:
    return one.start < other.end and other.start < one.end
