"""Passphrases: six words picked at random, if she likes; and a calm guess at how long hers would stand.

The guess is our own and a rough one: it takes a known word for the ten bits of a word picked at random, other
letters for two bits each, and what repeats or follows a pattern for next to nothing.
"""

import re
import secrets
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

Strength = Literal["none", "few guesses", "determined person", "good"]

WORD_COUNT = 6
"""Words of a suggestion: 60 bits, of which each guess costs scrypt a second and 1 GiB of memory."""

# A million guesses are a fortnight on one machine at a second each; 2^40 are some 30,000 years.
_FEW_BITS, _GOOD_BITS = 20, 40

_WORD_BITS, _LETTER_BITS, _DIGIT_BITS, _MARK_BITS, _MIXED_BITS = 10.0, 2.0, 3.3, 4.0, 5.0
_YEAR_BITS, _PATTERN_BITS, _AGAIN_BITS = 6.0, 4.0, 1.0

_WELL_KNOWN = (
    "password", "passphrase", "passwort", "letmein", "welcome", "admin", "login", "secret", "master",
    "mentor", "hello", "iloveyou", "sunshine", "princess", "football", "baseball", "dragon", "monkey",
    "shadow", "batman", "superman", "trustno", "qwerty", "abcd", "asdf", "zxcv", "pass", "word", "love",
    "freedom", "whatever", "michael", "jordan",
)  # fmt: skip
_FAMOUS = (
    "correct horse battery staple", "open sesame", "to be or not to be", "squeamish ossifrage",
    "to be or not to be that is the question", "the quick brown fox jumps over the lazy dog",
    "all your base are belong to us", "may the force be with you", "winter is coming", "call me ishmael",
    "lorem ipsum dolor sit amet", "it was the best of times it was the worst of times", "i have a dream",
    "in the beginning was the word", "once upon a time",
    "our father who art in heaven", "the lord is my shepherd i shall not want", "elementary my dear watson",
    "one ring to rule them all",
)  # fmt: skip
"""Passphrases that stand in books and cartoons: whoever guesses begins with them."""
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop")
_RUN = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def words() -> tuple[str, ...]:
    """The words suggestions are made of: 1,024 of them, in order."""
    lines = (Path(__file__).parent / "content" / "words_for_passphrases.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def suggested(choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Six words picked at random, with blanks between them."""
    return " ".join(choose(words()) for _ in range(WORD_COUNT))


def strength(passphrase: str) -> Strength:
    """How long a passphrase would stand, in one of four words."""
    if not passphrase.strip():
        return "none"
    bits = bits_of(passphrase)
    if bits < _FEW_BITS:
        return "few guesses"
    return "determined person" if bits < _GOOD_BITS else "good"


def bits_of(passphrase: str) -> float:
    """About how many times a guesser's work doubles, in bits."""
    seen: set[str] = set()
    plain, famous = _letters_of(passphrase), _famous()
    if begins := next((one for one in famous if plain.startswith(one)), ""):
        rest = _LETTER_BITS * (len(plain) - len(begins))
        return _WORD_BITS + rest
    return sum(_piece_bits(piece, seen) for piece in passphrase.casefold().split())


@cache
def _famous() -> tuple[str, ...]:
    return tuple(sorted(map(_letters_of, _FAMOUS), key=len, reverse=True))


def _letters_of(words: str) -> str:
    """Its letters and figures alone: no blank and no mark makes a famous one another."""
    return "".join(filter(str.isalnum, words.casefold()))


def _piece_bits(piece: str, seen: set[str]) -> float:
    """The bits of what stands between two blanks."""
    runs = _RUN.findall(piece)
    if len(runs) < 4 or len(piece) > 2.5 * len(runs):
        return sum(_run_bits(run, seen) for run in runs)
    # Letters, figures and marks in quick turns are not made of words.
    return _PATTERN_BITS if _is_pattern(piece) else _MIXED_BITS * len(set(piece))


def _run_bits(run: str, seen: set[str]) -> float:
    """The bits of letters, of figures or of marks alone."""
    if run in seen:
        return _AGAIN_BITS
    seen.add(run)
    if run.isalpha():
        return _letter_bits(run)
    return _figure_bits(run) if run.isdigit() else _MARK_BITS * len(set(run))


def _letter_bits(run: str) -> float:
    is_well_known = any(known in run and len(known) * 2 >= len(run) for known in _WELL_KNOWN)
    if is_well_known or _is_pattern(run):
        return _PATTERN_BITS
    return _WORD_BITS if run in words() else _LETTER_BITS * min(len(run), 3 * len(set(run)))


def _figure_bits(run: str) -> float:
    if _is_pattern(run):
        return _PATTERN_BITS
    return _YEAR_BITS if _YEAR.fullmatch(run) else _DIGIT_BITS * len(run)


def _is_pattern(run: str) -> bool:
    """One part over and over, or a walk along the alphabet, the figures or the keyboard."""
    if len(run) < 3:
        return False
    if any(run == (run[:part] * len(run))[: len(run)] for part in range(1, len(run) // 2 + 1)):
        return True
    letters, figures = "".join(filter(str.isalpha, run)), "".join(filter(str.isdigit, run))
    return all(_walks(part) for part in (letters, figures) if part)


def _walks(run: str) -> bool:
    return any(run in row or run[::-1] in row for row in _ROWS)
