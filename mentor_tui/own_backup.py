"""Backups that nobody has to think of: when the program is left, and before larger changes."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from store.errors import MentorError
from store.text import clean_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentor_tui.settings import Settings
    from store.clock import Clock
    from store.folder import DataFolder

AN_HOUR = timedelta(hours=1)
A_MOMENT = 0.8
"""Seconds after which someone who waits for her prompt is told why."""


def backed_up(
    folder: DataFolder, clock: Clock, settings: Settings, why: str, tell: Callable[[str], None]
) -> None:
    """Make a proven backup if something changed since the newest, as the settings have it; never raises.

    Args:
        why: what it is made before or at: "quit", "import".
        tell: is told what could not be done.
    """
    if settings.auto_backup and not folder.read_only_reason:
        from store.backup_keeping import auto_backup

        to = Path(settings.backup_to).expanduser() if settings.backup_to.strip() else None
        auto_backup(folder, clock, why, to=to, tell=tell)
        renew_the_envelope(folder, clock, tell)


def renew_the_envelope(folder: DataFolder, clock: Clock, tell: Callable[[str], None]) -> None:
    """Seal the envelope anew, if there is one, as each backup does; never raises."""
    from store.envelope import is_kept

    if is_kept(folder):  # most have none, and wait for nothing
        from mentor_tui.envelope_kept import renew_after_backup

        renew_after_backup(folder, clock, tell)


def backed_up_at_a_lock(
    folder: DataFolder, clock: Clock, settings: Settings, tell: Callable[[str], None]
) -> None:
    """The same, unless one that nobody asked for was made within the hour: a lock comes many times a day."""
    from store.backup import listing

    with suppress(MentorError):  # what cannot be read is said where one is made
        now = clock.now().at
        made = (one.made_at for one in listing(folder.path) if one.why and one.made_at is not None)
        if any(abs(now - at) < AN_HOUR for at in made):
            return
    backed_up(folder, clock, settings, "lock", tell)


def backed_up_at_the_end(folder: DataFolder, clock: Clock, settings: Settings) -> None:
    """The same when the screen is gone; says on stderr what takes longer than a moment.

    Stopping it (ctrl+c, a terminal that is closed) leaves nothing behind.
    """
    from mentor_tui.commands.stopping import tidy_when_stopped

    waiting = Timer(A_MOMENT, _say, ["Making a backup ..."])
    waiting.daemon = True
    waiting.start()
    try:
        with tidy_when_stopped(), suppress(KeyboardInterrupt):
            backed_up(folder, clock, settings, "quit", _say)
    finally:
        waiting.cancel()


def _say(words: str) -> None:
    with suppress(OSError, ValueError):  # nobody reads there any more
        print(clean_lines(words), file=sys.stderr, flush=True)  # noqa: T201
