"""The program opens no socket: not in the shell, not in a whole session on a terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from mentor_tui.books import books_of
from store.clock import SystemClock
from store.folder import DataFolder
from store.letterbox import posted
from store.records import Client, Episode

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
export list | migrate --dry-run | migrate | backup restore NEWEST | backup restore --undo
"""
ENCRYPTED = """
note dee call 15m got the boots | clients | export json -o out.json | export list | migrate
backup create | backup verify --all | backup restore NEWEST | backup restore --undo | doctor
"""
ALL_OF_THEM = """
import os, pathlib, shlex, sys
from mentor_tui.cli import run
codes = {}
for words in sys.argv[1:]:
    backups = sorted(pathlib.Path(os.environ["MENTOR_DATA"], "backups").glob("*.tar"))
    words = words.replace("NEWEST", backups[-1].name if backups else "")
    try:
        run(shlex.split(words))
    except SystemExit as end:
        codes[words] = end.code
print(codes, file=sys.stderr)
sys.exit(any(code not in (0, None) for code in codes.values()))
"""


def carried_out(commands, environment, folder):
    listed = [words.strip() for line in commands.strip().splitlines() for words in line.split("|")]
    words = [sys.executable, "-c", ALL_OF_THEM, *listed]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, cwd=folder)
    assert done.returncode == 0, done.stderr


def test_no_command_opens_a_socket(watched, tmp_path):
    environment, seen = watched
    carried_out(COMMANDS, environment, tmp_path)
    assert set(seen.read_text().splitlines()) == {"watching"}


@pytest.fixture
def locked(own_lock):
    """The usual data folder, encrypted, with Dee in it."""
    clock = SystemClock()
    place = Path(os.environ["MENTOR_DATA"])
    with DataFolder.create(place, clock, own_lock.lock) as folder:
        books_of(folder, clock).caseload.add(Client(name="Dee", episodes=(Episode(on=clock.now().day),)))
    return place


def test_no_command_on_an_encrypted_folder_opens_a_socket(watched, locked, own_lock, tmp_path):
    environment, seen = watched
    written = tmp_path / "passphrase"
    written.write_text(own_lock.passphrase)
    written.chmod(0o600)
    given = {**environment, "MENTOR_PASSPHRASE_FILE": str(written)}
    carried_out(ENCRYPTED, given, tmp_path)
    carried_out("note dee text posted", environment, tmp_path)  # without a passphrase it is posted
    assert posted(locked) == 1
    assert set(seen.read_text().splitlines()) == {"watching"}


@pytest.mark.parametrize("what", [b"u", b"w"])
def test_the_child_that_tries_a_passphrase_opens_no_socket(watched, own_lock, what):
    """It is started with a path of its own, where the watch is not; so it is run here on one that has it."""
    environment, seen = watched
    secret = own_lock.passphrase.encode()
    asked = len(secret).to_bytes(4, "big") + secret + own_lock.lock.identity
    if what == b"w":
        asked, lighter = b"w" + asked, "import pyrage; pyrage.passphrase.encrypt = lambda *_: b''; "
    else:
        asked, lighter = b"u" + asked, ""
    code = lighter + "import runpy; runpy.run_module('store.unlocking', run_name='__main__')"
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, env=environment, input=asked, capture_output=True)
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


def test_a_session_behind_a_lock_opens_no_socket(watched, locked, own_lock):
    """Unlocked, a setting changed, a backup made and proved, locked, a line posted, unlocked, left."""
    environment, seen = watched
    session = pexpect.spawn(MENTOR, env=environment, dimensions=(40, 120), timeout=30)
    try:
        session.expect("Your notes are locked")
        session.send(own_lock.passphrase + "\r")
        session.expect("Dee")
        session.send("7")
        session.expect("make one now")
        session.send("\x1b[B\r")  # a date like 12/3
        session.expect("the month first")
        session.send("a")
        session.expect("proven")
        session.send("\x0c")
        session.expect("Your notes are locked")
        subprocess.run([MENTOR, "note", "dee text posted"], env=environment, check=True, capture_output=True)
        session.expect("1 line waits")
        session.send(own_lock.passphrase + "\r")
        session.expect("make one now")
        session.send("\x11")
        session.expect(pexpect.EOF)
        session.wait()
    finally:
        session.close(force=True)
    assert session.exitstatus == 0
    assert set(seen.read_text().splitlines()) == {"watching"}
