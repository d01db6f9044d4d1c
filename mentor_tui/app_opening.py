"""How the books are opened: after the first frame, while every key that is pressed is held."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.worker import Worker, WorkerState

from mentor_tui import places
from mentor_tui.app_tutor import AppTutor
from mentor_tui.own_mistake import OwnMistake
from store.errors import MentorError

if TYPE_CHECKING:
    from mentor_tui.books import Books
    from store.clock import Clock


class AppOpening(AppTutor):
    """An app whose first frame does not wait for the books, and which loses no key pressed before that."""

    def __init__(self, clock: Clock, open_books: Callable[[], Books]) -> None:
        super().__init__(clock)
        self.refusal: MentorError | OSError | None = None
        """Why the books could not be opened, or read."""
        self._open_books = open_books
        self._place_is_seen = False
        self._is_shut = True
        """The books are not open yet, and every key is held."""

    @property
    def is_opening(self) -> bool:
        """The books are not open yet, or keys pressed meanwhile still have their turn."""
        return self._is_shut or self.has_keys_waiting

    async def open_the_books(self, opener: Callable[[], Books] | None = None) -> None:
        """Open the books, show what stands first, and let go the keys that were held.

        Args:
            opener: opens them; None for the way the program began with.
        """
        # In a thread, so that the screen does not wait while a large caseload loads.
        books = self.books = await asyncio.to_thread(opener or self._open_books)
        del opener  # it may hold keys
        self.voice.opened(self.books.folder)
        self.read_again()
        if places.exists("first-start") and not self.caseload.people() and not self.caseload.next_undo():
            await self.push_screen(places.make("first-start"))
        await self.come_back()
        self._is_shut = False
        if self.has_keys_waiting:
            self.call_later(self.next_turn)
        await asyncio.to_thread(self._read_the_rest, books)
        if self.books is books:
            self.all_is_read()
        await self._look_at_the_place(books.folder.path)

    async def _look_at_the_place(self, path: Path) -> None:
        """Say once where the folder should not lie, and what a sync service put into it."""
        if self._place_is_seen:
            return
        self._place_is_seen = True
        said = await asyncio.to_thread(_said_of_the_place, path)
        if said and not self.voice.sentence and self.is_running:
            self.trouble(said)

    async def come_back(self) -> None:
        """To what stood on the screen before the books were closed."""

    def all_is_read(self) -> None:
        """Everything on the disk is in memory."""

    def must_wait(self, event: events.Event) -> bool:
        """Until the books are open everything is held; only what closes the program acts at once."""
        if self._is_shut and not self._held and self._closes(event):
            return False
        return self._is_shut or super().must_wait(event)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The books could not be opened or read: end, and say why on the way out."""
        error = event.worker.error
        if event.state is WorkerState.ERROR and error is not None:
            self.refusal = error if isinstance(error, MentorError | OSError) else OwnMistake(error)
            self.exit(return_code=1)

    def _closes(self, event: events.Event) -> bool:
        """Whether this is a key that leads back from the first page, or Textual's own for the end."""
        active = self.screen.active_bindings.get(event.key) if isinstance(event, events.Key) else None
        return active is not None and (active.binding.id == "back" or active.binding.action == "quit")

    def _read_the_rest(self, books: Books) -> None:
        for _ in books.folder.load_steps():
            if not self.is_running or self.books is not books:
                return


def _said_of_the_place(path: Path) -> str:
    from store.place_checks import conflict_copies, shared_place

    return " ".join((*conflict_copies(path), *shared_place(path)))
