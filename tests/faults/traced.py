"""What a program truly did to the files of a folder, call by call, and what of it a power loss may leave."""

import os
from pathlib import Path

from tests.faults.syscalls import MARK, listened

SECTOR = 512
_HERE = 0xFFFFFFFF - 99
"""AT_FDCWD: relative to where the child stands."""


class Trace:
    """The steps of a child below one folder, in order."""

    def __init__(self, root):
        self.root = str(root)
        self.steps = []
        self.first = {}
        """What the files held before, all of it synced: contents by number."""
        self.names = {}
        """The number of each path as things stand now."""
        for at in sorted(Path(root).rglob("*")):
            if at.is_file():
                self.names[str(at)] = len(self.first)
                self.first[len(self.first)] = at.read_bytes()
        self.before = dict(self.names)
        self.made = len(self.first)
        self.folders = [str(at) for at in (Path(root), *Path(root).rglob("*")) if at.is_dir()]

    def run(self, child):
        """Trace `child()`, which says MARK at each acknowledgement."""
        return listened(child, self.saw)

    def saw(self, call):
        """Take down a call that is about to be carried out."""
        if call.name == MARK:
            self.steps.append(("acknowledged",))
        elif step := _STEPS.get(call.name):
            step(self, call)
        return 0

    def opened(self, call, folder, path, flags):
        """A file that is made or emptied."""
        at = self._path(call, folder, path)
        if not self._is_ours(at) or not flags & (os.O_CREAT | os.O_TRUNC):
            return
        if flags & os.O_CREAT and not os.path.lexists(at):
            self.names[at] = self.made
            self.made += 1
            self.steps.append(("name", at, self.names[at]))
        elif flags & os.O_TRUNC and Path(at).exists():
            self.steps.append(("cut", self._number(at), 0))

    def wrote(self, call, offset=None):
        """Bytes on their way to a file."""
        at = self._open_path(call)
        if at is None:
            return
        handle = Path(f"/proc/{call.pid}/fd/{call.arguments[0]}")
        if offset is None:
            told = dict(line.split(":", 1) for line in _read(call, "fdinfo").splitlines() if ":" in line)
            appends = int(told["flags"], 8) & os.O_APPEND
            offset = handle.stat().st_size if appends else int(told["pos"])
        content = call.content(1, call.arguments[2])
        self.steps.append(("write", self._number(at), offset, content))

    def cut(self, call):
        """A file of another length."""
        if at := self._open_path(call):
            self.steps.append(("cut", self._number(at), call.arguments[1]))

    def synced(self, call):
        """A file or a folder the disk is asked to confirm."""
        at = self._open_path(call)
        if at is not None:
            self.steps.append(("folder", at) if Path(at).is_dir() else ("sync", self._number(at)))

    def moved(self, call, folder, old, to, new):
        """A file under another name."""
        old, new = self._path(call, folder, old), self._path(call, to, new)
        if self._is_ours(new) and old in self.names and Path(old).exists():
            number = self.names[new] = self.names.pop(old)
            self.steps.append(("move", old, new, number))

    def linked(self, call, folder, old, to, new):
        """A file under one more name."""
        old, new = self._path(call, folder, old), self._path(call, to, new)
        if self._is_ours(new) and old in self.names and not os.path.lexists(new):
            self.names[new] = self.names[old]
            self.steps.append(("name", new, self.names[new]))

    def gone(self, call, folder, path):
        """A name that is taken away."""
        at = self._path(call, folder, path)
        if at in self.names and os.path.lexists(at):
            del self.names[at]
            self.steps.append(("gone", at))

    def _number(self, at):
        return self.names[at]

    def _is_ours(self, at):
        return at.startswith(self.root + "/")

    def _path(self, call, folder, path):
        where = _HERE if folder is None else call.arguments[folder] & 0xFFFFFFFF
        base = "cwd" if where == _HERE else f"fd/{where}"
        return os.path.normpath(Path(f"/proc/{call.pid}/{base}").readlink() / call.text(path))

    def _open_path(self, call):
        at = str(Path(f"/proc/{call.pid}/fd/{call.arguments[0]}").readlink())
        return at if at == self.root or (self._is_ours(at) and not at.endswith(" (deleted)")) else None


