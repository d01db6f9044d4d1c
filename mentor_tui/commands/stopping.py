"""A command that is stopped from outside tidies up after itself, as it does after ctrl+c."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def tidy_when_stopped() -> Iterator[None]:
    """While it holds, SIGTERM and SIGHUP end the command as an error would, with the code a shell expects.

    What was half unpacked is client data in a hidden folder; it must not stay because a terminal was closed.
    """
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), _stop) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
