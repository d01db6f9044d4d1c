"""Whether a text names somebody: word by word, case and accents folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from store.card_codes import number_of
from store.noteline.common_words import COMMON_WORDS, RARER_WORDS
from store.text import fold

_WORD = re.compile(r"\w+")
_SHORT = 2
"""Letters up to which a name is read only as it is written: "D" is not the d of "she'd"."""


class Called:
    """The names of those who leave, and their first names.

    A name that somebody who stays has too names nobody for certain, and is not looked for.
    """

    def __init__(
        self, names: Iterable[str], others: Iterable[str] = (), codes: Iterable[int] = (), code_key: int = 0
    ) -> None:
        """How they were ever called.

        Args:
            others: the names of those who stay.
            codes: their numbers, for the codes of pocket cards.
        """
        taken = {_words(fold(name)) for name in others}
        firsts = {words[0] for words in taken if words}
        self._folded: set[tuple[str, ...]] = set()
        self._written: set[tuple[str, ...]] = set()
        for name in names:
            words = _words(fold(name))
            if words and words not in taken:
                self._add(words, _words(name))
            if len(words) > 1 and words[0] not in firsts:
                self._add(words[:1], _words(name)[:1])
        self._codes, self._code_key = frozenset(codes), code_key
        self._starts = {fold(each[0]) for each in (*self._folded, *self._written)}

    def _add(self, folded: tuple[str, ...], written: tuple[str, ...]) -> None:
        if _is_doubtful(folded):
            self._written.add(written or folded)  # letters may appear only once they are folded
        else:
            self._folded.add(folded)

    def are_in(self, text: str) -> bool:
        """Whether the text names one of them."""
        folded = fold(text)
        if not any(start in folded for start in self._starts):
            return False
        return _stands_in(self._folded, _words(folded)) or _stands_in(self._written, _words(text))

    def are_meant(self, line: str) -> bool:
        """The same of a typed line, which may also begin with the code of a pocket card."""
        if self.are_in(line):
            return True
        return bool(self._codes) and any(
            number_of(word, self._code_key) in self._codes for word in _words(fold(line))
        )


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a document, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts_in(each)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def _is_doubtful(words: tuple[str, ...]) -> bool:
    """A name that is a word of the language, or so short that it is part of many."""
    return len(words) == 1 and (
        words[0] in COMMON_WORDS or words[0] in RARER_WORDS or len(words[0]) <= _SHORT
    )


def _stands_in(names: set[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    return any(
        words[at : at + len(name)] == name for name in names for at in range(len(words) - len(name) + 1)
    )
