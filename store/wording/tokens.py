"""A text as the words in it, with where each stands; what somebody said, in quotation marks, is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+n['’]t\b|['’](?:s|re|m|ve|ll|d)\b|[^\W_]+", re.IGNORECASE)
_QUOTED = re.compile(
    r'"[^"]*(?:"|$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)'
    r"|(?<![^\s(])['‘](?=\S)[^'‘’\n]*(?:[’'](?=\w)[^'‘’\n]*)*['’](?!\w)"
)
_ENDS = re.compile(r"[^\s'’/&-]")
"""What between two words parts them: neither a blank nor what ties words together."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    folded: str
    """In small letters, the typed apostrophe for both."""
    start: int
    end: int
    begins: bool
    """It is the first of its part of a sentence."""
    is_capital: bool
    typed: str


def words_of(text: str) -> list[Word]:
    """Every word outside quotation marks, in order; a mark left open reaches to the end."""
    plain = _QUOTED.sub(lambda found: '"' * len(found[0]), text)
    found: list[Word] = []
    before = 0
    for match in _WORD.finditer(plain):
        typed, start = match[0], match.start()
        begins = not found or _ENDS.search(plain, before, start) is not None or "\n" in plain[before:start]
        folded = typed.casefold().replace("’", "'")
        found.append(Word(folded, start, match.end(), begins, typed[0].isupper(), typed))
        before = match.end()
    return found
