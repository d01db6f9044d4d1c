"""The program opens no socket: not in the shell, not in a whole session on a terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

MENTOR = str(Path(sys.executable).with_name("mentor"))

# Read by every Python that is started with this folder on its path, before anything else. The pair of local
# ends that an event loop makes to wake itself up (AF_UNIX, never connected or bound) is no way out.
WATCH = """
import os, socket, sys
seen = open(os.environ["SOCKETS_SEEN"], "a", buffering=1)
seen.write("watching\\n")
def watch(event, arguments):
    if event == "socket.__new__" and arguments[1] != socket.AF_UNIX:
        seen.write(f"opened {arguments[1:]}\\n")
    elif event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        seen.write(f"{event} {arguments[1:]}\\n")
sys.addaudithook(watch)
"""


@pytest.fixture
def watched(tmp_path):
    """An environment in which each Python notes its sockets, and the file of the notes."""
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WATCH)
    seen = tmp_path / "seen"
    return {**os.environ, "PYTHONPATH": str(folder), "SOCKETS_SEEN": str(seen)}, seen


def test_the_watch_sees_a_socket(watched):
    environment, seen = watched
    opening = "import socket; socket.socket().close()"
    subprocess.run([sys.executable, "-c", opening], env=environment, check=True)
    assert [line.split()[0] for line in seen.read_text().splitlines()] == ["watching", "opened"]


COMMANDS = """
init --plain | client add Dee --released 2026-11-21 | note dee call 15m got the boots ! ask about ID
plan dee fri income office | done dee income | client show dee | client edit dee --about boots
client status dee light | clients | agenda | find boots | today --json | note somebody nobody knows
reflect --theme hope words | reflect | notebook export -o own.json | export json -o out.json
export csv -o csv | import json out.json | report month | report month --format md -o month.md
undo | redo | history --json | backup create | backup list
backup verify --all | backup prune --dry-run | doctor | --version | --help
"""
ALL_OF_THEM = """
import shlex, sys
from mentor_tui.cli import run
codes = {}
for words in sys.argv[1:]:
    try:
        run(shlex.split(words))
    except SystemExit as end:
        codes[words] = end.code
print(codes, file=sys.stderr)
sys.exit(any(code not in (0, None) for code in codes.values()))
"""


def test_no_command_opens_a_socket(watched, tmp_path):
    environment, seen = watched
    commands = [words.strip() for line in COMMANDS.strip().splitlines() for words in line.split("|")]
    words = [sys.executable, "-c", ALL_OF_THEM, *commands]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert set(seen.read_text().splitlines()) == {"watching"}


def test_a_command_as_it_is_installed_opens_no_socket(watched):
    environment, seen = watched
    for words in (["init", "--plain"], ["note", "somebody called"]):
        subprocess.run([MENTOR, *words], env=environment, check=True, capture_output=True)
    assert seen.read_text().splitlines() == ["watching"] * 2


def test_a_session_on_a_terminal_opens_no_socket(watched):
    environment, seen = watched
    session = pexpect.spawn(MENTOR, ["demo"], env=environment, dimensions=(24, 80), timeout=30)
    try:
        session.expect("COMING UP")
        for key in ("r", "q", "?", "q", *"234567", "7", "1", "n"):
            session.send(key)
        session.expect("ask about ID")
        session.send("dee call 15m got the boots")
        session.send("\x11")  # ctrl+q, out of the half-written note
        session.expect(pexpect.EOF)
        session.wait()
    finally:
        session.close(force=True)
    assert set(seen.read_text().splitlines()) == {"watching"}
