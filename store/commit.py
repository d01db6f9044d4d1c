"""Putting an act on the disk: all of its lines or none, and no error once they are confirmed."""

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any

from store import disk
from store.act import Act
from store.errors import SaveFailed
from store.ledger import Prepared
from store.memory import Change

UNCONFIRMED = (
    "Could not save: the disk did not confirm it. Your words are still here; keep a copy of them, "
    "close mentor and open it again. Until then the record can only be read."
)


def commit(act: Act, more: Mapping[str, Any]) -> list[tuple[str, list[Change]]]:
    """Write what an act did, one line a ledger, caseload first; return what changed in each.

    Args:
        more: what else the commit says of itself ("undoes", "redoes").

    Raises:
        SaveFailed: neither disk nor memory has changed.
    """
    body = {"act": act.number, "label": act.label, "at": act.at, **more}
    worked = ((sheet, sheet.operations()) for sheet in act.sheets.values())
    lines = [sheet.ledger.prepare(body, operations) for sheet, operations in worked if operations]
    _write(lines)
    _confirm(lines)
    return [(line.ledger.name, line.ledger.stand(line)) for line in lines]


def _write(lines: Sequence[Prepared]) -> None:
    try:
        for line in lines:
            assert line.ledger.journal is not None
            line.ledger.journal.append(line.line)
    except OSError as error:
        _cut(lines)
        raise disk.save_failed(error) from None


def _confirm(lines: Sequence[Prepared]) -> None:
    try:
        for line in lines:
            assert line.ledger.journal is not None
            line.ledger.journal.sync()
    except OSError:
        _cut(lines)
        # What the disk holds now, only reading it anew can tell: a second sync might lie.
        for line in lines:
            line.ledger.unconfirmed = UNCONFIRMED
        raise SaveFailed(UNCONFIRMED) from None


def _cut(lines: Sequence[Prepared]) -> None:
    for line in lines:
        with contextlib.suppress(OSError):  # then it is a torn tail, and set aside by whoever opens next
            assert line.ledger.journal is not None
            line.ledger.journal.cut()
