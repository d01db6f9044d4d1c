"""Textual draws a frame when its time has come; under test, when nothing else is left to do."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary, WeakSet

import pytest
from textual._compositor import Compositor
from textual.screen import Screen

AT_THE_LATEST_SECONDS = 0.05
"""A frame is made after this even if nobody waits for it."""

render_update = Compositor.render_update
_wanted: WeakKeyDictionary[Screen, asyncio.TimerHandle] = WeakKeyDictionary()
"""Screens with something new to lay out or to draw."""
_laid_out: WeakSet[Compositor] = WeakSet()
"""Those whose every part has its place by now, but that nobody has drawn."""


@contextmanager
def frames_when_idle() -> Iterator[None]:
    """While a screen is made or a key does its work, a dozen half-done frames are drawn for nobody to see.

    What is seen at last is drawn as ever, part by part, and what goes wrong then ends the program as ever.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Screen, "_update_timer", property(NextFrame))
        patch.setattr(Compositor, "render_update", _draw_later)
        yield


def lay_out_frames() -> bool:
    """Lay out what wants to be laid out. Whether there may be more to do."""
    screens = list(_wanted)
    for screen in screens:
        _lay_out(screen)
    return bool(screens)


class NextFrame:
    """In the place of the timer by which a screen makes its frames."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def resume(self) -> None:
        """Something has changed that can be seen."""
        if self.screen not in _wanted:
            later = asyncio.get_running_loop().call_later
            _wanted[self.screen] = later(AT_THE_LATEST_SECONDS, _lay_out, self.screen)

    def pause(self) -> None:
        """The frame is made."""
        if self.screen in _wanted:
            _wanted.pop(self.screen).cancel()


def _lay_out(screen: Screen) -> None:
    NextFrame(screen).pause()
    if screen.is_running and not screen.app._exit:
        with screen._context():
            try:
                screen._on_timer_update()
            except Exception as error:  # noqa: BLE001 - as Textual does around a timer
                screen.app._handle_exception(error)


def _draw_later(self, full=False, screen_stack=None, simplify=False):
    if full or simplify:
        return render_update(self, full, screen_stack, simplify)
    _laid_out.add(self)
    return None


def draw_frames() -> None:
    """Draw what was laid out."""
    while _laid_out:
        compositor = _laid_out.pop()
        screen = compositor.root
        if screen is not None and screen.is_running and not screen.app._exit:
            with screen._context():
                try:
                    render_update(compositor, screen_stack=screen.app._background_screens)
                except Exception as error:  # noqa: BLE001 - as Textual does around a timer
                    screen.app._handle_exception(error)
