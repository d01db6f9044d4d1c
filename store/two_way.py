"""Which contacts were two-way, which were attempts, and which are only notes."""

from collections.abc import Iterable
from dataclasses import dataclass

from store.records import Contact
from store.vocabulary import ATTEMPT_OUTCOMES, TWO_WAY_OUTCOMES, WRITTEN_MODES

# Work for someone is not being in touch with them: their clock must not be reset by it.
_BESIDE_THEM_KINDS = frozenset({"behalf", "with-family"})
_BESIDE_THEM_MODES = frozenset({"through-someone"})
# Where "what happened" was left empty, being in one place says they met; a written word without an
# answer says it was sent. A call with nothing said stays unknown: guessing "talked" would hide someone.
_MEETING_MODES = frozenset({"in-person", "gate", "driving"})
_IN_PERSON_KINDS = frozenset({"along", "ride", "gate-pickup"})
_THEY_CAME = {"in": "in", "met": "met"}


def is_note(contact: Contact) -> bool:
    """A line on the timeline: no mode, no kind, no outcome. Neither contact nor attempt."""
    return not (contact.mode or contact.kind or contact.outcome)


def is_work(contact: Contact) -> bool:
    """The mentor's own work time."""
    return contact.kind == "work"


def is_beside_them(contact: Contact) -> bool:
    """For them but not with them: on their behalf, with family or a friend, through someone."""
    return contact.kind in _BESIDE_THEM_KINDS or contact.mode in _BESIDE_THEM_MODES


def is_two_way(contact: Contact) -> bool:
    """The two were in touch: this is what sets a rhythm's clock."""
    if is_work(contact) or is_beside_them(contact):
        return False
    return what_happened(contact) in TWO_WAY_OUTCOMES


def is_attempt(contact: Contact) -> bool:
    """The mentor tried to reach them and they were not in touch: work, but never a reset of the clock."""
    if is_work(contact) or contact.kind in _BESIDE_THEM_KINDS:
        return False
    return what_happened(contact) in ATTEMPT_OUTCOMES


def is_in_person(contact: Contact) -> bool:
    """In one place: by its mode, by its kind, or by "met" with no mode said."""
    if contact.mode:
        return contact.mode in _MEETING_MODES
    return contact.kind in _IN_PERSON_KINDS or contact.outcome in ("met", "met-short")


def what_happened(contact: Contact) -> str:
    """The outcome as written, or what the other fields say where it was left empty ("" if nothing does)."""
    if contact.outcome:
        return contact.outcome
    if contact.direction in _THEY_CAME:
        return _THEY_CAME[contact.direction]
    if contact.mode in _MEETING_MODES:
        return "met"
    return "sent" if contact.mode in WRITTEN_MODES else ""


@dataclass(frozen=True, slots=True)
class LastTalk:
    """The last time the two were in touch, and what was tried after it."""

    contact: Contact | None
    """None if they never were."""
    attempts: tuple[Contact, ...]
    """Newest first; all there are, if they never were in touch."""


def last_talk(newest_first: Iterable[Contact]) -> LastTalk:
    """Read back from the newest contact to the last two-way one, and no further."""
    attempts: list[Contact] = []
    for contact in newest_first:
        if is_two_way(contact):
            return LastTalk(contact, tuple(attempts))
        if is_attempt(contact):
            attempts.append(contact)
    return LastTalk(None, tuple(attempts))
