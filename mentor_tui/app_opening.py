"""How the books are opened: after the first frame, while every key that is pressed is held."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message
from textual.worker import Worker, WorkerState

from mentor_tui import places
from mentor_tui.app_keys import AppKeys
from mentor_tui.own_mistake import OwnMistake
from store.errors import MentorError

if TYPE_CHECKING:
    from mentor_tui.books import Books
    from store.clock import Clock
    from store.folder import DataFolder

_WAYS = 3
"""The way up of a key, of what a row says because of it, and of the first words of a screen that opens."""
_PATIENCE_SECONDS = 1.0
"""How long a way up may take; a row that goes away meanwhile takes what was on its way with it."""


class AppOpening(AppKeys):
    """An app whose first frame does not wait for the books, and which loses no key pressed before that."""

    @dataclass
    class CameUp(Message):
        """It follows a key from the focus up to the app; when it arrives, the key has arrived too."""

        arrived: asyncio.Event

    def __init__(self, clock: Clock, open_books: Callable[[], Books]) -> None:
        super().__init__(clock)
        self.refusal: MentorError | OSError | None = None
        """Why the books could not be opened, or read."""
        self._open_books = open_books
        self.is_opening = True
        """Keys are held: the books are not open yet, or keys pressed meanwhile still have their turn."""
        self._held: deque[events.Event] = deque()

    async def open_the_books(self) -> None:
        """Open the books, show what stands first, and let go the keys that were held."""
        # In a thread, so that the screen does not wait while a large caseload loads.
        self.books = await asyncio.to_thread(self._open_books)
        self.voice.opened(self.books.folder)
        self.read_again()
        if places.exists("first-start") and not self.caseload.people() and not self.caseload.next_undo():
            await self.push_screen(places.make("first-start"))
        await self._let_go()
        await asyncio.to_thread(self._read_the_rest, self.books.folder)

    async def on_event(self, event: events.Event) -> None:
        """Hold what is typed until the books are open; only what closes the program acts at once."""
        is_typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if self.is_opening and is_typed and (self._held or not self._closes(event)):
            self._held.append(event)
        else:
            await super().on_event(event)

    @on(CameUp)
    def came_up(self, event: CameUp) -> None:
        """The key before it has come up."""
        event.arrived.set()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The books could not be opened or read: end, and say why on the way out."""
        error = event.worker.error
        if event.state is WorkerState.ERROR and error is not None:
            self.refusal = error if isinstance(error, MentorError | OSError) else OwnMistake(error)
            self.exit(return_code=1)

    async def _let_go(self) -> None:
        """Give each key to the screen that stands once the one before has done its work."""
        while self._held and self.is_running:
            await super().on_event(self._held.popleft())
            for _ in range(_WAYS):
                message = self.CameUp(asyncio.Event())
                if (self.focused or self.screen).post_message(message):
                    with suppress(TimeoutError):
                        await asyncio.wait_for(message.arrived.wait(), _PATIENCE_SECONDS)
        self.is_opening = False

    def _closes(self, event: events.Event) -> bool:
        """Whether this is a key that leads back from the first page, or Textual's own for the end."""
        active = self.screen.active_bindings.get(event.key) if isinstance(event, events.Key) else None
        return active is not None and (active.binding.id == "back" or active.binding.action == "quit")

    def _read_the_rest(self, folder: DataFolder) -> None:
        for _ in folder.load_steps():
            if not self.is_running:
                return
