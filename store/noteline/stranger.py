"""The name of somebody nobody knows yet, as it would stand in the record."""

import re

from store.names import as_name, name_key
from store.noteline.common_words import COMMON_WORDS
from store.noteline.run import begins_run
from store.noteline.run_words import past_spaces
from store.when import Frame

_WORD = re.compile(r"[^\W\d_][^ ,:]{0,40}(?=[ ,:]|$)")
_MOST_WORDS = 3


def stranger(line: str, start: int, frame: Frame) -> str:
    """The words at `start` up to the run, if they are few; else the first alone. "" for a common word."""
    words: list[str] = []
    place = start
    while len(words) < _MOST_WORDS and (word := _WORD.match(line, place)):
        if words and name_key(word.group()) in COMMON_WORDS:
            break
        words.append(word.group())
        marked = line[word.end() : word.end() + 1] in (",", ":")
        place = past_spaces(line, word.end() + marked)
        if begins_run(line, place, frame):
            return as_name(" ".join(words))
        if marked:
            break
    first = words[0] if words else ""
    return "" if name_key(first) in COMMON_WORDS else as_name(first)
