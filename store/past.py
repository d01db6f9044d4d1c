"""What was done, newest first: read from the journal at hand, and from folded ones only as far as needed."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import orjson

from store import disk
from store.errors import StoreDamaged
from store.frame import frames
from store.journal import read_header
from store.ledger import Ledger
from store.memory import Entry, Operation, entry_of

_LOST = (
    "What was saved longer ago can no longer be undone: {why}. What is in the record stays as it is, "
    "and can be corrected there."
)


class PastAct(NamedTuple):
    """One act as history tells it."""

    number: int
    label: str
    at: datetime
    """Instant, UTC."""
    seqs: tuple[tuple[str, int], ...]
    """Its commits: ledger and number."""
    undone: bool
    is_undo: bool
    changes: tuple[tuple[str, int, str], ...]
    """Table, id, "added", "changed" or "removed"."""
    stays: bool = False
    """Undo passes it by."""
    is_redo: bool = False
    undoes: int = 0
    """The act that an undo took back; 0 where it is none."""


class Commit(NamedTuple):
    """One commit, and where its line can be read again."""

    ledger: Ledger
    entry: Entry
    source: Path | None
    """A folded journal; None for the one at hand."""

    def operations(self) -> list[Operation]:
        """What it changed, with the documents before and after."""
        start, end = self.entry.start, self.entry.end
        if self.source is not None:
            line = _line_of(self.source, start, end)
        else:
            assert self.ledger.journal is not None
            line = self.ledger.journal.line(start, end)
        body = self.ledger.codec.open(line.rstrip(b"\n").split(b" ", 2)[2])
        operations: list[Operation] = orjson.loads(body)["ops"]
        return operations


def _line_of(folded: Path, start: int, end: int) -> bytes:
    try:
        handle = disk.open_file(folded, os.O_RDONLY)
        try:
            return os.pread(handle, end - start, start)
        finally:
            os.close(handle)
    except OSError as error:
        raise StoreDamaged(
            f"history/{folded.name} {disk.state(error)}, so what it holds cannot be taken back. "
            "Nothing was changed; `mentor doctor` looks at the rest."
        ) from None


class Chronicle:
    """The commits of one ledger, reaching further back on demand."""

    def __init__(self, ledger: Ledger) -> None:
        """Begin with the journal at hand."""
        self._ledger = ledger
        self._folded = ledger.layout.folded_journals(ledger.name)
        self.commits = [Commit(ledger, entry, None) for entry in reversed(ledger.memory.entries)]
        """Newest first, as far as read."""
        self.older_act = ledger.header.act
        """No unread commit has a higher act number."""
        self.is_broken = False
        """The next older journal cannot be trusted, so nothing older is told."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing older is left."""
        return not self._folded or self.older_act == 0

    def reach_back(self) -> None:
        """Read the next older folded journal."""
        path = self._folded[-1]
        try:
            lines = disk.read_file(path)
        except OSError:
            lines = b""
        header = read_header(self._ledger.codec, lines)
        codec, found = self._ledger.codec, []
        if header is not None:
            found = list(frames(codec, lines, header.end, header.check, header.seq))
        if header is None or not found or found[-1].end != len(lines):
            self.is_broken = True
            return
        seen = {commit.entry.seq for commit in self.commits}
        self.commits += [
            Commit(self._ledger, entry_of(frame, orjson.loads(frame.body)), path)
            for frame in reversed(found)
            if frame.seq not in seen
        ]
        self.older_act = header.act
        self._folded.pop()


def acts(ledgers: tuple[Ledger, ...]) -> Iterator[tuple[PastAct, list[Commit]]]:
    """Every act with its commits (newest first), newest first."""
    chronicles = [Chronicle(ledger) for ledger in ledgers]
    told: set[int] = set()
    while True:
        unread = max((one.older_act for one in chronicles if not one.is_whole), default=0)
        by_act: dict[int, list[Commit]] = {}
        for one in chronicles:
            for commit in one.commits:
                by_act.setdefault(commit.entry.act, []).append(commit)
        undone = _undone(by_act)
        for number in sorted(by_act, reverse=True):
            if number > unread and number not in told:
                told.add(number)
                yield past_act(number, by_act[number], undone=number in undone), by_act[number]
        further = [one for one in chronicles if not one.is_whole]
        if not further or any(one.is_broken for one in chronicles):
            return
        max(further, key=lambda one: one.older_act).reach_back()


def past_act(number: int, commits: list[Commit], *, undone: bool) -> PastAct:
    """An act out of its commits, newest first in each ledger."""
    first = min(commits, key=lambda commit: (commit.entry.at, commit.ledger.name)).entry
    return PastAct(
        number,
        first.label,
        datetime.fromisoformat(first.at),
        tuple(sorted((commit.ledger.name, commit.entry.seq) for commit in commits)),
        undone,
        bool(first.undoes) and not first.redoes,
        tuple(touch for commit in reversed(commits) for touch in commit.entry.touched),
        first.stays,
        bool(first.redoes),
        first.undoes,
    )


def what_is_lost(ledgers: tuple[Ledger, ...]) -> str:
    """Why nothing older can be taken back, in a sentence; "" where history goes back to the first act."""
    for ledger in ledgers:
        chronicle = Chronicle(ledger)
        while not chronicle.is_whole and not chronicle.is_broken:
            chronicle.reach_back()
        if chronicle.is_broken:
            return _LOST.format(why=f"a part of history/ of the {ledger.name} is damaged")
        if chronicle.older_act:
            return _LOST.format(why="its history does not lie in this folder")
    return ""


def _undone(by_act: dict[int, list[Commit]]) -> set[int]:
    # Newest first: an undo that a redo took back takes nothing back itself.
    undone: set[int] = set()
    for number in sorted(by_act, reverse=True):
        if number not in undone:
            undone.update(commit.entry.undoes for commit in by_act[number])
    return undone
