"""A pipe, a folder, a socket or a link to itself in the place of a file: nothing waits or breaks."""

import os
import shutil
import signal
import socket

import pytest

from store.folder import DataFolder

FILES = [
    "store.json",
    "caseload.json",
    "caseload.journal",
    "caseload.journal.new",
    "notebook.json",
    "notebook.journal",
    "settings.json",
    "history/*",
    "inbox/*",
    "drafts/*",
    "backups/*",
    "lock",
]
COMMANDS = [
    ("today",),
    ("note", "dee call ok"),
    ("note", "zed call ok"),
    ("undo",),
    ("history",),
    ("doctor",),
    ("backup", "list"),
    ("backup", "verify", "--all"),
    ("backup", "create"),
    ("export", "json"),
]


@pytest.fixture
def whole(mentor, dee, place):
    """A folder in which there is a file of every kind."""
    mentor("note", "dee call boots ! ask about ID")
    with DataFolder.open(place, None) as folder:
        folder.compact(force=True)
    mentor("note", "dee call again")
    mentor("note", "someone unknown called")
    mentor("backup", "create")
    (place / "settings.json").write_text("{}")
    (place / "drafts" / "note.1.0.json").write_text("{}")
    return place


@pytest.fixture
def never_waits():
    """A command that waits for ever is ended, and so is its test."""

    def too_long(*_):
        raise AssertionError("it waits")

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)


def pipe(path):
    os.mkfifo(path)


def folder(path):
    path.mkdir()


def link_to_itself(path):
    path.symlink_to(path)


def listener(path):
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(path.parent)  # the name of a socket may only be short
        server.bind(path.name)


def put(make, place, name):
    path = next(place.glob(name), place / name)
    path.unlink(missing_ok=True)
    make(path)
    return path


@pytest.mark.usefixtures("never_waits")
@pytest.mark.parametrize("make", [pipe, folder, link_to_itself])
@pytest.mark.parametrize("name", FILES)
def test_no_command_waits_or_breaks(mentor, whole, name, make):
    put(make, whole, name)
    for words in COMMANDS:
        answer = mentor(*words)
        assert answer.code in (0, 1), (words, answer.err)
        assert answer.is_quiet_about_itself, words
        assert "Something in mentor itself" not in answer.err, (words, answer.err)
        assert "That did not work" not in answer.err, (words, answer.err)


@pytest.mark.usefixtures("never_waits")
@pytest.mark.parametrize("make", [pipe, folder, listener, link_to_itself])
@pytest.mark.parametrize("name", ["store.json", "caseload.json", "caseload.journal", "notebook.journal"])
def test_it_is_said_which_file_is_none(mentor, whole, monkeypatch, name, make):
    monkeypatch.chdir(whole)
    put(make, whole, name)
    assert f"{name} is not a plain file" in mentor("today").err


@pytest.mark.usefixtures("never_waits")
@pytest.mark.parametrize("words", [("import", "json"), ("import", "services"), ("backup", "verify")])
def test_a_pipe_is_not_brought_in(mentor, dee, tmp_path, words):
    pipe(tmp_path / "pipe")
    answer = mentor(*words, tmp_path / "pipe")
    assert (answer.code, len(answer.err.splitlines() or answer.out.splitlines())) == (1, 1)


@pytest.mark.usefixtures("never_waits")
def test_the_doctor_names_what_is_no_file(mentor, whole):
    put(pipe, whole, "inbox/*")
    put(pipe, whole, "history/caseload*")
    found = mentor("doctor").out
    assert "In inbox/, this is not a plain file and is not read: " in found
    assert "is not a plain file, so undo stops before it." in found


def test_a_file_that_is_a_link_is_followed(mentor, whole, tmp_path):
    elsewhere = shutil.move(whole / "caseload.json", tmp_path / "elsewhere.json")
    (whole / "caseload.json").symlink_to(elsewhere)
    assert mentor("note", "dee call boots").code == 0
    assert mentor("find", "boots", "--json").json["hits"]


@pytest.mark.parametrize("name", ["store.json", "caseload.json", "caseload.journal", "notebook.journal"])
def test_a_file_that_may_not_be_read_is_not_said_to_be_missing(as_anyone, whole, name):
    (whole / name).chmod(0)
    said = as_anyone(whole, "today").stderr
    (whole / name).chmod(0o600)
    assert f"{name} may not be read" in said


@pytest.mark.parametrize("name", ["inbox", "drafts", "history", "backups", "quarantine", "made-files"])
def test_the_doctor_names_a_folder_inside_that_may_not_be_read(as_anyone, whole, name):
    (whole / name).chmod(0)
    done = as_anyone(whole, "doctor")
    (whole / name).chmod(0o700)
    assert f"{name}/ may not be read by you" in done.stdout
