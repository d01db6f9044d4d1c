"""Who may look into a data folder: its owner, and nobody else."""

import os
from pathlib import Path


def tightened(path: Path) -> str:
    """Close a folder that others on this machine may look into, if it is ours; say so if it was open."""
    try:
        status = os.stat(path)  # noqa: PTH116 - at every start
        if os.name == "nt" or not status.st_mode & 0o077 or status.st_uid != os.geteuid():
            return ""
        os.chmod(path, status.st_mode & 0o700)  # noqa: PTH101
        if os.stat(path).st_mode & 0o077:  # noqa: PTH116 - a disk that knows no modes; the doctor says so
            return ""
    except OSError:
        return ""
    return "Others on this machine could look into the data folder. Now only you can."
