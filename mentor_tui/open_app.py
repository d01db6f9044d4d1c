"""Opens the program: the one door from the shell to the screens."""

from __future__ import annotations

import signal
from pathlib import Path

from mentor_tui.app import MentorApp
from mentor_tui.folder_door import FolderDoor
from mentor_tui.own_backup import backed_up_at_the_end
from mentor_tui.own_mistake import OwnMistake
from mentor_tui.own_process import keep_off_the_disk
from mentor_tui.settings import read_settings
from store.clock import Clock, SystemClock
from store.errors import MentorError

DEMO_BANNER = "demo, invented people"
"""What every screen of the demo says at its top."""


def open_program(
    data: Path, *, demo_banner: str = "", clock: Clock | None = None, tutor: bool = False
) -> None:
    """Open the program on a data folder, made if it is not there yet, and stay until it is closed.

    Args:
        demo_banner: what every screen says at its top while the people are invented.
        tutor: whether a few steps to try stand at the foot.

    Raises:
        MentorError: the folder cannot be opened; the terminal is as it was before.
        OSError: the machine refused something, likewise.
        SystemExit: the program ended otherwise than by `q`.
    """
    try:
        _stay(data, demo_banner, clock or SystemClock(), tutor)
    except (MentorError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - a mistake of ours: its kind and place, and nobody's words
        raise OwnMistake(error) from None


def _stay(data: Path, demo_banner: str, clock: Clock, tutor: bool) -> None:
    settings = read_settings(data)
    door = FolderDoor(data, clock, settings)
    app = MentorApp(door.open, clock, settings, door=door, keep_settings_in=data, demo_banner=demo_banner)
    if tutor:
        app.begin_tutor()
    unix = (getattr(signal, name, None) for name in ("SIGHUP", "SIGQUIT"))
    app.after_the_first_frame = keep_off_the_disk
    app.end_on(signal.SIGINT, signal.SIGTERM, *unix)
    try:
        app.run()
    finally:
        if app.books is not None:
            by_herself = not (app.return_code or app.refusal or app.demo_banner)
            door.close(app.books, backed_up_at_the_end if by_herself else None)
    if app.refusal:
        raise app.refusal
    if app.return_code:
        raise SystemExit(app.return_code)


def open_demo(clock: Clock, *, tutor: bool = False) -> None:
    """Open the program on invented people, in a temporary folder that goes when it is closed."""
    from mentor_tui.demo import demo_folder

    open_program(demo_folder(clock), demo_banner=DEMO_BANNER, clock=clock, tutor=tutor)
