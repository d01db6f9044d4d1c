"""Both ledgers of a data folder as they lie on the disk: opened, followed and folded together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from store import compaction, creating, disk, engine_words
from store.card import card_in
from store.codec import PLAIN, Codec
from store.errors import StoreReadOnly
from store.layout import CASELOAD, CASELOAD_ORDER, LARGE_TABLE, NOTEBOOK, NOTEBOOK_ORDER, SCHEMA, Layout
from store.ledger import Ledger
from store.lock import FolderLock
from store.memory import Change
from store.opening import Hold, load

if TYPE_CHECKING:
    from store.keys import Keys

News = Callable[[str, list[Change] | None], None]
"""Told the ledger's name and its changes, or None if it was read anew."""


class LedgerPair:
    """The caseload and the notebook, and their one lock."""

    def __init__(self, layout: Layout, *, read_only: bool, keys: Keys | None = None) -> None:
        """Neither is open yet; with keys they are encrypted."""
        self.layout = layout
        self.keys = keys
        self.lock = FolderLock(layout.lock)
        self.both = ledgers_in(layout, keys)
        self._refusal = "This data folder was opened for reading only." if read_only else ""
        self._misfit = ""

    @property
    def newest_act(self) -> int:
        """The highest act number given."""
        return max(ledger.memory.act for ledger in self.both)

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to say once."""
        return tuple(notice for ledger in self.both for notice in ledger.notices)

    @property
    def troubles(self) -> tuple[str, ...]:
        """What is wrong with the files, a sentence each."""
        one, other = self.both
        said = (one.unconfirmed, one.trouble, other.unconfirmed, other.trouble, self._misfit)
        return tuple(filter(None, said))

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be written; "" if it can."""
        troubles = self.troubles
        return troubles[0] if troubles else self._refusal or (engine_words.OLDER if self.is_older else "")

    @property
    def is_older(self) -> bool:
        """Whether an earlier mentor wrote it, so that it is only read until it was brought up to date."""
        return any(ledger.memory.schema < SCHEMA for ledger in self.both)

    def load(self) -> None:
        """Read both from the disk."""
        if not self._refusal and not os.access(self.layout.path, os.W_OK | os.X_OK):
            self._refusal = engine_words.NOT_YOURS
        for ledger in self.both:
            load(ledger, self._hold())
        if not self.troubles and (misfit := self._what_does_not_fit()):
            self._misfit = engine_words.read_only(misfit, self.layout.newest_backup())

    def load_steps(self) -> Iterator[None]:
        """Read what is still unread, each step well under two milliseconds."""
        for ledger in self.both:
            yield from ledger.load_steps()

    def follow(self, news: News, *, locked: bool) -> bool:
        """Take over what other programs wrote; True if they wrote something."""
        is_news = False
        for ledger in self.both:
            if locked and compaction.is_unsettled(ledger):
                compaction.settle(ledger)
            changes = ledger.follow(locked=locked)
            if changes is None:
                self._check_keys()
                load(ledger, self._hold())
            if changes is None or changes:
                news(ledger.name, changes)
                is_news = True
        return is_news

    def is_due(self) -> bool:
        """Whether a journal has grown long enough to be folded."""
        return any(compaction.is_due(ledger) for ledger in self.both)

    def fold(self, news: News, *, force: bool) -> bool:
        """Fold the journals that are due, or all that hold something; True if one was. The lock is held."""
        wanted = [one for one in self.both if compaction.is_due(one) or (force and one.memory.entries)]
        folded = [self._fold(ledger, news) for ledger in wanted]
        return any(folded)

    def close(self) -> None:
        """Let go of the files."""
        for ledger in self.both:
            ledger.close()
        self.lock.close()

    def _fold(self, ledger: Ledger, news: News) -> bool:
        try:
            if disk.stamp(ledger.layout.snapshot(ledger.name)) != ledger.snapshot_stamp:
                load(ledger, self._hold())  # another program wrote the snapshot, and must not be written over
                news(ledger.name, None)
            if ledger.trouble:
                return False
            compaction.fold(ledger)
        except OSError:
            return False  # the old pair still stands, and its time will come again
        return True

    def _check_keys(self) -> None:
        """A folder that was encrypted, decrypted or given new keys meanwhile is not damaged: it is shut."""
        ours = self.keys.recipients if self.keys else None
        card = card_in(self.layout.path)  # where nothing can be read of it, the reading says what is wrong
        if card and card.get("recipients") != ours:
            raise StoreReadOnly(engine_words.KEYS_CHANGED)

    def _what_does_not_fit(self) -> str:
        if len({ledger.header.store for ledger in self.both}) > 1:
            return "the caseload and the notebook are of two different data folders"
        return creating.card_trouble(self.layout, self.both[0].header.store, self.keys)

    def _hold(self) -> Hold | None:
        return None if self._refusal else self.lock.held


def ledgers_in(layout: Layout, keys: Keys | None = None) -> tuple[Ledger, Ledger]:
    """Both ledgers of a folder, not yet open."""
    first, second = (_codec(keys, name) for name in (CASELOAD, NOTEBOOK))
    layout = replace(layout, ending=first.ending)
    return (
        Ledger(CASELOAD, layout, CASELOAD_ORDER, LARGE_TABLE, first),
        Ledger(NOTEBOOK, layout, NOTEBOOK_ORDER, codec=second),
    )


def _codec(keys: Keys | None, ledger: str) -> Codec:
    if keys is None:
        return PLAIN
    from store.age_codec import Age  # wakes pyrage, which a plain folder never needs

    return Age(keys.of(ledger))
