"""People from lines, as they are typed or pasted at the first start: "dee out 21 nov weekly text"."""

from dataclasses import dataclass

from msgspec.structs import replace

from store.acts import release_said, release_unknown
from store.clock import Moment
from store.errors import RequestRefused
from store.names import as_name
from store.records import Client, Rhythm
from store.release_words import is_unknown
from store.rhythm import read_rhythm, rhythm_words
from store.text import clean_line, clean_lines, fold
from store.when import nearest_when
from store.when_echo import echo

_OUT_WORDS = ("out", "released")
# "Old Joe gets out 14 dec": these are no part of the name.
_BEFORE_OUT = (
    "gets",
    "get",
    "getting",
    "got",
    "is",
    "was",
    "be",
    "came",
    "comes",
    "coming",
    "due",
    "expected",
    "been",
    "has",
    "have",
    "just",
    "already",
    "finally",
)
_MOST_WORDS_OF_A_DAY = 6
_RHYTHM_WORDS = ("daily", "weekly", "fortnightly", "biweekly", "monthly", "every")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line, understood."""

    client: Client
    """The person; words of the line that were not read stand in its `about`, so that none is lost."""
    said: str
    """How it was read: "Dee · out Sat 21 Nov 2026 · weekly by text"."""
    trouble: str = ""
    """What was not read, and what would be, in a sentence; "" if the line was read whole."""
    number: int = 1
    """Which line of the text it is, from 1; empty lines count."""


def read_people(text: str, moment: Moment, *, day_first: bool = True) -> tuple[PersonLine, ...]:
    """A person for each line that says something."""
    lines = (clean_line(line).lstrip("-*• ") for line in clean_lines(text).split("\n"))
    return tuple(
        read_person(line, moment, day_first=day_first, number=number)
        for number, line in enumerate(lines, 1)
        if line
    )


def read_person(line: str, moment: Moment, *, day_first: bool = True, number: int = 1) -> PersonLine:
    """Name first; then `out` and a day, and a rhythm, in this order or without either.

    After `out` the nearest such day counts: a past one happened, a coming one is expected.
    """
    words = line.split()
    at = next((place for place, word in enumerate(words) if place and _begins_more(words, place)), len(words))
    is_out = _is_out(words, at)
    if not is_out and (day_at := _day_behind(words[:at], moment, day_first)):
        return _without_out(words, day_at, moment, number)
    rest = _unwrapped(" ".join(words[at:]))
    client = Client(name=as_name(_name(words[:at], is_out=is_out)), met_on=moment.day)
    said, trouble = [client.name], ""
    if is_out:
        if (found := _released(client, rest.partition(" ")[2], moment, day_first)) is None:
            trouble = f"“{rest}” is not read as a day; “out 21 nov” or “out unknown” would be."
        else:
            client, how, rest = found
            said.append(how)
    rhythm = None if trouble else _rhythm(rest, moment)
    if rhythm is not None:
        client = replace(client, rhythm=rhythm)
        said.append(rhythm_words(rhythm))
    elif rest and not trouble:
        trouble = f"“{rest}” is not read; “weekly text” or “every 10 days” would be."
    if trouble:
        client = replace(client, about=rest)
    return PersonLine(client, " · ".join(said), trouble or _two_in_one(client.name), number)


def _day_behind(words: list[str], moment: Moment, day_first: bool) -> int:
    """Where a day stands behind a name and no "out" leads to it ("Rosa, 3 jan"); 0 where none does."""
    for place in range(max(1, len(words) - _MOST_WORDS_OF_A_DAY), len(words)):
        is_apart = words[place - 1][-1] in ",;:-–—" or words[place].startswith("(")
        if is_apart or words[place][0].isdigit():
            found = nearest_when(_unwrapped(" ".join(words[place:])), moment, day_first=day_first)
            if found and not found[1].strip(" ,."):
                return place
    return 0


def _without_out(words: list[str], day_at: int, moment: Moment, number: int) -> PersonLine:
    """A day is not taken for a release unless that is said; it is kept with the person."""
    name, day = as_name(_name(words[:day_at], is_out=False)), _unwrapped(" ".join(words[day_at:]))
    trouble = f"“{day}” is not read; “{name} out {day}” would be, as when they came out."
    return PersonLine(Client(name=name, met_on=moment.day, about=day), name, trouble, number)


def _unwrapped(rest: str) -> str:
    """Without the brackets that stand around how it goes on: "(out 3 jan) weekly"."""
    return rest[1:].replace(")", "", 1) if rest.startswith("(") else rest


def _two_in_one(name: str) -> str:
    first, joint, second = name.partition(" and ") if " and " in name else name.partition(" & ")
    return f"“{name}” is read as one person; {first} and {second} are two on a line each." if joint else ""


def _released(client: Client, words: str, moment: Moment, day_first: bool) -> tuple[Client, str, str] | None:
    """With the release that these words begin with, how it was read, and the words after it."""
    words = words[len("since ") :] if fold(words).startswith("since ") else words
    first, _, rest = words.partition(" ")
    if is_unknown(first.strip(",")):
        return release_unknown(client, moment), "not out yet, no day known", rest.strip(" ,")
    found = nearest_when(words, moment, day_first=day_first)
    if found is None:
        return None
    expected = "expected out" if found[0].day > moment.day else "out"
    how = f"{expected} {echo(found[0], moment)}"
    return release_said(client, found[0].day, moment), how, found[1].strip(" ,")


def _begins_more(words: list[str], place: int) -> bool:
    return fold(words[place]).strip(",(") in _RHYTHM_WORDS or _is_out(words, place)


def _is_out(words: list[str], place: int) -> bool:
    """Whether a word that says they came out stands there, with something behind it."""
    return place + 1 < len(words) and fold(words[place]).strip(",:(") in _OUT_WORDS


def _name(words: list[str], *, is_out: bool) -> str:
    """The name these words are, without what only leads to "out" and without a comma at its end."""
    while is_out and len(words) > 1 and fold(words[-1]) in _BEFORE_OUT:
        leads_on = fold(words[-1]) in ("be", "get") and len(words) > 2 and fold(words[-2]) == "will"
        words = words[: -2 if leads_on else -1]
    return " ".join(words).rstrip(" ,;:-–—") or " ".join(words)


def _rhythm(words: str, moment: Moment) -> Rhythm | None:
    try:
        return read_rhythm(words, moment.day)
    except RequestRefused:
        return None
