"""Erasing from the open program: the books are closed, the folder is written anew, the books open again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui import places
from mentor_tui.app_lock import FIRST, AppLock
from mentor_tui.textual_private import of_its_own_accord
from store.errors import MentorError

if TYPE_CHECKING:
    from mentor_tui.books import Books
    from mentor_tui.settings import Settings
    from store.clock import Clock
    from store.erasing import Erased, Wish
    from store.folder import DataFolder
    from store.keys import Keys

ERASING = "erasing"
_NOT_HERE = "Here nobody is real and nothing is kept, so there is nothing to erase."


class AppErasing(AppLock):
    """An app in which somebody can be erased for good, and pages burned."""

    _is_erasing = False
    _is_burning = False
    _erased: tuple[str, ...] = ()
    """What was done, a line each, to be said once the books are open."""

    @property
    def is_at_the_door(self) -> bool:
        """While it is being written anew there are no open books either."""
        return super().is_at_the_door or self.current_mode == ERASING

    def erase(self, wish: Wish) -> None:
        """Erase, or strip to tallies; what became of it is said when the books are open again."""
        if self.books is None or self._folder_door is None or self.demo_banner:
            self.trouble(_NOT_HERE)
            return
        keys, self._is_erasing, self._is_burning = self.books.folder.keys, True, bool(wish.pages)
        # Where somebody was erased, what she looked at may be about them; a page was burned where she stands.
        self._mode_beneath, self._ways_back = self.current_mode if wish.pages else FIRST, []
        with of_its_own_accord(self):
            self.switch_mode(ERASING)
            self._shutting = self.run_worker(self._close_books(self.books), exit_on_error=False)
            self.run_worker(self._erase(wish, keys), exit_on_error=False)

    async def _erase(self, wish: Wish, keys: Keys | None) -> None:
        if self._shutting is not None:
            await self._shutting.wait()
        # What the disk refused before would be written again under a number that is nobody's by then.
        self._sealed = [one for one in self._sealed if not _is_of(wish, one.path.name)]
        path, clock, settings = self.folder_door.path, self.clock, self.settings
        try:
            self._erased = await asyncio.to_thread(_erase_now, path, clock, wish, keys, settings)
        except MentorError as error:
            self._said_when_open = str(error)
        finally:
            self._is_erasing = False
        self._open_again(partial(self.folder_door.open, keys))

    async def _come_in(self, opener: Callable[[], Books]) -> None:
        await super()._come_in(opener)
        await self._renew(ERASING)

    async def come_back(self) -> None:
        """Say what was erased, and what is left to do."""
        await super().come_back()
        if self._is_burning:
            self._is_burning = False
            # Where the page was: Reflect was made again, and opens with its question.
            await self.run_action("screen.to_notebook")
        if self._erased:
            lines, self._erased = self._erased, ()
            await self.push_screen(places.make("erased", lines))

    def _back_up(self, folder: DataFolder, clock: Clock, settings: Settings) -> None:
        if not self._is_erasing:  # one that still has everything would only have to be written anew
            super()._back_up(folder, clock, settings)


def _is_of(wish: Wish, draft: str) -> bool:
    """Whether a draft, by its file's name, is of somebody who goes, or of a page that does."""
    kind, whom, record = draft.split(".")[:3]
    if wish.pages:
        return kind == "reflection" and record in map(str, wish.pages)
    return whom in map(str, wish.people)


def _erase_now(
    path: Path, clock: Clock, wish: Wish, keys: Keys | None, settings: Settings
) -> tuple[str, ...]:
    from mentor_tui.envelope_kept import renew_after_backup
    from mentor_tui.erasing_words import done
    from store.erasing import erase
    from store.folder import DataFolder

    copies = Path(settings.backup_to).expanduser() if settings.backup_to else None
    erased: Erased = erase(path, clock, wish, keys, copies=copies)
    said = done(erased)
    with DataFolder.open(path, clock, keys=keys) as folder:
        renew_after_backup(folder, clock, said.append)
    return tuple(said)
