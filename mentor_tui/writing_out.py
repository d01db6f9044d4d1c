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
    from mentor_tui.reports import Report


def ask_where(
    app: MentorApp, code: str, report: Report | None, written: Callable[[Path | None], None]
) -> None:
    """Ask where, and write it there.

    Args:
        report: the month, where one is shown.
        written: is told the place, or None where nothing was written.
    """
    chosen, today = way(code), app.clock.now().day
    first = report.first if report else today
    write = partial(write_out, chosen, app.caseload, report)
    what = f"{first:%Y-%m}, {chosen.title}" if chosen.is_report else chosen.title
    place = place_for(chosen, first, today)
    app.push_screen(WriteFileScreen(f"write {what}", place, chosen.caution, write), written)


def say_written(app: MentorApp, place: Path | None) -> None:
    """Say where it lies, in place of the hints."""
    if place is not None:
        app.trouble(f"Written to {shown_path(place)}. Files you made, in the palette, removes it.")
