"""The program's own lists, read from store/content/words.json and kept ready to look through a text with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import msgspec

from store.wording.patterns import WHO, IsName, Pattern, pattern
from store.wording.tokens import Word


class Group(msgspec.Struct, frozen=True):
    """Patterns for which the same is said."""

    kind: str
    """One of KINDS, or QUIET."""
    why: str
    """What is said about the word, in a few words."""
    instead: str = ""
    """What could be written, the shortest way first; several are parted by a semicolon."""
    patterns: tuple[str, ...] = ()


class Names(msgspec.Struct, frozen=True):
    """What tells a person's full name from other words with capitals."""

    given: frozenset[str]
    """Given names."""
    never: frozenset[str]
    """Words that are no part of a person's name: places, days, houses, societies."""
    surnames_too: frozenset[str]
    """Those of them that follow a given name all the same: Hill, Brown."""
    things: frozenset[str]
    """What no name ends in: Street, House."""
    never_together: frozenset[str]
    """Two words that are a name, and not one of somebody here."""
    roles: frozenset[str]
    """What stands before a name: "brother", "lawyer", "Dr"."""
    by: frozenset[str]
    """What else stands before somebody's name: "met", "with"."""
    says: frozenset[str]
    """What somebody does, behind a name."""


class _Content(msgspec.Struct, frozen=True):
    do_not_store: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]
    groups: tuple[Group, ...]
    names: Names


@dataclass(slots=True)
class Book:
    """Patterns by what they can begin with, so that most words of a text are passed over at once."""

    by_start: dict[str, list[tuple[Pattern, Group]]] = field(default_factory=dict)
    by_beginning: dict[str, list[tuple[Pattern, Group]]] = field(default_factory=dict)
    """By the first three letters of what may go on in any way."""

    def add(self, one: Pattern, group: Group) -> None:
        """Take up a pattern."""
        for start in one.starts():
            shelf = self.by_beginning if start.endswith("*") else self.by_start
            shelf.setdefault(start[:3] if start.endswith("*") else start, []).append((one, group))

    def found(self, words: Sequence[Word], is_name: IsName) -> Iterator[tuple[int, int, Group]]:
        """What is found: the first and last word it is about, and its group."""
        for at, word in enumerate(words):
            for one, group in self._beginning_with(word, is_name):
                if place := one.found_at(words, at, is_name):
                    yield (*place, group)

    def _beginning_with(self, word: Word, is_name: IsName) -> Iterable[tuple[Pattern, Group]]:
        yield from self.by_start.get(word.folded, ())
        yield from self.by_beginning.get(word.folded[:3], ())
        if is_name(word):
            yield from self.by_start.get(WHO, ())


@cache
def content() -> _Content:
    """Everything in words.json."""
    raw = (Path(__file__).parents[1] / "content" / "words.json").read_bytes()
    return msgspec.json.decode(raw, type=_Content)


@cache
def book() -> Book:
    """The program's own patterns."""
    made = Book()
    for group in content().groups:
        for written in group.patterns:
            made.add(pattern(written, content().lists), group)
    return made


def do_not_store() -> tuple[str, ...]:
    """What is better not written down at all."""
    return content().do_not_store
