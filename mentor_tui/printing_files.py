"""Hands a file to the printer this computer has set up."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from store.errors import RequestRefused
from store.text import clean_line

_WAIT_SECONDS = 20.0
_OPEN = "Open the file and print it from there."
_NONE = f"No printer is set up here. {_OPEN}"


def print_file(path: Path) -> None:
    """Print a text file on the usual printer; may wait a moment, so call it in a thread.

    Raises:
        RequestRefused: there is none, or it refused; the sentence says what to do instead.
    """
    if sys.platform == "win32":
        os.startfile(path, "print")
        return
    program = next(filter(None, map(shutil.which, ("lp", "lpr"))), None)
    if program is None:
        raise RequestRefused(_NONE)
    quiet = subprocess.DEVNULL
    try:
        # A session of its own, and nothing of it on this terminal.
        done = subprocess.run(
            [program, str(path)],
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
            timeout=_WAIT_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise RequestRefused(_NONE) from None
    if done.returncode != 0:
        raise RequestRefused(f"The printer did not take {clean_line(path.name)}. {_OPEN}")
