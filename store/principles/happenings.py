"""What kind of day it was, in a few plain words and without a name."""

from collections import Counter
from collections.abc import Iterable

from store.records import Contact
from store.two_way import is_attempt, is_note, is_two_way

_NUMBERS = ("no", "a", "two", "three", "four", "five", "six")
_MOST = 2
# The days that weigh most come first; two are enough to recognise a day by.
_IN_WORDS = {
    "gate": ("gate pickup", "gate pickups"),
    "crisis": ("hard moment", "hard moments"),
    "along": ("visit you went along to", "visits you went along to"),
    "unanswered": ("call unanswered", "calls unanswered"),
    "ride": ("ride", "rides"),
    "hand-over": ("hand-over", "hand-overs"),
    "sent": ("message without an answer yet", "messages without an answer yet"),
    "missed": ("meeting that did not come about", "meetings that did not come about"),
    "met": ("meeting", "meetings"),
    "called": ("call", "calls"),
    "wrote": ("message answered", "messages answered"),
    "beside": ("piece of work on someone's behalf", "pieces of work on someone's behalf"),
}
_KINDS = {
    "gate-pickup": "gate",
    "crisis": "crisis",
    "along": "along",
    "ride": "ride",
    "hand-over": "hand-over",
}
_MODES = {"gate": "gate", "driving": "ride", "phone": "called", "video": "called"}


def day_happenings(contacts: Iterable[Contact]) -> tuple[str, ...]:
    """The one or two things that tell this day: ("a gate pickup", "two calls unanswered")."""
    counted = Counter(filter(None, map(_sort, contacts)))
    told = [_counted(counted[sort], *_IN_WORDS[sort]) for sort in _IN_WORDS if counted[sort]]
    return tuple(told[:_MOST])


def _sort(contact: Contact) -> str:
    if is_note(contact) or contact.kind == "work":
        return ""
    if is_attempt(contact):
        return _attempt(contact)
    if not is_two_way(contact):
        return "beside"
    written = "wrote" if contact.mode in ("text", "email", "letter") else "met"
    return _KINDS.get(contact.kind) or _MODES.get(contact.mode) or written


def _attempt(contact: Contact) -> str:
    if contact.outcome.startswith("could-not"):
        return "missed"
    return "unanswered" if contact.mode in ("phone", "video", "") else "sent"


def _counted(number: int, one: str, many: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {one if number == 1 else many}"
