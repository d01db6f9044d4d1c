"""Hands a file to whatever program this computer opens such files with."""

import os
import subprocess
import sys
from pathlib import Path

from store.errors import RequestRefused
from store.text import clean_line

_WAIT_SECONDS = 5.0
"""An opener that is still there by then has found a program and waits for it."""


def open_file(path: Path) -> None:
    """Open a file or a folder as a double click would; may wait a moment, so call it in a thread.

    Raises:
        RequestRefused: nothing here opens it; the sentence says where it is.
    """
    if sys.platform == "win32":
        os.startfile(path)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    quiet = subprocess.DEVNULL
    try:
        # A session of its own: an opener that falls back to a terminal program must not take this terminal.
        started = subprocess.Popen(
            [opener, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        refused = started.wait(_WAIT_SECONDS) != 0
    except subprocess.TimeoutExpired:
        return
    except OSError:
        refused = True
    if refused:
        raise RequestRefused(f"No program here opens it. It is at {clean_line(str(path))}.")
