"""What a next touch nearly says: an hour without am or pm, a day that stands behind its words.

It stays in the words and is pointed at.
"""

import re

from store.noteline.marks import PLACES, Event, stays
from store.when import Found, Frame, Refusal, find_when
from store.when_hours import hour_behind

_WORD = re.compile(r"[^\W\d_][^ ]*(?: +|$)")
# A day further off in the words is a day they tell about.
_MOST_WORDS = 4
_MOST_WITHOUT_A_TIME = 4
"""The words of the day among them."""


def doubtful_hour(line: str, event: Event) -> Event | None:
    """The bare hour behind the day of a next touch that has no time ("> thu 10 court")."""
    if event.when is None or event.when.at:
        return None
    doubt = hour_behind(line, event.end)
    if doubt is None:
        return None
    start, refusal = doubt
    return Event("unclear", start, refusal.end, start, sentence=stays(refusal))


def late_day(line: str, start: int, place: int, frame: Frame) -> Event | None:
    """The day behind the words of what looks like a next touch ("> court thursday 10am")."""
    mark = PLACES.search(line, place)
    part = line[place : mark.start() if mark else len(line)].rstrip(" ")[:160]
    end = 0
    for _ in range(_MOST_WORDS):
        word = _WORD.match(part, end)
        if word is None:
            return None
        end = word.end()
        try:
            found = find_when(part, end, frame)
        except Refusal:
            continue
        if found and (found.when.at or _ends_with_a_day(found, part, frame)):
            said, words = part[end : found.end], part[:end].strip(" ,;:")
            sentence = (
                f"Behind > the day comes first, so it stays in your words; “> {said} {words}” would be read."
            )
            return Event("unclear", start, place + found.end, start, sentence=sentence)
    return None


def _ends_with_a_day(found: Found, part: str, frame: Frame) -> bool:
    """Whether the day closes a few words; "today", or a comma among them, makes a sentence of them."""
    words = part[: found.end].split(" ")
    if len(words) > _MOST_WITHOUT_A_TIME or "," in part[: found.end]:
        return False
    return found.when.day != frame.moment.day and not part[found.end :].strip(" .,;:!?")
