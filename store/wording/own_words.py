"""The mentor's own words to be reminded of, and those of the program's that she wants no hint for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.errors import RequestRefused
from store.records import HintWord
from store.saved import Saved
from store.text import clean_line
from store.wording.lists import Book, Group
from store.wording.patterns import pattern
from store.wording.tokens import words_of

if TYPE_CHECKING:
    from store.caseload import Caseload

OWN_WHY = "on your list"
_LEAST_BEFORE_STAR = 3
_LONGEST = 60


def read_words(typed: str) -> str:
    """Words as they are kept and looked for: small letters, a * at the end of a word for any ending.

    Raises:
        RequestRefused: there is no word in it, or a * stands behind too few letters.
    """
    line = clean_line(typed).casefold().replace("’", "'")[:_LONGEST]
    found = [
        line[word.start : word.end] + ("*" if line[word.end :][:1] == "*" else "") for word in words_of(line)
    ]
    if not found:
        raise RequestRefused('There is no word in that. One word or a few: "frequent flyer", "reoffend*".')
    if any(word.endswith("*") and len(word) <= _LEAST_BEFORE_STAR for word in found):
        raise RequestRefused("A * needs three letters before it, or it would find too much.")
    return " ".join(found)


def own_book(kept: Iterable[HintWord]) -> Book:
    """Her own words, ready to look through a text with; what is no word is left out."""
    book = Book()
    for one in kept:
        if one.is_off:
            continue
        try:
            written = read_words(one.words)
        except RequestRefused:
            continue
        book.add(pattern(written, {}), Group(one.kind or "own", OWN_WHY, one.instead))
    return book


def is_off(typed: str, kept: Iterable[HintWord]) -> bool:
    """Whether she wants no hint for what a hint is about."""
    words = [word.folded for word in words_of(typed)]
    return any(one.is_off and _stands_in(one.words, words) for one in kept)


def keep_word(caseload: Caseload, word: HintWord, before: HintWord | None = None) -> Saved:
    """Keep a word for hints; the same words that are there already are changed, not kept twice.

    Args:
        before: the one that is changed.

    Raises:
        RequestRefused: there is no word in it, or another one on the list is the same by now.
    """
    after = replace(word, words=read_words(word.words), kind="own" if word.is_off else word.kind or "own")
    label = f"hint, {after.words}"
    there = next((one for one in caseload.all(HintWord) if one.words == after.words), None)
    if before and there and there.id != before.id:
        raise RequestRefused(f"“{after.words}” is on your list already: change it there.")
    same = before or there
    if same is None:
        return caseload.add(after, label)
    changed = replace(same, words=after.words, kind=after.kind, instead=after.instead, is_off=after.is_off)
    return caseload.change(same, changed, label)


def _stands_in(written: str, words: list[str]) -> bool:
    parts = written.split()
    at_most = len(words) - len(parts)
    return any(
        all(_fits(part, words[at + place]) for place, part in enumerate(parts)) for at in range(at_most + 1)
    )


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
