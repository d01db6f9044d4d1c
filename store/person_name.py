"""A name as it may be kept: something to see and to read aloud, and no longer than a line."""

import unicodedata

from store.errors import RequestRefused
from store.text import clean_line

MOST_LETTERS = 200

# Letters by their kind, and yet nothing to see: the fillers of Hangul and the empty Braille cell.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_FIRST_UNSEEN = "\U000e0000"
"""From here on, what has no kind is made not to be seen; before, it may be a sign newer than this Python."""


def person_name(words: str, needed: str) -> str:
    """The name in these words, made safe.

    Args:
        needed: the sentence that refuses words in which nothing can be seen.

    Raises:
        RequestRefused: there is nothing to see, or too much for a name.
    """
    name = clean_line(words)
    if not any(map(_is_seen, name)):
        raise RequestRefused(needed)
    if len(name) > MOST_LETTERS:
        raise RequestRefused(
            f"A name of {len(name):,} letters is too long for a list; {MOST_LETTERS} are the most. "
            "The rest can stand in what is worth knowing about them."
        )
    return name


def _is_seen(mark: str) -> bool:
    kind = unicodedata.category(mark)
    return (kind[0] in "LNPS" and mark not in _BLANK) or (kind == "Cn" and mark < _FIRST_UNSEEN)
