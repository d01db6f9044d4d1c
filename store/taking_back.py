"""What a data folder takes back: undo, redo, and the history of every act."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from store import undoing
from store.act import Act
from store.clock import Clock
from store.errors import RequestRefused
from store.ledger import Ledger
from store.ledger_pair import LedgerPair
from store.past import PastAct, acts, what_is_lost


class TakingBack:
    """The part of a data folder that looks back."""

    clock: Clock
    _pair: LedgerPair
    _ledgers: tuple[Ledger, Ledger]
    _door: threading.RLock

    def _alone(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def _work(self, act: Act, more: dict[str, Any]) -> AbstractContextManager[Act]:
        raise NotImplementedError

    def next_undo(self) -> PastAct | None:
        """What `undo` would take back."""
        with self._door:
            found = undoing.newest_standing(self._ledgers)
        return found[0] if found else None

    def may_precede_erasing(self, past: PastAct) -> bool:
        """Whether an act may be older than an erasing, which leaves no act of its own.

        Erasing folds what was at hand; so do other things, and then it is said once more than needed.
        """
        with self._door:
            if past.number > max(ledger.header.act for ledger in self._ledgers):
                return False
            return any(undoing.is_about_erased(act) for act, _ in acts(self._ledgers))

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
                raise undoing.nothing_to_undo(self._ledgers)
            past, commits = found
            if expected and past.number != expected:
                raise undoing.refuse_another(self._ledgers, expected, past)
            if undoing.is_about_erased(past):
                raise RequestRefused(undoing.ERASED)
            act = Act(self._pair.newest_act + 1, f"undo of {past.label}", self.clock.now().at, *self._ledgers)
            with self._work(act, {"undoes": past.number}):
                undoing.stage_inverse(act, past, commits)
        return past._replace(undone=True)

    def next_redo(self) -> tuple[PastAct, str] | None:
        """The undo that `redo` would take back, and what the act it took back was called."""
        with self._door:
            found = undoing.newest_undo(self._ledgers)
        return (found[0], found[2]) if found else None

    def redo(self, expected: int = 0) -> tuple[PastAct, str]:
        """Take back the newest undo that still stands; the same pair as `next_redo`.

        Args:
            expected: the undo the mentor was shown; another one is not taken back in its place.

        Raises:
            RequestRefused: there is none, it is another one, or its records have changed since.
        """
        with self._alone():
            found = undoing.newest_undo(self._ledgers)
            if found is None:
                raise RequestRefused("Nothing was undone lately, so there is nothing to bring back.")
            undo, commits, label = found
            if expected and undo.number != expected:
                raise RequestRefused("Something else was undone meanwhile. Nothing was brought back.")
            act = Act(self._pair.newest_act + 1, f"redo of {label}", self.clock.now().at, *self._ledgers)
            with self._work(act, {"undoes": undo.number, "redoes": undo.undoes}):
                undoing.stage_redo(act, label, commits)
        return undo._replace(undone=True), label

    def last_written_before(self, day: date) -> date | None:
        """The last day before this one on which anything was saved; None where that is not known."""
        from store import absences  # a note from the shell has nothing to do with them

        with self._door:
            return absences.last_written_before(day, self._ledgers, self.clock.now().tz)

    def touched_since(self, day: date) -> set[tuple[str, int]]:
        """Table and number of what was written on this day or later, as the journals at hand tell."""
        from store import absences  # a note from the shell has nothing to do with them

        with self._door:
            return absences.touched_since(day, self._ledgers, self.clock.now().tz)

    def lost_history(self) -> str:
        """Why what was saved longer ago can no longer be undone, in a sentence; "" where all of it can."""
        with self._door:
            return what_is_lost(self._ledgers)

    def history(self) -> Iterator[PastAct]:
        """Every act, newest first, through all folded journals."""
        for act, _ in acts(self._ledgers):
            yield act
