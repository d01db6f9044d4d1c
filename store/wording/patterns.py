"""Words to look for, as they are written in store/content/words.json: a pattern of a few words each.

A pattern is words with blanks between: `a|b` is one of these, `junk*` begins so, `word?` may be missing,
`<be>` is a word of that list (of those in PEOPLE names count too), `..` up to three words, `^` and `$` the
beginning and the end of a part of a sentence, `!a|b` a word that must not stand there. Between [ and ] stands
what the hint is about; else all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from store.wording.tokens import Word

KINDS = ("label", "diagnosis", "name", "offence", "speculation", "own")
"""What a hint can be about; "own" is a word of the mentor's list that is none of these."""
QUIET = "quiet"
"""The kind of a phrase that takes away every hint that it meets."""
WHO = "<who>"
PEOPLE = {"who", "who2", "subj", "name", "doer"}
"""Lists of whom a sentence may be about."""
_GAP = 3


IsName: TypeAlias = Callable[[Word], bool]
"""Whether a word is somebody's name."""


@dataclass(frozen=True, slots=True)
class _Element:
    words: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    is_who: bool = False
    form: str = "one"
    """one, maybe, gap or not."""
    or_begins: bool = False
    or_ends: bool = False

    def fits(self, word: Word, is_name: IsName) -> bool:
        if word.folded in self.words or (self.prefixes and word.folded.startswith(self.prefixes)):
            return True
        return self.is_who and is_name(word)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern, and the places of what its hint is about."""

    elements: tuple[_Element, ...]
    first: int
    """Element where what the hint is about begins."""
    last: int

    def starts(self) -> Iterator[str]:
        """What it can begin with: words, beginnings with * behind them, or `<who>`."""
        for element in self.elements:
            if element.form in ("one", "maybe"):
                yield from element.words
                yield from (f"{prefix}*" for prefix in element.prefixes)
                if element.is_who:
                    yield WHO
            if element.form == "one" and not element.or_begins:
                return

    def found_at(self, words: Sequence[Word], at: int, is_name: IsName) -> tuple[int, int] | None:
        """The first and last of the words the hint is about, where the pattern begins at this word."""
        places = [-1] * len(self.elements)
        if not _Match(self.elements, words, at, places, is_name).on(at, 0):
            return None
        about = [place for place in places[self.first : self.last + 1] if place >= 0]
        return (about[0], about[-1]) if about else None


@dataclass(slots=True)
class _Match:
    """One pattern held against the words from one of them on."""

    elements: tuple[_Element, ...]
    words: Sequence[Word]
    began: int
    places: list[int]
    is_name: IsName

    def on(self, at: int, element: int) -> bool:
        """Whether what is left of the pattern fits from this word on."""
        if element == len(self.elements):
            return True
        one = self.elements[element]
        if one.form == "not":
            return not self._stands(one, at) and self.on(at, element + 1)
        if one.form == "gap":
            return any(self.on(place, element + 1) for place in (at, *_reach(self.words, at, self.began)))
        is_there = self._is_there(at)
        if is_there and one.fits(self.words[at], self.is_name):
            self.places[element] = at
            if self.on(at + 1, element + 1):
                return True
            self.places[element] = -1
        begins = one.or_begins and is_there and self.words[at].begins
        return (begins or one.form == "maybe" or (one.or_ends and not is_there)) and self.on(at, element + 1)

    def _is_there(self, at: int) -> bool:
        return at < len(self.words) and (at == self.began or not self.words[at].begins)

    def _stands(self, one: _Element, at: int) -> bool:
        """Whether what must not stand here does: before the first word, or from there on."""
        if at == self.began:
            return at > 0 and not self.words[at].begins and one.fits(self.words[at - 1], self.is_name)
        return self._is_there(at) and one.fits(self.words[at], self.is_name)


def _reach(words: Sequence[Word], at: int, began: int) -> Iterator[int]:
    """The places after one, two and three more words of the same part of a sentence."""
    for place in range(at, min(at + _GAP, len(words))):
        if words[place].begins and place != began:
            return
        yield place + 1


def pattern(written: str, lists: Mapping[str, Sequence[str]]) -> Pattern:
    """A pattern as it is written; KeyError for a list that is not there."""
    elements: list[_Element] = []
    first, last = 0, -1
    for part in written.casefold().replace("’", "'").split():
        bare = part.removeprefix("[").removesuffix("]")
        first = len(elements) if part.startswith("[") else first
        last = len(elements) if part.endswith("]") else last
        elements.append(_element(bare, lists))
    return Pattern(tuple(elements), first, last if last >= 0 else len(elements) - 1)


def _element(written: str, lists: Mapping[str, Sequence[str]]) -> _Element:
    if written == "..":
        return _Element(form="gap")
    form = "not" if written.startswith("!") else "maybe" if written.endswith("?") else "one"
    words: set[str] = set()
    is_who = False
    for one in written.removeprefix("!").removesuffix("?").split("|"):
        named = one.strip("<>") if one.startswith("<") else ""
        is_who = is_who or named in PEOPLE
        words |= set(lists[named]) if named else {one}
    return _Element(
        frozenset(one for one in words if not one.endswith("*") and one not in "^$"),
        tuple(sorted(one[:-1] for one in words if one.endswith("*"))),
        is_who,
        form,
        or_begins="^" in words,
        or_ends="$" in words,
    )
