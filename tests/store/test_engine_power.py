"""The power fails: of what was not synced any part may be lost, and names may last in any order."""

import os
import random
from pathlib import Path

from store.folder import DataFolder


class Disk:
    """Follows what a program does to one folder, and what of it a power loss could leave."""

    def __init__(self, root, monkeypatch):
        self.root = str(root)
        self.done = []
        self.files = {}
        for name in ("open", "write", "ftruncate", "fsync", "replace", "link", "unlink"):
            monkeypatch.setattr(os, name, getattr(self, f"_{name}")(getattr(os, name)))

    def note(self, *what):
        self.done.append(what)

    def file(self, number):
        """A number of our own: the system gives the number of a file that is gone to the next one."""
        return self.files.get(number, number)

    def _open(self, call):
        def opened(path, flags, *more, **named):
            is_new = flags & os.O_CREAT and not Path(path).exists()
            handle = call(path, flags, *more, **named)
            if str(path).startswith(self.root) and not Path(path).is_dir():
                number = os.fstat(handle).st_ino
                if is_new:
                    self.files[number] = -len(self.done)
                    self.note("name", str(path), self.file(number))
                if flags & os.O_TRUNC:
                    self.note("cut", self.file(number), 0)
            return handle

        return opened

    def _write(self, call):
        def wrote(handle, content):
            count = call(handle, content)
            self.note("write", self.file(os.fstat(handle).st_ino), bytes(content)[:count])
            return count

        return wrote

    def _ftruncate(self, call):
        return lambda handle, length: (
            call(handle, length),
            self.note("cut", self.file(os.fstat(handle).st_ino), length),
        )[0]

    def _fsync(self, call):
        return lambda handle: (call(handle), self.note("sync", self.file(os.fstat(handle).st_ino)))[0]

    def _replace(self, call):
        def moved(old, new, **named):
            number = self.file(Path(old).stat().st_ino)
            call(old, new, **named)
            self.note("move", str(old), str(new), number)

        return moved

    def _link(self, call):
        def linked(old, new, **named):
            call(old, new, **named)
            self.note("name", str(new), self.file(Path(new).stat().st_ino))

        return linked

    def _unlink(self, call):
        return lambda path, **named: (call(path, **named), self.note("gone", str(path)))[0]

    def after_power_loss(self, until, chance, folders):
        """What lies on the disk if the power fails after `until` steps: names and contents."""
        sure, loose, names, unsure = {}, {}, {}, []
        for what, *more in self.done[:until]:
            if what in ("write", "cut"):
                loose.setdefault(more[0], []).append((what, more[1]))
            elif what == "sync" and more[0] in folders:
                at = folders[more[0]]
                for change in [change for change in unsure if at in map(os.path.dirname, _paths(change))]:
                    _rename(names, change)
                    unsure.remove(change)
            elif what == "sync":
                for step in loose.pop(more[0], []):
                    sure[more[0]] = _apply(sure.get(more[0], b""), step)
            elif what in ("name", "move", "gone"):
                unsure.append((what, *more))
        for change in unsure:
            if chance.random() < 0.5:
                _rename(names, change)
        for number, steps in loose.items():
            for step in steps[: chance.randrange(len(steps) + 1)]:
                torn = step[0] == "write" and chance.random() < 0.5
                part = ("write", step[1][: chance.randrange(len(step[1]) + 1)]) if torn else step
                sure[number] = _apply(sure.get(number, b""), part)
                if torn:
                    break
        return {path: sure.get(number, b"") for path, number in names.items()}


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


def _apply(content, step):
    return content + step[1] if step[0] == "write" else content[: step[1]]


def test_a_power_loss_anywhere_in_saves_and_folds_loses_nothing_confirmed(
    place, clock, save, names, monkeypatch, tmp_path
):
    with monkeypatch.context() as watching:
        disk = Disk(place, watching)
        with DataFolder.create(place, clock) as folder:
            ready = len(disk.done)
            for turn in range(3):
                for name in ("Dee", "Ed"):
                    save(folder, f"{name} {turn}")
                    disk.note("confirmed", f"{name} {turn}")
                folder.compact(force=True)
    folders = {at.stat().st_ino: str(at) for at in (place, place / "history")}
    chance = random.Random(11)
    for turn, until in enumerate([step for step in range(ready, len(disk.done) + 1) for _ in range(4)]):
        confirmed = [step[1] for step in disk.done[:until] if step[0] == "confirmed"]
        again = tmp_path / f"after-{turn}"
        monkeypatch.setenv("MENTOR_STATE", str(tmp_path / f"state-{turn}"))
        for path, content in disk.after_power_loss(until, chance, folders).items():
            at = again / Path(path).relative_to(place)
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_bytes(content)
        with DataFolder.open(again, clock) as folder:
            assert folder.read_only_reason == "", until
            assert names(folder)[: len(confirmed)] == confirmed
            assert len(names(folder)) <= len(confirmed) + 1
            save(folder, "after")
            assert len(list(folder.history())) == len(names(folder))
