"""The lock: at the start, by ctrl+l from anywhere, and by itself after a while without a key."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.worker import Worker

from mentor_tui import places
from mentor_tui.app_opening import AppOpening
from mentor_tui.cursor_back import bring_cursor_back, spot_of
from mentor_tui.idle import Idle
from mentor_tui.letters import Letters
from mentor_tui.screens.base import MentorScreen
from mentor_tui.textual_private import forget_clipboard, of_its_own_accord, start_in_mode
from mentor_tui.unkept import held_sealed, not_kept
from mentor_tui.voice import Voice
from store.errors import MentorError, PassphraseNeeded

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from mentor_tui.books import Books
    from mentor_tui.cursor_back import Spot
    from mentor_tui.folder_door import FolderDoor
    from mentor_tui.screens.base import WayBack
    from mentor_tui.screens.door import DoorScreen
    from mentor_tui.settings import Settings
    from store.clock import Clock
    from store.drafts import SealedDraft
    from store.folder import DataFolder
    from store.keys import Keys
    from store.vault import NewLock

FIRST, BEGIN, LOCKED, COVERED = "today", "begin", "locked", "cover"
OLD_BACKUPS = "The passphrase is changed. Backups made before open with the old one."
_FOLD_AFTER_MINUTES = 1
"""Without a key: folding a large record holds its lock for a moment, which nobody should feel."""


class AppLock(AppOpening):
    """An app whose books can be closed under it, and opened again where she was."""

    settings: Settings
    demo_banner: str

    def __init__(self, clock: Clock, open_books: Callable[[], Books], door: FolderDoor | None) -> None:
        super().__init__(clock, open_books)
        self.idle = Idle(clock)
        self._since_fold = Idle(clock)
        self._folding: Worker[None] | None = None
        self._folder_door = door
        self._mode_beneath = FIRST
        self._letters = Letters()
        self._ways_back: list[tuple[WayBack, Spot | None]] = []
        self._sealed: list[SealedDraft] = []
        """Words that the disk refused at the moment of locking, encrypted."""
        self._said_at_lock: list[str] = []
        self._said_when_open = ""
        self._is_warned = False
        self._shutting: Worker[None] | None = None
        if door is not None and not door.is_there():
            self._stop_at(BEGIN)
        elif door is not None and door.is_encrypted:
            self._stop_at(LOCKED)

    def _stop_at(self, mode: str) -> None:
        """Begin at the door: nothing is opened by itself, and keys are for the page that stands there."""
        start_in_mode(self, mode)
        self._is_shut = False

    @property
    def folder_door(self) -> FolderDoor:
        """The way into the data folder."""
        assert self._folder_door, "only a page at the door asks for it"
        return self._folder_door

    @property
    def is_at_the_door(self) -> bool:
        """Whether a page stands there that belongs to no open books."""
        return self.current_mode in (BEGIN, LOCKED, COVERED)

    @property
    def says_plain(self) -> bool:
        """Whether every page says that nothing is encrypted; the demo says what it is instead."""
        if self._folder_door is None or self.demo_banner:
            return False
        return not (self.books.folder if self.books else self._folder_door).is_encrypted

    async def on_event(self, event: events.Event) -> None:
        """A key after a long while finds the lock, and does nothing else."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            if self.lock_if_left():
                return
            self.idle.touch()
        await super().on_event(event)

    def lock_if_left(self) -> bool:
        """Lock if nobody has touched a key for as long as the settings say; whether it did."""
        is_left = self.idle.is_over(self.settings.lock_after_minutes)
        if not is_left or self.books is None or self.is_at_the_door or self.is_opening:
            return False
        self.action_lock()
        return True

    def fold_if_left(self) -> None:
        """Fold a journal that has grown long while nobody types: a program left open would never do it."""
        if self.books is None or self.is_opening or not self.idle.is_over(_FOLD_AFTER_MINUTES):
            return
        if self._since_fold.is_over(_FOLD_AFTER_MINUTES):
            self._since_fold.touch()
            self._folding = self.run_worker(self._fold(self.books.folder), exit_on_error=False)

    async def _fold(self, folder: DataFolder) -> None:
        with contextlib.suppress(MentorError, OSError):  # what was saved is safe; its time comes again
            await asyncio.to_thread(folder.compact)

    def action_lock(self) -> None:
        """Close the books now; those that are not encrypted get a cover."""
        if self.current_mode == LOCKED:
            self._stay_locked()
        if self.books is None or self.is_at_the_door:
            return
        for screen in self.screen_stack:
            if isinstance(screen, MentorScreen) and screen.is_mounted:
                screen.keep_words()
        self._mode_beneath = self.current_mode
        if not self.books.folder.is_encrypted:
            self.switch_mode(COVERED)
            return
        screens = [screen for screen in self.screen_stack if isinstance(screen, MentorScreen)]
        ways = ((screen.way_back(), screen) for screen in screens)
        self._ways_back = [(way, spot_of(cast("Any", screen))) for way, screen in ways if way is not None]
        with of_its_own_accord(self):
            self.switch_mode(LOCKED)
            self._shutting = self.run_worker(self._close_books(self.books), exit_on_error=False)

    def _stay_locked(self) -> None:
        """Drop what is being opened, and go back to the page of the passphrase."""
        while len(self.screen_stack) > 1 and not cast("DoorScreen", self.screen).drop():
            self.pop_screen()
        cast("DoorScreen", self.screen).drop()

    def say_at_the_door(self, sentence: str) -> None:
        """Say it on the page that stands there before the books are open."""
        cast("DoorScreen", self.screen).say(sentence, quietly=True)

    def passphrase_is_new(self) -> None:
        """Say once, when the notes are open, what became of the old one."""
        self._said_when_open = OLD_BACKUPS

    def uncover(self) -> None:
        """Take the cover away."""
        self.idle.touch()
        self.switch_mode(self._mode_beneath)

    def begin(self, lock: NewLock | None) -> None:
        """Make the data folder that is not there yet, and open it."""
        self._mode_beneath, self._ways_back = FIRST, []
        self._open_again(partial(self.folder_door.create, lock))

    def begin_beside(self) -> None:
        """Make another one in the place of the locked one, which is put aside."""
        self.folder_door.begin_beside(True)
        self.switch_mode(BEGIN)

    def leave_door(self) -> None:
        """From the page of a new folder back to the locked one; where there is none, out of the program."""
        if self.folder_door.is_there():
            self.folder_door.begin_beside(False)
            self.switch_mode(LOCKED)
            self.run_worker(self._renew(BEGIN), exit_on_error=False)
        else:
            self.leave("esc")

    def unlocked(self, keys: Keys) -> None:
        """Open the books with these keys, where she was."""
        self._open_again(partial(self.folder_door.open, keys))

    def leave(self, key: str) -> None:
        """Close the program; words that are only held here are spoken of first."""
        self.try_held_again()
        if self.current_mode == COVERED:
            self.uncover()
        if self._sealed and not self._is_warned and isinstance(self.screen, MentorScreen):
            self._is_warned = True
            self.screen.say(not_kept("the disk refuses them", key))
        else:
            super().leave(key)

    def left_to_say(self) -> str:
        """That words wait here for the disk, or that no backup was made; "" where all went well."""
        return "\n".join(filter(None, (held_sealed(len(self._sealed)), *self._said_at_lock)))

    def try_held_again(self) -> None:
        """Perhaps there is room by now; no key is needed for it."""
        for sealed in list(self._sealed):
            try:
                sealed.write()
            except MentorError:
                continue
            self._sealed.remove(sealed)

    async def open_the_books(self, opener: Callable[[], Books] | None = None) -> None:
        """Open them; where that needs a passphrase after all, ask for it."""
        try:
            await super().open_the_books(opener)
        except PassphraseNeeded:
            self._is_shut = False
            self.switch_mode(LOCKED)

    def all_is_read(self) -> None:
        """Now it can be told what of the letterbox is filed already."""
        self._letters = Letters()
        self._letters.settle(cast("MentorApp", self))

    def look_into_the_letterbox(self) -> None:
        """File what was posted since the last look."""
        self._letters.look(cast("MentorApp", self))

    async def come_back(self) -> None:
        """To the dialogs and pages that stood there before the lock, with their words."""
        assert self.books
        drafts = self.books.folder.drafts()
        for sealed in self._sealed:
            self.unkept.hold_again(drafts.unsealed(sealed), sealed.write)
        ways, self._ways_back, self._sealed = self._ways_back, [], []
        for way, spot in ways:
            try:
                screen = way(cast("MentorApp", self))
            except MentorError:
                continue
            if screen is not None:
                await self.push_screen(screen, self._dialog_closed)
                await bring_cursor_back(screen, spot)
        if self._said_when_open:
            self.trouble(" ".join(filter(None, (self._said_when_open, self.voice.sentence))))
            self._said_when_open = ""

    def _open_again(self, opener: Callable[[], Books]) -> None:
        self._is_shut = True
        self.idle.touch()
        with of_its_own_accord(self):
            self.run_worker(self._come_in(opener), exit_on_error=False)

    async def _come_in(self, opener: Callable[[], Books]) -> None:
        if self._shutting is not None:
            await self._shutting.wait()
            self._shutting = None
        await self.switch_mode(self._mode_beneath)
        for mode in (BEGIN, LOCKED):
            await self._renew(mode)
        await self.open_the_books(opener)

    async def _close_books(self, books: Books) -> None:
        """Take every page down, so that its words are kept; then let the folder and its keys go."""
        for place in places.PLACES:
            await self._renew(place.name)
        drafts = books.folder.drafts()
        self._sealed = [drafts.sealed(draft) for draft in self.unkept.taken_away()]
        self._is_warned, self._said_at_lock = False, []
        self.books, self.voice, self._letters = None, Voice(self.clock), Letters()
        self.forget_names()
        forget_clipboard(self)
        if self._folding is not None:
            await self._folding.wait()
            self._folding = None
        await asyncio.to_thread(self.folder_door.close, books, self._back_up)
        del books, drafts
        gc.unfreeze()  # what was read at once was put out of the collector's sight, to load faster
        gc.collect()

    def _back_up(self, folder: DataFolder, clock: Clock, settings: Settings) -> None:
        """What changed since the newest backup, in a thread; what could not be done is said on the lock."""
        from mentor_tui.own_backup import backed_up_at_a_lock

        if not self.demo_banner:
            backed_up_at_a_lock(folder, clock, settings, self._said_at_lock.append)

    async def _renew(self, mode: str) -> None:
        """Take down what stands in a mode; it begins afresh the next time."""
        await self.remove_mode(mode)
        self.add_mode(mode, self.MODES[mode])
