"""Keys of rows, and the columns of Today: what a screen needs before any record is read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from widgets.row import Column

if TYPE_CHECKING:
    from store.waiting import Coming

WAITING_COLUMNS = (Column(least=7, most=14), Column())
"""Name; reasons."""

COMING_COLUMNS = (Column(least=5, most=6), Column(most=10), Column())
"""When; name; what."""


def person_key(client_id: int) -> str:
    """The key of a row that is a person."""
    return f"clients:{client_id}"


def plan_key(coming: Coming) -> str:
    """The key of a row that is a plan: "appointments:12", a later day of it "appointments:12@2026-12-01".

    A release has its day too: a person may have several.
    """
    day = f"@{coming.on}" if coming.is_later or coming.record.table == "clients" else ""
    return f"{coming.record.table}:{coming.record.id}{day}"


def key_parts(key: str) -> tuple[str, int]:
    """The table and number of a row's key; ("", 0) for a row that is no record."""
    table, _, number = key.partition("@")[0].partition(":")
    return (table, int(number)) if number.isdigit() else ("", 0)


def key_day(key: str) -> date | None:
    """Which later day of a plan that comes back a row stands for; None for the plan itself."""
    _, at, day = key.partition("@")
    return date.fromisoformat(day) if at else None
