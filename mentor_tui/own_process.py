"""What the program's own process lets out: no file that others may read, no memory on the disk, no log."""

import os
import sys
from types import TracebackType
from typing import Any

# Textual writes what is on the screen, or what is typed, to wherever these say.
_TALKATIVE = (
    "TEXTUAL",
    "TEXTUAL_LOG",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SCREENSHOT_LOCATION",
    "TEXTUAL_SCREENSHOT_FILENAME",
    "TEXTUAL_SHOW_RETURN",
)
_NOT_DUMPABLE = (4, 0)  # prctl(PR_SET_DUMPABLE, 0)


def keep_to_itself() -> None:
    """At the start of every command: what is made is the owner's alone, and nothing is logged or dumped."""
    os.umask(0o077)
    for name in _TALKATIVE:
        os.environ.pop(name, None)
    sys.excepthook = _quietly
    sys.unraisablehook = lambda _: None
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def keep_off_the_disk() -> None:
    """What the screens add, once the first frame is painted: it takes as long to wake as a frame to draw.

    On Linux nobody may look into the process any more but root, and no program that collects the memory of
    what has crashed gets hold of it.
    """
    import logging
    import threading

    logging.disable(logging.CRITICAL)  # asyncio logs what it cannot hand to anybody, with its words
    threading.excepthook = lambda _: None
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(*_NOT_DUMPABLE, 0, 0, 0)


def _quietly(kind: type[BaseException], error: BaseException, _: TracebackType | None, *__: Any) -> None:
    """A mistake that reached the top: its kind and place, and nobody's words."""
    from mentor_tui.own_mistake import OwnMistake

    print(OwnMistake(error), file=sys.stderr)  # noqa: T201
