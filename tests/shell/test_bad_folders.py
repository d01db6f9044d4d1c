"""A data folder that is missing, foreign, damaged, not writable or in use: one sentence, the right code."""

import os
import subprocess
import sys

import pytest

from store.errors import SaveFailed

READING = [
    ("today",),
    ("today", "--json"),
    ("agenda",),
    ("clients",),
    ("client", "show", "dee"),
    ("find", "boots"),
    ("reflect",),
    ("report", "month"),
    ("export", "json"),
    ("history",),
    ("doctor",),
]
WRITING = [
    ("note", "dee call ok"),
    ("client", "add", "Jo"),
    ("client", "edit", "dee", "--about", "x"),
    ("client", "status", "dee", "paused"),
    ("plan", "dee", "fri", "clinic"),
    ("done", "dee", "ask"),
    ("reflect", "words"),
    ("undo",),
]
IN_A_FILE = [
    ("export", "csv", "-o", "OUT"),
    ("notebook", "export", "-o", "OUT"),
    ("import", "services", "."),
    ("import", "json", "x.json"),
    ("backup", "create"),
]


@pytest.fixture
def kept(mentor, dee):
    """A folder with a note and a promise in it."""
    mentor("note", "dee call boots ! ask about ID")


def one_sentence(answer, code=1):
    assert answer.code == code
    assert len(answer.err.splitlines()) == 1, answer.err
    assert answer.is_quiet_about_itself
    return answer.err


@pytest.mark.parametrize("words", [*READING, *WRITING, *IN_A_FILE])
def test_no_folder_is_said_with_the_way_to_make_one(mentor, place, tmp_path, words):
    answer = mentor(*(str(tmp_path / "out") if word == "OUT" else word for word in words))
    assert "`mentor init`" in one_sentence(answer)
    assert answer.out == ""
    assert not place.exists()


@pytest.mark.parametrize("words", [*READING, *WRITING, ("init", "--plain")])
def test_a_folder_of_something_else_is_left_alone(mentor, place, words):
    place.mkdir()
    (place / "letter.txt").write_text("dear")
    answer = mentor(*words)
    one_sentence(answer)
    assert answer.out == ""
    assert [path.name for path in place.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("words", [*READING, *WRITING, ("init", "--plain")])
def test_a_file_in_the_place_of_a_folder_is_said(mentor, place, words):
    place.write_text("dear")
    one_sentence(mentor(*words))
    assert place.read_text() == "dear"


def damage(place):
    journal = place / "caseload.journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    assert b"boots" in lines[2]
    journal.write_bytes(b"".join([*lines[:2], lines[2].replace(b"boots", b"shoes"), *lines[3:]]))


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("words", READING[:-1])
def test_a_damaged_folder_shows_what_is_good_and_ends_in_1(mentor, place, words):
    damage(place)
    answer = mentor(*words)
    assert (answer.code, bool(answer.out)) == (1, True)
    assert "can only be read now" in answer.err.splitlines()[-1]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "words", [("client", "add", "Jo"), ("reflect", "words"), ("undo",), ("note", "work 1h")]
)
def test_a_damaged_folder_is_not_written_to(mentor, place, words):
    damage(place)
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    answer = mentor(*words)
    assert "can only be read now" in one_sentence(answer)
    assert answer.out == ""
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("name", ["caseload.json", "caseload.journal", "notebook.json", "store.json"])
@pytest.mark.parametrize("content", [b"", b"not ours\n", b"\x00" * 64, None])
def test_no_file_in_any_state_makes_a_traceback(mentor, place, name, content):
    if content is None:
        (place / name).unlink()
    else:
        (place / name).write_bytes(content)
    for words in (("today",), ("note", "dee call ok"), ("doctor",), ("backup", "list")):
        answer = mentor(*words)
        assert answer.code in (0, 1)
        assert answer.is_quiet_about_itself
        assert "Something in mentor itself" not in answer.err


@pytest.mark.usefixtures("kept")
def test_doctor_says_what_is_damaged(mentor, place):
    damage(place)
    answer = mentor("doctor", "--json")
    assert answer.code == 1
    assert "trouble" in {finding["severity"] for finding in answer.json["findings"]}


