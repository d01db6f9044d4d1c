"""The sentences of the demo's notes, dealt like cards: none comes again before all have been seen."""

import random
import re
from functools import cache
from importlib.resources import files
from typing import Final

_PRONOUNS: Final = {
    "she": {"they": "she", "them": "her", "their": "her", "theirs": "hers"},
    "he": {"they": "he", "them": "him", "their": "his", "theirs": "his"},
    "they": {"they": "they", "them": "them", "their": "their", "theirs": "theirs"},
}
_SINGULAR: Final = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "don't": "doesn't",
} | {
    verb: verb + "s"
    for verb in ("want", "need", "like", "know", "look", "think", "keep", "talk", "sleep", "eat")
}
_THEY_VERB = re.compile(r"(\{[Tt]hey\}) ([a-z']+)")


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    """Section name to lines, from content/words/*.txt; "== name" opens a section."""
    sections: dict[str, list[str]] = {}
    folder = files("mentor_tui.demo") / "content" / "words"
    for page in sorted(folder.iterdir(), key=lambda path: path.name):
        if page.name.endswith(".txt"):
            _read_page(page.read_text(encoding="utf-8"), sections)
    return {name: tuple(lines) for name, lines in sections.items()}


def every_line() -> tuple[str, ...]:
    """Every sentence there is, pronouns still open: what notes sound like, for whoever makes more of them."""
    return tuple(line for lines in _sections().values() for line in lines)


def _read_page(text: str, sections: dict[str, list[str]]) -> None:
    name = ""
    for row in (row.strip() for row in text.splitlines()):
        if row.startswith("=="):
            name = row.strip("= ")
        elif row and not row.startswith("//"):
            sections.setdefault(name, []).append(row)


class Decks:
    """All the sections, each shuffled once, then dealt from the top."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._piles: dict[str, list[str]] = {}
        self._rounds: dict[str, int] = {}
        self._seen: set[tuple[str, str]] = set()

    def has(self, section: str) -> bool:
        """Whether there is such a section."""
        return section in _sections()

    def draw(self, section: str, who: str = "") -> str:
        """The next line; one this person has not had yet, as long as there is one."""
        line = self._unseen(section, who)
        if line is None:
            self._shuffle_in(section)
            line = self._unseen(section, who) or self._piles[section].pop()
        self._seen.add((who, line))
        return line

    def _unseen(self, section: str, who: str) -> str | None:
        pile = self._piles.get(section, [])
        for place in range(len(pile) - 1, -1, -1):
            if not who or (who, pile[place]) not in self._seen:
                return pile.pop(place)
        return None

    def _shuffle_in(self, section: str) -> None:
        turn = self._rounds[section] = self._rounds.get(section, 0) + 1
        fresh = list(_sections()[section])
        random.Random(f"{self._seed}:{section}:{turn}").shuffle(fresh)
        # Those left from the turn before are dealt first, so that every line comes about as often.
        self._piles[section] = fresh + self._piles.get(section, [])


def told_of(line: str, pronouns: str, kin: str, spot: str) -> str:
    """A sentence with this person's pronouns, closest person and meeting place in it."""
    pronoun = pronouns.partition("/")[0]
    if pronoun != "they":
        line = _THEY_VERB.sub(lambda found: f"{found[1]} {_SINGULAR.get(found[2], found[2])}", line)
    words = dict(_PRONOUNS[pronoun], kin=kin, spot=spot)
    for slot, word in words.items():
        line = line.replace("{" + slot + "}", word)
        line = line.replace("{" + slot.capitalize() + "}", word[:1].upper() + word[1:])
    return line
