"""Every use of Textual's private parts, in one place; each has a test that fails when it moves."""

import contextlib
import sys
import traceback
from pathlib import Path
from typing import Any, TextIO

from rich.segment import Segment, Segments
from textual.app import App, ReturnType
from textual.content import Content
from textual.driver import Driver
from textual.widget import Widget


class AppWithQuietCrash(App[ReturnType]):
    """An app whose crash report prints no local variables: they hold people's names and words."""

    def _fatal_error(self) -> None:
        """Textual's own prints every local variable of every frame."""
        self.bell()
        error = self._exception
        self._exit_renderables.append(Segments([Segment(crash_report(error))]))
        self._close_messages_no_wait()

    def get_driver_class(self) -> type[Driver]:
        """The driver of this machine; on a Unix terminal, one that outlives its terminal."""
        usual = super().get_driver_class()
        return LastingDriver if sys.platform != "win32" and usual is LinuxDriver else usual


class TerminalThatMayGo:
    """Where the screen is drawn; once its window is closed, what is drawn goes nowhere.

    Textual's own writer ends at the first error. What is drawn after that is never taken, and the program
    waits for it for ever: with nobody to see it, holding the data folder open.
    """

    def __init__(self, terminal: TextIO) -> None:
        """A terminal that is there now."""
        self._terminal = terminal

    def write(self, text: str) -> None:
        """Draw this, if there is still somewhere to draw it."""
        with contextlib.suppress(OSError):
            self._terminal.write(text)

    def flush(self) -> None:
        """Bring out what was drawn, if there is still somewhere."""
        with contextlib.suppress(OSError):
            self._terminal.flush()

    def fileno(self) -> int:
        """Its number."""
        return self._terminal.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._terminal.isatty()


if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class LastingDriver(LinuxDriver):
        """A Unix terminal whose window may be closed under the program."""

        def __init__(self, *arguments: Any, **options: Any) -> None:
            """As Textual makes it."""
            super().__init__(*arguments, **options)
            self._file: Any = TerminalThatMayGo(self._file)

        def _sigcont_application(self, *_: Any) -> None:
            """Come back from ctrl+z only: the system sends this with every hang-up too."""
            if self._must_signal_resume:
                super()._sigcont_application()


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


def title_of(widget: Widget) -> Content:
    """What stands in a widget's frame. Asked for in public it comes as markup, and not as it was put in."""
    return widget._border_title or Content()


def screen_lines(app: App[Any]) -> list[str]:
    """What is on the screen, as plain lines: tests read screens as prose."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]
