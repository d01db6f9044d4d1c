"""How long nobody has touched a key, by the clock on the wall and by one that runs in the machine's sleep."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.clock import Clock


def since_boot() -> float:
    """Seconds since the machine started, its sleep counted where the system counts it."""
    return time.clock_gettime(_BOOT) if _BOOT is not None else time.monotonic()


_BOOT: int | None = getattr(time, "CLOCK_BOOTTIME", None)


class Idle:
    """Since the last key or click.

    Of two clocks the one that went further counts: a wall clock may be set back, and the other one stands
    still in the sleep of some machines.
    """

    def __init__(self, clock: Clock, ticks: Callable[[], float] = since_boot) -> None:
        """Touched just now."""
        self._clock = clock
        self._ticks = ticks
        self.touch()

    def touch(self) -> None:
        """A key, a click, a paste."""
        self._touched_at = self._clock.now().at
        self._touched_tick = self._ticks()

    def is_over(self, minutes: int) -> bool:
        """Whether nothing was touched for so many minutes; never for 0."""
        if minutes <= 0:
            return False
        on_the_wall = self._clock.now().at - self._touched_at
        by_ticks = timedelta(seconds=self._ticks() - self._touched_tick)
        return max(on_the_wall, by_ticks) >= timedelta(minutes=minutes)
