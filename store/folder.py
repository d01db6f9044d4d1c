"""The data folder: both ledgers under one lock, written one act at a time."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

from store import compaction, creating, disk, engine_words, undoing
from store.act import Act
from store.clock import Clock
from store.commit import commit
from store.errors import MentorError, RequestRefused, StoreReadOnly
from store.layout import CASELOAD, CASELOAD_ORDER, LARGE_TABLE, NOTEBOOK, NOTEBOOK_ORDER, Layout
from store.ledger import Ledger
from store.lock import FolderLock
from store.memory import Change
from store.opening import Hold, load, stamp
from store.past import PastAct, acts
from store.snapshot import gc_at_rest
from store.tinydb_storage import LedgerDB

__all__ = ["Act", "Change", "DataFolder", "LedgerDB", "PastAct"]

Told = Callable[[str, list[Change] | None], None]


class DataFolder:
    """Everything kept, and the one way to change it."""

    def __init__(self, path: Path, clock: Clock, *, read_only: bool = False) -> None:
        """Use `open` or `create`."""
        self.path = path
        self.clock = clock
        self._layout = Layout(path)
        self._ledgers = ledgers_in(self._layout)
        self._lock = FolderLock(self._layout.lock)
        self._door = threading.RLock()
        self._act: Act | None = None
        self._at_work = 0
        self._told: list[Told] = []
        self._refusal = "This data folder was opened for reading only." if read_only else ""
        self.caseload, self.notebook = (LedgerDB(ledger, self) for ledger in self._ledgers)

    @classmethod
    def create(cls, path: Path, clock: Clock) -> Self:
        """Make a new data folder and open it.

        Raises:
            RequestRefused: there is one already, or the folder holds other things or cannot be written.
        """
        creating.create(Layout(path), ledgers_in(Layout(path)))
        return cls.open(path, clock)

    @classmethod
    def open(cls, path: Path, clock: Clock, *, read_only: bool = False) -> Self:
        """Open a data folder; one that is damaged, newer or not writable opens for reading only.

        Raises:
            RequestRefused: there is no data folder here.
        """
        creating.check_place(Layout(path))
        folder = cls(path, clock, read_only=read_only)
        try:
            folder._load()
        except BaseException:
            folder.close()
            raise
        return folder

    @property
    def store_id(self) -> str:
        """The same in every copy and backup."""
        return self._ledgers[0].header.store

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to say once."""
        return tuple(notice for ledger in self._ledgers for notice in ledger.notices)

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be written; "" if it can."""
        troubles = (trouble for one in self._ledgers for trouble in (one.unconfirmed, one.trouble))
        return next(filter(None, troubles), "") or self._refusal

    @property
    def open_act(self) -> Act | None:
        """The act this thread is in, if it is in one."""
        return self._act if self._at_work == threading.get_ident() else None

    @contextlib.contextmanager
    def act(self, label: str, *, of: int | None = None, undoable: bool = True) -> Iterator[Act]:
        """One act: everything its block does is one commit a ledger, or nothing if it raises.

        Args:
            label: what undo will call it.
            of: an earlier act it belongs to, to be undone with it.
            undoable: False for what undo passes by, because something else takes it back.

        Raises:
            StoreReadOnly, StoreBusy, SaveFailed: nothing was written.
        """
        with self._alone():
            newest = max(ledger.memory.act for ledger in self._ledgers)
            number = newest + 1 if of is None else self._standing(of, newest)
            more = {} if undoable else {"stays": True}
            with self._work(Act(number, label, self.clock.now().at, *self._ledgers), more) as act:
                yield act

    @contextlib.contextmanager
    def joined(self, label: str) -> Iterator[Act]:
        """The act this thread is in, or one of its own."""
        if (act := self.open_act) is not None:
            yield act
        else:
            with self.act(label) as act:
                yield act

    def refresh(self) -> bool:
        """Take over what other programs wrote; two looks at the disk if they wrote nothing.

        Never raises: what keeps it from looking is said by the next act.
        """
        with self._door, contextlib.suppress(MentorError, OSError):
            return self._act is None and self._follow(locked=False)
        return False

    def load_steps(self) -> Iterator[None]:
        """Read what is still unread, each step well under two milliseconds; for a thread of its own."""
        with gc_at_rest():
            for ledger in self._ledgers:
                yield from ledger.load_steps()

    def next_undo(self) -> PastAct | None:
        """What `undo` would take back."""
        with self._door:
            found = undoing.newest_standing(self._ledgers)
        return found[0] if found else None

    def undo(self, expected: int = 0) -> PastAct:
        """Take back the newest act that still stands, in both ledgers.

        Args:
            expected: the act the mentor was shown; another one is not undone in its place.

        Raises:
            RequestRefused: there is none, it is another one, or its records have changed since.
        """
        with self._alone():
            found = undoing.newest_standing(self._ledgers)
            if found is None:
                raise RequestRefused("There is nothing to undo.")
            past, commits = found
            if expected and past.number != expected:
                raise RequestRefused(
                    f"Something newer was saved meanwhile: “{past.label}”. Nothing was undone."
                )
            number = max(ledger.memory.act for ledger in self._ledgers) + 1
            act = Act(number, f"undo of {past.label}", self.clock.now().at, *self._ledgers)
            with self._work(act, {"undoes": past.number}):
                undoing.stage_inverse(act, past, commits)
        return past._replace(undone=True)

    def history(self) -> Iterator[PastAct]:
        """Every act, newest first, through all folded journals."""
        for act, _ in acts(self._ledgers):
            yield act

    def compact(self, *, force: bool = False) -> bool:
        """Fold journals that have grown long, or any that hold something; True if one was folded.

        Raises:
            StoreReadOnly, StoreBusy: nothing was folded.
        """
        folded = False
        if not force and not any(compaction.is_due(ledger) for ledger in self._ledgers):
            return False
        with self._alone():
            for ledger in self._ledgers:
                if compaction.is_due(ledger) or (force and ledger.memory.entries):
                    folded = self._fold(ledger) or folded
        return folded

    def begin_lineage(self) -> None:
        """Mark this folder as a copy that goes its own way from here: after a restore."""
        with self._alone():
            lineage = creating.new_name()
            for ledger in self._ledgers:
                compaction.fold(ledger, lineage)

    def subscribe(self, told: Told) -> None:
        """Be told after memory changed: the ledger's name and its changes, or None if it was read anew."""
        self._told.append(told)

    def close(self) -> None:
        """Let go of the files."""
        for ledger in self._ledgers:
            ledger.close()
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        with self._door:
            if self._act is not None:
                raise RuntimeError("an act is open already")
            self._may_write()
            with self._lock.held():
                try:
                    self._follow(locked=True)
                except OSError as error:
                    raise disk.save_failed(error) from None
                self._may_write()
                yield

    def _standing(self, number: int, newest: int) -> int:
        entries = (entry for ledger in self._ledgers for entry in ledger.memory.entries)
        if not 0 < number <= newest or any(entry.undoes == number for entry in entries):
            raise RequestRefused("What this belongs to has been undone meanwhile. Nothing was saved.")
        return number

    def _may_write(self) -> None:
        if reason := self.read_only_reason:
            raise StoreReadOnly(reason)

    @contextlib.contextmanager
    def _work(self, act: Act, more: dict[str, Any]) -> Iterator[Act]:
        self._act, self._at_work = act, threading.get_ident()
        try:
            yield act
        finally:
            self._act, self._at_work = None, 0
        for ledger, changes in commit(act, more):
            self._tell(ledger, changes)

    def _follow(self, *, locked: bool) -> bool:
        news = False
        for ledger in self._ledgers:
            if locked and compaction.is_unsettled(ledger):
                compaction.settle(ledger)
            changes = ledger.follow(locked=locked)
            if changes is None:
                load(ledger, self._hold())
            if changes is None or changes:
                self._tell(ledger.name, changes)
                news = True
        return news

    def _fold(self, ledger: Ledger) -> bool:
        if stamp(self._layout.snapshot(ledger.name)) != ledger.snapshot_stamp:
            load(ledger, self._hold())  # another program wrote the snapshot, and must not be written over
            self._tell(ledger.name, None)
            self._may_write()
        try:
            compaction.fold(ledger)
        except OSError:
            return False  # the old pair still stands, and its time will come again
        return True

    def _tell(self, ledger: str, changes: list[Change] | None) -> None:
        for told in self._told:
            try:
                told(ledger, changes)
            except Exception:  # noqa: BLE001 - it is saved: a listener's trouble must not unsay it
                with contextlib.suppress(Exception):
                    told(ledger, None)

    def _load(self) -> None:
        if not self._refusal and not os.access(self.path, os.W_OK | os.X_OK):
            self._refusal = engine_words.NOT_YOURS
        for ledger in self._ledgers:
            load(ledger, self._hold())
        in_order = not any(ledger.trouble for ledger in self._ledgers)
        if in_order and (trouble := self._what_does_not_fit()):
            self._refusal = engine_words.read_only(trouble, self._layout.newest_backup())

    def _what_does_not_fit(self) -> str:
        if len({ledger.header.store for ledger in self._ledgers}) > 1:
            return "the caseload and the notebook are of two different data folders"
        return creating.card_trouble(self._layout, self.store_id)

    def _hold(self) -> Hold | None:
        return None if self._refusal else self._lock.held


def ledgers_in(layout: Layout) -> tuple[Ledger, Ledger]:
    """Both ledgers of a folder, not yet open."""
    return (
        Ledger(CASELOAD, layout, CASELOAD_ORDER, LARGE_TABLE),
        Ledger(NOTEBOOK, layout, NOTEBOOK_ORDER),
    )
