"""Where this person's own files go on this machine, as platformdirs has it."""

import os
import sys
from pathlib import Path
from typing import Literal

_ON_LINUX = {"data": ("XDG_DATA_HOME", ".local/share"), "state": ("XDG_STATE_HOME", ".local/state")}


def own_place(kind: Literal["data", "state"]) -> Path:
    """The folder for mentor's data, or for what this machine alone remembers; it may not be there yet."""
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:
        # What platformdirs would say, without the 8 ms it takes to wake: every command of the shell asks.
        variable, usual = _ON_LINUX[kind]
        named, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
        if named.startswith("/"):
            return Path(named) / "mentor"
        if home.startswith("/"):
            return Path(home) / usual / "mentor"
    import platformdirs

    ask = platformdirs.user_data_dir if kind == "data" else platformdirs.user_state_dir
    return Path(ask("mentor", appauthor=False))
