"""The short codes of people on a pocket card: "k7m" stands for one person and says nothing about them.

A code is reckoned from a person's number and the permanent name of the data folder. Nothing is kept for
it, so nothing more has to be sealed, backed up or lost: a line written on paper reads the same after
months, after a restore and under another passphrase. It is a letter, one figure or more, and a letter that
checks the others: whatever single sign was misread, the code is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import gcd

# No two of these look alike in small letters or capitals, by hand; figures neither.
_LETTERS = "adehjkmprtwxy"
_FIGURES = "23456789"
_CODE = re.compile(f"([{_LETTERS}])([{_FIGURES}]+)([{_LETTERS}])")
_MOST_FIGURES = 16
# Misread, a sign may be one that no code has: "w0m", "q0q".
_MISREAD = re.compile(r"[a-z]\d[a-z]", re.ASCII)


def code_of(number: int, key: int) -> str:
    """The code of the person with this number, in small letters.

    Args:
        key: of the data folder, from `key_of`.
    """
    place = number - 1
    for figures, room in _blocks():
        if place < room:
            mixed = (place * _step(key, room) + key) % room
            letter, rest = divmod(mixed, len(_FIGURES) ** figures)
            values = [rest // len(_FIGURES) ** each % len(_FIGURES) for each in reversed(range(figures))]
            written = "".join(_FIGURES[value] for value in values)
            return f"{_LETTERS[letter]}{written}{_check(letter, values)}"
        place -= room
    raise ValueError("no person has such a number")


def number_of(code: str, key: int) -> int | None:
    """The number of the person a code stands for; None where it is no code or was misread."""
    found = _CODE.fullmatch(code)
    if not found or len(found[2]) > _MOST_FIGURES:
        return None
    letter, values = _LETTERS.index(found[1]), [_FIGURES.index(figure) for figure in found[2]]
    if _check(letter, values) != found[3]:
        return None
    mixed = letter
    for value in values:
        mixed = mixed * len(_FIGURES) + value
    before = 0
    for figures, room in _blocks():
        if figures == len(values):
            return before + (mixed - key) * pow(_step(key, room), -1, room) % room + 1
        before += room
    return None


def is_like_a_code(words: str) -> bool:
    """Whether it has the form of one, right or misread."""
    return bool(_CODE.fullmatch(words) or _MISREAD.fullmatch(words))


def key_of(store_id: str) -> int:
    """What the codes of a data folder are reckoned with; never 0.

    Args:
        store_id: its permanent name.
    """
    import zlib  # quick to wake, and a card is no secret: it says who is meant to nobody without the folder

    return zlib.crc32(store_id.encode()) or 1


def _blocks() -> Iterator[tuple[int, int]]:
    """How many figures, and how many people those have room for: the first hundred have one."""
    for figures in range(1, _MOST_FIGURES + 1):
        yield figures, len(_LETTERS) * len(_FIGURES) ** figures


def _step(key: int, room: int) -> int:
    """A factor that leads to every place of the room once."""
    step = key % room or 1
    while gcd(step, room) != 1:
        step += 1
    return step


def _check(letter: int, values: list[int]) -> str:
    # There are 13 letters, a prime, so each weight tells any two signs of its place apart.
    total = 2 * letter + sum((place % 11 + 3) * value for place, value in enumerate(values))
    return _LETTERS[total % len(_LETTERS)]
