"""The shell as a mentor meets it: a command in, its data, its words and its exit code out."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from mentor_tui.cli import run
from store.clock import FixedClock, moment_from
from store.folder import DataFolder

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
NOW = "2026-11-23T14:02:00-08:00"

# Everything a terminal may obey; newline alone is let through.
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


@dataclass
class Answer:
    """What one command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def is_quiet_about_itself(self):
        """No traceback, and nothing a terminal would obey."""
        return "Traceback" not in self.err and not OBEYED.search(self.out + self.err)


@pytest.fixture(scope="session")
def answered():
    return Answer


@pytest.fixture
def place(tmp_path):
    return tmp_path / "D"


@pytest.fixture
def at_rest():
    """The clock of the commands."""
    return FixedClock(moment_from(NOW[:16], "America/Vancouver"))


@pytest.fixture
def locked(place, own_lock, at_rest):
    """An encrypted data folder with Dee in it."""
    with DataFolder.create(place, at_rest, own_lock.lock) as folder, folder.act("person, Dee") as act:
        act.insert("clients", {"name": "Dee"})
    return place


@pytest.fixture
def mentor(place, monkeypatch, capsys):
    """Runs one command in this process, at a moment that stands still."""

    def command(*words, typed=b"", data=place, now=NOW):
        monkeypatch.setenv("MENTOR_NOW", now)
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(typed)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            run(["--data", str(data), *map(str, words)])
        said = capsys.readouterr()
        return Answer(end.value.code or 0, said.out, said.err)

    return command


@pytest.fixture
def dee(mentor):
    """A data folder with Dee in it, two days out."""
    assert mentor("init", "--plain").code == 0
    return mentor("client", "add", "Dee", "--released", "2026-11-21", "--rhythm", "7d", "--json").json


@pytest.fixture(scope="session")
def environment(tmp_path_factory):
    """For a real process: a home of its own, a moment that stands still, and `mentor` on the path."""
    home = tmp_path_factory.mktemp("shell-home")
    script = home / "bin" / "mentor"
    script.parent.mkdir()
    start = "from mentor_tui.start import main; main()"
    script.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{start}' \"$@\"\n")
    script.chmod(0o755)
    return {
        "PATH": f"{script.parent}{os.pathsep}{os.defpath}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "MENTOR_STATE": str(home / "state"),
        "MENTOR_NOW": NOW,
        "TZ": "America/Vancouver",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }


@pytest.fixture(scope="session")
def process(environment):
    """Runs one line through a real shell, in a real process."""

    def line(words, folder, typed=b"", **more):
        done = subprocess.run(
            ["/bin/sh", "-c", words],
            cwd=folder,
            input=typed,
            capture_output=True,
            env={**environment, **more},
            timeout=60,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return line


@pytest.fixture
def as_anyone(environment):
    """Runs a command as somebody who may only do what the modes of the files allow."""
    dropped = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("nothing here takes the powers of root away")
        dropped = ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all"]

    def run(place, *words):
        command = [*dropped, "mentor", "--data", place, *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)

    return run
