"""Every use of Textual's private parts, in one place; each has a test that fails when it moves."""

import contextlib
import sys
import traceback
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TextIO
from weakref import WeakSet

from rich.segment import Segment, Segments
from textual._context import active_message_pump
from textual.app import App, ReturnType
from textual.content import Content
from textual.dom import DOMNode
from textual.driver import Driver
from textual.geometry import Region
from textual.keys import _character_to_key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


class AppWithQuietCrash(App[ReturnType]):
    """An app that says what it can say of an error and goes on; and whose crash report prints nobody's words.

    Textual ends the program on any error in any part of it: in the handler of a message, an action, a
    timer, a callback. Each part takes its messages in `_dispatch_message`; what is raised there is offered
    to `says` first, and only an error that it does not know ends the program.
    """

    def says(self, error: Exception) -> bool:
        """Say this error, if it is one of those that are said; False ends the program."""
        return False

    def drawn(self, widget: Widget, draw: Callable[[Region], list[Strip]], part: Region) -> list[Strip]:
        """What a part of any widget shows: everything that ever stands on the screen passes here."""
        return draw(part)

    def was_told(self, widget: MessagePump, message: Message) -> None:
        """Any part of the program is about to take a message."""

    def _register_child(self, parent: DOMNode, child: Widget, before: int | None, after: int | None) -> None:
        """Each widget and each screen begins here."""
        if "_dispatch_message" not in vars(child):
            vars(child)["_dispatch_message"] = partial(self._dispatched, child, child._dispatch_message)
            vars(child)["render_lines"] = partial(self.drawn, child, child.render_lines)
        super()._register_child(parent, child, before, after)

    async def _dispatch_message(self, message: Message) -> None:
        await self._dispatched(self, super()._dispatch_message, message)

    async def _dispatched(
        self, node: MessagePump, dispatch: Callable[[Message], Awaitable[None]], message: Message
    ) -> None:
        self.was_told(node, message)
        try:
            await dispatch(message)
        except Exception as error:
            if not self._is_said(error, node):
                raise

    def _handle_exception(self, error: Exception) -> None:
        """What is raised elsewhere: while a screen is composed, in a timer, in what a dialog gave back."""
        if not self._is_said(error, active_message_pump.get(self)):
            super()._handle_exception(error)

    def _is_said(self, error: Exception, node: MessagePump) -> bool:
        screen = node if isinstance(node, Screen) and not node.is_mounted else None
        if screen in self._not_whole:
            return True  # it misses the parts that it could not make, and is going
        if not self.says(error):
            return False
        if screen is not None:
            self._not_whole.add(screen)
            self.call_later(screen.dismiss)
        return True

    @cached_property
    def _not_whole(self) -> WeakSet[Screen[Any] | None]:
        """Screens that could not be made, because what they are about is gone."""
        return WeakSet()

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


def start_in_mode(app: App[Any], mode: str) -> None:
    """Let an app that does not run yet show this mode first. In public only its class can say so."""
    app._screen_stacks = {mode: []}
    app._current_mode = mode


def of_its_own_accord(app: App[Any]) -> AbstractContextManager[None]:
    """What is begun in this block is begun by the app, and by no screen.

    A screen remembers for as long as it stands which one it was opened from, and that one what it held.
    """
    return app._context()


def forget_clipboard(app: App[Any]) -> None:
    """Forget what was cut or copied inside the program; the system's own clipboard is not asked."""
    app._clipboard = ""


def key_named(key: str) -> str:
    """A key by the name it has when it is pressed: question_mark for "?"; other names as they are."""
    return _character_to_key(key) if len(key) == 1 else key


def title_of(widget: Widget) -> Content:
    """What stands in a widget's frame. Asked for in public it comes as markup, and not as it was put in."""
    return widget._border_title or Content()


def screen_lines(app: App[Any]) -> list[str]:
    """What is on the screen, as plain lines: tests read screens as prose."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]
