"""After an absence: everyone is still here."""

from datetime import date, timedelta

AWAY_DAYS = 10
"""Days without anything written before Today says so."""


def away_words(last_written: date | None, today: date) -> str:
    """The days she was away, and an offer to begin small; "" if she was not away."""
    if last_written is None or (today - last_written).days <= AWAY_DAYS:
        return ""
    first, last = last_written + timedelta(days=1), today - timedelta(days=1)
    begins = (
        f"{first.day}" if (first.month, first.year) == (last.month, last.year) else f"{first.day} {first:%b}"
    )
    return f"You were away {begins}-{last.day} {last:%b}. Everyone is still here. Start with three?"
