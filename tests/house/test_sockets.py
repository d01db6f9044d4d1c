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


def test_no_command_opens_a_socket(watched, tmp_path):
    environment, seen = watched
    commands = [
        ["init", "--plain"],
        ["client", "add", "Dee"],
        ["note", "dee call 15m got the boots"],
        ["today", "--json"],
        ["report", "month"],
        ["export", "json", "-o", str(tmp_path / "out.json")],
        ["backup", "create"],
        ["doctor"],
    ]
    for words in commands:
        subprocess.run([MENTOR, *words], env=environment, check=True, capture_output=True)
    assert seen.read_text().splitlines() == ["watching"] * len(commands)


def test_a_session_on_a_terminal_opens_no_socket(watched):
    environment, seen = watched
    session = pexpect.spawn(MENTOR, ["demo"], env=environment, dimensions=(24, 80), timeout=30)
    try:
        session.expect("COMING UP")
        for place in "1234567":
            session.send(place)
        session.send("1q")
        session.expect(pexpect.EOF)
        session.wait()
    finally:
        session.close(force=True)
    assert set(seen.read_text().splitlines()) == {"watching"}
