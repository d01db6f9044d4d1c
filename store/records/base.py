"""What every record carries."""

from datetime import datetime

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every record carries."""

    id: int = 0
    """Number in its table, given by the store, never reused; 0 before it is saved."""
    uid: str = ""
    """Permanent, 32 hex digits, given by the store; the same in every export and copy."""
    written_at: datetime | None = None
    """Instant of the first save, UTC."""


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A piece of a record, with no number of its own."""
