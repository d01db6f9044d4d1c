"""How a week reads: names with their days, lists, lengths, words between quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.records import Contact
from store.text import first_words, listed
from store.waiting.phrases import day_name

NOT_HERE = "people who are not in your record"
_MOST = 80
"""Letters of somebody's words in a sentence."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing of a week, in a sentence."""

    about: str
    """What it is about, a word that stays: "with", "tried", "held"."""
    words: str
    """The sentence; what a person or the mentor wrote stands between “ and ”."""


def quoted(words: str) -> str:
    """Somebody's words on one line, cut between two of them where they are long for a sentence."""
    line = first_words(" ".join(words[: _MOST * 4].split()), _MOST)
    return f"“{line.rstrip('.')}”"


def people_with_days(contacts: Iterable[tuple[Contact, str]], names: dict[int, str]) -> str:
    """Who it was with, each with the days: "Dee (Mon, Thu) and Jo (Wed)"; "" for nobody who is here.

    Args:
        contacts: each with what is said after the name (" to the clinic"), or "".
    """
    days: dict[str, dict[str, None]] = {}
    for contact, after in contacts:
        for who in _who(contact, names):
            days.setdefault(who + after, {})[day_name(contact.on)] = None
    return listed([f"{who} ({', '.join(those)})" for who, those in days.items()])


def _who(contact: Contact, names: dict[int, str]) -> list[str]:
    known = [names[id] for id in contact.client_ids if id in names]
    return [*known, NOT_HERE] if contact.unnamed else known
