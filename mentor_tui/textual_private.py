"""Every use of Textual's private parts, in one place; each has a test that fails when it moves."""

import traceback
from pathlib import Path
from typing import Any

from rich.segment import Segment, Segments
from textual.app import App, ReturnType


class AppWithQuietCrash(App[ReturnType]):
    """An app whose crash report prints no local variables: they hold people's names and words."""

    def _fatal_error(self) -> None:
        """Textual's own prints every local variable of every frame."""
        self.bell()
        error = self._exception
        self._exit_renderables.append(Segments([Segment(crash_report(error))]))
        self._close_messages_no_wait()


def crash_report(error: BaseException | None) -> str:
    """Where in the code it broke, and nothing of what anybody typed: not even the error's own message."""
    if error is None:
        return "The program stopped. What was saved is safe.\n"
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames[-12:]]
    return "\n".join(
        [
            "The program stopped on a mistake of its own. What was saved is safe.",
            *places,
            type(error).__name__,
            "",
        ]
    )


def screen_lines(app: App[Any]) -> list[str]:
    """What is on the screen, as plain lines: tests read screens as prose."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]
