"""One key at a time: each has done its work before the next one is given to the screen that stands then."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass

from textual import events, on
from textual.app import ScreenStackError
from textual.message import Message

from mentor_tui.app_keys import AppKeys
from store.clock import Clock

_WAYS = 3
"""The way up of a key, of what a row says because of it, and of the first words of a screen that opens."""
_PATIENCE_SECONDS = 1.0
"""How long a way up may take; a row that goes away meanwhile takes what was on its way with it."""


class AppTurns(AppKeys):
    """An app in which no key overtakes the one before.

    A terminal gives several keys at once, after a slow save or from a paste without marks. Without turns
    the second enter of two would reach a line that the first is just saving, and save it again; and letters
    typed ahead of a screen would be lost.
    """

    @dataclass
    class CameUp(Message):
        """It follows a key from the focus up to the app; when it arrives, the key has arrived too."""

        turn: int

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self._held: deque[events.Event] = deque()
        self._turn = 0
        """The number of the key at work, or of the last one."""
        self._ways_left = 0
        """Ways up that are not done yet; 0 if no key is at work."""

    @property
    def has_keys_waiting(self) -> bool:
        """Whether a key is at work or waits its turn."""
        return bool(self._held or self._ways_left)

    def must_wait(self, event: events.Event) -> bool:
        """Whether a key has to wait its turn."""
        return self.has_keys_waiting

    async def on_event(self, event: events.Event) -> None:
        """Hold what is typed while an earlier key is at work."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self.must_wait(event):
            self._held.append(event)
        else:
            await self._give(event)

    async def next_turn(self) -> None:
        """The key at work is done: give the one that waits longest."""
        self._ways_left = 0
        if self._held and self.is_running:
            await self._give(self._held.popleft())

    @on(CameUp)
    async def came_up(self, event: CameUp) -> None:
        """What was on the way before it has come up."""
        if event.turn == self._turn and self._ways_left:
            self._ways_left -= 1
            if self._ways_left:
                self._send_up()
            else:
                await self.next_turn()

    async def _give(self, event: events.Event) -> None:
        self._turn += 1
        self._ways_left = _WAYS
        asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, self._lose_patience, self._turn)
        try:
            await super().on_event(event)
        finally:
            self._send_up()

    def _send_up(self) -> None:
        message = self.CameUp(self._turn)
        with suppress(ScreenStackError):
            if (self.focused or self.screen).post_message(message):
                return
        self.post_message(message)

    def _lose_patience(self, turn: int) -> None:
        if turn == self._turn and self._ways_left:
            self.call_later(self.next_turn)
