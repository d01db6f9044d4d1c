"""Sees, while the program is open, when the sealed envelope holds somebody who agrees to it no more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from weakref import ref

from store.errors import MentorError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mentor_tui.app import MentorApp
    from mentor_tui.envelope_kept import Prepared
    from store.folder import Change, DataFolder

_WHO_IS_IN_IT = ("consents", "envelopes")


class EnvelopeWatch:
    """Looked at once a second; costs nothing while no word was said, or where there is no envelope."""

    def __init__(self) -> None:
        self._folder: ref[DataFolder] | None = None
        """Not held: it has the keys, which no lock may leave in memory."""
        self._is_said = False
        """Somebody's word changed who may be in it."""
        self._seen_on: date | None = None

    def look(self, app: MentorApp) -> None:
        """Seal it anew where that is due: a word was said, the day changed, or the books were just opened."""
        folder, today = app.caseload.folder, app.clock.now().day
        if self._folder is None or self._folder() is not folder:
            self._folder, self._seen_on = ref(folder), None
            folder.subscribe(self._told)
        if not self._is_said and today == self._seen_on:
            return
        is_said, self._is_said, self._seen_on = self._is_said, False, today
        if folder.caseload.documents("envelopes") and not (folder.read_only_reason or app.demo_banner):
            self._seal(app, is_said=is_said)

    def _told(self, ledger: str, changes: list[Change] | None) -> None:
        if ledger == "caseload" and (changes is None or any(map(_touches, changes))):
            self._is_said = True

    def _seal(self, app: MentorApp, *, is_said: bool) -> None:
        """Read the record here, in one breath; the disk is waited for in a thread."""
        from mentor_tui import envelope_kept
        from store.envelope import needed

        try:
            # What is shared may have changed as well as who is in it, so that any word seals it anew.
            # A stick that is not plugged in is no news on any other day; the next backup tries it.
            if not (is_said or envelope_kept.is_behind(app.caseload, if_missing=False)):
                return
            made = envelope_kept.prepared(app.caseload, needed(app.caseload))
        except MentorError as error:
            app.trouble(str(error))
            return
        seal_soon(app, made)


def seal_soon(app: MentorApp, made: Prepared, *, says: bool = False) -> None:
    """Seal and write it in a thread; what could not be done is said, and what is shown is read again.

    Args:
        says: that it is sealed is said too: she asked for it.
    """
    inside = len(made.people)
    words = f"Sealed, {inside} {'person' if inside == 1 else 'people'} in it." if says else ""
    app.run_worker(lambda: _write(app, made, words), thread=True, exit_on_error=False, name="envelope")


def _touches(change: Change) -> bool:
    return change.table in _WHO_IS_IN_IT or (change.table == "clients" and change.after is None)


def _write(app: MentorApp, made: Prepared, words: str) -> None:
    from mentor_tui.envelope_kept import not_renewed

    after: Callable[[], object]
    try:
        made.write()
        after = partial(_show, app, words)
    except MentorError as error:
        after = partial(app.trouble, not_renewed(error))
    if app.is_running:
        app.call_from_thread(after)


def _show(app: MentorApp, words: str) -> None:
    app.read_beneath()
    if words:
        app.trouble(words)
