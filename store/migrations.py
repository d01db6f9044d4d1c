"""Bringing a data folder of an earlier mentor up to date, in numbered steps, after a proven backup.

Until then it is only read. Each ledger is brought up to date in one fold: after a stop at any moment it is
the old one or the new one, and the next start goes on with what is left. A newer folder is never touched.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from store import compaction, disk
from store.backup import Backup
from store.backup_keeping import proven_backup
from store.errors import SaveFailed, StoreDamaged, StoreReadOnly
from store.layout import SCHEMA
from store.memory import memory_of
from store.snapshot import Document, Snapshot

if TYPE_CHECKING:
    from store.clock import Clock
    from store.folder import DataFolder
    from store.ledger import Ledger

Tables = dict[str, dict[int, Document]]


class Step(NamedTuple):
    """From one schema to the next."""

    does: str
    """What it does, as a sentence."""
    change: Callable[[str, Tables], None]
    """Changes the tables of a ledger, given by its name, in place. It must not ask the clock or the disk."""


STEPS: dict[int, Step] = {}
"""By the schema they start from. Once a step was in a release it stays as it was."""


class Plan(NamedTuple):
    """What bringing a folder up to date would do, or did."""

    schema: int
    """Of the folder before."""
    steps: tuple[str, ...] = ()
    """A sentence each, in order."""
    backup: Backup | None = None
    """That has everything as it was before; None of a dry run."""


def planned(folder: DataFolder) -> Plan:
    """What there is to do; no steps where the folder is up to date.

    Raises:
        StoreReadOnly: the folder is damaged or newer, and can only be read.
        StoreDamaged: it is of a schema that no step starts from.
    """
    if folder.troubles:
        raise StoreReadOnly(f"Nothing was brought up to date. {folder.troubles[0]}")
    schema = min(_schemas(folder))
    if missing := set(range(schema, SCHEMA)) - set(STEPS):
        raise StoreDamaged(
            f"This data folder has records of form {min(missing)}, which this mentor does not know. "
            "Nothing was changed; an earlier mentor can open it."
        )
    return Plan(schema, tuple(STEPS[number].does for number in range(schema, SCHEMA)))


def migrate(folder: DataFolder, clock: Clock) -> Plan:
    """Bring a folder up to date, after a backup of it was made and proven.

    Raises:
        MentorError: not all of it was changed; the folder is only read, and this can be run again.
    """
    plan = planned(folder)
    if not plan.steps:
        return plan
    backup = proven_backup(folder, clock, "migrate")
    bring_up_to_date(folder)
    return plan._replace(backup=backup)


def bring_up_to_date(folder: DataFolder) -> None:
    """The steps alone, for a folder that came out of a backup just now.

    Raises:
        MentorError: as `migrate` does.
    """
    planned(folder)
    try:
        folder.rewrite(_bring_up_to_date)
    except OSError as error:
        raise SaveFailed(
            f"The data folder was not brought up to date: {disk.why(error)}. Nothing is lost; put that right "
            "and open it again."
        ) from None


def up_to_date(folder: DataFolder, clock: Clock) -> DataFolder:
    """An open folder, brought up to date and opened again; one that cannot be stays open for reading.

    What was done, or why not, is among its notices.
    """
    from store.errors import MentorError
    from store.folder import DataFolder

    if not folder.is_older or folder.troubles:
        return folder
    try:
        done = migrate(folder, clock)
    except MentorError as error:
        folder.caseload.ledger.notices.append(str(error))
        return folder
    folder.close()
    opened = DataFolder.open(folder.path, clock, keys=folder.keys)
    if done.backup is not None:
        opened.caseload.ledger.notices.append(
            "An earlier mentor wrote this data folder; it was brought up to date. "
            f"{done.backup.name} has it as it was."
        )
    return opened


def _bring_up_to_date(ledger: Ledger) -> None:
    was = ledger.memory
    if was.schema >= SCHEMA:
        return
    tables: Tables = {name: deepcopy(dict(was.table(name).all())) for name in ledger.tables()}
    for number in range(was.schema, SCHEMA):
        STEPS[number].change(ledger.name, tables)
    about = {"next_ids": was.next_ids, "seq": was.seq, "act": was.act, "schema": SCHEMA}
    ledger.memory = memory_of(Snapshot(about, tables, None), "")
    ledger.memory.check, ledger.memory.last, ledger.memory.entries = was.check, was.last, was.entries
    try:
        compaction.fold(ledger)
    except BaseException:
        ledger.memory = was
        raise


def _schemas(folder: DataFolder) -> list[int]:
    return [db.ledger.memory.schema for db in (folder.caseload, folder.notebook)]
