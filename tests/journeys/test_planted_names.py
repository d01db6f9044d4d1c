"""However a session ends, a name that was in it is nowhere but in the record itself."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from mentor_tui.books import books_of
from store.folder import DataFolder
from store.records import Client, Episode

NAMES = ("Zsofiaplant", "Quillonplant")
WORDS = "velvetharpplant"
PLANTED = tuple(name.encode() for name in (*NAMES, WORDS))
ENDED_ALIKE = (signal.SIGHUP, signal.SIGABRT)
"""One ends the program as SIGTERM does, the other as SIGKILL; tried in `python3 dev.py trust`."""
OUT = Episode(on=date(2026, 11, 21))
THE_RECORD = ("caseload", "notebook", "history", "drafts", "inbox", "backups")
"""On a plain store these hold what was written; everything else must not."""

# Read by every Python started with this folder on its path: a mistake of our own in a handler, with a name.
BREAKS = """
import sys
def break_it(*_):
    who = "Zsofiaplant"
    raise KeyError("velvetharpplant", who)
if sys.argv[0].endswith("mentor") and len(sys.argv) == 1:
    import importlib.abc
    class Finder(importlib.abc.MetaPathFinder):
        def find_spec(self, name, path=None, target=None):
            if name == "mentor_tui.screens.help":
                break_it()
    sys.meta_path.insert(0, Finder())
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Everything the program may write to, in one folder."""
    home = tmp_path / "all"
    for name, inside in (
        ("HOME", "home"), ("TMPDIR", "tmp"), ("MENTOR_STATE", "state"), ("XDG_STATE_HOME", "xdg-state"),
        ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"), ("XDG_RUNTIME_DIR", "run"),
        ("XDG_DATA_HOME", "data"), ("MENTOR_DATA", "store"),
    ):  # fmt: skip
        if inside != "store":
            (home / inside).mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(name, str(home / inside))
    monkeypatch.setenv("TEXTUAL", "debug,devtools")
    monkeypatch.setenv("TEXTUAL_LOG", str(home / "textual.log"))
    monkeypatch.chdir(home)
    return home


@pytest.fixture
def two_people(home, clock):
    """Writes two people into the record, as the lock wants it: `two_people(lock)`."""

    def write(lock=None):
        with DataFolder.create(home / "store", clock, lock) as folder:
            for name in NAMES:
                books_of(folder, clock).caseload.add(Client(name=name, episodes=(OUT,)))

    return write


@pytest.fixture
def today(two_people, mentor, open_terminal):
    """The program with two people in it, one of whom is being written about."""
    two_people()
    terminal = open_terminal(mentor)
    terminal.until(*NAMES)
    terminal.press("n")
    terminal.until("enter save")
    terminal.press(f"{NAMES[0]} call 15m {WORDS}", "enter")
    terminal.until("Saved 14:02")
    return terminal


@pytest.fixture
def unlocked(home, two_people, mentor, open_terminal, own_lock):
    """The same on an encrypted folder: a note saved, a line posted, and half a note on the screen."""
    two_people(own_lock.lock)
    subprocess.run([mentor, "note", f"{NAMES[1]} text {WORDS}"], check=True, capture_output=True)
    terminal = open_terminal(mentor)
    terminal.until("Your notes are locked")
    terminal.press(own_lock.passphrase, "enter")
    terminal.until(*NAMES)
    terminal.press("n")
    terminal.until("enter save")
    terminal.press(f"{NAMES[0]} call 15m {WORDS}", "enter")
    terminal.until("Saved 14:02")
    terminal.press("n")
    terminal.until("enter save")
    terminal.press(f"{NAMES[0]} text {WORDS} half")
    deadline = time.monotonic() + 20
    while not list((home / "store" / "drafts").iterdir()):  # kept while she types, for a crash
        assert terminal._read(0.2) and time.monotonic() < deadline
    return terminal


def leaks(home, record=THE_RECORD):
    """Files outside the record that hold or bear a planted word."""
    found = []
    for path in home.rglob("*"):
        inside = path.relative_to(home).parts
        is_record = len(inside) > 1 and inside[0] == "store" and inside[1].startswith(record)
        content = path.read_bytes() if path.is_file() and not is_record else b""
        if any(word in content or word in os.fsencode(path.name) for word in PLANTED):
            found.append("/".join(inside))
    return found


def titles(raw):
    """What the program gave the terminal as its title, or asked it to keep."""
    return [part.partition(b"\x07")[0].partition(b"\x1b\\")[0] for part in raw.split(b"\x1b]")[1:]]


def after_the_screens(raw):
    """What stands in the scrollback once the alternate screen has been left."""
    before, _, rest = raw.partition(b"\x1b[?1049h")
    return before + rest.rpartition(b"\x1b[?1049l")[2]


def said(terminal):
    raw = terminal.raw
    return [
        where for where in (*titles(raw), after_the_screens(raw)) if any(word in where for word in PLANTED)
    ]


def ways_to_end():
    yield pytest.param(lambda terminal: terminal.press("q"), id="q")
    for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGKILL, signal.SIGABRT):
        marks = pytest.mark.long if each in ENDED_ALIKE else ()
        yield pytest.param(lambda terminal, each=each: terminal.process.kill(each), id=each.name, marks=marks)


@pytest.mark.parametrize("end", list(ways_to_end()))
def test_a_name_is_in_no_log_file_title_or_scrollback(home, today, end):
    end(today)
    today.end()
    assert any(word in today.raw for word in PLANTED)  # it was on the screen
    if b"\x1b[?1049l" in today.raw:  # who is killed outright leaves the screen as it is
        assert said(today) == []
    assert leaks(home) == []


def leave(terminal):
    terminal.press("\x1b")  # the half note is kept as a draft
    terminal.until_gone("enter save")
    terminal.press("q")


@pytest.mark.parametrize(
    "end", [leave, lambda terminal: terminal.process.kill(signal.SIGKILL)], ids=["q", "SIGKILL"]
)
def test_behind_a_lock_a_name_is_in_no_file_at_all(home, unlocked, end):
    end(unlocked)
    unlocked.end()
    if b"\x1b[?1049l" in unlocked.raw:
        assert said(unlocked) == []
    assert list((home / "store" / "drafts").iterdir())
    assert leaks(home, record=()) == []


def test_a_crash_prints_nobody(home, mentor, open_terminal, monkeypatch, request):
    folder = home / "breaks"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(BREAKS)
    terminal = request.getfixturevalue("today")
    terminal.press("q")
    terminal.end()
    monkeypatch.setenv("PYTHONPATH", str(folder))
    broken = open_terminal(sys.executable, mentor)
    broken.until(*NAMES)
    broken.press("?")
    assert broken.end() != 0
    assert b"KeyError" in after_the_screens(broken.raw)
    assert said(broken) == []
    assert broken.left_on() == []
    assert broken.modes() == broken.modes_before
    (folder / "sitecustomize.py").unlink()
    for cached in folder.glob("__pycache__/*"):
        cached.unlink()
    assert leaks(home) == []


def test_the_open_program_bears_no_name_and_leaves_no_memory_on_the_disk(today):
    of_it = Path(f"/proc/{today.process.pid}")
    if not (of_it / "limits").exists():
        pytest.skip("no /proc to look at")
    for name in ("cmdline", "comm"):
        assert not any(word in (of_it / name).read_bytes() for word in PLANTED)
    (core,) = (
        line for line in (of_it / "limits").read_text().splitlines() if line.startswith("Max core file size")
    )
    assert core.split()[4] == "0"


def test_a_name_given_in_the_shell_is_nowhere_but_in_the_record(home, mentor):
    for words in (["init", "--plain"], ["client", "add", NAMES[0]], ["note", f"{NAMES[0]} text {WORDS}"]):
        subprocess.run([mentor, *words], check=True, capture_output=True)
    assert leaks(home, record=()) != []
    assert leaks(home) == []
