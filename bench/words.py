"""Words for notes of any number: the demo's own sentences, and many rarer words with accents."""

import random
import re
from functools import cache
from itertools import accumulate

from mentor_tui.demo.decks import every_line

_VOWELS = ("a", "a", "é", "i", "o", "o", "ou", "è", "u", "ï", "ia")
_SYLLABLES = [first + vowel for first in "bcdfghjklmnprstvwz" for vowel in _VOWELS]
_ENDINGS = ("", "", "n", "r", "s", "t", "l", "ng", "ç", "ñ", "ö")
_RARE_WORDS = 40_000
AVERAGE_NOTE = 355
"""Characters of a note on average: what people who keep a daily log write, measured on real journals."""


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Distinct words and how often each comes: a few all the time, most hardly ever, as in real prose."""
    told = [re.sub(r"\{(\w+)\}", r"\1", line) for line in every_line()]
    plain = [word for line in told for word in line.split() if word[0] not in "+#"]
    counted = dict.fromkeys(plain, 0)
    for word in plain:
        counted[word] += 1
    rng = random.Random("words")
    rare = {_invented(rng) for _ in range(_RARE_WORDS)} - counted.keys()
    words = [*counted, *sorted(rare)]
    weights = [*counted.values(), *(450 / (rank + 50) for rank in range(len(rare)))]
    return words, list(accumulate(weights))


def _invented(rng: random.Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3, 3, 4)))) + rng.choice(_ENDINGS)


def note(rng: random.Random) -> str:
    """One note; 355 characters on average, from a dozen words to a page."""
    words, weights = _vocabulary()
    length = min(1600, max(20, rng.gammavariate(2.0, AVERAGE_NOTE / 2.0)))
    text = " ".join(rng.choices(words, cum_weights=weights, k=int(length / 5) + 1))
    return text[: int(length)].strip()
