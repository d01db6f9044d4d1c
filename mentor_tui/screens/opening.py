"""Opening a record in its place: a person's page, with the cursor on it; a service; else its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.records import CASELOAD_TABLES

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def open_record(app: MentorApp, table: str, id: int, people: Sequence[int]) -> None:
    """Open what is kept under this number.

    Args:
        people: numbers of those it is about; with the first of them it stands on a page.
    """
    if table == "services":
        app.open_dialog("service", id)
    elif table == "clients":
        app.open_dialog("client", id)
    elif people:
        app.open_dialog("client", people[0], f"{table}:{id}")
    elif table in CASELOAD_TABLES:
        record = app.caseload.get(CASELOAD_TABLES[table], id)
        app.open_dialog("form", type(record), None, record)
