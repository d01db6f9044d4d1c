"""From a thing that can be written to the dialog that asks where."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.screens.write_file import WriteFileScreen
from mentor_tui.ways_out import place_for, shown_path, way, write_out

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def ask_where(app: MentorApp, code: str, written: Callable[[Path | None], None]) -> None:
    """Ask where, and write it there.

    Args:
        written: is told the place, or None where nothing was written.
    """
    chosen = way(code)
    place = place_for(chosen, app.clock.now().day)
    write = partial(write_out, chosen, app.caseload)
    app.push_screen(WriteFileScreen(f"write {chosen.title}", place, chosen.caution, write), written)


def say_written(app: MentorApp, place: Path | None) -> None:
    """Say where it lies, in place of the hints."""
    if place is not None:
        app.trouble(f"Written to {shown_path(place)}. Files you made, in the palette, removes it.")
