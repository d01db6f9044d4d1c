"""From the command line to the doors of the store: which folder, which clock, and the open caseload."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.commands.passphrases import Passphrases
from store.clock import Clock, SystemClock
from store.errors import MentorError, PassphraseNeeded, RequestRefused
from store.own_places import own_place

if TYPE_CHECKING:
    import typer

    from store.caseload import Caseload
    from store.folder import Change, DataFolder
    from store.notebook import Notebook


@dataclass(frozen=True)
class Shell:
    """What every command starts from."""

    path: Path
    """The data folder."""
    clock: Clock
    passphrases: Passphrases = field(default_factory=Passphrases)
    """Where the passphrase comes from, if one is needed."""

    @classmethod
    def at(cls, data: Path | None, passphrases: Passphrases | None = None) -> Shell:
        """The folder given, else the one MENTOR_DATA names, else the platform's user data folder."""
        named = data or (Path(os.environ["MENTOR_DATA"]) if os.environ.get("MENTOR_DATA") else None)
        return cls(named or own_place("data"), SystemClock(), passphrases or Passphrases())


def check_terminal() -> None:
    """The program draws on a terminal; into a file or a pipe it would only write what a terminal obeys.

    Raises:
        RequestRefused: there is no terminal.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stderr__)):
        raise RequestRefused("The program needs a terminal to draw on; `mentor today` prints as text.")


def shell(context: typer.Context) -> Shell:
    """The shell of this command line."""
    found = context.obj
    assert isinstance(found, Shell)
    return found


@contextmanager
def opened(start: typer.Context | Shell, *, as_it_is: bool = False) -> Iterator[Caseload]:
    """The caseload, open until the block ends. What the store has to say goes to stderr.

    Args:
        as_it_is: leave a folder that an earlier mentor wrote in the form it has.

    Raises:
        StoreDamaged: at the end of a command that could read, where not all could be read.
    """
    from mentor_tui.commands.printing import say
    from mentor_tui.settings import read_settings
    from store.caseload import Caseload
    from store.curve import kept_curve
    from store.vocabulary import rename

    here = start if isinstance(start, Shell) else shell(start)
    folder = _open(here)
    if folder.is_older and not as_it_is:
        from store.migrations import up_to_date

        folder = up_to_date(folder, here.clock)
    settings = read_settings(here.path)
    rename(settings.lists)
    try:
        for notice in folder.notices:
            say(notice)
        curve = kept_curve(settings.release_curve)
        agreements = _Changed(folder)
        yield Caseload(folder, here.clock, day_first=settings.day_first, release_curve=curve)
        if agreements.is_changed:
            from mentor_tui.own_backup import renew_the_envelope

            renew_the_envelope(folder, here.clock, say)
        _say_what_was_read_only(folder)
        _fold(folder)
    finally:
        folder.close()


def notebook_of(caseload: Caseload) -> Notebook:
    """The mentor's own ledger, beside an open caseload."""
    from store.notebook import Notebook

    return Notebook(caseload.folder, caseload.clock)


class _Changed:
    """Whether a command changed what the sealed envelope may hold: then it is sealed anew at its end."""

    def __init__(self, folder: DataFolder) -> None:
        self.is_changed = False
        folder.subscribe(self._told)

    def _told(self, ledger: str, changes: list[Change] | None) -> None:
        if ledger == "caseload" and changes is not None:
            gone = (change.table == "clients" and change.after is None for change in changes)
            agreed = (change.table == "consents" for change in changes)
            self.is_changed = self.is_changed or any(gone) or any(agreed)


def _open(here: Shell) -> DataFolder:
    from store.folder import DataFolder

    try:
        return DataFolder.open(here.path, here.clock)
    except PassphraseNeeded:  # told by the store, so that a plain folder pays nothing for the question
        return DataFolder.open(here.path, here.clock, keys=here.passphrases.keys(here.path))


def _fold(folder: DataFolder) -> None:
    """Everything is printed by now; nobody waits, and a shell-only mentor's journal folds too."""
    if not folder.read_only_reason:
        with suppress(MentorError, OSError):  # what was asked is done; the journal's time will come again
            folder.compact()


def _say_what_was_read_only(folder: DataFolder) -> None:
    """Said last, below what could be read. Only damage can make an answer wrong, so only it ends in a 1."""
    from mentor_tui.commands.printing import say
    from store.engine_words import NEWER
    from store.errors import StoreDamaged

    reason = folder.read_only_reason
    if folder.troubles and NEWER not in reason:
        raise StoreDamaged(reason)
    if reason:
        say(reason)
