"""Which part of the program wakes which: the shell answers without the screens."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What the shell must not pay for: each takes longer to wake than most commands take to answer.
NOT_FOR_THE_SHELL = ("textual", "pydantic", "hypothesis", "pyrage")
ASK = f"""
import sys
sys.argv = ["mentor", *sys.argv[1:]]
from mentor_tui.start import main
try:
    code = main()
except SystemExit as end:
    code = end.code
woken = sorted({{name.partition(".")[0] for name in sys.modules}} & set({NOT_FOR_THE_SHELL!r}))
print("woken:", *woken, file=sys.stderr)
sys.exit(code)
"""


def run(*words, at=None, **environment):
    """One command in a fresh Python, at a place: what it printed and what it woke."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", ASK, *words],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        cwd=at,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A data folder with one person in it; making it takes longer than copying it."""
    place = tmp_path_factory.mktemp("made") / "kept"
    state = str(place.parent / "state")
    assert run("--data", str(place), "init", "--plain", MENTOR_STATE=state).returncode == 0
    assert run("--data", str(place), "client", "add", "Dee", MENTOR_STATE=state).returncode == 0
    return place


@pytest.fixture
def folder(made_once, tmp_path):
    """A copy of it for this test alone."""
    return str(shutil.copytree(made_once, tmp_path / "kept"))


@pytest.mark.parametrize("words", [("today", "--help"), ("--help",), ("--version",), ("note", "--help")])
def test_help_never_wakes_the_screens(words):
    asked = run(*words)
    assert (asked.returncode, asked.stderr.splitlines()[-1]) == (0, "woken:")


@pytest.mark.parametrize(
    "words",
    [
        ("today",),
        ("today", "--json"),
        ("note", "dee call 15m got the boots"),
        ("agenda", "--json"),
        ("find", "boots", "--json"),
        ("undo",),
        ("export", "json", "-o", "out.json"),
        ("report", "month"),
    ],
)
def test_a_command_never_wakes_the_screens(folder, tmp_path, words):
    asked = run("--data", folder, *words, at=tmp_path)
    assert (asked.returncode, asked.stderr.splitlines()[-1]) == (0, "woken:")


def test_the_command_line_is_read_without_the_screens():
    ask = "import sys, mentor_tui.cli; print('textual' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, cwd=ROOT)
    assert (said.stdout, said.stderr) == ("False\n", "")


def test_the_rooms_know_only_whom_they_may():
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert linted.returncode == 0, linted.stdout
