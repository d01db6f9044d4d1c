"""How a week reads: names with their days, lists, lengths, words between quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from store.records import Contact
from store.text import first_words

NOT_HERE = "people who are not in your record"
_MOST = 80
"""Letters of somebody's words in a sentence."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing of a week, in a sentence."""

    about: str
    """What it is about, a word that stays: "with", "tried", "held"."""
    words: str
    """The sentence; what a person or the mentor wrote stands between “ and ”."""


def day_name(day: date | None) -> str:
    """A day within its week: "Mon"; English whatever the machine's locale is."""
    return _DAYS[day.weekday()] if day else ""


def listed(parts: Sequence[str]) -> str:
    """All of them in a row: "Dee", "Dee and Jo", "Dee, Jo and Sam"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def quoted(words: str) -> str:
    """Somebody's words on one line, cut between two of them where they are long for a sentence."""
    line = first_words(" ".join(words[: _MOST * 4].split()), _MOST)
    return f"“{line.rstrip('.')}”"


def length(minutes: int) -> str:
    """A length as it is typed: "45m", "3h", "3h20"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}m"
    return f"{hours}h{rest:02}" if rest else f"{hours}h"


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
