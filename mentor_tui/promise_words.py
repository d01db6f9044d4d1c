"""What is said of all that was promised; for the screen and the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.promised import AllPromised


def resting(everything: AllPromised) -> str:
    """What is said of those that rest; "" for none."""
    count = everything.resting
    if not count:
        return ""
    if count == 1:
        return "1 more rests with the person it was made to; it stands under their Dates."
    return f"{count} more rest with the people they were made to; they stand under their Dates."