def _read(call, what):
    return Path(f"/proc/{call.pid}/{what}/{call.arguments[0]}").read_text()


_STEPS = {
    "openat": lambda trace, call: trace.opened(call, 0, 1, call.arguments[2]),
    "open": lambda trace, call: trace.opened(call, None, 0, call.arguments[1]),
    "write": lambda trace, call: trace.wrote(call),
    "pwrite64": lambda trace, call: trace.wrote(call, call.arguments[3]),
    "ftruncate": lambda trace, call: trace.cut(call),
    "fsync": lambda trace, call: trace.synced(call),
    "fdatasync": lambda trace, call: trace.synced(call),
    "rename": lambda trace, call: trace.moved(call, None, 0, None, 1),
    "renameat": lambda trace, call: trace.moved(call, 0, 1, 2, 3),
    "renameat2": lambda trace, call: trace.moved(call, 0, 1, 2, 3),
    "link": lambda trace, call: trace.linked(call, None, 0, None, 1),
    "linkat": lambda trace, call: trace.linked(call, 0, 1, 2, 3),
    "unlink": lambda trace, call: trace.gone(call, None, 0),
    "unlinkat": lambda trace, call: trace.gone(call, 0, 1),
}


def left_by_power_loss(trace, until, chance):
    """Names and contents on the disk if the power fails after `until` steps, one of the many ways it may.

    What a sync confirmed is there. Of later writes any may be missing, in part too: cut short, or with
    sectors of the old content (or zeros) among the new. A name lasts once its folder was synced; before
    that it may, each for itself, in any order.
    """
    sure, names, loose, unsure = dict(trace.first), dict(trace.before), {}, []
    for what, *more in trace.steps[:until]:
        if what in ("write", "cut"):
            loose.setdefault(more[0], []).append((what, *more[1:]))
        elif what == "sync":
            for step in loose.pop(more[0], []):
                sure[more[0]] = _applied(sure.get(more[0], b""), step)
        elif what == "folder":
            for change in [change for change in unsure if more[0] in map(os.path.dirname, _paths(change))]:
                _rename(names, change)
                unsure.remove(change)
        elif what in ("name", "move", "gone"):
            unsure.append((what, *more))
    for change in unsure:
        if chance.random() < 0.5:
            _rename(names, change)
    for number, steps in loose.items():
        sure[number] = _torn(sure.get(number, b""), steps, chance)
    return {path: sure.get(number, b"") for path, number in names.items()}


def _torn(content, steps, chance):
    if chance.random() < 0.5:  # in order, and the last one cut short
        for step in steps[: chance.randrange(len(steps) + 1)]:
            if step[0] == "write" and chance.random() < 0.5:
                return _applied(content, (*step[:2], step[2][: chance.randrange(len(step[2]) + 1)]))
            content = _applied(content, step)
        return content
    whole = content  # in no order: each sector is the old one or the new
    for step in steps:
        whole = _applied(whole, step)
    length = chance.choice((len(content), len(whole), chance.randint(*sorted((len(content), len(whole))))))
    mixed = b""
    for at in range(0, length, SECTOR):
        source = chance.choice((content, whole))
        mixed += source[at : at + SECTOR].ljust(SECTOR, b"\0")
    return mixed[:length]


def _applied(content, step):
    if step[0] == "cut":
        return content[: step[1]].ljust(step[1], b"\0")
    _, offset, piece = step
    return content[:offset].ljust(offset, b"\0") + piece + content[offset + len(piece) :]


def _paths(change):
    return [change[1], change[2]] if change[0] == "move" else [change[1]]


def _rename(names, change):
    if change[0] == "move":
        names.pop(change[1], None)
        names[change[2]] = change[3]
    elif change[0] == "name":
        names[change[1]] = change[2]
    else:
        names.pop(change[1], None)
