"""A fault at every system call of one deed: no space, a disk error, no permission, or the program's end."""

import errno
import json
import os
import shutil
from collections import Counter

from store.errors import MentorError
from tests.faults.deeds import FIRST, after, filled
from tests.faults.subjects import CLOCK, InWords, Unreadable, remember_in, states_of
from tests.faults.syscalls import MARK, listened, why_not

DEEDS = {
    "save": ("insert", "contacts", "new", "these words are new"),
    "update": ("update", *FIRST[3][1:3], "these words are new"),
    "delete": ("remove", *FIRST[3][1:3], ""),
    "compaction": ("fold", "", "", ""),
    "backup": ("backup", "", "", ""),
    "restore": ("restore", "", "", ""),
    "posting": ("post", "inbox", "dee call got the boots", "dee call got the boots"),
}
_AGAIN = "close mentor and open it again"
FAULTS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES, "SIGKILL": None}


def measure(subject, where, deed, every=1, begin=0):
    """Each fault at each `every`-th call of a deed, from the `begin`-th on; counts, and what went wrong.

    "refused" counts what was said in words; "lost" and "unreadable" what was kept before or acknowledged;
    "raw" what was raised in other words than the store's own; "stuck" what was refused, and again when it was
    tried without the fault.
    """
    if reason := why_not():
        return {"skipped": reason}
    first = where / "first"
    remember_in(states_of(first))
    kept = filled(subject, first)
    becomes = after(kept, DEEDS[deed])
    if deed == "restore":
        kept = _saved_since_a_backup(subject, first, kept)
    states_of(first).mkdir(exist_ok=True)
    site = Site(subject, where, first, DEEDS[deed], (kept, becomes))
    found = Counter(calls=site.calls(), places=0, refused=0, lost=0, unreadable=0, raw=0, stuck=0)
    wrong = []
    for number in range(begin % every + 1, found["calls"] + 1, every):
        for name, fault in FAULTS.items():
            said = site.fault_at(number, fault)
            found.update(said[0], places=1)
            if said[1]:
                wrong.append(f"{name} at call {number}, {site.names[number - 1]}: {said[1]}")
    return {**found, "wrong": wrong}


def _saved_since_a_backup(subject, place, kept):
    handle = subject.open(place)
    handle.do("backup")
    handle.do("insert", "contacts", "later", "not in the backup")
    handle.close()
    return after(kept, ("insert", "contacts", "later", "not in the backup"))


class Site:
    """A store of which a copy is made for each fault."""

    def __init__(self, subject, where, first, deed, states):
        """A deed that leads from the one of two states to the other."""
        self.subject, self.where, self.first, self.deed = subject, where, first, deed
        self.kept, self.becomes = states
        self.names = []
        self.number = 0

    def calls(self):
        """How many calls the deed makes; also has every module loaded that it needs."""
        place = self._copy()
        handle = self.subject.open(place)
        handle.do(*self.deed)  # with the folder open, which a restore does not mind
        handle.close()
        place = self._copy()
        listened(lambda: self._child(place), self._answer(0, 0))
        return len(self.names)

    def fault_at(self, number, fault):
        """What a fault at one call does: counts, and a sentence where something is wrong."""
        place = self._copy()
        names, self.names = self.names, []
        try:
            listened(lambda: self._child(place), self._answer(number, fault))
            return self._judged(place)
        finally:
            self.names = names
            for left in self.where.glob(f"{place.name}*"):  # and what a restore set aside
                shutil.rmtree(left)

    def _copy(self):
        self.number += 1
        place = self.where / f"copy-{self.number}"
        shutil.copytree(self.first, place)
        shutil.copytree(states_of(self.first), states_of(place))
        remember_in(states_of(place))
        return place

    def _answer(self, number, fault):
        inside = [False]

        def answer(call):
            if call.name == MARK:
                inside[0] = not inside[0]
                return 0
            if not inside[0]:
                return 0
            self.names.append(call.name)
            return fault if len(self.names) == number else 0

        return answer

    def _child(self, place):
        handle = self.subject.open(place)
        if self.deed[0] == "restore":
            handle.close()
        said = [self._tried(handle, marked=True), ""]
        if said[0] != "done":
            if _AGAIN in said[0]:  # then that is what she does
                handle.close()
                handle = self.subject.open(place)
            said[1] = self._tried(handle, marked=False)
        _told(place).write_text(json.dumps(said))
        os._exit(0)

    def _tried(self, handle, *, marked):
        if marked:
            os.getppid()
        try:
            handle.do(*self.deed)
            said = "done"
        except InWords as words:
            said = f"refused {words}"
        except BaseException as error:  # noqa: BLE001 - it is counted
            said = f"raw {error!r}"
        if marked:
            os.getppid()
        return said

    def _judged(self, place):
        told = _told(place)
        first, second = json.loads(told.read_text()) if told.exists() else ("killed", "")
        told.unlink(missing_ok=True)
        done = self.becomes
        allowed = [done] if "done" in (first, second) else [self.kept]
        if first == "killed":
            allowed = [self.kept, done]
        kind = first.split(" ", 1)[0]
        counts = Counter({"refused": kind == "refused", "raw": kind == "raw"})
        try:
            handle = self.subject.open(place)
            now = handle.kept()
            handle.close()
        except Unreadable as unreadable:
            return counts + Counter(unreadable=1), f"{first!r}, {second!r}, then {unreadable}"
        if now not in allowed:
            return counts + Counter(lost=1), f"{first!r}, {second!r}, and it is not as it should be"
        if kind == "refused" and second != "done":
            return counts + Counter(stuck=1), f"{first!r}, and tried again {second!r}"
        if self.deed[0] == "backup" and "done" in (first, second) and (why := self._unproven(place)):
            return counts + Counter(lost=1), f"{first!r}, {second!r}, and no backup of it: {why}"
        return counts, first if kind == "raw" else ""

    def _unproven(self, place):
        """Why the newest archive is no backup of what is kept; "" if it was brought back and is one."""
        from store.backup import listing
        from store.backup_keeping import with_keys
        from store.backup_restore import restore

        keys = self.subject.keys(place).get("keys")
        to = place.with_name(f"{place.name}-back")
        try:
            restore(listing(place)[0].path, to, CLOCK, with_keys(keys))
            handle = self.subject.open(to)
            now = handle.kept()
            handle.close()
        except (IndexError, MentorError, Unreadable) as error:
            return repr(error)
        return "" if now == self.kept else "it holds something else"


def _told(place):
    return place.with_name(f"{place.name}-told")