@pytest.fixture
def not_ours(monkeypatch, place):
    """The machine refuses every write below the data folder, as it does to another user."""
    truly_may, truly_open = os.access, os.open

    def may(path, mode, **more):
        return truly_may(path, mode, **more) and not (str(path).startswith(str(place)) and mode & os.W_OK)

    def opened(path, flags, *more, **others):
        if str(path).startswith(str(place)) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise PermissionError(13, "Permission denied")
        return truly_open(path, flags, *more, **others)

    def forbid():
        monkeypatch.setattr(os, "access", may)
        monkeypatch.setattr(os, "open", opened)

    return forbid


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("words", READING[:-1])
def test_a_folder_that_may_not_be_written_can_still_be_read(mentor, not_ours, words):
    not_ours()
    answer = mentor(*words)
    assert answer.code == 0
    assert answer.out
    assert (
        answer.err.splitlines()[-1] == "This data folder may not be written by you, so it can only be read."
    )


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("words", [*WRITING, ("note", "zed call ok")])
def test_a_folder_that_may_not_be_written_is_not_and_that_is_said(mentor, not_ours, words):
    not_ours()
    answer = mentor(*words)
    assert "may not be written" in one_sentence(answer)
    assert answer.out == ""


@pytest.mark.usefixtures("kept")
def test_what_was_typed_at_the_prompt_is_given_back_when_it_cannot_be_saved(mentor, not_ours):
    not_ours()
    answer = mentor("note", typed=b"dee call got the boots\n")
    assert answer.code == 1
    assert answer.err.splitlines()[0] == "Not saved, here it is again: dee call got the boots"


def test_a_folder_cannot_be_made_where_nothing_may_be_written(mentor, not_ours, place):
    not_ours()
    place.mkdir()
    assert "may not be written" in one_sentence(mentor("init", "--plain"))


HOLD = """
import fcntl, sys
lock = open(sys.argv[1], "r+")
fcntl.flock(lock, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def in_use(place, monkeypatch):
    """Another process holds the folder's lock."""
    monkeypatch.setattr("store.lock.PATIENCE", 0.05)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, place / "lock"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    holder.stdout.readline()
    yield
    holder.communicate()


def test_a_folder_in_use_ends_writing_in_75_and_reading_not_at_all(mentor, kept, in_use):
    for words in WRITING:
        assert "Another mentor has been writing" in one_sentence(mentor(*words), 75)
    assert mentor("today").code == 0
    assert mentor("note", "zed call ok").code == 0  # the inbox needs no lock


def test_stopping_ends_in_130_with_a_word(mentor, dee, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("store.caseload.Caseload.record_note", stopped)
    assert "Stopped." in one_sentence(mentor("note", "dee call ok"), 130)


def test_a_mistake_of_our_own_tells_its_kind_and_nobodys_words(mentor, dee, monkeypatch):
    def broken(*_):
        raise ValueError("Dee got the boots")

    monkeypatch.setattr("store.caseload.Caseload.record_note", broken)
    said = one_sentence(mentor("note", "dee call ok"))
    assert "ValueError" in said
    assert "boots" not in said


def test_a_refusal_of_the_machine_is_told_in_its_own_words(mentor, dee, monkeypatch):
    def refused(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("store.caseload.Caseload.record_note", refused)
    assert one_sentence(mentor("note", "dee call ok")).startswith("That did not work: input/output error.")


def test_a_theme_that_cannot_be_kept_does_not_unsay_the_note(mentor, dee, monkeypatch):
    def full(*_):
        raise SaveFailed("Could not save: the disk is full. Your words are still here; free some space.")

    monkeypatch.setattr("store.notebook.Notebook.see_themes", full)
    answer = mentor("note", "dee call got the boots #hope")
    assert answer.code == 0
    assert "The note is saved, its theme is not: " in answer.err
    assert "Saved 14:02" in answer.err
    assert mentor("find", "boots", "--json").json["hits"]
