"""The program from its door: a folder that is not there yet, a plain one, an encrypted one."""

import gc
from contextlib import asynccontextmanager

import pytest
from textual import events

from mentor_tui.app import MentorApp
from mentor_tui.folder_door import FolderDoor
from mentor_tui.settings import Settings
from tests.screens.conftest import Page


class Door(Page):
    """The running program, with what is done at its door."""

    async def paste(self, text):
        """Words into the field that has the focus."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def until(self, words):
        """Wait until this stands on the screen."""
        for _ in range(1000):
            if words in self.text and not self.app.is_opening:
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"{words!r} did not appear:\n{self.text}")

    async def unlock(self, passphrase):
        await self.paste(passphrase)
        await self.press("enter")

    @property
    def flat(self):
        """The screen as one line, its frames left out."""
        return " ".join(self.text.replace("│", " ").split())


@asynccontextmanager
async def little_to_look_through(all_of_it):
    """Each lock looks through all that is in memory: here, not through what earlier tests left there."""
    with pytest.MonkeyPatch.context() as patch:
        if not all_of_it:
            gc.collect()
            gc.freeze()
            patch.setattr(gc, "unfreeze", lambda: None)
        yield


@asynccontextmanager
async def at_the_door(path, clock, *, size=(80, 24), looks_through_all=False, **settings):
    chosen = Settings(auto_backup=False, **settings)
    door = FolderDoor(path, clock, chosen)
    app = MentorApp(door.open, clock, chosen, door=door, keep_settings_in=path)
    async with little_to_look_through(looks_through_all), app.run_test(size=size) as pilot:
        while app.is_opening:
            await pilot.pause(0.01)
        await pilot.pause()
        yield Door(app, pilot)
    if app.books is not None:
        door.close(app.books, None)
