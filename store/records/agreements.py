"""What a person agreed to, and what was said at the end."""

from datetime import date

from store.records.base import Record


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


class EndConversation(Record, frozen=True, kw_only=True):
    """The talk at the end: did the mentoring help reach something?"""

    client_id: int = 0
    on: date | None = None
    helped: str = "not-asked"
    """HELPED."""
    words: str = ""
