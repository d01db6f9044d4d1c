"""Initials in place of names: the same for one person, and never the same for two."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_SHORTEST_SMALL = 4
"""A part of a name in small letters ("van", "the") that is shorter may be any word."""
NOBODY = "you"
"""What stands in the place of a name where nobody is meant but the mentor."""


class Initials:
    """The initials of every name met so far; a name met once keeps its own."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """The initials of these names, the first to have them without a number."""
        self._of: dict[str, str] = {}
        self._taken: dict[str, int] = {}
        self._first: dict[str, list[str]] = {}
        self._parts: dict[str, str] = {}
        self._odd: list[str] = []
        self.learn(names)

    def learn(self, names: Iterable[str]) -> None:
        """Know these names too."""
        for name in names:
            if name and name not in self._of:
                self._learn(name)

    def of(self, text: str) -> str:
        """The initials of a name, whole or cut, or of several with commas; "" where it is not known."""
        if not text or text == NOBODY or text in self._of:
            return self._of.get(text, text)
        if text.endswith("…"):
            begun = text[:-1]
            return next((short for name, short in self._of.items() if begun and name.startswith(begun)), "")
        several = [self._of.get(part, "") for part in text.split(", ")]
        return ", ".join(several) if len(several) > 1 and all(several) else ""

    def within(self, text: str) -> str:
        """A sentence with initials in place of each name in it, whole, broken over lines or cut."""
        for name in self._odd:
            text = text.replace(name, self._of[name])
        seen, done = [], 0
        for word in _WORD.finditer(text):
            if word.start() < done:
                continue
            end, short = self._at(text, word)
            if short:
                seen += [text[done : word.start()], short]
                # "D. (2)" and "D." at the end of a sentence: one point is enough
                done = end + (text[end : end + 1] == "." and short.endswith("."))
        return "".join([*seen, text[done:]])

    def _learn(self, name: str) -> None:
        words = _WORD.findall(name)
        letters = [words[0][0], *([words[-1][0]] if len(words) > 1 else [])] if words else ["·"]
        short = "".join(f"{letter.upper()}." for letter in letters)
        number = self._taken[short] = self._taken.get(short, 0) + 1
        self._of[name] = short if number == 1 else f"{short}{number}"
        begins = _WORD.match(name)
        if begins:
            alike = self._first.setdefault(begins[0], [])
            alike.append(name)
            alike.sort(key=len, reverse=True)
        else:
            self._odd = sorted([*self._odd, name], key=len, reverse=True)
        for part in words if len(words) > 1 else ():
            if len(part) > 1 and part[0].isalpha() and (not part.islower() or len(part) >= _SHORTEST_SMALL):
                self._parts.setdefault(part, f"{part[0].upper()}.")

    def _at(self, text: str, word: re.Match[str]) -> tuple[int, str]:
        """Where the name that begins with this word ends, and its initials; "" where none does."""
        for name in self._first.get(word[0], ()):
            end = word.start() + len(name)
            goes_on = name[-1].isalnum() and text[end : end + 1].isalnum()
            if text.startswith(name, word.start()) and not goes_on:
                return end, self._of[name]
        if word[0] in self._parts:
            return word.end(), self._parts[word[0]]
        if text[word.end() : word.end() + 1] == "…":
            known = self._of | self._parts
            return word.end() + 1, next((known[name] for name in known if name.startswith(word[0])), "")
        return word.end(), ""
