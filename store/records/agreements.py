"""What a person agreed to, and what was said at the end."""

from datetime import date

from store.records.base import Part, Record


class Consent(Record, frozen=True, kw_only=True):
    """One purpose, one recipient, one row."""

    client_id: int = 0
    purpose: str = ""
    """PURPOSES."""
    recipient: str = ""
    information: str = ""
    """What, specifically."""
    for_what: str = ""
    """What it is for, in their words: "while you are away"."""
    how: str = ""
    """HOW_GIVEN."""
    on: date | None = None
    expires_on: date | None = None
    expires_when: str = ""
    """An event: "when housed"."""
    state: str = "active"
    """CONSENT_STATES; expired is derived from the day."""
    told: str = ""
    """What the mentor told them."""


class Answer(Part, frozen=True, kw_only=True):
    """What they said to one question of a check-in."""

    question_id: str = ""
    """Stable: "hope-with-a"; a question of the mentor's own is "own-3"."""
    asked: str = ""
    """The words asked, as they stood that day."""
    asked_theirs: str = ""
    """The same in their language, as it was shown to them."""
    words: str = ""
    """Theirs, as they said it."""


class CheckIn(Record, frozen=True, kw_only=True):
    """A conversation with a person about how it goes, in their own words. Nothing in it is counted."""

    client_id: int = 0
    on: date | None = None
    answers: tuple[Answer, ...] = ()
    """Those they picked, in the order they were asked; what was skipped is not here."""
    next: str = ""
    """What they want next, in their words."""
    contact_id: int | None = None
    """The talk it was part of."""


class EndConversation(Record, frozen=True, kw_only=True):
    """The talk at the end: did the mentoring help reach something?"""

    client_id: int = 0
    on: date | None = None
    helped: str = "not-asked"
    """HELPED."""
    words: str = ""
