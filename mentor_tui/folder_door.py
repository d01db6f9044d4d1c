"""The way into one data folder: what lies there, how it is made, opened with its keys, and let go again.

Whether there is a lock is told by the card, read as plain JSON, so that the first frame waits for no import
of the store.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import MentorError, RequestRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentor_tui.books import Books
    from mentor_tui.settings import Settings
    from store.clock import Clock
    from store.folder import DataFolder
    from store.in_use import Presence
    from store.keys import Keys
    from store.vault import NewLock

_LEFT_OVER = {
    "identity.age", "recovery.age", "history", "inbox", "drafts", "quarantine", "backups", "made-files"
}  # fmt: skip
"""Made before anything is kept in a new folder."""
_OF_A_LOCK = ("identity.age", "caseload.json.age")


class FolderDoor:
    """One data folder as the program comes and goes."""

    def __init__(self, path: Path, clock: Clock, settings: Settings) -> None:
        """Nothing is opened yet.

        Args:
            settings: as they were read at the start; of a folder that is not there yet, the usual ones.
        """
        self.path = path
        self._clock = clock
        self.settings = settings
        self._presence: Presence | None = None
        self._is_begun_beside = False

    def is_there(self) -> bool:
        """Whether anything lies there; a swap that was stopped half-way is settled first."""
        if not _holds_anything(self.path):
            from store.swapping import settle_swap

            settle_swap(self.path)
        return _holds_anything(self.path)

    @property
    def is_encrypted(self) -> bool:
        """Whether a passphrase opens it: the card says so, and where it is gone, the files that it has."""
        try:
            card = json.loads((self.path / "store.json").read_bytes())
        except (OSError, ValueError, RecursionError):
            card = None
        if isinstance(card, dict) and card:
            return "recipients" in card
        return any((self.path / name).exists() for name in _OF_A_LOCK)

    def letters(self) -> int:
        """How many lines wait in the letterbox; no key is needed to count them."""
        from store.letterbox import posted

        return posted(self.path)

    def open(self, keys: Keys | None = None) -> Books:
        """Both ledgers.

        Raises:
            PassphraseNeeded: there is a lock, and no keys.
            RequestRefused: there are keys, and no lock.
        """
        from store.folder import DataFolder
        from store.swapping import settle_swap

        settle_swap(self.path)
        if keys is not None and not self.is_encrypted:
            raise RequestRefused(
                f"The caseload at {self.path} is not encrypted, and a passphrase was given for it: somebody "
                "may have put another in its place. Nothing was opened or written. If you put it there "
                "yourself, start mentor again: it opens without a passphrase."
            )
        self._say_it_is_open()
        return self._books_of(lambda: self._up_to_date(DataFolder.open(self.path, self._clock, keys=keys)))

    def create(self, lock: NewLock | None = None) -> Books:
        """Both ledgers of a new folder, encrypted if there is a lock."""
        from store.folder import DataFolder

        aside = self._put_aside() if self._is_begun_beside else None
        try:
            books = self._books_of(lambda: DataFolder.create(self.path, self._clock, lock))
        except BaseException:
            if aside is not None:
                with contextlib.suppress(OSError):
                    aside.rename(self.path)
            raise
        self._say_it_is_open()
        self._is_begun_beside = False
        return books

    def begin_beside(self, is_so: bool) -> None:
        """The folder that `create` makes takes the place of a locked one, which is put aside."""
        self._is_begun_beside = is_so

    def name_aside(self) -> str:
        """What the locked folder would be called beside a new one."""
        live = self.path.resolve()
        name = f"{live.name}.locked-{self._clock.now().day:%Y-%m-%d}"
        names = [name, *(f"{name}-{number}" for number in range(2, 100))]
        return next((each for each in names if not live.with_name(each).exists()), names[-1])

    def close(self, books: Books, back_up: Callable[[DataFolder, Clock, Settings], None] | None) -> None:
        """Fold the journal if it has grown, back up what changed, and let the folder go.

        Args:
            back_up: makes a backup if something changed; None where none is wanted.
        """
        try:
            books.folder.compact()
            if back_up is not None:
                back_up(books.folder, self._clock, self.settings)
        except (MentorError, OSError):
            pass  # what was saved is safe in the journal; the next opening folds it
        finally:
            books.folder.close()
            self._say_it_is_closed()

    def _books_of(self, opened: Callable[[], DataFolder]) -> Books:
        from mentor_tui.books import books_of
        from store.curve import kept_curve
        from store.vocabulary import rename

        settings = self.settings
        rename(settings.lists)
        try:
            curve = kept_curve(settings.release_curve)
            return books_of(opened(), self._clock, day_first=settings.day_first, release_curve=curve)
        except BaseException:
            self._say_it_is_closed()
            raise

    def _up_to_date(self, folder: DataFolder) -> DataFolder:
        if not folder.is_older:
            return folder
        from store.migrations import up_to_date

        return up_to_date(folder, self._clock)

    def _put_aside(self) -> Path:
        """Give the locked folder its other name; RequestRefused: it has its own still."""
        from store import disk, in_use

        live = self.path.resolve()
        aside = live.with_name(self.name_aside())
        try:
            with in_use.alone(live):
                live.rename(aside)
            disk.sync_folder(live.parent)
        except OSError as error:
            raise RequestRefused(
                f"The locked folder could not be renamed: {disk.why(error)}. Nothing was changed."
            ) from None
        return aside

    def _say_it_is_open(self) -> None:
        """Whoever would replace the folder is told that a program has it open."""
        from store.in_use import present
        from store.layout import Layout

        if self._presence is None and Layout(self.path).is_there:
            self._presence = present(self.path)

    def _say_it_is_closed(self) -> None:
        if self._presence is not None:
            self._presence.close()
            self._presence = None


def _holds_anything(path: Path) -> bool:
    """Whether there is more than what a first start that was stopped half-way left behind."""
    try:
        names = {entry.name for entry in path.iterdir()}
    except OSError:
        return path.exists()  # a file, or a folder that may not be read: opening it says so
    return bool(names - _LEFT_OVER)
