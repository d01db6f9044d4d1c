"""What an act left behind."""

from dataclasses import dataclass
from datetime import datetime

from store.records import Record


@dataclass(frozen=True, slots=True)
class Saved:
    """One act that is on the disk."""

    act: int
    """Its number; a theme on the same note joins the notebook under it. 0 if there was nothing to write."""
    label: str
    """What undo will call it: "note, Dee"."""
    at: datetime
    """Instant, UTC."""
    records: tuple[Record, ...]
    """The records written, as they now stand; a removed one is not among them."""
    closed: tuple[Record, ...] = ()
    """Plans that a two-way contact closed, among `records` too."""
    before: Record | None = None
    """How the record stood that was changed; None for a new one, and for a note."""
