"""Textual under test: waits as long as there is work and no longer, and reads each stylesheet once."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import pytest
import textual.app
import textual.pilot
from textual._wait import wait_for_idle
from textual.pilot import Pilot

from tests.quick_frames import draw_frames, frames_when_idle, lay_out_frames
from tests.quick_styles import colours_made_once, styles_found_once, stylesheets_parsed_once

SOON_SECONDS = 0.05
"""What a timer does within this is waited for; Textual's own waits last about as long for each key."""


@contextmanager
def quick() -> Iterator[None]:
    """Spare the tests what Textual does only for want of better knowledge.

    Its pilot sleeps 20 ms three times a key. The wait here ends when nothing is ready to run, no timer is
    due soon, no thread is at work and no widget is in the midst of a message; where that cannot be said, it
    waits as Textual does.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(textual.app, "wait_for_idle", between_keys)
        patch.setattr(textual.pilot, "wait_for_idle", settled)
        patch.setattr(Pilot, "_wait_for_screen", screen_settled(Pilot._wait_for_screen))
        with frames_when_idle(), colours_made_once(), stylesheets_parsed_once(), styles_found_once():
            yield


async def settled(min_sleep=0, max_sleep=1):
    """Wait until nothing is left to do, or `max_sleep` seconds are gone; then what is there is drawn."""
    await between_keys(min_sleep, max_sleep)
    draw_frames()


async def between_keys(min_sleep=0, max_sleep=1):
    """The same without a frame: of keys pressed one after the other the last one's is seen."""
    loop = asyncio.get_running_loop()
    until = monotonic() + max_sleep
    while monotonic() < until:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if lay_out_frames():
            continue
        if await is_done_soon(loop):
            continue
        if has_a_thread_at_work(loop):
            await wait_for_idle(min_sleep, max(0, until - monotonic()))
            if has_a_thread_at_work(loop):
                return
            continue
        soon = seconds_to_next(loop)
        if soon is None:
            return
        await asyncio.sleep(soon)


def seconds_to_next(loop):
    """Seconds until the next timer, if it is due soon."""
    due = min((timer._when for timer in loop._scheduled if not timer._cancelled), default=None)
    wait = None if due is None else max(0.0, due - loop.time())
    return wait if wait is not None and wait <= SOON_SECONDS else None


async def is_done_soon(loop):
    """Whether something was being done in a thread, and is done: Textual's own wait sleeps 20 ms at least."""
    if not has_a_thread_at_work(loop):
        return False
    for _ in range(20):
        await asyncio.sleep(0.001)
        if not has_a_thread_at_work(loop):
            return True
    return False


def has_a_thread_at_work(loop):
    """Whether anything is being done in a thread of the loop."""
    threads = loop._default_executor
    return threads is not None and threads._idle_semaphore._value < len(threads._threads)


def screen_settled(wait_for_screen):
    """Textual's own wait wakes every widget; that is needed only where one is in the midst of a message."""

    async def _wait_for_screen(self, timeout=30.0):
        await settled()
        parts = self.app.screen.walk_children(with_self=True) if self.app._screen_stack else []
        if all(map(waits, [self.app, *parts])):
            return True
        return await wait_for_screen(self, timeout)

    return _wait_for_screen


def waits(pump):
    """Whether this part of the program has nothing in hand and waits for its next message."""
    ready = pump._message_queue.ready_event
    return bool(ready._waiters) and not ready.is_set()
