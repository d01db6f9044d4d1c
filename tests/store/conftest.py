"""A data folder of its own for every test, and a clock that stands still."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.clock import FixedClock, moment_from
from store.folder import DataFolder

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def place(tmp_path):
    return tmp_path / "mentor"


@pytest.fixture
def open_folder(place, clock):
    """Opens the folder, again and again if asked; closes what is left open."""
    opened = []

    def open_it(**how):
        folder = DataFolder.open(place, clock, **how)
        opened.append(folder)
        return folder

    yield open_it
    for folder in opened:
        folder.close()


@pytest.fixture
def folder(place, clock):
    with DataFolder.create(place, clock) as made:
        yield made


@pytest.fixture
def save():
    """Saves one person by name, and returns the number given."""

    def save_one(folder, name, table="clients", **fields):
        with folder.act(f"person, {name}") as act:
            return act.insert(table, {"name": name, **fields})

    return save_one


@pytest.fixture
def names():
    """The names of the people in a folder, by number."""

    def names_in(folder, table="clients"):
        documents = folder.caseload.documents(table)
        return [documents[id]["name"] for id in sorted(documents)]

    return names_in


@pytest.fixture
def run_script():
    """Starts a script in a fresh interpreter that can import the store."""
    running = []

    def run(script, *arguments):
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            [sys.executable, "-c", script, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        running.append(process)
        return process

    yield run
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def file_states():
    """What every file of a folder holds, by name."""

    def states(path):
        return {str(at.relative_to(path)): at.read_bytes() for at in sorted(path.rglob("*")) if at.is_file()}

    return states


class Stopped(BaseException):
    """The program ends here, as if the machine had."""


class Faults:
    """Makes the n-th call to the operating system that changes files fail, or end the program."""

    CALLS = ("open", "write", "pwrite", "fsync", "ftruncate", "link", "unlink", "replace", "mkdir", "chmod")

    def __init__(self, monkeypatch):
        self.countdown = 0
        self.fault = None
        self.hit = ""
        for name in self.CALLS:
            monkeypatch.setattr(os, name, self._watched(name, getattr(os, name)))

    def at(self, number, fault):
        """Fail at call `number`, counted from 1; a Stopped fails every later call too."""
        self.countdown, self.fault, self.hit = number, fault, ""

    def never(self):
        """Let everything through again."""
        self.fault = None

    def _watched(self, name, call):
        def watched(*arguments, **named):
            if self.fault is not None:
                self.countdown -= 1
                if self.countdown == 0 or (self.countdown < 0 and isinstance(self.fault, Stopped)):
                    self.hit = self.hit or name
                    raise self.fault
            return call(*arguments, **named)

        return watched


@pytest.fixture
def faults(monkeypatch):
    return Faults(monkeypatch)


@pytest.fixture
def stopped():
    return Stopped
