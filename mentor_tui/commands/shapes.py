"""Records as the JSON that commands print: every field, always, under its own name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from store.shelf import TABLE_OF

if TYPE_CHECKING:
    from store.absences import Away
    from store.caseload import Caseload
    from store.clock import Moment
    from store.records import Client, Record
    from store.saved import Saved
    from store.waiting import Coming


def record_shape(record: msgspec.Struct) -> dict[str, Any]:
    """Every field of a record, those at their default too, so that a reader need not guess."""
    return {name: _plain(getattr(record, name)) for name in record.__struct_fields__}


def client_shape(client: Client) -> dict[str, Any]:
    """How a person is named wherever JSON mentions one."""
    return {"id": client.id, "name": client.name}


def named(caseload: Caseload, client_id: int) -> dict[str, Any] | None:
    """The same by number; None for nobody, or for someone whose record is not there or not readable."""
    from store.errors import MentorError
    from store.records import Client

    try:
        return client_shape(caseload.get(Client, client_id)) if client_id else None
    except MentorError:
        return None


def coming_shape(item: Coming, moment: Moment) -> dict[str, Any]:
    """A plan: `at` (local, with offset) when it has a time, `on` (a day) when it is the whole day."""
    from datetime import datetime

    when = (
        {"at": datetime.combine(item.on, item.at, moment.tz).isoformat()}
        if item.at
        else {"on": item.on.isoformat()}
    )
    client = {"id": item.client_id, "name": item.name} if item.client_id else None
    return {
        "client": client,
        **when,
        "text": item.text,
        "table": item.record.table,
        "id": item.record.id,
        "comes_back": item.comes_back,
        "result": item.result,
    }


def away_shape(away: Away | None) -> dict[str, Any] | None:
    """That the mentor is away, or came back today; None on every other day."""
    if away is None:
        return None
    until = away.until and away.until.isoformat()
    return {
        "since": away.since.isoformat(),
        "until": until,
        "is_over": away.is_over,
        "is_kept": away.record is not None,
    }


def saved_shape(saved: Saved) -> dict[str, Any]:
    """What an act wrote, a list for each table."""
    return {"act": saved.act, "label": saved.label, "records": by_table(saved.records)}


def by_table(records: Iterable[Record]) -> dict[str, Any]:
    """Records in a list for each table, in the order given."""
    tables: dict[str, Any] = {}
    for record in records:
        tables.setdefault(TABLE_OF[type(record)], []).append(record_shape(record))
    return tables


def _plain(value: object) -> Any:
    if isinstance(value, msgspec.Struct):
        return record_shape(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return msgspec.to_builtins(value)
