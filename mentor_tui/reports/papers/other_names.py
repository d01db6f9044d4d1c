"""Words without the names of other people: what one person reads must not tell about another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from store.noteline.common_words import COMMON_WORDS
from store.records import (
    Answer,
    Appointment,
    AskedAs,
    Channel,
    CheckIn,
    Client,
    Consent,
    Contact,
    EndConversation,
    Episode,
    Goal,
    Promise,
    Referral,
    Repeat,
    Stay,
)
from store.text import fold

if TYPE_CHECKING:
    from store.caseload import Caseload

_LEAST_SURNAME = 4
"""Letters of a last name that is looked for by itself."""
_WORD = re.compile(r"\w+")
# A name that is a word of every day too is taken for the name only where it is written as one.
_EVERYDAY = COMMON_WORDS | frozenset(
    _WORD.findall(
        """
        mark art rose grace faith joy dawn summer autumn june april march bill sky ray chance
        angel star guy rich don grant lance miles nick norm penny robin skip victor ward young king prince
        case cliff ginger honey melody mercy patience charity ivy holly lily daisy ruby pearl amber jade
        brook river storm gene jay frank earnest rob lucky buddy sunny misty sandy rusty dusty destiny
        kit so do al
        """
    )
)
# Where one of our codes stands, or a mark, and not what somebody wrote. What is not named here is taken for
# words: a field that comes later is hidden too much before it is hidden too little.
_NO_WORDS: dict[type[Struct], tuple[str, ...]] = {
    Client: ("name", "how_met", "status", "supervision", "age_band", "kit", "uid", "merged_uids"),
    Episode: ("certainty",),
    Stay: ("where",),
    Channel: ("how", "whose", "if_cut_off"),
    Contact: ("direction", "mode", "kind", "outcome", "activities", "zone", "uid"),
    Appointment: ("kind", "mode", "going", "result", "series", "zone", "uid", "calendar_uid"),
    Repeat: ("rule",),
    Goal: ("rank", "area", "state", "whose", "uid"),
    Promise: ("state", "uid"),
    Referral: ("area", "stage", "steps", "ended", "warm", "uid"),
    Consent: ("purpose", "how", "state", "uid"),
    EndConversation: ("helped", "uid"),
    CheckIn: ("uid",),
    Answer: ("question_id",),
    AskedAs: ("question_id", "asked"),
}
S = TypeVar("S", bound=Struct)

SOMEONE_QUOTED = "[someone]"
"""What stands for a name in words that are given as said: nobody takes it for one of them."""
Names = dict[tuple[str, ...], str]
"""What stands for a name, by its folded words."""


def stand_ins(names: Mapping[str, str], own: str = "") -> Names:
    """How names are said instead: whole, and by their first word.

    Args:
        names: what stands for each name.
        own: a name that stays as it is, and every part of it.
    """
    found: Names = {}
    for name, stand_in in names.items():
        words = _words(name)
        if words:
            found[words] = stand_in
            found.setdefault(words[:1], stand_in)
    for kept in (_words(own), _words(own)[:1]):
        found.pop(kept, None)
    return {words: stand_in for words, stand_in in found.items() if len("".join(words)) > 1}


def others_than(caseload: Caseload, person: Client, said: str = "someone") -> Names:
    """Everyone else in the records, and whom the mentor may talk to about this person.

    Args:
        said: what stands for each of them.
    """
    names = {each.name: said for each in caseload.people() if each.id != person.id}
    return stand_ins(names | {each.name: said for each in person.confidants}, person.name)


def with_surnames(names: Mapping[str, str]) -> Names:
    """The same, and by their first name with a hyphen in it, and by their last name alone.

    A last name of several people is its first letter. One of fewer than four letters, or that is a word of
    every day, is left as it stands: `short_surnames` names it.
    """
    found = stand_ins(names)
    last: dict[tuple[str, ...], str] = {}
    for name, stand_in in names.items():
        first, *rest = name.split() or [""]
        found.setdefault(_words(first) or ("",), stand_in)
        for part in {rest[-1], *rest[-1].split("-")} if rest else ():
            if (words := _words(part)) and not _is_short(words):
                shared = part[0].upper() + "." if stand_in else ""
                last[words] = stand_in if last.get(words, stand_in) == stand_in else shared
    for words, stand_in in last.items():
        found.setdefault(words, stand_in)
        found.setdefault((*words[:-1], f"{words[-1]}s"), stand_in)  # the Webbs
    found.pop(("",), None)
    return found


def short_surnames(text: str, people: Iterable[str]) -> tuple[str, ...]:
    """Last names in a text that stand as they were written: too short, or words of every day."""
    short = {words for name in people if (rest := name.split()[1:]) and _is_short(words := _words(rest[-1]))}
    said = dict.fromkeys(word for word in _WORD.findall(text) if word[0].isupper())
    return tuple(word for word in said if (fold(word),) in short)


def _is_short(words: tuple[str, ...]) -> bool:
    letters = "".join(words)
    return len(letters) < _LEAST_SURNAME or letters in _EVERYDAY


def without_names(text: str, names: Names) -> str:
    """The text, each of these names replaced by what stands for it; the longest that fits wins."""
    if not names:
        return text
    tokens = [(found.start(), found.end(), fold(found[0])) for found in _WORD.finditer(text)]
    longest = max(map(len, names))
    parts, at, place = [], 0, 0
    while place < len(tokens):
        size = _fits(text, tokens, place, names, longest)
        if size:
            key = tuple(word for *_, word in tokens[place : place + size])
            parts += [text[at : tokens[place][0]], names[key]]
            at = tokens[place + size - 1][1]
        place += size or 1
    return "".join([*parts, text[at:]])


def perhaps_names(text: str, names: Names) -> tuple[str, ...]:
    """Words of every day in the text that are names too, and were left because they are written small."""
    words = dict.fromkeys(word for word in _WORD.findall(text) if not word[0].isupper())
    return tuple(word for word in words if fold(word) in _EVERYDAY and (fold(word),) in names)


def words_without(record: S, names: Names) -> S:
    """The record, every word that somebody wrote in it without these names; what we wrote stays."""
    kept = _NO_WORDS.get(type(record), ())
    told = {each.name: getattr(record, each.name) for each in fields(record) if each.name not in kept}
    return replace(record, **{name: _without(value, names) for name, value in told.items()})


def _without(value: Any, names: Names) -> Any:
    if isinstance(value, str):
        return without_names(value, names)
    if isinstance(value, Struct):
        return words_without(value, names)
    return tuple(_without(each, names) for each in value) if isinstance(value, tuple) else value


def _fits(text: str, tokens: list[tuple[int, int, str]], place: int, names: Names, longest: int) -> int:
    """How many words from here are one of the names; 0 for none."""
    for size in range(min(longest, len(tokens) - place), 0, -1):
        key = tuple(word for *_, word in tokens[place : place + size])
        if key not in names:
            continue
        if size == 1 and key[0] in _EVERYDAY and not text[tokens[place][0]].isupper():
            continue
        return size
    return 0


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(name))
