"""The data folder: both ledgers under one lock, written one act at a time."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from store import compaction, creating, disk, pins
from store.act import Act
from store.clock import Clock
from store.commit import commit
from store.errors import MentorError, RequestRefused, StoreReadOnly
from store.layout import Layout
from store.ledger import Ledger
from store.ledger_pair import LedgerPair, News, ledgers_in
from store.memory import Change
from store.modes import tightened
from store.past import PastAct
from store.seals import seals_of
from store.snapshot import gc_at_rest
from store.taking_back import TakingBack
from store.tinydb_storage import LedgerDB

if TYPE_CHECKING:
    from store.drafts import Drafts
    from store.inbox import Inbox
    from store.keys import Keys
    from store.vault import NewLock

__all__ = ["Act", "Change", "DataFolder", "LedgerDB", "PastAct"]


class DataFolder(TakingBack):
    """Everything kept, and the one way to change it."""

    def __init__(
        self, path: Path, clock: Clock, *, read_only: bool = False, keys: Keys | None = None
    ) -> None:
        """Use `open` or `create`."""
        self.path = path
        self.clock = clock
        self.keys = keys
        """None where it is not encrypted."""
        self._pair = LedgerPair(Layout(path), read_only=read_only, keys=keys)
        self._ledgers = self._pair.both
        self._door = threading.RLock()
        self._act: Act | None = None
        self._at_work = 0
        self._told: list[News] = []
        self._tightened = ""
        self.caseload, self.notebook = (LedgerDB(ledger, self) for ledger in self._ledgers)

    @classmethod
    def create(cls, path: Path, clock: Clock, lock: NewLock | None = None) -> Self:
        """Make a new data folder and open it.

        Args:
            lock: keys from `vault.new_lock`; without them it is not encrypted.

        Raises:
            RequestRefused: there is one already, or the folder holds other things or cannot be written.
        """
        keys = lock.keys if lock else None
        creating.create(Layout(path), ledgers_in(Layout(path), keys), lock)
        if lock is None:
            pins.forget(path)
        else:
            lock.is_in(path)
        return cls.open(path, clock, keys=keys)

    @classmethod
    def open(cls, path: Path, clock: Clock, *, read_only: bool = False, keys: Keys | None = None) -> Self:
        """Open a data folder; one that is damaged, newer or not writable opens for reading only.

        Args:
            keys: of an encrypted one, from `vault.unlock`.

        Raises:
            RequestRefused: there is no data folder here.
            PassphraseNeeded: it is encrypted, and there are no keys.
        """
        real = os.path.realpath(path)
        # A swap goes on or was stopped half-way, or what was built for one is left.
        if os.path.lexists(f"{real}.next") or os.path.lexists(f"{real}/.next"):
            from store.swapping import settle_swap

            settle_swap(path)
        creating.check_place(Layout(path))
        keys = pins.keys_for(path, keys)
        folder = cls(path, clock, read_only=read_only, keys=keys)
        folder._tightened = "" if read_only else tightened(path)
        try:
            folder._pair.load()
        except BaseException:
            folder.close()
            raise
        if keys is not None and not folder.troubles:
            pins.pin(path, pins.Pin(folder.store_id, keys.recipients))
        if not folder.read_only_reason and os.path.lexists(Layout(path).rekeyed):
            from store.replaced import remove_old

            remove_old(path)
        return folder

    @property
    def is_encrypted(self) -> bool:
        """Whether nothing on the disk can be read without its keys."""
        return self.keys is not None

    def drafts(self) -> Drafts:
        """What was typed and not yet saved."""
        from store.drafts import Drafts

        return Drafts(self.path, self.clock, seals_of(self.keys))

    def inbox(self) -> Inbox:
        """Lines that wait to be filed."""
        from store.inbox import Inbox

        return Inbox(self.path, self.clock, seals_of(self.keys).caseload)

    @property
    def store_id(self) -> str:
        """The same in every copy and backup."""
        return self._ledgers[0].header.store

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to say once."""
        return (self._tightened, *self._pair.notices) if self._tightened else self._pair.notices

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be written; "" if it can."""
        return self._pair.read_only_reason

    @property
    def is_older(self) -> bool:
        """Whether an earlier mentor wrote it, and `store.migrations` has not brought it up to date yet."""
        return self._pair.is_older

    def rewrite(self, change: Callable[[Ledger], None]) -> None:
        """Have `change` put each ledger on the disk anew, while nobody else writes; for migrations alone.

        Raises:
            StoreBusy, SaveFailed: the one that was not rewritten is as it was.
        """
        with self._door, self._pair.lock.held():
            self._pair.follow(self._tell, locked=True)
            for ledger in self._ledgers:
                change(ledger)

    @property
    def troubles(self) -> tuple[str, ...]:
        """What is wrong with the files, a sentence each."""
        return self._pair.troubles

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
            number = self._pair.newest_act + 1 if of is None else self._standing(of)
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
        if self._act is not None or not self._door.acquire(blocking=False):
            return False  # someone in this program is writing, and has looked already
        try:
            return self._pair.follow(self._tell, locked=False)
        except (MentorError, OSError):
            return False
        finally:
            self._door.release()

    def load_steps(self) -> Iterator[None]:
        """Read what is still unread, each step well under two milliseconds; for a thread of its own."""
        with gc_at_rest():
            yield from self._pair.load_steps()

    def compact(self, *, force: bool = False) -> bool:
        """Fold journals that have grown long, or any that hold something; True if one was folded.

        Raises:
            StoreReadOnly, StoreBusy: nothing was folded.
        """
        if not force and not self._pair.is_due():
            return False
        with self._alone():
            return self._pair.fold(self._tell, force=force)

    def begin_lineage(self) -> None:
        """Mark this folder as a copy that goes its own way from here: after a restore."""
        with self._alone():
            lineage = creating.new_name()
            for ledger in self._ledgers:
                compaction.fold(ledger, lineage)

    def subscribe(self, told: News) -> None:
        """Be told after memory changed: the ledger's name and its changes, or None if it was read anew."""
        self._told.append(told)

    def close(self) -> None:
        """Let go of the files."""
        self._pair.close()

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
            with self._pair.lock.held():
                try:
                    is_news = self._pair.follow(self._tell, locked=True)
                except OSError as error:
                    raise disk.save_failed(error) from None
                if is_news:
                    self._may_write()
                yield

    def _standing(self, number: int) -> int:
        if not 0 < number <= self._pair.newest_act or any(
            number in ledger.memory.undone for ledger in self._ledgers
        ):
            raise RequestRefused("What this belongs to has been undone meanwhile. Nothing was saved.")
        return number

    def _may_write(self) -> None:
        if reason := self._pair.read_only_reason:
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

    def _tell(self, ledger: str, changes: list[Change] | None) -> None:
        for told in self._told:
            try:
                told(ledger, changes)
            except Exception:  # noqa: BLE001 - it is saved: a listener's trouble must not unsay it
                with contextlib.suppress(Exception):
                    told(ledger, None)
