"""The words of one table, in pages of a few hundred records, and which pages each distinct word stands in.

Looking for a few letters in one long run of bytes is what computers do fastest, yet a rare word in the
notes of a lifetime still means passing all of them. There are far fewer distinct words than notes: letters
are looked for among those first, and only the pages that hold such a word are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

GAP = b"\x00"
"""Ends each record's words; no word holds it."""
Standing = tuple[str, int]
"""Day and number: where a record stands among those of its table."""

Found = tuple[Standing, bytes]
"""Where a record stands, and its words."""

_RECORDS_A_PAGE = 100
_PAGES_OF_COMMON = 4
_WORDS_TO_LOOK_UP = 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """What must stand in a record for it to be found."""

    words: tuple[bytes, ...] = ()
    """Every one of these runs of letters."""
    any_of: tuple[tuple[bytes, ...], ...] = ()
    """Of each of these groups at least one."""
    first: str = ""
    """ISO day it may be of at the earliest; "" for any."""
    last: str = ""
    """And at the latest; a record without a day is of none."""

    @property
    def is_empty(self) -> bool:
        """Whether any record at all would be found."""
        return not (self.words or self.any_of or self.first or self.last)

    def are_in(self, standing: Standing, said: bytes) -> bool:
        """Whether this record is found."""
        if not said or not self.is_of(standing[0]):
            return False
        for word in self.words:
            if word not in said:
                return False
        # A loop for each: with so many records to pass, two generators more would be felt at the keys.
        for group in self.any_of:
            for one in group:
                if one in said:
                    break
            else:
                return False
        return True

    def is_of(self, day: str) -> bool:
        """Whether a record of this day may be found."""
        if not (self.first or self.last):
            return True
        return bool(day) and self.first <= day and (not self.last or day <= self.last)


class Pages:
    """The folded words of one table's records, in the order they were given."""

    def __init__(self, standing: Sequence[Standing], words: Sequence[bytes]) -> None:
        """Records by where they stand, and the words of each."""
        starts = range(0, len(standing), _RECORDS_A_PAGE)
        self._standing = [standing[at : at + _RECORDS_A_PAGE] for at in starts]
        self._pages = [b"".join(one + GAP for one in words[at : at + _RECORDS_A_PAGE]) for at in starts]
        self._places: WordPlaces | None = None

    def matching(self, wanted: Wanted) -> Iterator[Standing]:
        """Those that are found, in order."""
        places = self._places.pages_with(wanted) if self._places else -1
        runs = (*wanted.words, *(group[0] for group in wanted.any_of if len(group) == 1))
        rest = replace(wanted, words=(), any_of=tuple(group for group in wanted.any_of if len(group) > 1))
        for number, page in enumerate(self._pages):
            standing = self._standing[number]
            newest, oldest = standing[0][0], standing[-1][0]
            if newest < wanted.first:
                return
            if not places >> number & 1 or (wanted.last and oldest > wanted.last):
                continue
            if not all(run in page for run in runs):
                continue
            found = _in_page(page, standing, runs) if runs else zip(standing, page.split(GAP), strict=False)
            if rest.is_empty and runs:
                yield from (place for place, _ in found)
            else:
                yield from (place for place, said in found if rest.are_in(place, said))

    def note_the_words(self) -> None:
        """Note where each word stands. Searches may go on meanwhile, in other threads."""
        self._places = WordPlaces(self._pages)


class WordPlaces:
    """In which pages each distinct word stands, as a number whose bit 0 is the first page."""

    def __init__(self, pages: Sequence[bytes]) -> None:
        """Read every page once."""
        self._of: dict[bytes, int] = {}
        # What stands in each of the first few pages is not followed further: it leads nowhere.
        common = set.intersection(*map(_words_of, pages[:_PAGES_OF_COMMON])) if pages else set()
        for number, page in enumerate(pages):
            bit = 1 << number
            for word in _words_of(page) - common:
                self._of[word] = self._of.get(word, 0) | bit
        # Common words first: letters that are among them are known at once to be no help.
        self._words = b"\n".join((b"", *common, *self._of, b""))

    def pages_with(self, wanted: Wanted) -> int:
        """The pages in which all that is wanted may stand; -1 is every page."""
        pages = -1
        for letters in wanted.words:
            pages &= self._with(letters)
        for group in wanted.any_of:
            pages &= reduce(or_, map(self._with, group), 0)
        return pages

    def _with(self, letters: bytes) -> int:
        pages, at = 0, 0
        for _ in range(_WORDS_TO_LOOK_UP):
            at = self._words.find(letters, at)
            if at < 0:
                return pages
            start, end = self._words.rfind(b"\n", 0, at) + 1, self._words.find(b"\n", at)
            pages |= self._of.get(self._words[start:end], -1)
            if pages == -1:
                break
            at = end
        return -1


def _words_of(page: bytes) -> set[bytes]:
    return set(page.replace(GAP, b" ").split())


def _in_page(page: bytes, standing: Sequence[Standing], runs: Sequence[bytes]) -> Iterator[Found]:
    first, *others = sorted(runs, key=len, reverse=True)
    number = end = 0
    at = page.find(first)
    while at >= 0:
        number += page.count(GAP, end, at)
        start, end = page.rfind(GAP, 0, at) + 1, page.find(GAP, at)
        if all(page.find(run, start, end) >= 0 for run in others):
            yield standing[number], page[start:end]
        at = page.find(first, end)
