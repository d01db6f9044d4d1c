"""The app: it holds the two ledgers, leads from place to place, and says when something was saved.

The store is imported while the books are opened, after the first frame, which would otherwise wait for it.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from mentor_tui import places
from mentor_tui.app_erasing import ERASING, AppErasing
from mentor_tui.app_lock import BEGIN, COVERED, LOCKED
from mentor_tui.envelope_watch import EnvelopeWatch
from mentor_tui.palette import commands_here
from mentor_tui.settings import Settings, save_settings
from mentor_tui.themes import OWN_THEMES, variables_for
from store.errors import MentorError

if TYPE_CHECKING:
    from mentor_tui.books import Books
    from mentor_tui.folder_door import FolderDoor
    from store.clock import Clock

LOOK_AGAIN_SECONDS = 1.0
"""How often the folder is asked whether another process wrote; the question costs microseconds."""


class MentorApp(AppErasing):
    """Seven places on the digit keys, dialogs above them, one voice at the foot of each."""

    TITLE = "mentor"
    CSS_PATH = "look.tcss"
    DEFAULT_MODE = "today"
    after_the_first_frame: Callable[[], None] | None = None
    """What the process still has to do, once there is something to see."""
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (80, "-normal"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        name: partial(places.make, name)
        for name in (*(place.name for place in places.PLACES), BEGIN, LOCKED, COVERED, ERASING)
    }

    def __init__(
        self,
        open_books: Callable[[], Books],
        clock: Clock,
        settings: Settings | None = None,
        *,
        door: FolderDoor | None = None,
        keep_settings_in: Path | None = None,
        demo_banner: str = "",
    ) -> None:
        """The app over a data folder.

        Args:
            open_books: opens both ledgers; called after the first frame is on the screen.
            door: the way into the folder, where there may be a lock, or no folder yet.
            keep_settings_in: the data folder, where a change of settings is kept.
            demo_banner: what every screen says at its top while the people are invented.
        """
        super().__init__(clock, open_books, door)
        self.settings = settings or Settings()
        self.demo_banner = demo_banner
        self.lens_on = self.settings.lens_at_start
        self._ending_signals: tuple[signal.Signals, ...] = ()
        self._settings_folder = keep_settings_in
        self._day_seen = clock.now().day
        self._envelope = EnvelopeWatch()
        for theme in OWN_THEMES:
            self.register_theme(theme)
        if self.settings.theme in self.available_themes:
            self.theme = self.settings.theme
        self.use_keys(self.settings.keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not name them."""
        return variables_for(self.current_theme)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette lists."""
        return commands_here(self, screen)

    def on_ready(self) -> None:
        """The first frame is painted: now open the books."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        for number in self._ending_signals:
            asyncio.get_running_loop().add_signal_handler(number, self.exit, None, 128 + number)
        self.set_interval(LOOK_AGAIN_SECONDS, self._look_again)
        self.app_resume_signal.subscribe(self, lambda _: self.lock_if_left())
        if self.after_the_first_frame is not None:
            self.call_after_refresh(self.after_the_first_frame)
        if not self.is_at_the_door:
            self.call_after_refresh(self.run_worker, self.open_the_books, exit_on_error=False)

    def end_on(self, *signals: signal.Signals | None) -> None:
        """End in order, with the terminal as it was, when one of these arrives (a hang-up, a shutdown)."""
        if sys.platform != "win32":
            self._ending_signals = tuple(each for each in signals if each is not None)

    def use_theme(self, name: str) -> None:
        """Show everything in these colours from now on, and keep the choice."""
        self.theme = name

    def _keep_theme(self, theme: Theme) -> None:
        if theme.name != self.settings.theme:
            self.keep(replace(self.settings, theme=theme.name))

    def keep(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        self.settings = settings
        if self._folder_door is not None:
            self._folder_door.settings = settings
        if self._settings_folder is None:
            return
        try:
            save_settings(self._settings_folder, settings)
        except MentorError as error:
            self.trouble(str(error))

    def _look_again(self) -> None:
        """Another process may have written, and a day may have begun."""
        self.try_held_again()
        if self.lock_if_left() or self.books is None:
            return
        self.unkept.try_again()
        self.look_into_the_letterbox()
        self._envelope.look(self)
        today = self.clock.now().day
        if self.books.folder.refresh() or today != self._day_seen:
            self._day_seen = today
            self.read_again()
        self.fold_if_left()
