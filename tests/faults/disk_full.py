"""A file system with no room left: a small one of its own where that may be, else a limit on files."""

import resource
import subprocess
from collections import Counter

from tests.faults.deeds import after, filled
from tests.faults.subjects import InWords, Unreadable, remember_in

SIZE = 2 << 20
LIMIT = 96 << 10
BALLAST = 256 << 10


def start_words():
    """What starts a process that may mount a file system of its own without being root; () if nothing."""
    words = ("unshare", "--user", "--map-root-user", "--mount")
    try:
        works = subprocess.run([*words, "true"], capture_output=True).returncode == 0
    except OSError:
        return ()
    return words if works else ()


def measure(subject, where, may_mount=False):
    """Fill it up, look, try every deed, make room, go on; counts of what was lost and what was said."""
    disk = where / "disk"
    disk.mkdir()
    # Only in a process that has mounts of its own: this one would stay behind.
    room = (may_mount and _mounted(disk)) or Limited()
    remember_in(disk / "state")
    place = disk / "store"
    kept = filled(subject, place)
    handle = subject.open(place)
    room.fill()
    found = Counter(saved=0, refused=0, raw=0, unreadable=0, lost=0, stuck=0)
    for size in (3000, 300, 10):
        for number in range(10_000):
            deed = ("insert", "contacts", f"{size}-{number}", "w" * size)
            if not _done(handle, deed, found):
                break
            kept = after(kept, deed)
            found["saved"] += 1
    first = next(iter(kept))
    for deed in (("update", *first, "x" * 400), ("fold", "", "", ""), ("remove", *first, "")):
        if _done(handle, deed, found):
            kept = after(kept, deed)
    _compare(subject, place, kept, found)
    room.make()
    for deed in (("insert", "contacts", "there is room", "again"), ("fold", "", "", "")):
        found["stuck"] += not _done(handle, deed, found)
        kept = after(kept, deed)
    handle.close()
    _compare(subject, place, kept, found)
    return {**found, "is mounted": isinstance(room, Mounted)}


def _done(handle, deed, found):
    try:
        handle.do(*deed)
    except InWords:
        found["refused"] += 1
        return False
    except OSError:
        found["raw"] += 1
        return False
    return True


def _compare(subject, place, kept, found):
    try:
        handle = subject.open(place)
        now = handle.kept()
        handle.close()
    except Unreadable:
        found["unreadable"] += 1
    else:
        found["lost"] += now != kept


def _mounted(disk):
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(disk)]
    try:
        is_done = subprocess.run(mount, capture_output=True).returncode == 0
    except OSError:
        return None
    return Mounted(disk) if is_done else None


class Mounted:
    """A small file system, gone with the process that mounted it."""

    def __init__(self, disk):
        self.ballast = disk / "ballast"

    def fill(self):
        """Leave some room to be used up."""
        self.ballast.write_bytes(b"x" * BALLAST)

    def make(self):
        """Some room."""
        self.ballast.unlink()


class Limited:
    """No file may grow beyond a limit."""

    def fill(self):
        """Set it."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, resource.RLIM_INFINITY))

    def make(self):
        """Lift it."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
