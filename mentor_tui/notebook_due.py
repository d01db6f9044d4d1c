"""Which pages of the notebook were kept until a day that is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from store.records import Reflection


def is_due(page: Reflection, today: date) -> bool:
    """Whether it was kept until a day that is here."""
    return page.keep_until is not None and page.keep_until <= today
