"""An exported record brought in: what is new is added, what is here already stays exactly as it is."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.json_reading import Lists, read_lists
from mentor_tui.exchange.json_refs import REFERENCES, named, renumbered
from mentor_tui.exchange.words import counted
from store.caseload import Caseload
from store.errors import StoreDamaged
from store.records import CASELOAD_TABLES
from store.shelf import record_from

_UID = re.compile(r"[0-9a-f]{32}")
_MOST_ID = 2**53 - 1

Documents = Callable[[str], Mapping[int, Mapping[str, Any]]]
Insert = Callable[[str, dict[str, Any], int], int]


@dataclass(frozen=True, slots=True)
class JsonImport:
    """What became of every record of the file, or would."""

    added: Mapping[str, int]
    """Records by table."""
    unchanged: Mapping[str, int]
    left_out: tuple[tuple[str, int, str], ...]
    """(table, number in the file, reason)."""
    notes: tuple[str, ...]
    act: int = 0
    """The one act that undo takes back; 0 where nothing was written."""

    def lines(self, *, applied: bool) -> tuple[str, ...]:
        """The import in lines of plain text."""
        new = counted(sum(self.added.values()), "record")
        same = f"{sum(self.unchanged.values()):,} unchanged, {len(self.left_out):,} left out"
        first = f"{new} {'added' if applied else 'to add'}, {same}."
        reasons = Counter((table, reason) for table, _, reason in self.left_out)
        left = (f"{table}: {many:,} left out ({reason})." for (table, reason), many in reasons.items())
        return (first, *left, *self.notes)


def import_json(path: Path, caseload: Caseload, *, dry_run: bool = False) -> JsonImport:
    """Bring an exported record in, as one act.

    Args:
        dry_run: say what would happen and write nothing.

    Raises:
        ImportRefused: the file is not an export, or not sound; nothing was changed.
    """
    lists = read_lists(path)
    _check_given(lists)
    db = caseload.folder.caseload
    if dry_run:
        rehearsal = _Rehearsal(db.ledger.memory.next_id)
        return _Filing(lists, db.documents, rehearsal.insert, db.ledger.memory.next_id).file()
    with caseload.folder.act("import of a record") as act:

        def insert(table: str, fields: dict[str, Any], wanted: int) -> int:
            return act.insert(table, fields, wanted_id=wanted)

        done = _Filing(lists, db.documents, insert, db.ledger.memory.next_id).file()
    number = act.number if sum(done.added.values()) else 0
    return JsonImport(done.added, done.unchanged, done.left_out, done.notes, number)


class _Filing:
    """One import. Tables that are named by others come first, so that their numbers are known."""

    def __init__(
        self, lists: Lists, documents: Documents, insert: Insert, next_id: Callable[[str], int]
    ) -> None:
        self.lists, self.documents, self.insert = lists, documents, insert
        # Numbers from here on were never given to anyone before this import.
        self.first_free = {table: next_id(table) for table in REFERENCES}
        self.given: dict[str, set[int]] = {table: set() for table in REFERENCES}
        self.numbers: dict[tuple[str, int], int] = {}
        self.added: Counter[str] = Counter()
        self.unchanged: Counter[str] = Counter()
        self.left_out: list[tuple[str, int, str]] = []
        self.renumbered = 0
        self.loosened = 0

    def file(self) -> JsonImport:
        for table in REFERENCES:
            here = _known(self.documents(table))
            for document in sorted(self.lists[table], key=lambda one: int(one["id"])):
                self._one(table, document, here)
        return JsonImport(self.added, self.unchanged, tuple(self.left_out), tuple(self._notes()))

    def _one(self, table: str, document: dict[str, Any], here: Mapping[str, int]) -> None:
        id = int(document["id"])
        kept_id = here.get(document["uid"])
        self._keep_loose_ends(table, document)
        fields = renumbered(table, document, self.numbers)
        del fields["id"]
        if kept_id is not None:
            self.numbers[table, id] = kept_id
            self._compare(table, document, fields, kept_id)
            return
        try:
            record_from(CASELOAD_TABLES[table], id, fields)
        except StoreDamaged:
            self.left_out.append((table, id, "it cannot be read as a record of this kind"))
            return
        given = self.insert(table, fields, id)
        self.numbers[table, id] = given
        self.given[table].add(given)
        self.added[table] += 1
        self.renumbered += given != id
        self.loosened += any(one not in self.numbers for one in named(table, document))

    def _keep_loose_ends(self, table: str, document: Mapping[str, Any]) -> None:
        """What names a record that was removed before the export stays as it is, where that number can never
        be anyone's here: below numbers that were given in this import, and itself never given.
        """
        for other, id in named(table, document):
            given = self.given[other]
            is_nobodys = self.first_free[other] <= id < max(given, default=0) and id not in given
            if (other, id) not in self.numbers and is_nobodys:
                self.numbers[other, id] = id

    def _compare(self, table: str, document: dict[str, Any], fields: dict[str, Any], kept_id: int) -> None:
        kept = {name: value for name, value in self.documents(table)[kept_id].items() if name != "id"}
        as_it_came = {name: value for name, value in document.items() if name != "id"}
        if kept in (fields, as_it_came):
            self.unchanged[table] += 1
        else:
            self.left_out.append(
                (table, int(document["id"]), "a different version is here already, and stays")
            )

    def _notes(self) -> list[str]:
        notes = []
        if self.renumbered:
            notes.append(
                f"{counted(self.renumbered, 'record')} got another number here, since theirs was taken."
            )
        if self.loosened:
            notes.append(
                f"{counted(self.loosened, 'record')} named something that is not in the file; "
                "that reference was left empty."
            )
        return notes


class _Rehearsal:
    """Gives numbers as the store would, and keeps nothing."""

    def __init__(self, next_id: Callable[[str], int]) -> None:
        self._first_free = next_id
        self._given: set[tuple[str, int]] = set()
        self._next: dict[str, int] = {}

    def insert(self, table: str, fields: dict[str, Any], wanted: int) -> int:
        """The number a document would get."""
        first_free = self._first_free(table)
        if wanted < first_free or (table, wanted) in self._given:
            wanted = self._next.get(table, first_free)
        self._given.add((table, wanted))
        self._next[table] = max(wanted + 1, self._next.get(table, first_free))
        return wanted


def _known(documents: Mapping[int, Mapping[str, Any]]) -> dict[str, int]:
    """The number of each record by its permanent number, those that were made one with it among them."""
    known = {str(uid): id for id, kept in documents.items() for uid in kept.get("merged_uids", ())}
    return known | {str(kept.get("uid")): id for id, kept in documents.items()}


def _check_given(lists: Lists) -> None:
    """Every record has a number and a permanent uid of its own.

    Raises:
        ImportRefused: one has not.
    """
    seen: set[str] = set()
    for table, listed in lists.items():
        numbers: set[int] = set()
        for document in listed:
            id, uid = document.get("id"), document.get("uid")
            if not isinstance(id, int) or isinstance(id, bool) or not 0 < id <= _MOST_ID:
                raise ImportRefused(
                    f"A record of {table} has no number, so this file was not written by mentor."
                )
            if not isinstance(uid, str) or not _UID.fullmatch(uid):
                raise ImportRefused(
                    f"Record {id} of {table} has no uid, so this file was not written by mentor."
                )
            if id in numbers or uid in seen:
                raise ImportRefused(f"Record {id} of {table} is in the file twice. Export it again.")
            numbers.add(id)
            seen.add(uid)
